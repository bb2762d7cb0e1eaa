/** The strip over the map that says, in a sentence, what is missing and how to get it. */

import { element } from '../dom.js';

/** @param {HTMLElement} node */
export function createStrip(node) {
  /** @type {Map<string, {words: string, act?: () => void, label: string}>} */
  const messages = new Map();
  return {
    /**
     * @param {string} about replaces what was said of the same thing
     * @param {string} words
     * @param {() => void} [act]
     * @param {string} [label] of the button that does it
     */
    show(about, words, act, label = 'Retry') {
      messages.set(about, { words, act, label });
      render();
    },

    /** @param {string} about */
    clear(about) {
      if (messages.delete(about)) {
        render();
      }
    },
  };

  function render() {
    node.hidden = messages.size === 0;
    node.replaceChildren(
      ...[...messages].map(([about, { words, act, label }]) =>
        element(
          'p',
          {},
          words,
          ' ',
          act &&
            element(
              'button',
              {
                type: 'button',
                class: 'text-button',
                onclick: () => {
                  messages.delete(about);
                  render();
                  act();
                },
              },
              label,
            ),
        ),
      ),
    );
  }
}
