/** The dialog that lists the keys and can switch single letters off (WCAG 2.1.4). */

import { element } from '../dom.js';
import { recall, remember } from './preferences.js';

const KEYS = [
  ['/', 'Search'],
  ['T  P  L', 'Text, places, layers'],
  ['J  K', 'Next, previous place'],
  ['Enter', 'Open the place'],
  ['Esc', 'Close, and go back'],
  ['+  −  0', 'Zoom in, zoom out, show all'],
  ['Arrow keys', 'Move the map, when it has the focus'],
  ['A', 'Add a location, or one for the name that has the focus'],
  ['U  Ctrl + Z', 'Undo what you added, changed or deleted'],
  ['?', 'This help'],
];

/** @param {HTMLDialogElement} dialog */
export function createHelp(dialog) {
  const letters = element('input', { type: 'checkbox', id: 'letter-keys' });
  letters.checked = recall('letter-keys') !== 'off';
  letters.addEventListener('change', () => remember('letter-keys', letters.checked ? 'on' : 'off'));
  dialog.replaceChildren(
    element('h2', { id: 'help-title' }, 'Keyboard'),
    element(
      'dl',
      {},
      ...KEYS.flatMap(([keys, words]) => [
        element('dt', {}, ...keys.split('  ').map((key) => element('kbd', {}, key))),
        element('dd', {}, words),
      ]),
    ),
    element('label', { class: 'help-letters' }, letters, ' Single keys work as shortcuts'),
    element('button', { type: 'button', class: 'button', onclick: () => dialog.close() }, 'Close'),
  );
  return {
    open() {
      if (!dialog.open) {
        dialog.showModal();
      }
    },
    lettersWork: () => letters.checked,
  };
}
