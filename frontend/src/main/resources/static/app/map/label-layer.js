/** Shows placed labels on the map. */

import { element } from '../dom.js';
import { L } from './leaflet.js';

/** @typedef {import('./basemap-labels.js').MapLabel & {className?: string, feature?: string, onClick?: () => void}} ShownLabel */

/**
 * @param {import('leaflet').Map} map
 * @param {number} zIndex
 */
export function createLabelLayer(map, zIndex) {
  const pane = map.createPane('labels');
  pane.style.zIndex = String(zIndex);
  pane.setAttribute('aria-hidden', 'true');
  // Between zooms the positions are wrong; the map's end of zoom places them anew.
  map.on('zoomanim zoomstart', () => pane.classList.add('is-stale'));

  return {
    /**
     * @param {import('./label-placement.js').PlacedLabel[]} placed in pixels of the frame
     * @param {Map<string, ShownLabel>} labels by id
     */
    show(placed, labels) {
      pane.replaceChildren();
      pane.classList.remove('is-stale');
      for (const { id, left, top } of placed) {
        const label = labels.get(id);
        if (label === undefined) {
          continue;
        }
        if (label.dot) {
          const dot = element('i', { class: 'town-dot' });
          L.DomUtil.setPosition(dot, map.containerPointToLayerPoint(label.at));
          pane.append(dot);
        }
        const node = element(
          'span',
          {
            class: `map-label map-label--${label.kind} ${label.className ?? ''}`,
            'data-label': label.feature,
            onclick: label.onClick,
          },
          label.text,
        );
        L.DomUtil.setPosition(node, map.containerPointToLayerPoint([left, top]));
        pane.append(node);
      }
    },
  };
}
