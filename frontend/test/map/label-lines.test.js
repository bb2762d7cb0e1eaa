import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { inLines } from '../../src/main/resources/static/app/map/label-lines.js';

const width = (/** @type {string} */ line) => line.length;

describe('label lines', () => {
  for (const [text, widest, lines] of /** @type {[string, number, string[]][]} */ ([
    ['Mopti', 3, ['Mopti']],
    ['Lake Chad basin', 20, ['Lake Chad basin']],
    ['Lake Chad basin', 10, ['Lake Chad', 'basin']],
    ['Gulf of Guinea coast', 12, ['Gulf of', 'Guinea coast']],
  ])) {
    it(`are ${lines.length} for "${text}" in ${widest}`, () => {
      assert.deepEqual(inLines(text, widest, width), lines);
    });
  }
});
