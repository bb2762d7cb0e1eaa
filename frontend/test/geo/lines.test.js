import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  arrow,
  exit,
  lengthOf,
  middle,
  onFrame,
  trimmed,
} from '../../src/main/resources/static/app/geo/lines.js';

const frame = { left: 0, top: 0, right: 100, bottom: 100 };

describe('lines on the screen', () => {
  it('leave the frame where they cross its edge', () => {
    const left = exit(
      [
        [50, 50],
        [50, 80],
        [150, 80],
      ],
      frame,
    );
    assert.deepEqual(left?.point, [100, 80]);
    assert.deepEqual(left?.direction, [100, 0]);
  });

  it('do not leave a frame that holds all of them, or that they never were in', () => {
    assert.equal(
      exit(
        [
          [1, 1],
          [99, 99],
        ],
        frame,
      ),
      null,
    );
    assert.equal(
      exit(
        [
          [-5, 1],
          [50, 50],
        ],
        frame,
      ),
      null,
    );
    assert.equal(exit([], frame), null);
  });

  it('are cut at both ends, but not to nothing', () => {
    /** @type {Dateline.Pixel[]} */
    const line = [
      [0, 0],
      [60, 0],
      [100, 0],
    ];
    assert.deepEqual(trimmed(line, 10, 20), [
      [10, 0],
      [60, 0],
      [80, 0],
    ]);
    assert.deepEqual(trimmed(line, 60, 5), [
      [60, 0],
      [95, 0],
    ]);
    assert.equal(trimmed(line, 60, 30), line);
  });

  it('have a middle by length, not by vertices', () => {
    assert.deepEqual(
      middle([
        [0, 0],
        [10, 0],
        [100, 0],
      ]),
      [50, 0],
    );
    assert.equal(
      lengthOf([
        [0, 0],
        [3, 4],
      ]),
      5,
    );
  });

  for (const [direction, sign] of /** @type {[Dateline.Pixel, string][]} */ ([
    [[1, 0], '→'],
    [[1, -1], '↗'],
    [[0, -5], '↑'],
    [[-1, -1], '↖'],
    [[-3, 0], '←'],
    [[-1, 1], '↙'],
    [[0, 2], '↓'],
    [[9, 8], '↘'],
  ])) {
    it(`point ${sign} for ${direction}`, () => assert.equal(arrow(direction), sign));
  }

  it('meet the frame on the way to a point outside', () => {
    assert.deepEqual(onFrame([50, 50], [250, 50], frame), [100, 50]);
    assert.deepEqual(onFrame([50, 50], [250, -150], frame), [100, 0]);
  });
});
