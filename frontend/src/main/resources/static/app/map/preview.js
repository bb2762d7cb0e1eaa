/** Locations that are not on the map yet: what a file would add. */

import { L } from './leaflet.js';

/** @typedef {ReturnType<typeof createPreview>} Preview */

/** @param {import('leaflet').Map} map */
export function createPreview(map) {
  map.createPane('preview').style.zIndex = '655';
  const renderer = L.svg({ pane: 'preview', padding: 0.5 });
  const group = L.layerGroup().addTo(map);
  return {
    /** @param {{type: string, features: object[]}} collection none takes them away */
    show(collection) {
      group.clearLayers();
      group.addLayer(
        L.geoJSON(/** @type {any} */ (collection), {
          style: () => ({ renderer, className: 'preview-shape', interactive: false }),
          pointToLayer: (_, at) =>
            L.circleMarker(at, { renderer, radius: 6, className: 'preview-shape' }),
        }),
      );
    },

    clear: () => void group.clearLayers(),
  };
}
