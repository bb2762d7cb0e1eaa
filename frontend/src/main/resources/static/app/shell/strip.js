/** The strip over the map that says, in a sentence, what is missing and how to get it. */

import { element } from '../dom.js';

/** @param {HTMLElement} node */
export function createStrip(node) {
  /** @type {Map<string, {words: string, retry?: () => void}>} */
  const messages = new Map();
  return {
    /**
     * @param {string} about replaces what was said of the same thing
     * @param {string} words
     * @param {() => void} [retry]
     */
    show(about, words, retry) {
      messages.set(about, { words, retry });
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
      ...[...messages].map(([about, { words, retry }]) =>
        element(
          'p',
          {},
          words,
          ' ',
          retry &&
            element(
              'button',
              {
                type: 'button',
                class: 'text-button',
                onclick: () => {
                  messages.delete(about);
                  render();
                  retry();
                },
              },
              'Retry',
            ),
        ),
      ),
    );
  }
}
