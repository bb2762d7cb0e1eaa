import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { besideEachOther } from '../../src/main/resources/static/app/map/edges.js';

const frame = { left: 0, top: 0, right: 400, bottom: 300 };

/** @param {[number, number][]} points */
const boxesAt = (points) =>
  besideEachOther(
    points.map((point) => ({ point, width: 100, height: 28 })),
    frame,
  );

describe('notes at the edge', () => {
  it('lie inside the frame at every corner', () => {
    for (const { left, top, right, bottom } of boxesAt([
      [0, 0],
      [400, 0],
      [0, 300],
      [400, 300],
    ])) {
      assert.ok(left >= 0 && top >= 0 && right <= 400 && bottom <= 300);
    }
  });

  it('are moved apart where they would lie on each other', () => {
    const [first, second, third] = boxesAt([
      [0, 100],
      [0, 110],
      [0, 105],
    ]);
    assert.equal(first.top, 100);
    assert.ok(second.top >= first.bottom);
    assert.ok(third.top >= second.bottom);
  });

  it('stay in the frame when there is no room', () => {
    const low = besideEachOther(
      Array.from({ length: 20 }, () => ({ point: [0, 10], width: 100, height: 28 })),
      frame,
    );
    assert.ok(low.every(({ bottom }) => bottom <= 300));
  });
});
