/** Draws symbols for places and stacks of places. */

import { element } from '../dom.js';
import { standingOf, symbol } from '../looks.js';
import { counted } from '../words.js';
import { L } from './leaflet.js';

/**
 * A symbol's size grows with the square root of how often the report names the place.
 *
 * @param {Dateline.Feature} feature
 * @returns {number} pixels, 18 to 30
 */
export function symbolSize(feature) {
  return Math.min(30, 18 + 4 * (Math.sqrt(feature.properties.mention_count) - 1) * 1.6);
}

/**
 * @param {import('leaflet').Map} map
 * @param {Dateline.Feature[]} features one, or several that lie too close to tell apart
 * @param {Dateline.LonLat} at
 * @param {{title: string, pane: string, onOpen: (opener: HTMLElement) => void}} options
 * @returns {import('./features.js').Drawn}
 */
export function drawPoint(map, features, at, { title, pane, onOpen }) {
  const icon = features.length === 1 ? single(features[0]) : stack(features);
  icon.setAttribute('aria-label', title);
  icon.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      event.stopPropagation();
      onOpen(icon);
    }
  });
  const width = Number(icon.dataset.width);
  const marker = L.marker([at[1], at[0]], {
    pane,
    icon: L.divIcon({ html: icon, className: 'symbol-anchor', iconSize: [width, 30] }),
    keyboard: false,
  }).addTo(map);
  marker.on('click', () => onOpen(icon));
  return { layer: marker, elements: () => [icon] };
}

/** @param {Dateline.Feature} feature */
function single(feature) {
  const size = symbolSize(feature);
  const standing = standingOf(feature.properties);
  return element(
    'div',
    {
      class: 'place-symbol',
      role: 'button',
      tabindex: 0,
      'data-symbol': feature.id,
      'data-width': size + 4,
    },
    symbol(feature.properties.layer, { size, standing }),
    standing.checked === 'automatic' &&
      element('span', { class: 'badge', 'aria-hidden': 'true' }, '?'),
  );
}

/** @param {Dateline.Feature[]} features */
function stack(features) {
  /** @type {Dateline.Feature[]} */
  const looks = [];
  for (const feature of features) {
    if (!looks.some((other) => other.properties.layer === feature.properties.layer)) {
      looks.push(feature);
    }
  }
  const shown = looks.slice(0, 3);
  return element(
    'div',
    {
      class: 'place-symbol place-symbol--stack',
      role: 'button',
      tabindex: 0,
      'data-symbol': features.map(({ id }) => id).join(' '),
      'data-width': 12 + shown.length * 16,
    },
    ...shown.map((feature) => symbol(feature.properties.layer, { size: 20 })),
    element(
      'span',
      { class: 'badge badge--count', 'aria-hidden': 'true' },
      String(features.length),
    ),
  );
}

/**
 * What a screen reader says of a symbol.
 *
 * @param {Dateline.Feature[]} features
 * @param {(layer: Dateline.LayerId) => string} layerTitle
 */
export function symbolTitle(features, layerTitle) {
  if (features.length > 1) {
    const names = features.map(({ properties }) => properties.location).join(', ');
    return `${counted(features.length, 'place')} close together: ${names}`;
  }
  const [{ properties }] = features;
  return [
    properties.location,
    layerTitle(properties.layer),
    counted(properties.mention_count, 'mention'),
  ].join(', ');
}
