/** Places that come into question for a name, with the keys that choose them; and picking a point. */

import { element } from '../dom.js';
import { L } from './leaflet.js';

/**
 * @typedef {object} Candidate
 * @property {string} sign what stands on it: a number, or "✓" for the machine's choice
 * @property {string} name
 * @property {Dateline.LonLat} at
 * @property {boolean} chosen whether it is the one that would be confirmed
 * @property {() => void} onChoose
 */

/** @typedef {ReturnType<typeof createCandidates>} Candidates */

/** @param {import('leaflet').Map} map */
export function createCandidates(map) {
  map.createPane('candidates').style.zIndex = '660';
  const group = L.layerGroup().addTo(map);
  /** @type {((event: import('leaflet').LeafletMouseEvent) => void) | null} */
  let picking = null;

  return {
    /** @param {Candidate[]} candidates none takes them away */
    show(candidates) {
      group.clearLayers();
      for (const candidate of candidates) {
        group.addLayer(marker(candidate));
      }
    },

    /**
     * The next click on the map gives a point.
     *
     * @param {(at: Dateline.LonLat) => void} onPick
     */
    pick(onPick) {
      stopPicking();
      map.getContainer().classList.add('is-picking');
      picking = ({ latlng }) => {
        stopPicking();
        onPick([latlng.lng, latlng.lat]);
      };
      map.on('click', picking);
    },

    stopPicking,
  };

  function stopPicking() {
    if (picking !== null) {
      map.off('click', picking);
      picking = null;
      map.getContainer().classList.remove('is-picking');
    }
  }

  /** @param {Candidate} candidate */
  function marker({ sign, name, at: [lon, lat], chosen, onChoose }) {
    const sized = element(
      'div',
      { class: chosen ? 'review-pin is-chosen' : 'review-pin' },
      element('span', {}, sign),
    );
    const icon = L.divIcon({ html: sized, className: 'symbol-anchor', iconSize: [0, 0] });
    return L.marker([lat, lon], {
      icon,
      pane: 'candidates',
      title: name,
      alt: `${sign}: ${name}`,
      zIndexOffset: chosen ? 500 : 0,
    }).on('click', onChoose);
  }
}
