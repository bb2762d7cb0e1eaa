/** The tabs of the panel, after the ARIA tabs pattern. */

/**
 * @param {HTMLElement} list holds the tabs
 * @param {(tab: Dateline.Tab) => void} onChoose
 */
export function createTabs(list, onChoose) {
  const tabs = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[role="tab"]')]);
  list.hidden = false;
  list.addEventListener('click', (event) => {
    const tab = event.target instanceof Element ? event.target.closest('[data-tab]') : null;
    if (tab !== null) {
      onChoose(nameOf(/** @type {HTMLElement} */ (tab)));
    }
  });
  list.addEventListener('keydown', (event) => {
    const from = tabs.findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
    const to = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: tabs.length - 1 }[
      event.key
    ];
    if (to !== undefined) {
      event.preventDefault();
      const tab = tabs[(to + tabs.length) % tabs.length];
      onChoose(nameOf(tab));
      tab.focus();
    }
  });

  return {
    /** @param {Dateline.Tab} chosen */
    show(chosen) {
      for (const tab of tabs) {
        const selected = nameOf(tab) === chosen;
        tab.setAttribute('aria-selected', String(selected));
        tab.tabIndex = selected ? 0 : -1;
        const pane = document.getElementById(tab.getAttribute('aria-controls') ?? '');
        pane?.toggleAttribute('hidden', !selected);
      }
    },
  };

  /** @param {HTMLElement} tab */
  function nameOf(tab) {
    return /** @type {Dateline.Tab} */ (tab.dataset.tab);
  }
}
