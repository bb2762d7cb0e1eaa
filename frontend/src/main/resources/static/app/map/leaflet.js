/** Leaflet, which the page loads as a classic script before our modules run. */

export const L = /** @type {typeof import('leaflet')} */ (Reflect.get(globalThis, 'L'));
