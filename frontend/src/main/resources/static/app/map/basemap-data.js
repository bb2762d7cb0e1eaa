/** The outlines behind the places: our own files, no tiles and no other host. Fetched once. */

import { fetchJson } from '../request.js';

/** @type {Map<string, Promise<Dateline.BasemapFeature[]>>} */
const files = new Map();

/** Coarse outlines of all countries. */
export function worldOutlines() {
  return file('world');
}

/**
 * Finer outline, first-level units, rivers, lakes and towns of one country.
 *
 * @param {string} iso2
 */
export function countryDetail(iso2) {
  return file(iso2);
}

/** @param {string} name */
function file(name) {
  let request = files.get(name);
  if (request === undefined) {
    request = fetchJson(`/basemap/${encodeURIComponent(name)}.json`).then((json) => json.features);
    files.set(name, request);
    // A later look at the same country asks again.
    request.catch(() => files.delete(name));
  }
  return request;
}
