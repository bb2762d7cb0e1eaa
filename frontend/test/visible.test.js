import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openingFeature } from '../src/main/resources/static/app/first-view.js';
import { visibleFeatures } from '../src/main/resources/static/app/visible.js';
import { api } from './fixtures/report.js';

/** @typedef {Dateline.LayerId} LayerId */

/**
 * @param {LayerId[]} on
 * @param {{place?: string | null, onlyUnverified?: boolean}} [more]
 */
function visible(on, { place = null, onlyUnverified = false } = {}) {
  return visibleFeatures(
    /** @type {Dateline.Layer[]} */ (api.layers.layers),
    (layer) => api.features[layer],
    { layers: new Set(on), place, onlyUnverified },
  );
}

describe('what the map draws', () => {
  it('is what the layers that are on hold, bottom to top', () => {
    assert.deepEqual(
      [...new Set(visible(['scenes', 'fighting']).map(({ properties }) => properties.layer))],
      ['fighting', 'scenes'],
    );
  });

  it('includes the open place whatever its layer', () => {
    const ids = visible([], { place: 'river-towns.grozny' }).map(({ id }) => id);
    assert.deepEqual(ids, ['river-towns.grozny']);
  });

  it('leaves out what a person has checked when asked to', () => {
    const ids = visible(['fighting'], { onlyUnverified: true }).map(({ id }) => id);
    assert.ok(!ids.includes('river-towns.el-fasher'));
    assert.equal(ids.length, 2);
  });
});

describe('the card that is open at first', () => {
  it('is the vague area’s, the name that readers know least', () => {
    assert.equal(
      openingFeature(visible(['fighting', 'scenes', 'supply']))?.id,
      'river-towns.desert-border',
    );
  });

  it('is the first fighting feature’s when there is no vague area', () => {
    const without = visible(['fighting', 'scenes']).filter(({ properties }) => !properties.soft);
    assert.equal(openingFeature(without)?.id, 'river-towns.north-kordofan');
  });

  it('is none when there is neither', () => {
    assert.equal(openingFeature(visible(['scenes'])), null);
  });
});
