import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { matches, sorted } from '../../src/main/resources/static/app/places/order.js';
import { api } from '../fixtures/report.js';

/** @type {Dateline.PlaceRow[]} */
const rows = [
  { id: 'b', name: 'Émile', layer: 'scenes', statusWord: 'verified', order: 0 },
  { id: 'a', name: 'Zinder', layer: 'scenes', statusWord: 'not yet checked', order: 1 },
  { id: 'c', name: 'Gao', layer: 'scenes', statusWord: 'not yet checked', order: 2 },
];

describe('the places list', () => {
  for (const [sort, ids] of /** @type {['text' | 'name' | 'status', string][]} */ ([
    ['text', 'bac'],
    ['name', 'bca'],
    ['status', 'acb'],
  ])) {
    it(`orders by ${sort}`, () => {
      assert.equal(
        sorted(rows, sort, 'fr')
          .map(({ id }) => id)
          .join(''),
        ids,
      );
    });
  }

  it('keeps what is in view, or not yet checked', () => {
    const [verified] = api.features.fighting.filter(
      ({ properties }) => properties.status === 'verified',
    );
    const feature = () => verified;
    const all = { onlyInView: false, onlyUnverified: false, inView: new Set(['a']) };
    assert.equal(matches(rows[0], all, feature), true);
    assert.equal(matches(rows[0], { ...all, onlyUnverified: true }, feature), false);
    assert.equal(matches(rows[0], { ...all, onlyInView: true }, feature), false);
    assert.equal(matches(rows[1], { ...all, onlyInView: true }, feature), true);
  });
});
