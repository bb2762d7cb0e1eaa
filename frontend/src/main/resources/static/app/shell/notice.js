/** Short messages: a toast that everyone sees and a live region for screen readers. */

const TOAST_MS = 5000;

/**
 * @param {HTMLElement} toast
 * @param {HTMLElement} live
 */
export function createNotice(toast, live) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return {
    /** @param {string} words shown for five seconds */
    toast(words) {
      clearTimeout(timer);
      toast.textContent = words;
      toast.hidden = false;
      timer = setTimeout(() => {
        toast.hidden = true;
      }, TOAST_MS);
    },

    /** @param {string} words said, not shown */
    announce(words) {
      live.textContent = words;
    },
  };
}
