import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { clipped, roomiest, scaled } from '../../src/main/resources/static/app/geo/rings.js';

/** @type {Dateline.Pixel[]} */
const square = [
  [0, 0],
  [100, 0],
  [100, 100],
  [0, 100],
];

describe('rings', () => {
  it('shrink about a position', () => {
    const small = scaled(
      {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [4, 0],
            [4, 4],
            [0, 0],
          ],
        ],
      },
      [2, 2],
      0.5,
    );
    assert.deepEqual(small, {
      type: 'Polygon',
      coordinates: [
        [
          [1, 1],
          [3, 1],
          [3, 3],
          [1, 1],
        ],
      ],
    });
  });

  it('are cut to a rectangle', () => {
    const cut = clipped(square, [50, -10, 200, 40]);
    const xs = cut.map(([x]) => x);
    const ys = cut.map(([, y]) => y);
    assert.deepEqual([Math.min(...xs), Math.max(...xs)], [50, 100]);
    assert.deepEqual([Math.min(...ys), Math.max(...ys)], [0, 40]);
  });

  it('are nothing when the rectangle is elsewhere', () => {
    assert.deepEqual(clipped(square, [200, 200, 300, 300]), []);
  });

  it('have most room away from their edges, also when they are bent', () => {
    /** @type {Dateline.Pixel[]} */
    const bent = [
      [0, 0],
      [100, 0],
      [100, 20],
      [20, 20],
      [20, 100],
      [0, 100],
    ];
    const found = roomiest(bent);
    assert.ok(found);
    assert.ok(found.point[0] <= 20 || found.point[1] <= 20, `${found.point} is outside`);
    assert.ok(found.distance > 5);
    assert.equal(roomiest([]), null);
  });
});
