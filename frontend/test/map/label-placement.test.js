import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { placeLabels } from '../../src/main/resources/static/app/map/label-placement.js';

const frame = { left: 0, top: 0, right: 400, bottom: 300 };

/**
 * @param {string} id
 * @param {Dateline.Pixel} at
 * @param {Partial<import('../../src/main/resources/static/app/map/label-placement.js').LabelRequest>} [more]
 */
function label(id, at, more = {}) {
  return { id, at, width: 80, height: 16, gap: 10, priority: 1, ...more };
}

describe('label placement', () => {
  it('never lets labels cover each other, whatever the crowd', () => {
    const crowd = Array.from({ length: 60 }, (_, i) =>
      label(`l${i}`, [(i * 37) % 400, (i * 53) % 300], { priority: i % 7 }),
    );
    const placed = placeLabels(crowd, [], frame);
    assert.ok(placed.length > 10, `only ${placed.length} found room`);
    for (const a of placed) {
      assert.ok(a.left >= 0 && a.left + 80 <= 400 && a.top >= 0 && a.top + 16 <= 300);
      for (const b of placed) {
        if (a !== b) {
          const apart =
            a.left + 80 <= b.left ||
            b.left + 80 <= a.left ||
            a.top + 16 <= b.top ||
            b.top + 16 <= a.top;
          assert.ok(apart, `${a.id} covers ${b.id}`);
        }
      }
    }
  });

  it('gives room to the higher priority', () => {
    const full = { left: 0, top: 0, right: 120, bottom: 30 };
    const placed = placeLabels(
      [label('low', [20, 15]), label('high', [25, 15], { priority: 9 })],
      [],
      full,
    );
    assert.deepEqual(
      placed.map(({ id }) => id),
      ['high'],
    );
  });

  it('goes left of a place when there is no room on its right', () => {
    const [placed] = placeLabels([label('a', [395, 100])], [], frame);
    assert.ok(placed.left + 80 < 395);
  });

  it('keeps off obstacles', () => {
    const obstacle = { left: 100, top: 80, right: 300, bottom: 120 };
    const [placed] = placeLabels([label('a', [100, 100])], [obstacle], frame);
    assert.ok(placed.left + 80 <= 100 || placed.top + 16 <= 80 || placed.top >= 120);
  });

  it('shows a forced label even where there is no room, inside the frame', () => {
    const everywhere = { left: 0, top: 0, right: 400, bottom: 300 };
    const [placed] = placeLabels(
      [label('a', [2, 2], { forced: true, gap: 0 })],
      [everywhere],
      frame,
    );
    assert.ok(placed.left >= 0 && placed.top >= 0);
  });
});
