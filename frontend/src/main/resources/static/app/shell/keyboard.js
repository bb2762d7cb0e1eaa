/** Keys that work anywhere on the page. */

/**
 * @typedef {Partial<Record<string, () => void>>} KeyActions by key, letters in lower case
 *
 * @param {object} parts
 * @param {KeyActions} parts.letters printable keys, which the reader can switch off
 * @param {() => boolean} parts.lettersWork
 * @param {() => void} parts.onEscape
 */
export function listenToKeys({ letters, lettersWork, onEscape }) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      onEscape();
      return;
    }
    if (isTyping(event.target) || !lettersWork()) {
      return;
    }
    const action = letters[event.key.toLowerCase()];
    // Enter belongs to whatever has the focus.
    if (action !== undefined && !(event.key === 'Enter' && isControl(event.target))) {
      event.preventDefault();
      action();
    }
  });
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), select, textarea'))
  );
}

/** @param {EventTarget | null} target */
function isControl(target) {
  return (
    target instanceof Element &&
    target.matches('button, a[href], summary, input, [role="button"], [role="tab"]')
  );
}
