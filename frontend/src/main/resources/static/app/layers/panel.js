/** The layers tab: on and off, opacity, what a layer is, and its address for other programs. */

import { element } from '../dom.js';
import { symbol } from '../looks.js';
import { counted } from '../words.js';

/** After this long a layer that has not come offers to be asked for again. */
const SLOW_MS = 3000;

/**
 * @param {HTMLElement} pane
 * @param {object} events
 * @param {(layer: Dateline.LayerId, on: boolean) => void} events.onToggle
 * @param {(layer: Dateline.LayerId, opacity: number) => void} events.onOpacity
 * @param {(layer: Dateline.Layer) => void} events.onCopy
 * @param {(layer: Dateline.Layer) => void} events.onZoom
 * @param {(layer: Dateline.LayerId) => void} events.onRetry
 */
export function createLayersPanel(pane, events) {
  /** @type {Map<Dateline.LayerId, {box: HTMLInputElement, state: HTMLElement, timer?: ReturnType<typeof setTimeout>}>} */
  const rows = new Map();
  const list = element('ul', { class: 'layer-list' });
  pane.replaceChildren(list, baseNote());

  return {
    /** @param {Dateline.Layer[]} layers bottom to top; what they hold may have changed */
    setLayers(layers) {
      list.replaceChildren(...layers.map(layerRow));
    },

    /** @param {Readonly<Dateline.State>} state */
    show({ layers: on }) {
      for (const [id, { box }] of rows) {
        box.checked = on.has(id);
      }
    },

    /**
     * @param {Dateline.LayerId} layer
     * @param {'loading' | 'loaded' | 'failed'} stage
     */
    tell(layer, stage) {
      const row = rows.get(layer);
      if (row === undefined) {
        return;
      }
      clearTimeout(row.timer);
      if (stage === 'loading') {
        row.state.replaceChildren(element('span', { class: 'bar-loading' }), 'Loading places…');
        row.timer = setTimeout(() => {
          row.state.replaceChildren('Still loading — ', retry(layer));
        }, SLOW_MS);
      } else if (stage === 'failed') {
        row.state.replaceChildren('This layer could not be loaded. ', retry(layer));
      } else {
        row.state.replaceChildren();
      }
    },
  };

  /** @param {Dateline.LayerId} layer */
  function retry(layer) {
    return element(
      'button',
      { type: 'button', class: 'text-button', onclick: () => events.onRetry(layer) },
      'Retry',
    );
  }

  /** @param {Dateline.Layer} layer */
  function layerRow(layer) {
    const box = element('input', {
      type: 'checkbox',
      id: `layer-${layer.id}`,
      onchange: () => events.onToggle(layer.id, box.checked),
    });
    const state = element('p', { class: 'layer-state', role: 'status' });
    const opacity = element('input', {
      type: 'range',
      min: 0.2,
      max: 1,
      step: 0.1,
      value: 1,
      'aria-label': `Opacity of ${layer.title}`,
      oninput: () => events.onOpacity(layer.id, Number(opacity.value)),
    });
    rows.set(layer.id, { box, state });
    return element(
      'li',
      { class: `layer look-${layer.id}`, 'data-layer-row': layer.id },
      element(
        'div',
        { class: 'layer-head' },
        box,
        element(
          'label',
          { for: box.id },
          symbol(layer.id, { size: 18 }),
          element('span', {}, layer.title),
          element('span', { class: 'count' }, String(layer.count)),
        ),
      ),
      state,
      layer.count > 0 &&
        element(
          'div',
          { class: 'layer-tools' },
          element('label', { class: 'opacity' }, 'Opacity ', opacity),
          layer.bbox !== null &&
            element(
              'button',
              { type: 'button', class: 'text-button', onclick: () => events.onZoom(layer) },
              'Zoom to',
            ),
          element(
            'button',
            { type: 'button', class: 'text-button', onclick: () => events.onCopy(layer) },
            'Copy GeoJSON URL',
          ),
        ),
      element(
        'details',
        { class: 'layer-about' },
        element('summary', {}, 'About this layer'),
        element(
          'dl',
          {},
          ...fact('What', layer.description),
          ...fact('Holds', counted(layer.count, 'feature')),
          ...fact('Source', layer.source),
          ...fact('Licence', layer.license),
          ...fact('Updated', layer.updated_at?.slice(0, 10) ?? null),
        ),
      ),
    );
  }

  /**
   * @param {string} term
   * @param {string | null} words
   */
  function fact(term, words) {
    return words ? [element('dt', {}, term), element('dd', {}, words)] : [];
  }

  function baseNote() {
    return element(
      'p',
      { class: 'group-note' },
      'Base map: outlines, rivers, lakes and towns from Natural Earth and GeoNames, served with the page.',
    );
  }
}
