import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stackLabel, stacked } from '../../src/main/resources/static/app/map/stacks.js';

describe('stacks', () => {
  it('gather symbols that would cover each other, chains included', () => {
    /** @type {Dateline.Pixel[]} */
    const points = [
      [0, 0],
      [200, 0],
      [20, 0],
      [40, 0],
      [200, 23],
    ];
    assert.deepEqual(
      stacked(points, (point) => point).map((group) => group.map(([x]) => x)),
      [
        [0, 20, 40],
        [200, 200],
      ],
    );
  });

  for (const [places, label] of /** @type {[[string, number][], string][]} */ ([
    [
      [
        ['Bamako airport', 1],
        ['Bamako', 5],
        ['Faladié', 1],
      ],
      'Bamako · airport · Faladié',
    ],
    [
      [
        ['Port Sudan', 4],
        ['Port Sudan airport', 1],
      ],
      'Port Sudan · airport',
    ],
    [
      [
        ['Goma', 1],
        ['Goma', 1],
      ],
      'Goma',
    ],
    [
      [
        ['Gaza', 3],
        ['Gazakent', 1],
      ],
      'Gaza · Gazakent',
    ],
    [
      [
        ['A', 5],
        ['B', 4],
        ['C', 3],
        ['D', 2],
        ['E', 1],
      ],
      'A · B · C · +2',
    ],
  ])) {
    it(`has one label: ${label}`, () => {
      assert.equal(stackLabel(places.map(([name, mentions]) => ({ name, mentions }))), label);
    });
  }
});
