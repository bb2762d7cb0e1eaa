/** The one position that stands for a feature: its symbol's or its label's. */

import { boundsOf, parts } from './bounds.js';

/**
 * @param {Dateline.Feature} feature
 * @returns {Dateline.LonLat}
 */
export function anchorOf(feature) {
  const { geometry, properties } = feature;
  if (properties.label_point) {
    return properties.label_point;
  }
  switch (geometry.type) {
    case 'Point':
      return geometry.coordinates;
    case 'LineString':
    case 'MultiLineString': {
      const line = parts(geometry).reduce((a, b) => (b.length > a.length ? b : a));
      return line[Math.floor(line.length / 2)];
    }
    default: {
      const bounds = boundsOf([geometry]);
      return bounds === null ? [0, 0] : [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
    }
  }
}

/** @param {Dateline.Feature} feature */
export function isLine(feature) {
  return feature.geometry.type.endsWith('LineString');
}

/** @param {Dateline.Feature} feature */
export function isArea(feature) {
  return feature.geometry.type.endsWith('Polygon');
}

/**
 * @param {Dateline.Feature} feature a movement
 * @returns {Dateline.LonLat[]} its two ends, origin first
 */
export function endsOf(feature) {
  const lines = parts(feature.geometry);
  const last = lines[lines.length - 1];
  return [lines[0][0], last[last.length - 1]];
}
