/** A place that no gazetteer has: its name, and a point on the map or by coordinates. */

import { findCandidates } from '../desk/candidates.js';
import { element } from '../dom.js';
import { RequestError } from '../request.js';
import { formatCoordinates } from '../search/coordinates.js';

/**
 * @param {object} events
 * @param {(onPick: (at: Dateline.LonLat) => void) => void} events.onPick the next click on the map
 * @param {(place: import('./choices.js').OwnPlace) => void} events.onDone
 */
export function createOwnPlace({ onPick, onDone }) {
  const name = element('input', { type: 'text', maxlength: 200, 'aria-label': 'Its name' });
  const where = element('input', {
    type: 'text',
    placeholder: '12.53, -7.95 or a click on the map',
    'aria-label': 'Its coordinates, latitude first',
    oninput: () => fault.replaceChildren(),
  });
  const fault = element('p', { class: 'review-fault', role: 'alert' });
  const form = element(
    'form',
    { class: 'review-own', hidden: true, onsubmit: submit },
    element('label', {}, element('span', {}, 'Name'), name),
    element('label', {}, element('span', {}, 'Where'), where),
    fault,
    element('button', { type: 'submit', class: 'button' }, 'Place it there'),
  );
  const opener = element(
    'button',
    { type: 'button', class: 'button', onclick: open },
    'No gazetteer has it: place it yourself',
    element('kbd', { 'aria-hidden': 'true' }, 'M'),
  );

  return {
    node: element('div', {}, opener, form),

    /** @param {string} words */
    reset(words) {
      name.value = words;
      where.value = '';
      fault.replaceChildren();
      form.hidden = true;
      opener.hidden = false;
    },

    open,
  };

  function open() {
    form.hidden = false;
    opener.hidden = true;
    where.focus();
    onPick(([lon, lat]) => {
      where.value = formatCoordinates({ lon, lat });
      where.focus();
    });
  }

  /** @param {Event} event */
  async function submit(event) {
    event.preventDefault();
    const typed = where.value.trim();
    if (name.value.trim() === '') {
      fault.textContent = 'It needs a name.';
      name.focus();
      return;
    }
    try {
      const found =
        typed === '' ? null : await findCandidates(typed, null, AbortSignal.timeout(10_000));
      if (where.value.trim() === typed) {
        place(found);
      }
    } catch (error) {
      fault.textContent = error instanceof RequestError ? error.message : 'That took too long.';
    }
  }

  /** @param {import('../desk/candidates.js').Found | null} found null when nothing was typed */
  function place(found) {
    const spot = found?.candidates.find(({ gazetteerId }) => gazetteerId === null);
    if (spot === undefined) {
      fault.textContent =
        (found?.candidates.length === 0 && found.note) ||
        'Click on the map, or write where it is: 12.53, -7.95, MGRS, a plus code, a link of a map.';
      where.focus();
      return;
    }
    const [lon, lat] = spot.at;
    if (spot.question === null) {
      onDone({ name: name.value.trim(), lon, lat });
      return;
    }
    fault.replaceChildren(
      `${found?.note ?? ''} Did you mean ${spot.label}? `,
      element(
        'button',
        {
          type: 'button',
          class: 'text-button',
          onclick: () => {
            where.value = spot.label;
            fault.replaceChildren();
          },
        },
        'Use this',
      ),
    );
  }
}
