/** Draws movements: a line from where to where, with an arrow head; never a route. */

import { parts } from '../geo/bounds.js';
import { trimmed } from '../geo/lines.js';
import { pathsOf } from './areas.js';
import { L } from './leaflet.js';
import { arrowOf } from './patterns.js';

/** Pixels that the line keeps away from the symbols at its ends. */
const START_GAP = 14;
const END_GAP = 16;

/**
 * @param {import('leaflet').Map} map
 * @param {import('leaflet').Renderer} renderer
 * @param {Dateline.Feature} feature
 * @returns {import('./features.js').Drawn}
 */
export function drawMovement(map, renderer, feature) {
  const { layer } = feature.properties;
  const lines = parts(feature.geometry);
  const group = L.featureGroup().addTo(map);
  lines.forEach((line, index) => {
    const shown = trimmedAtZoom(map, line, index === 0, index === lines.length - 1);
    const options = { renderer, noClip: true, smoothFactor: 1 };
    // Wide and invisible, so that a pointer need not hit three pixels.
    L.polyline(shown, { ...options, className: 'movement-reach', weight: 16 }).addTo(group);
    const path = L.polyline(shown, { ...options, className: `movement look-${layer}`, weight: 3 });
    path.addTo(group);
    if (index === lines.length - 1) {
      path.getElement()?.setAttribute('marker-end', arrowOf(layer));
    }
  });
  return { layer: group, elements: () => pathsOf(group) };
}

/**
 * @param {import('leaflet').Map} map
 * @param {Dateline.LonLat[]} line
 * @param {boolean} first
 * @param {boolean} last
 */
function trimmedAtZoom(map, line, first, last) {
  const zoom = map.getZoom();
  const pixels = line.map(([lon, lat]) => {
    const { x, y } = map.project([lat, lon], zoom);
    return /** @type {Dateline.Pixel} */ ([x, y]);
  });
  return trimmed(pixels, first ? START_GAP : 0, last ? END_GAP : 0).map((pixel) =>
    map.unproject(pixel, zoom),
  );
}
