import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findInText, findPlaces } from '../../src/main/resources/static/app/search/find.js';

/** @type {Dateline.PlaceRow[]} */
const rows = ['Bamako airport', 'Mopti', 'Airport Road', 'Ségou'].map((name, order) => ({
  id: name,
  name,
  layer: 'scenes',
  statusWord: '',
  order,
}));

describe('search in the report', () => {
  it('puts names that start with the query first', () => {
    assert.deepEqual(
      findPlaces(rows, 'airport').map(({ name }) => name),
      ['Airport Road', 'Bamako airport'],
    );
  });

  it('does not mind accents', () => {
    assert.equal(findPlaces(rows, 'segou')[0]?.name, 'Ségou');
    assert.deepEqual(findPlaces(rows, '  '), []);
  });

  it('finds words with offsets on the text as it is stored', () => {
    const text = 'Émile 🙂 went to Ségou. SEGOU was quiet.';
    const hits = findInText(text, 'ségou');
    assert.deepEqual(
      hits.map(({ span }) => text.slice(span.start, span.end)),
      ['Ségou', 'SEGOU'],
    );
    assert.deepEqual(
      hits.map(({ match }) => match),
      ['Ségou', 'SEGOU'],
    );
  });

  it('finds nothing for a single letter', () => assert.deepEqual(findInText('a a a', 'a'), []));
});
