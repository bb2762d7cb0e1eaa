/** Searches the gazetteer by name for the place that the words mean. */

import { element } from '../dom.js';
import { fetchJson } from '../request.js';

const PAUSE_MS = 200;

/**
 * @param {() => Dateline.MapPosition | null} bias what the map shows: places there come first
 * @param {(id: string) => void} onPlace
 */
export function createPlaceSearch(bias, onPlace) {
  const input = element('input', {
    type: 'search',
    autocomplete: 'off',
    placeholder: 'Find another place by name',
    'aria-label': 'Find another place by name',
    oninput: () => later(),
    onkeydown: (event) => {
      if (event.key === 'Enter') {
        event.preventDefault();
        list.querySelector('button')?.click();
      }
    },
  });
  const list = element('ul', { class: 'review-found' });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {AbortController | null} */
  let asking = null;

  return {
    node: element('div', { class: 'review-search' }, input, list),

    /** @param {string} words to begin with */
    reset(words) {
      stop();
      input.value = words;
      list.replaceChildren();
    },
  };

  function later() {
    stop();
    timer = setTimeout(ask, PAUSE_MS);
  }

  function stop() {
    clearTimeout(timer);
    asking?.abort();
  }

  async function ask() {
    const query = input.value.trim();
    if (query.length < 2) {
      list.replaceChildren();
      return;
    }
    asking = new AbortController();
    const parameters = new URLSearchParams({ q: query, limit: '5' });
    const position = bias();
    if (position !== null) {
      parameters.set('bias', `${position.lon.toFixed(2)},${position.lat.toFixed(2)}`);
    }
    try {
      const { features } = await fetchJson(`/api/places?${parameters}`, { signal: asking.signal });
      list.replaceChildren(
        ...(features.length === 0 ? [element('li', {}, 'No gazetteer has it.')] : []),
        ...features.map(result),
      );
      list.scrollIntoView({ block: 'nearest' });
    } catch (error) {
      if (!(error instanceof DOMException)) {
        list.replaceChildren(element('li', {}, 'The gazetteer cannot be asked just now.'));
      }
    }
  }

  /** @param {{properties: {gazetteer_id: string, name: string, label: string, type: string}}} place */
  function result({ properties }) {
    return element(
      'li',
      {},
      element(
        'button',
        {
          type: 'button',
          class: 'review-candidate',
          onclick: () => onPlace(properties.gazetteer_id),
        },
        element(
          'span',
          {},
          element('bdi', {}, properties.name),
          element('small', {}, `${properties.type} · ${properties.label}`),
        ),
      ),
    );
  }
}
