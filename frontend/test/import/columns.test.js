import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  columnsParameter,
  NOTHING,
  telling,
} from '../../src/main/resources/static/app/import/columns.js';

describe('what the user says of columns', () => {
  it('is one column for one property', () => {
    const told = telling(telling({}, 'Ort', 'location'), 'Titel', 'location');
    assert.equal(columnsParameter(told), 'Titel:location');
  });

  it('leaves out any number of columns', () => {
    const told = telling(telling({}, 'Nr', NOTHING), 'Kürzel', NOTHING);
    assert.equal(columnsParameter(told), 'Nr:-,Kürzel:-');
  });

  it('can be said anew', () => {
    const told = telling(telling({}, 'Ort', NOTHING), 'Ort', 'location');
    assert.equal(columnsParameter(told), 'Ort:location');
    assert.equal(columnsParameter({}), '');
  });
});
