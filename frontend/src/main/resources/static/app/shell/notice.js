/** Short messages: a toast that everyone sees and a live region for screen readers. */

import { element } from '../dom.js';

const TOAST_MS = 5000;

/**
 * @param {HTMLElement} toast
 * @param {HTMLElement} live
 */
export function createNotice(toast, live) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    /**
     * @param {string} words shown for five seconds, or as long as someone is at them
     * @param {{words: string, act: () => void}} [action] what can be done about it meanwhile
     */
    toast(words, action) {
      clearTimeout(timer);
      toast.replaceChildren(words);
      if (action !== undefined) {
        const onclick = () => {
          toast.hidden = true;
          action.act();
        };
        toast.append(
          element('button', { type: 'button', class: 'toast-action', onclick }, action.words),
        );
      }
      toast.hidden = false;
      timer = setTimeout(hideUnlessUsed, TOAST_MS);
    },

    /** @param {string} words said, not shown */
    announce(words) {
      live.textContent = words;
    },
  };

  function hideUnlessUsed() {
    if (toast.matches(':hover, :focus-within')) {
      timer = setTimeout(hideUnlessUsed, TOAST_MS);
    } else {
      toast.hidden = true;
    }
  }
}
