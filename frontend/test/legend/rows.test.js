import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contents, sureness } from '../../src/main/resources/static/app/legend/rows.js';
import { api } from '../fixtures/report.js';

describe('the legend', () => {
  for (const [layer, words] of [
    ['fighting', '2 areas and 1 place'],
    ['displacement', '1 place and 1 movement'],
    ['scenes', '2 places'],
    ['locations', ''],
  ]) {
    it(`counts what ${layer} holds`, () => assert.equal(contents(api.features[layer]), words));
  }

  it('lists only the degrees of certainty that occur', () => {
    assert.deepEqual(sureness(api.features.fighting), ['verified', 'automatic']);
    assert.deepEqual(sureness(api.features.scenes), ['automatic']);
    assert.deepEqual(sureness(api.features.claims), ['automatic', 'claimed', 'disputed']);
    assert.deepEqual(sureness([]), []);
  });
});
