import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isDone,
  itemsOf,
  meansOneThing,
  nextUnchecked,
  progressOf,
  shownOf,
  stepFrom,
  togetherWith,
} from '../../src/main/resources/static/app/review/items.js';
import { mention } from './mentions.js';

describe('itemsOf', () => {
  it('puts identical words together, and places before peoples and what is not on the map', () => {
    const items = itemsOf([
      mention(0, 'Sahelians', { kind: 'demonym' }),
      mention(20, 'Kidal'),
      mention(40, 'the north', { feature_id: null }),
      mention(60, 'Gao'),
      mention(80, 'Kidal'),
    ]);
    assert.deepEqual(
      items.map(({ words, mentions }) => [words, mentions.length]),
      [
        ['Kidal', 2],
        ['Gao', 1],
        ['Sahelians', 1],
        ['the north', 1],
      ],
    );
  });

  it('keeps an item where it was once it is decided to be no place', () => {
    const rejected = mention(0, 'Kidal', { feature_id: null, status: 'rejected', version: 1 });
    const items = itemsOf([rejected, mention(20, 'Gao')]);
    assert.deepEqual(
      items.map(({ words }) => words),
      ['Kidal', 'Gao'],
    );
    assert.deepEqual(progressOf(items), { checked: 1, all: 2 });
  });
});

describe('an item of which one mention was decided by itself', () => {
  const [item] = itemsOf([
    mention(0, 'Kidal', { status: 'verified', version: 1 }),
    mention(20, 'Kidal'),
    mention(40, 'Kidal'),
  ]);

  it('is not done, and shows the first of the others', () => {
    assert.equal(isDone(item), false);
    assert.equal(shownOf(item).start, 20);
    assert.deepEqual(
      togetherWith(item).map(({ start }) => start),
      [20, 40],
    );
  });
});

describe('meansOneThing', () => {
  for (const [words, second, expected] of /** @type {const} */ ([
    ['one place', 'r.kidal', true],
    ['two places', 'r.kidal-region', false],
    ['one place and none', null, false],
  ])) {
    it(`tells ${words}`, () => {
      const [item] = itemsOf([
        mention(0, 'Kidal', { feature_id: 'r.kidal' }),
        mention(20, 'Kidal', { feature_id: second }),
      ]);
      assert.equal(meansOneThing(item), expected);
    });
  }
});

describe('going on', () => {
  const items = itemsOf([
    mention(0, 'Kidal'),
    mention(20, 'Gao', { status: 'verified', version: 1 }),
    mention(40, 'Ménaka'),
  ]);

  it('passes what is checked, and begins anew at the end', () => {
    assert.equal(nextUnchecked(items, 'Kidal'), 'Ménaka');
    assert.equal(nextUnchecked(items, 'Ménaka'), 'Kidal');
    assert.equal(nextUnchecked(items, null), 'Kidal');
  });

  it('ends when all is checked', () => {
    assert.equal(nextUnchecked([items[1]], 'Gao'), null);
  });

  it('steps through all, checked or not', () => {
    assert.equal(stepFrom(items, 'Kidal', 1), 'Gao');
    assert.equal(stepFrom(items, 'Kidal', -1), 'Ménaka');
    assert.equal(stepFrom([], null, 1), null);
  });
});
