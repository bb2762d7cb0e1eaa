/** The legend: a toggle for each layer, and how sure the map is. */

import { element, svg } from '../dom.js';
import { symbol } from '../looks.js';
import { contents, sureness } from './rows.js';

/** @type {Record<import('./rows.js').Sureness, string>} */
const SURE_WORDS = {
  verified: 'checked by a person',
  automatic: 'automatic, not yet checked',
  claimed: 'claimed by someone',
  disputed: 'disputed',
};

/**
 * @param {HTMLElement} body
 * @param {() => Dateline.Layer[]} layers bottom to top
 * @param {(layer: Dateline.LayerId, on: boolean) => void} onToggle
 */
export function createLegend(body, layers, onToggle) {
  /** @type {Set<Dateline.LayerId>} */
  const listed = new Set();

  return {
    /**
     * @param {ReadonlySet<Dateline.LayerId>} on
     * @param {(layer: Dateline.LayerId) => Dateline.Feature[]} featuresOf what a layer shows when
     *     it is on
     * @param {Dateline.Feature[]} shown what the map shows
     */
    show(on, featuresOf, shown) {
      for (const { id, count } of layers()) {
        // A layer once shown keeps its row, so that it can be brought back.
        if (on.has(id) && count > 0) {
          listed.add(id);
        }
      }
      const focused = document.activeElement;
      const hadFocus =
        focused instanceof HTMLElement && body.contains(focused) ? focused.dataset.legend : null;
      body.replaceChildren(
        element(
          'ul',
          { class: 'legend-rows' },
          ...layers()
            .filter(({ id }) => listed.has(id))
            .map((layer) =>
              element('li', {}, toggle(layer, on.has(layer.id), featuresOf(layer.id))),
            ),
        ),
        ...howSure(shown),
      );
      if (hadFocus) {
        /** @type {HTMLElement | null} */ (
          body.querySelector(`[data-legend="${CSS.escape(hadFocus)}"]`)
        )?.focus();
      }
    },
  };

  /**
   * @param {Dateline.Layer} layer
   * @param {boolean} on
   * @param {Dateline.Feature[]} features
   */
  function toggle(layer, on, features) {
    const words = contents(features);
    return element(
      'button',
      {
        type: 'button',
        class: `legend-row look-${layer.id}`,
        'aria-pressed': String(on),
        'data-legend': layer.id,
        onclick: () => onToggle(layer.id, !on),
      },
      symbol(layer.id, { size: 18 }),
      element('span', { class: 'legend-title' }, layer.title),
      words !== '' && element('span', { class: 'legend-count' }, `(${words})`),
    );
  }

  /** @param {Dateline.Feature[]} shown */
  function howSure(shown) {
    const kinds = sureness(shown);
    if (kinds.length === 0) {
      return [];
    }
    return [
      element('h2', {}, 'How sure'),
      element(
        'ul',
        { class: 'legend-sure' },
        ...kinds.map((kind) => element('li', {}, sample(kind), SURE_WORDS[kind])),
      ),
      shown.some(({ properties }) => properties.soft) &&
        element('p', { class: 'legend-note' }, 'Areas with soft edges have no exact border.'),
    ].filter((node) => node !== false);
  }

  /** @param {import('./rows.js').Sureness} kind */
  function sample(kind) {
    return svg(
      'svg',
      {
        class: `sure-sample sure-sample--${kind}`,
        viewBox: '0 0 24 14',
        width: 24,
        height: 14,
        'aria-hidden': 'true',
      },
      kind === 'claimed' || kind === 'disputed'
        ? svg('circle', { cx: 12, cy: 7, r: 5 })
        : svg('path', { d: 'M1 7H23' }),
      kind === 'disputed' && svg('text', { x: 12, y: 11 }, '≠'),
    );
  }
}
