/** The phone's bottom sheet: three stops, by its buttons or by dragging its handle. */

/** @typedef {'peek' | 'half' | 'full'} Stop */

/** @type {Stop[]} */
const STOPS = ['peek', 'half', 'full'];

/** Pixels that a drag must cover to move on to the next stop. */
const DRAG = 40;

/**
 * @param {HTMLElement} layout carries the stop as `data-sheet`
 * @param {HTMLElement} grip holds handle and buttons
 * @param {() => void} onChange
 */
export function createSheet(layout, grip, onChange) {
  const buttons = /** @type {HTMLElement[]} */ ([...grip.querySelectorAll('[data-sheet]')]);
  grip.hidden = false;
  for (const button of buttons) {
    button.addEventListener('click', () => show(/** @type {Stop} */ (button.dataset.sheet)));
  }
  let start = 0;
  grip.addEventListener('pointerdown', (event) => {
    if (!(event.target instanceof Element && event.target.closest('button'))) {
      start = event.clientY;
      grip.setPointerCapture(event.pointerId);
    }
  });
  grip.addEventListener('pointerup', (event) => {
    if (grip.hasPointerCapture(event.pointerId)) {
      const moved = event.clientY - start;
      if (Math.abs(moved) > DRAG) {
        const next = STOPS.indexOf(current()) + (moved < 0 ? 1 : -1);
        show(STOPS[Math.min(STOPS.length - 1, Math.max(0, next))]);
      }
    }
  });
  show('half');

  return { show };

  function current() {
    return /** @type {Stop} */ (layout.dataset.sheet ?? 'half');
  }

  /** @param {Stop} stop */
  function show(stop) {
    layout.dataset.sheet = stop;
    for (const button of buttons) {
      button.setAttribute('aria-pressed', String(button.dataset.sheet === stop));
    }
    onChange();
  }
}
