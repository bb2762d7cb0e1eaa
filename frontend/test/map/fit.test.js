import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { frameToFit } from '../../src/main/resources/static/app/map/fit.js';

const frame = { left: 0, top: 0, right: 1000, bottom: 800 };
const legend = { left: 10, top: 500, right: 280, bottom: 790 };
const wide = (/** @type {import('../../src/main/resources/static/app/map/edges.js').Frame} */ f) =>
  Math.log2(f.right - f.left);
const tall = (/** @type {import('../../src/main/resources/static/app/map/edges.js').Frame} */ f) =>
  Math.log2(f.bottom - f.top);

describe('the part of the map that a view is fitted into', () => {
  it('is the whole where nothing would be hidden', () => {
    assert.deepEqual(
      frameToFit(frame, legend, wide, () => false),
      frame,
    );
    assert.deepEqual(
      frameToFit(frame, null, wide, () => true),
      frame,
    );
  });

  it('lies above the legend for what is wide, beside it for what is tall', () => {
    assert.deepEqual(
      frameToFit(frame, legend, wide, () => true),
      { ...frame, bottom: 500 },
    );
    assert.deepEqual(
      frameToFit(frame, legend, tall, () => true),
      { ...frame, left: 280 },
    );
  });

  it('is the whole where seeing everything would cost more than a zoom level', () => {
    const large = { left: 0, top: 50, right: 990, bottom: 800 };
    assert.deepEqual(
      frameToFit(
        frame,
        large,
        (f) => Math.min(wide(f), tall(f)),
        () => true,
      ),
      frame,
    );
  });
});
