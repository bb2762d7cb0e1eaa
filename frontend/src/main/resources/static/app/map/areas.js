/** Draws features that are areas. */

import { anchorOf } from '../geo/anchor.js';
import { scaled } from '../geo/rings.js';
import { standingOf } from '../looks.js';
import { L } from './leaflet.js';
import { fillOf } from './patterns.js';

/**
 * A vague area's edge fades over its outer third: three nested polygons, which together give 4, 8
 * and 12 %.
 */
const SOFT_STEPS = [1, 0.84, 0.67];

/**
 * @param {import('leaflet').Map} map
 * @param {import('leaflet').Renderer} renderer
 * @param {Dateline.Feature} feature
 * @returns {import('./features.js').Drawn}
 */
export function drawArea(map, renderer, feature) {
  const { layer, soft = false } = feature.properties;
  const standing = standingOf(feature.properties);
  const classes = [
    'area',
    `look-${layer}`,
    `is-${standing.checked}`,
    soft ? 'is-soft' : '',
    standing.claimed ? 'is-claimed' : '',
  ];
  const centre = anchorOf(feature);
  const steps = soft ? SOFT_STEPS : [1];
  const shapes = steps.map((factor) =>
    L.geoJSON(/** @type {any} */ (scaled(feature.geometry, centre, factor)), {
      ...{ renderer },
      style: {
        className: classes.filter(Boolean).join(' '),
        fillColor: fillOf(layer, { soft, claimed: standing.claimed }),
        fillOpacity: 1,
        weight: 2,
      },
    }),
  );
  const group = L.featureGroup(shapes).addTo(map);
  return {
    layer: group,
    elements: () => pathsOf(group),
  };
}

/**
 * The area around a point in which the place may lie.
 *
 * @param {import('leaflet').Map} map
 * @param {import('leaflet').Renderer} renderer
 * @param {Dateline.Feature} feature a point
 * @returns {import('./features.js').Drawn}
 */
export function drawUncertainty(map, renderer, feature) {
  const [lon, lat] = anchorOf(feature);
  const circle = L.circle([lat, lon], {
    renderer,
    radius: feature.properties.uncertainty_m ?? 0,
    className: `uncertainty look-${feature.properties.layer}`,
    interactive: false,
    fill: false,
    weight: 1.5,
  }).addTo(map);
  return { layer: circle, elements: () => pathsOf(L.featureGroup([circle])) };
}

/**
 * @param {import('leaflet').FeatureGroup} group
 * @returns {Element[]}
 */
export function pathsOf(group) {
  /** @type {Element[]} */
  const elements = [];
  group.eachLayer((layer) => {
    if (layer instanceof L.FeatureGroup) {
      elements.push(...pathsOf(layer));
    } else if (layer instanceof L.Path) {
      const element = layer.getElement();
      if (element) {
        elements.push(element);
      }
    }
  });
  return elements;
}
