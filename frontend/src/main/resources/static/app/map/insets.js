/** Small maps in the corner: the whole of a line that leaves the frame, and what a stack holds. */

import { element } from '../dom.js';
import { anchorOf } from '../geo/anchor.js';
import { boundsOf } from '../geo/bounds.js';
import { symbol } from '../looks.js';
import { counted } from '../words.js';
import { createScene } from './scene.js';

const STILL = {
  dragging: false,
  touchZoom: false,
  scrollWheelZoom: false,
  doubleClickZoom: false,
  boxZoom: false,
  keyboard: false,
  zoomAnimation: false,
  fadeAnimation: false,
  zoomSnap: 0,
  minZoom: 0,
};

/**
 * @param {HTMLElement} container
 * @param {object} events
 * @param {(id: string, opener: HTMLElement | null) => void} events.onOpen
 * @param {(features: Dateline.Feature[]) => void} events.onZoomTo
 * @param {() => void} events.onChange when an inset opened or closed
 * @param {(layer: Dateline.LayerId) => string} layerTitle
 */
export function createInsets(container, { onOpen, onZoomTo, onChange }, layerTitle) {
  /** @type {{key: string, node: HTMLElement, scene: import('./scene.js').Scene} | null} */
  let lines = null;
  /** @type {{node: HTMLElement, scene: import('./scene.js').Scene, opener: HTMLElement | null} | null} */
  let stack = null;

  return {
    /**
     * Shows the movements that the frame cuts off, whole.
     *
     * @param {Dateline.Feature[]} features none: no inset
     */
    showLines(features) {
      const key = features.map(({ id }) => id).join(' ');
      if ((lines?.key ?? '') === key) {
        return;
      }
      lines?.scene.remove();
      lines?.node.remove();
      lines = null;
      if (features.length > 0) {
        lines = { key, ...openLines(features) };
      }
      onChange();
    },

    /**
     * @param {Dateline.Feature[]} features places that lie too close to tell apart
     * @param {HTMLElement | null} opener gets the focus back
     */
    showStack(features, opener) {
      closeStack();
      stack = { ...openStack(features), opener };
      onChange();
    },

    /** @returns {boolean} whether there was one to close */
    closeStack,
  };

  function closeStack() {
    if (stack === null) {
      return false;
    }
    stack.scene.remove();
    stack.node.remove();
    if (stack.opener?.isConnected) {
      stack.opener.focus();
    }
    stack = null;
    onChange();
    return true;
  }

  /** @param {Dateline.Feature[]} features */
  function openLines(features) {
    const [{ properties }] = features;
    const title =
      features.length === 1
        ? `${properties.from_name ?? ''} → ${properties.to_name ?? ''}`
        : counted(features.length, 'movement');
    const frame = element('div', { class: 'inset-map' });
    const node = element(
      'button',
      {
        type: 'button',
        class: 'inset inset--lines',
        'data-inset': 'lines',
        'aria-label': `Show the whole line: ${title}`,
        onclick: () => onZoomTo(features),
      },
      frame,
      element('span', { class: 'inset-title' }, title),
    );
    container.append(node);
    const scene = still(frame, features, 12);
    return { node, scene };
  }

  /** @param {Dateline.Feature[]} features */
  function openStack(features) {
    const ranked = [...features].sort(
      (a, b) => b.properties.mention_count - a.properties.mention_count,
    );
    const title = `${ranked[0].properties.location} and around`;
    const frame = element('div', { class: 'inset-map' });
    const node = element(
      'section',
      { class: 'inset inset--stack', 'data-inset': 'stack', 'aria-label': title },
      element(
        'div',
        { class: 'inset-head' },
        element('h2', { tabindex: -1 }, title),
        element(
          'button',
          { type: 'button', class: 'icon-button', 'aria-label': 'Close', onclick: closeStack },
          '×',
        ),
      ),
      frame,
      element(
        'ul',
        { class: 'inset-list' },
        ...ranked.map((feature) =>
          element(
            'li',
            {},
            element(
              'button',
              { type: 'button', onclick: (event) => onOpen(feature.id, event.currentTarget) },
              symbol(feature.properties.layer, { size: 16 }),
              element('bdi', {}, feature.properties.location),
              element('span', { class: 'place-admin' }, layerTitle(feature.properties.layer)),
            ),
          ),
        ),
      ),
      element(
        'button',
        { type: 'button', class: 'button', onclick: () => onZoomTo(features) },
        'Zoom to here',
      ),
    );
    container.prepend(node);
    const scene = still(frame, features, 34);
    node.querySelector('h2')?.focus({ preventScroll: true });
    return { node, scene };
  }

  /**
   * @param {HTMLElement} frame
   * @param {Dateline.Feature[]} features
   * @param {number} padding pixels
   */
  function still(frame, features, padding) {
    const scene = createScene(frame, {
      options: { ...STILL, maxZoom: 11 },
      events: {
        onOpen,
        onHover: () => undefined,
        onStack: (group) => onZoomTo(group),
      },
      layerTitle,
    });
    const bounds = boundsOf(
      features.every((feature) => feature.properties.from_id)
        ? features.map(({ geometry }) => geometry)
        : features.map((feature) => ({ type: 'Point', coordinates: anchorOf(feature) })),
    );
    if (bounds !== null) {
      scene.map.fitBounds(
        [
          [bounds[1], bounds[0]],
          [bounds[3], bounds[2]],
        ],
        { padding: [padding, padding], animate: false },
      );
    }
    scene.features.setFeatures(features);
    return scene;
  }
}
