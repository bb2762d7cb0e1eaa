/** One map: base map, features and labels that do not cover each other. Insets are scenes too. */

import { folded } from '../words.js';
import { basemapLabels } from './basemap-labels.js';
import { createBasemap } from './basemap.js';
import { createFeatures } from './features.js';
import { createLabelLayer } from './label-layer.js';
import { placeLabels } from './label-placement.js';
import { L } from './leaflet.js';

/** Below this width, in pixels, only the main places have labels. */
const NARROW = 500;
const NARROW_LABELS = 7;

/** @typedef {ReturnType<typeof createScene>} Scene */

/**
 * @param {HTMLElement} container
 * @param {object} parts
 * @param {import('leaflet').MapOptions} parts.options
 * @param {Parameters<typeof createFeatures>[1]} parts.events
 * @param {(layer: Dateline.LayerId) => string} parts.layerTitle
 * @param {() => void} [parts.onFailure] when the base map cannot be had
 * @param {() => import('./label-placement.js').Box[]} [parts.covered] what lies over the map, in
 *     its pixels
 */
export function createScene(container, { options, events, layerTitle, onFailure, covered }) {
  const map = L.map(container, {
    attributionControl: false,
    zoomControl: false,
    zoomSnap: 0.25,
    wheelPxPerZoomLevel: 90,
    minZoom: 1,
    maxZoom: 13,
    maxBounds: [
      [-85, -220],
      [85, 220],
    ],
    maxBoundsViscosity: 0.8,
    ...options,
  });
  map.setView([20, 0], 2, { animate: false });
  const labelLayer = createLabelLayer(map, 620);
  const basemap = createBasemap(map, {
    onChange: scheduleLabels,
    onFailure: onFailure ?? (() => undefined),
  });
  const features = createFeatures(map, events, layerTitle);
  map.on('moveend zoomend resize', scheduleLabels);
  let scheduled = false;

  return {
    map,
    basemap,
    features: {
      ...features,
      /** @param {Dateline.Feature[]} next */
      setFeatures(next) {
        features.setFeatures(next);
        scheduleLabels();
      },
      /** @param {import('./features.js').Marks} marks */
      setMarks(marks) {
        features.setMarks(marks);
        scheduleLabels();
      },
    },
    refreshLabels: scheduleLabels,
    remove: () => map.remove(),
  };

  function scheduleLabels() {
    if (!scheduled) {
      scheduled = true;
      requestAnimationFrame(() => {
        scheduled = false;
        label();
      });
    }
  }

  function label() {
    const size = map.getSize();
    if (size.x === 0) {
      return;
    }
    const frame = { left: 4, top: 4, right: size.x - 4, bottom: size.y - 4 };
    let own = features.labels(frame);
    if (size.x < NARROW) {
      own = own.sort((a, b) => b.priority - a.priority).slice(0, NARROW_LABELS);
    }
    const taken = new Set(features.features().map(({ properties }) => folded(properties.location)));
    const view = {
      zoom: map.getZoom(),
      frame,
      project: (/** @type {Dateline.LonLat} */ [lon, lat]) => {
        const { x, y } = map.latLngToContainerPoint([lat, lon]);
        return /** @type {Dateline.Pixel} */ ([x, y]);
      },
    };
    const labels = new Map(
      [...own, ...basemapLabels(basemap, view, taken)].map((request) => [request.id, request]),
    );
    const obstacles = [...features.symbolBoxes(), ...(covered?.() ?? [])];
    labelLayer.show(placeLabels([...labels.values()], obstacles, frame), labels);
  }
}
