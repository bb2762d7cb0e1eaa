/** The search field: a combobox over places, words, the gazetteer and coordinates. */

import { element } from '../dom.js';
import { symbol } from '../looks.js';
import { fetchJson } from '../request.js';
import { formatCoordinates, parseCoordinates } from './coordinates.js';
import { findInText, findPlaces } from './find.js';

/** A pause in typing, after which the gazetteer is asked. */
const PAUSE_MS = 180;

/**
 * @typedef {{group: string, node: Node[], choose: () => void}} Result
 */

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {object} sources
 * @param {() => Dateline.PlaceRow[]} sources.rows
 * @param {string} sources.text the stored text
 * @param {() => Dateline.MapPosition | null} sources.position what the map shows, for a bias
 * @param {object} events
 * @param {(id: string) => void} events.onPlace
 * @param {(span: Dateline.Span) => void} events.onWords
 * @param {(position: Dateline.LonLat, name: string) => void} events.onElsewhere
 */
export function createSearchBox(input, list, sources, events) {
  /** @type {Result[]} */
  let results = [];
  let active = -1;
  /** @type {AbortController | null} */
  let request = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  input.addEventListener('input', search);
  input.addEventListener('focus', search);
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  input.addEventListener('blur', () => setTimeout(close, 150));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      choose(results[active === -1 ? 0 : active]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      input.value = '';
      close();
      input.blur();
    }
  });

  function search() {
    clearTimeout(timer);
    request?.abort();
    const query = input.value.trim();
    if (query === '') {
      close();
      return;
    }
    const here = [...coordinates(query), ...places(query), ...words(query)];
    show(here, query, true);
    if (query.length >= 2 && parseCoordinates(query) === null) {
      timer = setTimeout(() => askGazetteer(query, here), PAUSE_MS);
    } else {
      show(here, query, false);
    }
  }

  /**
   * @param {string} query
   * @returns {Result[]}
   */
  function places(query) {
    return findPlaces(sources.rows(), query).map((row) => ({
      group: 'In this report',
      node: [symbol(row.layer, { size: 16 }), element('bdi', {}, row.name)],
      choose: () => events.onPlace(row.id),
    }));
  }

  /**
   * @param {string} query
   * @returns {Result[]}
   */
  function words(query) {
    return findInText(sources.text, query).map(({ span, before, match, after }) => ({
      group: 'Words in the text',
      node: [
        element('span', { dir: 'auto' }, `…${before}`, element('mark', {}, match), `${after}…`),
      ],
      choose: () => events.onWords(span),
    }));
  }

  /**
   * @param {string} query
   * @returns {Result[]}
   */
  function coordinates(query) {
    const parsed = parseCoordinates(query);
    if (parsed === null) {
      return [];
    }
    const group = 'Coordinates';
    if ('position' in parsed) {
      const { position } = parsed;
      return [elsewhere(group, `Go to ${formatCoordinates(position)}`, position)];
    }
    const { error, swapped } = parsed;
    /** @type {Result[]} */
    const said = [{ group, node: [element('span', {}, error)], choose: () => undefined }];
    return swapped === null
      ? said
      : [...said, elsewhere(group, `Did you mean ${formatCoordinates(swapped)}?`, swapped)];
  }

  /**
   * @param {string} group
   * @param {string} words
   * @param {import('./coordinates.js').Position} position
   * @returns {Result}
   */
  function elsewhere(group, words, { lon, lat }) {
    return {
      group,
      node: [element('span', {}, words)],
      choose: () => events.onElsewhere([lon, lat], formatCoordinates({ lon, lat })),
    };
  }

  /**
   * @param {string} query
   * @param {Result[]} here
   */
  async function askGazetteer(query, here) {
    request = new AbortController();
    const parameters = new URLSearchParams({ q: query, limit: '6' });
    const position = sources.position();
    if (position !== null) {
      parameters.set('bias', `${position.lon.toFixed(2)},${position.lat.toFixed(2)}`);
    }
    try {
      const answer = await fetchJson(`/api/places?${parameters}`, { signal: request.signal });
      /** @type {Result[]} */
      const said = answer.note
        ? [{ group: 'Coordinates', node: [element('span', {}, answer.note)], choose: close }]
        : [];
      show([...here, ...said, ...answer.features.flatMap(gazetteerResult)], query, false);
    } catch (error) {
      if (!(error instanceof DOMException)) {
        const said = element('span', {}, 'The gazetteer cannot be asked just now.');
        show(
          [...here, { group: 'Gazetteer', node: [said], choose: () => undefined }],
          query,
          false,
        );
      }
    }
  }

  /**
   * @param {any} feature of a GeocodeJSON answer
   * @returns {Result[]}
   */
  function gazetteerResult(feature) {
    const about = feature.properties?.geocoding ?? feature.properties ?? {};
    const position = feature.geometry?.coordinates;
    const name = about.name ?? about.label;
    if (!name || !Array.isArray(position)) {
      return [];
    }
    if (about.type === 'coordinates') {
      const [lon, lat] = position;
      const at = formatCoordinates({ lon, lat });
      const words = about.did_you_mean ? `Did you mean ${at}?` : `Go to ${at}`;
      return [elsewhere('Coordinates', words, { lon, lat })];
    }
    const where = [about.state ?? about.admin1, about.country].filter(Boolean).join(', ');
    return [
      {
        group: 'Gazetteer (not in the report)',
        node: [
          element('bdi', {}, name),
          where !== '' ? element('span', { class: 'place-admin' }, ` ${where}`) : '',
        ].map((part) => (typeof part === 'string' ? document.createTextNode(part) : part)),
        choose: () => events.onElsewhere([position[0], position[1]], name),
      },
    ];
  }

  /**
   * @param {Result[]} next
   * @param {string} query
   * @param {boolean} more whether the gazetteer is still to answer
   */
  function show(next, query, more) {
    results = next;
    active = -1;
    input.removeAttribute('aria-activedescendant');
    let group = '';
    /** @type {HTMLElement[]} */
    const nodes = [];
    results.forEach((result, index) => {
      if (result.group !== group) {
        group = result.group;
        nodes.push(element('div', { class: 'search-group', role: 'presentation' }, group));
      }
      nodes.push(
        element(
          'div',
          {
            class: 'search-result',
            role: 'option',
            id: `search-result-${index}`,
            'aria-selected': 'false',
            onmousedown: (event) => event.preventDefault(),
            onclick: () => choose(result),
          },
          ...result.node,
        ),
      );
    });
    if (nodes.length === 0) {
      const words = more ? 'Searching…' : `Nothing found for “${query}”.`;
      nodes.push(element('div', { class: 'search-group', role: 'presentation' }, words));
    }
    list.replaceChildren(...nodes);
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  /** @param {number} step */
  function move(step) {
    if (results.length === 0) {
      return;
    }
    active = (active + step + results.length) % results.length;
    list.querySelectorAll('[role="option"]').forEach((node, index) => {
      node.setAttribute('aria-selected', String(index === active));
      if (index === active) {
        node.scrollIntoView({ block: 'nearest' });
      }
    });
    input.setAttribute('aria-activedescendant', `search-result-${active}`);
  }

  /** @param {Result | undefined} result */
  function choose(result) {
    if (result !== undefined) {
      close();
      result.choose();
    }
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }
}
