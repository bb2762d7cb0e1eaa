/** A place that no gazetteer has: its name, and a point on the map or by coordinates. */

import { element } from '../dom.js';
import { formatCoordinates, parseCoordinates } from '../search/coordinates.js';

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
  function submit(event) {
    event.preventDefault();
    const parsed = parseCoordinates(where.value);
    if (name.value.trim() === '') {
      fault.textContent = 'It needs a name.';
      name.focus();
    } else if (parsed === null) {
      fault.textContent = 'Click on the map, or write latitude and longitude: 12.53, -7.95.';
      where.focus();
    } else if ('error' in parsed) {
      const { error, swapped } = parsed;
      fault.replaceChildren(
        error,
        swapped === null ? '' : ` Did you mean ${formatCoordinates(swapped)}? `,
        swapped === null
          ? ''
          : element(
              'button',
              {
                type: 'button',
                class: 'text-button',
                onclick: () => {
                  where.value = formatCoordinates(swapped);
                  fault.replaceChildren();
                },
              },
              'Use this',
            ),
      );
    } else {
      onDone({ name: name.value.trim(), ...parsed.position });
    }
  }
}
