/** The places list: the server's rows, with choice, order and marks. */

import { need } from '../dom.js';
import { symbol } from '../looks.js';
import { matches, sorted } from './order.js';

/**
 * @typedef {object} ListRow
 * @property {HTMLElement} item
 * @property {HTMLElement} button
 * @property {Dateline.PlaceRow} row
 */

/**
 * @param {HTMLElement} pane as the server wrote it
 * @param {(id: string) => Dateline.Feature | undefined} feature among those loaded
 * @param {string} language
 * @param {object} events
 * @param {(id: string, opener: HTMLElement) => void} events.onOpen
 * @param {(mention: string, opener: HTMLElement) => void} events.onOpenMention
 * @param {(ids: string[]) => void} events.onHover
 * @param {(change: Partial<Dateline.State>) => void} events.onChoose
 */
export function createPlacesList(pane, feature, language, events) {
  /** @type {ListRow[]} */
  let rows = [];
  const tools = need('[data-places-tools]', pane);
  const shown = need('[data-places-shown]', pane);
  const chips = {
    inView: need('[data-chip="inView"]', pane),
    unverified: need('[data-chip="unverified"]', pane),
  };
  const order = /** @type {HTMLSelectElement} */ (need('[data-sort]', pane));

  chips.inView.addEventListener('click', () =>
    events.onChoose({ onlyInView: chips.inView.getAttribute('aria-pressed') !== 'true' }),
  );
  chips.unverified.addEventListener('click', () =>
    events.onChoose({ onlyUnverified: chips.unverified.getAttribute('aria-pressed') !== 'true' }),
  );
  order.addEventListener('change', () =>
    events.onChoose({ sort: /** @type {Dateline.State['sort']} */ (order.value) }),
  );
  pane.addEventListener('click', (event) => {
    const button = buttonAt(event);
    if (button?.dataset.feature) {
      events.onOpen(button.dataset.feature, button);
    } else if (button?.dataset.mention) {
      events.onOpenMention(button.dataset.mention, button);
    }
  });
  for (const type of ['mouseover', 'focusin']) {
    pane.addEventListener(type, (event) => {
      const id = buttonAt(event)?.dataset.feature;
      if (id) {
        events.onHover([id]);
      }
    });
  }
  for (const type of ['mouseout', 'focusout']) {
    pane.addEventListener(type, (event) => {
      if (buttonAt(event) !== null) {
        events.onHover([]);
      }
    });
  }

  return {
    /** Takes up the rows that the server wrote. */
    readRows() {
      rows = readRows(pane);
      tools.hidden = rows.length === 0;
      for (const swatch of pane.querySelectorAll('[data-swatch]')) {
        const layer = /** @type {HTMLElement} */ (swatch).dataset.swatch;
        swatch.replaceChildren(symbol(/** @type {Dateline.LayerId} */ (layer), { size: 18 }));
      }
    },

    /** In the order of the page. */
    rows: () => rows.map(({ row }) => row),

    /** The places that J and K step through. */
    ids: () => visibleRows().map(({ row }) => row.id),

    /** @param {string} id */
    focus: (id) => rows.find(({ row }) => row.id === id)?.button.focus(),

    focusFirst: () => (visibleRows()[0]?.button ?? pane).focus(),

    /** @param {Readonly<Dateline.State>} state */
    show(state) {
      chips.inView.setAttribute('aria-pressed', String(state.onlyInView));
      chips.unverified.setAttribute('aria-pressed', String(state.onlyUnverified));
      order.value = state.sort;
      for (const { item, row } of rows) {
        item.hidden = !matches(row, state, feature);
      }
      arrange(state.sort);
      for (const group of pane.querySelectorAll('[data-group]')) {
        const layer = /** @type {HTMLElement} */ (group).dataset.group;
        const some = rows.some(({ item, row }) => row.layer === layer && !item.hidden);
        /** @type {HTMLElement} */ (group).hidden = !some;
        const note = /** @type {HTMLElement | null} */ (group.querySelector('[data-off-note]'));
        if (note !== null) {
          note.hidden = state.layers.has(/** @type {Dateline.LayerId} */ (layer));
        }
      }
      tell(state);
    },

    /** @param {readonly string[]} ids */
    mark(ids) {
      for (const { button, row } of rows) {
        button.classList.toggle('is-ringed', ids.includes(row.id));
      }
    },

    /** @param {string | null} id */
    select(id) {
      for (const { button, row } of rows) {
        button.toggleAttribute('aria-current', row.id === id);
      }
    },
  };

  /** @param {Dateline.State['sort']} sort */
  function arrange(sort) {
    const byRow = new Map(rows.map((entry) => [entry.row, entry.item]));
    for (const row of sorted([...byRow.keys()], sort, language)) {
      const item = byRow.get(row);
      item?.parentElement?.append(item);
    }
  }

  /** @param {Readonly<Dateline.State>} state */
  function tell({ onlyInView, onlyUnverified }) {
    const count = visibleRows().length;
    if (!onlyInView && !onlyUnverified) {
      shown.replaceChildren();
      return;
    }
    const clear = document.createElement('button');
    clear.type = 'button';
    clear.className = 'text-button';
    clear.textContent = 'Clear filters';
    clear.addEventListener('click', () =>
      events.onChoose({ onlyInView: false, onlyUnverified: false }),
    );
    shown.replaceChildren(`${count} of ${rows.length} places match. `, clear);
  }

  function visibleRows() {
    return rows.filter(({ item }) => !item.hidden);
  }

  /** @param {Event} event */
  function buttonAt(event) {
    return event.target instanceof Element
      ? /** @type {HTMLElement | null} */ (event.target.closest('.place-row'))
      : null;
  }
}

/**
 * @param {HTMLElement} pane
 * @returns {ListRow[]}
 */
function readRows(pane) {
  return [...pane.querySelectorAll('[data-row]')].map((item, order) => {
    const button = /** @type {HTMLElement} */ (need('[data-feature]', item));
    const { feature = '', name = '', layer = '', status = '' } = button.dataset;
    return {
      item: /** @type {HTMLElement} */ (item),
      button,
      row: {
        id: feature,
        name,
        layer: /** @type {Dateline.LayerId} */ (layer),
        statusWord: status,
        order,
      },
    };
  });
}
