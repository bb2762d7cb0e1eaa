import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatCoordinates,
  parseCoordinates,
} from '../../src/main/resources/static/app/search/coordinates.js';

describe('coordinates', () => {
  for (const [text, lat, lon] of /** @type {[string, number, number][]} */ ([
    ['12.53, -7.95', 12.53, -7.95],
    ['12.53 -7.95', 12.53, -7.95],
    ['12.53;-7.95', 12.53, -7.95],
    ["12°32'N 7°57'W", 12.53333, -7.95],
    ['12°31′48″N, 7°57′0″W', 12.53, -7.95],
    ['7.95W 12.53N', 12.53, -7.95],
    ['33.5S, 18.4E', -33.5, 18.4],
    ['+15 30', 15, 30],
  ])) {
    it(`reads ${text}`, () => {
      const parsed = parseCoordinates(text);
      assert.ok(parsed !== null && 'position' in parsed);
      assert.equal(parsed.position.lat.toFixed(4), lat.toFixed(4));
      assert.equal(parsed.position.lon.toFixed(4), lon.toFixed(4));
    });
  }

  for (const text of ['Port Sudan', '12', 'Road 12', '2022-03', '']) {
    it(`takes “${text}” for words`, () => assert.equal(parseCoordinates(text), null));
  }

  it('says what is wrong and offers the other order', () => {
    const parsed = parseCoordinates('112.5, -7.95');
    assert.ok(parsed !== null && 'error' in parsed);
    assert.match(parsed.error, /latitude must be between -90 and 90/);
    assert.deepEqual(parsed.swapped, { lat: -7.95, lon: 112.5 });
  });

  it('offers nothing when no order helps', () => {
    const parsed = parseCoordinates('200, 100');
    assert.ok(parsed !== null && 'error' in parsed);
    assert.equal(parsed.swapped, null);
  });

  it('writes no more decimals than are known', () => {
    assert.equal(formatCoordinates({ lat: 12.5, lon: -7.123456789 }), '12.5, -7.12346');
    assert.equal(formatCoordinates({ lat: 12.345, lon: -7.125 }, 2), '12.35, -7.13');
  });
});
