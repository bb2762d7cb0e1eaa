/** What the legend says of the features on the map. */

import { standingOf } from '../looks.js';
import { counted } from '../words.js';

/**
 * @param {Dateline.Feature[]} features of one layer
 * @returns {string} "3 areas", "2 places and 1 movement"
 */
export function contents(features) {
  const areas = features.filter(
    ({ geometry, properties }) =>
      geometry.type.endsWith('Polygon') && (properties.generalised ?? 'none') === 'none',
  ).length;
  const movements = features.filter(({ geometry }) => geometry.type.endsWith('LineString')).length;
  const places = features.length - areas - movements;
  const parts = [
    areas > 0 && counted(areas, 'area'),
    places > 0 && counted(places, 'place'),
    movements > 0 && counted(movements, 'movement'),
  ].filter(Boolean);
  return parts.length < 3 ? parts.join(' and ') : `${parts[0]}, ${parts[1]} and ${parts[2]}`;
}

/**
 * @typedef {'verified' | 'automatic' | 'claimed' | 'disputed'} Sureness
 *
 * @param {Dateline.Feature[]} features on the map
 * @returns {Sureness[]} those that occur, surest first
 */
export function sureness(features) {
  const standings = features.map(({ properties }) => standingOf(properties));
  /** @type {[Sureness, boolean][]} */
  const kinds = [
    ['verified', standings.some(({ checked }) => checked === 'verified')],
    ['automatic', standings.some(({ checked }) => checked === 'automatic')],
    ['claimed', standings.some(({ claimed }) => claimed)],
    ['disputed', standings.some(({ disputed }) => disputed)],
  ];
  return kinds.filter(([, occurs]) => occurs).map(([kind]) => kind);
}
