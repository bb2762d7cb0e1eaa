/** Two people changed one location: both versions side by side, and the choice between them. */

import { element } from '../dom.js';
import { editableOf, labelOf } from './fields.js';
import { geometryWords } from './form.js';

/** @typedef {Pick<Dateline.Draft, 'geometry' | 'properties'>} State */
/** @typedef {{name: string, mine: string, theirs: string, changedByMe: boolean}} Difference */

/**
 * @param {State} mine
 * @param {State} theirs
 * @param {State} base what both began from
 * @returns {Difference[]} where the two are not the same
 */
export function differences(mine, theirs, base) {
  const names = new Set([...Object.keys(mine.properties), ...Object.keys(theirs.properties)]);
  const found = [...names].map((name) => ({
    name,
    mine: String(mine.properties[name] ?? ''),
    theirs: String(theirs.properties[name] ?? ''),
    changedByMe: (mine.properties[name] ?? '') !== (base.properties[name] ?? ''),
  }));
  const told = found.filter((difference) => difference.mine !== difference.theirs);
  const where = {
    name: 'geometry',
    mine: words(mine.geometry),
    theirs: words(theirs.geometry),
    changedByMe: !isSame(mine.geometry, base.geometry),
  };
  return isSame(mine.geometry, theirs.geometry) ? told : [where, ...told];
}

/**
 * @param {Dateline.Geometry | null} one
 * @param {Dateline.Geometry | null} other
 */
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * @param {State} mine
 * @param {State} theirs
 * @param {(name: string) => boolean} takesMine
 * @returns {State}
 */
export function merged(mine, theirs, takesMine) {
  const names = new Set([...Object.keys(mine.properties), ...Object.keys(theirs.properties)]);
  /** @type {State['properties']} */
  const properties = {};
  for (const name of names) {
    const value = (takesMine(name) ? mine : theirs).properties[name];
    if (value !== undefined) {
      properties[name] = value;
    }
  }
  return { properties, geometry: (takesMine('geometry') ? mine : theirs).geometry };
}

/**
 * Asks which version is to stand.
 *
 * @param {State} mine
 * @param {Dateline.Feature} current what is on the server
 * @param {State} base
 * @returns {Promise<State | null>} null when it is left as a draft
 */
export function askWhichStands(mine, current, base) {
  const theirs = { geometry: current.geometry, properties: editableOf(current) };
  const found = differences(mine, theirs, base);
  const dialog = element('dialog', { class: 'help conflict', 'aria-labelledby': 'conflict-title' });
  return new Promise((resolve) => {
    let answer = /** @type {State | null} */ (null);
    const end = (/** @type {(name: string) => boolean} */ takesMine) => {
      answer = merged(mine, theirs, takesMine);
      dialog.close();
    };
    dialog.append(
      element('h2', { id: 'conflict-title' }, 'Someone else changed this meanwhile'),
      element(
        'p',
        {},
        'Nothing is overwritten until you choose. Marked is what each of you changed.',
      ),
      element(
        'table',
        {},
        element(
          'thead',
          {},
          element(
            'tr',
            {},
            ...['', 'Yours', 'Theirs'].map((title) => element('th', { scope: 'col' }, title)),
          ),
        ),
        element('tbody', {}, ...found.map(row)),
      ),
      element(
        'div',
        { class: 'conflict-choices' },
        button('Merge as marked', (name) => isMineChosen(dialog, name), 'button--primary'),
        button('Keep all mine', () => true),
        button('Keep all theirs', () => false),
        element(
          'button',
          { type: 'button', class: 'button', onclick: () => dialog.close() },
          'Decide later',
        ),
      ),
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer);
    });
    document.body.append(dialog);
    dialog.showModal();

    /**
     * @param {string} label
     * @param {(name: string) => boolean} takesMine
     * @param {string} [look]
     */
    function button(label, takesMine, look = '') {
      return element(
        'button',
        { type: 'button', class: `button ${look}`, onclick: () => end(takesMine) },
        label,
      );
    }
  });
}

/** @param {Difference} difference */
function row({ name, mine, theirs, changedByMe }) {
  const cell = (
    /** @type {string} */ whose,
    /** @type {string} */ value,
    /** @type {boolean} */ chosen,
  ) =>
    element(
      'td',
      {},
      element(
        'label',
        {},
        element('input', {
          type: 'radio',
          name: `conflict-${name}`,
          value: whose,
          checked: chosen,
        }),
        element(chosen ? 'mark' : 'span', { dir: 'auto' }, value === '' ? '(empty)' : value),
      ),
    );
  return element(
    'tr',
    {},
    element('th', { scope: 'row' }, name === 'geometry' ? 'Where' : labelOf(name)),
    cell('mine', mine, changedByMe),
    cell('theirs', theirs, !changedByMe),
  );
}

/**
 * @param {HTMLElement} dialog
 * @param {string} name
 */
function isMineChosen(dialog, name) {
  const chosen = dialog.querySelector(`input[name="conflict-${CSS.escape(name)}"]:checked`);
  // What is not in the table is the same on both sides.
  return !(chosen instanceof HTMLInputElement) || chosen.value === 'mine';
}

/** @param {Dateline.Geometry | null} geometry */
function words(geometry) {
  return geometry === null ? '' : geometryWords(geometry).replace(/ Drag.*$/, '');
}
