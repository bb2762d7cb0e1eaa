/** Fill patterns and arrow heads, once per page; Leaflet's paths refer to them by id. */

import { svg } from '../dom.js';

/** @type {Dateline.LayerId[]} */
const FILLED = ['fighting', 'displacement', 'supply', 'scenes', 'claims', 'locations'];

const HATCH = 'M-1.5 1.5 1.5-1.5M0 6 6 0M4.5 7.5 7.5 4.5';

/** Adds the definitions to the page. */
export function definePatterns() {
  const definitions = svg('defs');
  for (const layer of FILLED) {
    definitions.append(
      pattern(layer, 'area', 0.12, 0.5),
      pattern(layer, 'soft', 0.045, 0.2),
      pattern(layer, 'hollow', 0.045, 0),
    );
  }
  for (const layer of [...FILLED, 'context', 'metonyms']) {
    definitions.append(arrowHead(layer));
  }
  document.body.append(
    svg(
      'svg',
      { class: 'definitions', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false' },
      definitions,
    ),
  );
}

/**
 * What someone claims is hollow: an outline, or, where a soft edge has none, a ground without marks.
 *
 * @param {Dateline.LayerId} layer
 * @param {{soft?: boolean, claimed: boolean}} look
 * @returns {string} what Leaflet takes as a fill colour
 */
export function fillOf(layer, { soft = false, claimed }) {
  if ((claimed && !soft) || !FILLED.includes(layer)) {
    return 'transparent';
  }
  return `url(#${claimed ? 'hollow' : soft ? 'soft' : 'area'}-${layer})`;
}

/** @param {Dateline.LayerId} layer */
export function arrowOf(layer) {
  return `url(#arrow-${layer})`;
}

/**
 * @param {Dateline.LayerId} layer
 * @param {'area' | 'soft' | 'hollow'} kind
 * @param {number} tint opacity of the ground
 * @param {number} mark opacity of hatch or dots, 0 for none
 */
function pattern(layer, kind, tint, mark) {
  return svg(
    'pattern',
    {
      id: `${kind}-${layer}`,
      class: `look-${layer}`,
      width: 6,
      height: 6,
      patternUnits: 'userSpaceOnUse',
    },
    svg('rect', { class: 'pattern-ground', width: 6, height: 6, 'fill-opacity': tint }),
    mark > 0 &&
      layer === 'fighting' &&
      svg('path', { class: 'pattern-hatch', d: HATCH, 'stroke-opacity': mark }),
    mark > 0 &&
      layer === 'supply' &&
      svg('circle', { class: 'pattern-dot', cx: 3, cy: 3, r: 1.1, 'fill-opacity': mark + 0.2 }),
  );
}

/** @param {string} layer */
function arrowHead(layer) {
  return svg(
    'marker',
    {
      id: `arrow-${layer}`,
      class: `look-${layer}`,
      viewBox: '0 0 12 12',
      refX: 10,
      refY: 6,
      markerWidth: 13,
      markerHeight: 13,
      markerUnits: 'userSpaceOnUse',
      orient: 'auto',
    },
    svg('path', { class: 'arrow-head', d: 'M1 1 11 6 1 11 3.5 6Z' }),
  );
}
