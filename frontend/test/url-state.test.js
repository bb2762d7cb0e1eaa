import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatUrlState, parseUrlState } from '../src/main/resources/static/app/url-state.js';

describe('the view in the address', () => {
  it('comes back as it was written', () => {
    /** @type {import('../src/main/resources/static/app/url-state.js').UrlState} */
    const state = {
      place: 'el-fasher',
      layers: ['supply', 'fighting'],
      onlyUnverified: true,
      tab: 'places',
      position: { zoom: 6.25, lat: 13.63, lon: -25.35 },
    };
    const url = formatUrlState(state);
    assert.equal(
      url,
      '?place=el-fasher&layers=fighting,supply&status=unverified&tab=places#6.25/13.63/-25.35',
    );
    const [search, hash] = url.split('#');
    assert.deepEqual(parseUrlState(search, hash), { ...state, layers: ['fighting', 'supply'] });
  });

  it('is nothing for the first view', () => {
    const state = parseUrlState('', '');
    assert.equal(formatUrlState(state), '');
    assert.equal(state.layers, null);
  });

  it('keeps the choice of no layer at all', () => {
    assert.deepEqual(parseUrlState('?layers=', '').layers, []);
    assert.equal(formatUrlState({ ...parseUrlState('', ''), layers: [] }), '?layers=');
  });

  for (const [search, hash] of [
    ['?layers=walls,<b>', '#7/13'],
    ['?tab=admin&x=1', '#7/130/2'],
    ['?status=all', '#nonsense'],
    ['?place=', '#99/1/1'],
  ]) {
    it(`ignores what it cannot use: ${search}${hash}`, () => {
      const state = parseUrlState(search, hash);
      assert.equal(state.place, null);
      assert.equal(state.position, null);
      assert.equal(state.tab, 'text');
      assert.equal(state.onlyUnverified, false);
    });
  }

  it('writes more decimals when the map is close', () => {
    const position = { zoom: 11, lat: 13.123456, lon: 2.5 };
    assert.equal(formatUrlState({ ...parseUrlState('', ''), position }), '#11/13.1235/2.5000');
  });
});
