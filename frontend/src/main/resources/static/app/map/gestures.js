/**
 * Lets the page around an embedded map scroll: there, one finger and the wheel belong to that page;
 * two fingers, the wheel with Ctrl or ⌘, and a mouse that drags move the map.
 */

const HINT_MS = 1400;

/**
 * @param {import('leaflet').Map} map
 * @param {HTMLElement} hint says what moves the map, when someone seems to want that
 */
export function leaveScrollingToPage(map, hint) {
  const container = map.getContainer();
  const wheelKey = /Mac|iP(hone|ad)/.test(navigator.platform) ? '⌘' : 'Ctrl';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  map.dragging.disable();
  container.addEventListener(
    'pointerdown',
    ({ pointerType }) => {
      if (pointerType === 'mouse') {
        map.dragging.enable();
      } else {
        map.dragging.disable();
      }
    },
    { capture: true },
  );
  container.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) {
        // Before Leaflet sees it; the browser then scrolls the page.
        event.stopPropagation();
        show(`Hold ${wheelKey} to zoom the map`);
      }
    },
    { capture: true, passive: true },
  );
  container.addEventListener(
    'touchmove',
    ({ touches }) => {
      if (touches.length === 1) {
        show('Use two fingers to move the map');
      } else {
        hide();
      }
    },
    { passive: true },
  );

  /** @param {string} words */
  function show(words) {
    hint.textContent = words;
    hint.classList.add('is-shown');
    clearTimeout(timer);
    timer = setTimeout(hide, HINT_MS);
  }

  function hide() {
    hint.classList.remove('is-shown');
  }
}
