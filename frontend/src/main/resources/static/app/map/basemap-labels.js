/** Which names of countries, towns, units and waters the base map would like to show. */

import { parts } from '../geo/bounds.js';
import { folded } from '../words.js';
import { textWidth } from './measure.js';
import { isWithin, roomInView } from './room.js';

/**
 * @typedef {import('./label-placement.js').LabelRequest & {text: string, kind: string, dot?: boolean}} MapLabel
 */

const FAMILY = 'system-ui, sans-serif';

/** Zoom from which towns of a rank have names: capitals, seats of first-level units, towns. */
const TOWN_ZOOM = [Infinity, 4, 5.5, 6.5, 7.5, 8.5];

/**
 * @param {import('./basemap.js').Basemap} basemap
 * @param {object} view
 * @param {number} view.zoom
 * @param {(position: Dateline.LonLat) => Dateline.Pixel} view.project to pixels of the frame
 * @param {import('./label-placement.js').Box} view.frame
 * @param {ReadonlySet<string>} taken folded names that the report's own labels show already
 * @returns {MapLabel[]}
 */
export function basemapLabels(basemap, view, taken) {
  return [...countryNames(basemap, view), ...detailNames(basemap, view, taken)];
}

/**
 * @param {import('./basemap.js').Basemap} basemap
 * @param {Parameters<typeof basemapLabels>[1]} view
 * @returns {MapLabel[]}
 */
function countryNames(basemap, { zoom, project, frame }) {
  const labels = [];
  for (const [code, { outline, bounds }] of basemap.countries) {
    const { name, label, rank = 5 } = outline.properties;
    if (!name || !label || bounds === null || zoom < rank + 0.5) {
      continue;
    }
    const [west, south] = [project([bounds[0], bounds[3]]), project([bounds[2], bounds[1]])];
    if (west[0] > frame.right || south[0] < frame.left || west[1] > frame.bottom) {
      continue;
    }
    if (south[1] < frame.top) {
      continue;
    }
    const text = name.toUpperCase();
    const width = textWidth(text, `600 11px ${FAMILY}`, 1.5) + 4;
    const at = isWithin(project(label), frame, width)
      ? project(label)
      : roomInView(outline.geometry, project, frame, width);
    if (at !== null) {
      labels.push({
        id: `country ${code}`,
        at,
        width,
        height: 14,
        gap: 0,
        priority: 500 - rank,
        text,
        kind: 'country',
      });
    }
  }
  return labels;
}

/**
 * @param {import('./basemap.js').Basemap} basemap
 * @param {Parameters<typeof basemapLabels>[1]} view
 * @param {ReadonlySet<string>} taken
 * @returns {MapLabel[]}
 */
function detailNames(basemap, { zoom, project, frame }, taken) {
  /** @type {MapLabel[]} */
  const labels = [];
  // A river comes in a piece for each country, and is named once.
  /** @type {Set<string>} */
  const waters = new Set();
  basemap.details.forEach(({ geometry, properties }, index) => {
    const { kind, name, rank = 5, min_zoom: minZoom } = properties;
    if (!name) {
      return;
    }
    if (kind === 'place' && geometry.type === 'Point') {
      const at = project(geometry.coordinates);
      const visible = zoom >= (minZoom ?? TOWN_ZOOM[Math.min(rank, 5)]);
      if (visible && isWithin(at, frame, 0) && !taken.has(folded(name))) {
        labels.push({
          id: `town ${index}`,
          at,
          width: textWidth(name, `${rank === 1 ? 500 : 400} 12px ${FAMILY}`) + 2,
          height: 15,
          gap: 6,
          priority: 300 - rank * 20,
          text: name,
          kind: rank === 1 ? 'capital' : 'town',
          dot: true,
        });
      }
    } else if ((kind === 'river' && zoom >= 6) || (kind === 'lake' && zoom >= 5.5)) {
      const line = parts(geometry).reduce((a, b) => (b.length > a.length ? b : a));
      const middle = project(line[Math.floor(line.length / 2)]);
      if (isWithin(middle, frame, 0) && !waters.has(name)) {
        waters.add(name);
        labels.push({
          id: `${kind} ${index}`,
          at: middle,
          width: textWidth(name, `italic 11px ${FAMILY}`) + 2,
          height: 13,
          gap: kind === 'lake' ? 0 : 4,
          priority: 100,
          text: name,
          kind: 'water',
        });
      }
    }
  });
  return labels;
}
