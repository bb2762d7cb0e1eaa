/** The field that says where: a combobox over names, coordinates and what is at a spot. */

import { element } from '../dom.js';
import { RequestError } from '../request.js';
import { findCandidates, whatIsHere } from './candidates.js';

/** A pause in typing, after which the gazetteer is asked. */
const PAUSE_MS = 150;

const HELP =
  'A name, degrees (14.53, -4.1 or 14°32′N 4°6′W), MGRS, UTM, a plus code,' +
  ' or a link of Google Maps, OpenStreetMap or Apple Maps.';

/** @typedef {import('./candidates.js').Candidate} Candidate */
/** @typedef {ReturnType<typeof createPlaceField>} PlaceField */

/**
 * @param {object} events
 * @param {() => Dateline.Bbox | null} events.bias
 * @param {(candidates: Candidate[], active: number) => void} events.onOffer shown on the map too
 * @param {(candidate: Candidate) => void} events.onTake
 */
export function createPlaceField({ bias, onOffer, onTake }) {
  /** @type {Candidate[]} */
  let candidates = [];
  let active = 0;
  let takeWhenFound = false;
  /** @type {AbortController | null} */
  let request = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const input = element('input', {
    id: 'desk-where',
    type: 'text',
    role: 'combobox',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: 'Name, coordinates or link of a map',
    'aria-expanded': 'false',
    'aria-controls': 'desk-candidates',
    'aria-autocomplete': 'list',
    'aria-describedby': 'desk-where-note',
    oninput: () => {
      takeWhenFound = false;
      clearTimeout(timer);
      timer = setTimeout(search, PAUSE_MS);
    },
    onkeydown: onKey,
  });
  const list = element('ul', {
    id: 'desk-candidates',
    class: 'candidates',
    role: 'listbox',
    'aria-label': 'Places it may be',
    hidden: true,
  });
  const note = element('p', { id: 'desk-where-note', class: 'field-note', role: 'status' }, HELP);

  return {
    nodes: [input, note, list],
    focus: () => input.focus(),

    /** @param {string} words shown; nothing is looked for */
    setText(words) {
      request?.abort();
      input.value = words;
      offer([], null);
    },

    /** @param {string} words looked for at once */
    async look(words) {
      input.value = words;
      await search();
    },

    /**
     * @param {Dateline.LonLat} at
     * @param {string} resolution how precisely it was pointed at
     */
    lookAt: (at, resolution) =>
      ask((signal) =>
        whatIsHere(at, resolution, signal).then((found) => ({ candidates: found, note: null })),
      ),

    /** @param {number} index from 0 */
    take,
  };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && candidates.length > 0) {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      active = (active + step + candidates.length) % candidates.length;
      mark();
      onOffer(candidates, active);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (candidates.length > 0) {
        take(active);
      } else if (input.value.trim() !== '') {
        // Typed faster than the gazetteer answers: the first is taken once it is there.
        takeWhenFound = true;
        void search();
      }
    }
  }

  /** @param {number} index */
  function take(index) {
    const chosen = candidates[index];
    if (chosen !== undefined) {
      request?.abort();
      input.value = chosen.name || chosen.label;
      offer([], null);
      onTake(chosen);
    }
  }

  async function search() {
    clearTimeout(timer);
    const typed = input.value.trim();
    if (typed === '') {
      request?.abort();
      offer([], null);
      return;
    }
    await ask((signal) => findCandidates(typed, bias(), signal));
  }

  /** @param {(signal: AbortSignal) => Promise<{candidates: Candidate[], note: string | null}>} find */
  async function ask(find) {
    request?.abort();
    const mine = new AbortController();
    request = mine;
    try {
      const found = await find(mine.signal);
      if (mine.signal.aborted) {
        return;
      }
      offer(found.candidates, found.note);
      if (takeWhenFound && candidates[0]?.question === null) {
        take(0);
      }
    } catch (error) {
      if (error instanceof RequestError) {
        offer([], `${error.message} Click the map, or type coordinates.`);
      } else if (!mine.signal.aborted) {
        throw error;
      }
    } finally {
      if (request === mine) {
        takeWhenFound = false;
      }
    }
  }

  /**
   * @param {Candidate[]} next
   * @param {string | null} words
   */
  function offer(next, words) {
    candidates = next;
    active = 0;
    note.textContent =
      words ??
      (next.length > 1
        ? `${next.length} places. Enter takes the marked one.`
        : input.value === ''
          ? HELP
          : '');
    list.replaceChildren(...candidates.map(row));
    list.hidden = candidates.length === 0;
    input.setAttribute('aria-expanded', String(candidates.length > 0));
    mark();
    onOffer(candidates, active);
  }

  /**
   * @param {Candidate} candidate
   * @param {number} index
   */
  function row({ label, where, question }, index) {
    return element(
      'li',
      {
        id: `desk-candidate-${index}`,
        class: 'candidate',
        role: 'option',
        onmousedown: (event) => event.preventDefault(),
        onclick: () => take(index),
      },
      element('span', { class: 'candidate-number', 'aria-hidden': 'true' }, String(index + 1)),
      element(
        'span',
        {},
        question === null ? null : `${question} `,
        element('bdi', { class: 'candidate-name' }, label),
        question === null ? null : '?',
        where === '' ? null : element('span', { class: 'place-admin' }, ` ${where}`),
      ),
      question === null ? null : element('span', { class: 'candidate-use' }, 'Use this'),
    );
  }

  function mark() {
    [...list.children].forEach((node, index) =>
      node.setAttribute('aria-selected', String(index === active)),
    );
    if (candidates.length > 0) {
      input.setAttribute('aria-activedescendant', `desk-candidate-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }
}
