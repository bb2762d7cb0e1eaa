/** The base map's colours, read from the style sheet so that dark mode is decided in one place. */

const NAMES = /** @type {const} */ ({
  land: '--map-land',
  focus: '--map-focus',
  water: '--map-water',
  river: '--map-river',
  border: '--map-border',
  focusBorder: '--map-focus-border',
  admin: '--map-admin',
});

/** @typedef {Record<keyof typeof NAMES, string>} Palette */

/** @returns {Palette} */
export function readPalette() {
  const style = getComputedStyle(document.documentElement);
  return /** @type {Palette} */ (
    Object.fromEntries(
      Object.entries(NAMES).map(([key, name]) => [key, style.getPropertyValue(name).trim()]),
    )
  );
}

/** @param {() => void} listener called when the reader's colour scheme changes */
export function onPaletteChange(listener) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', listener);
}
