/** Locations on the server: read, written, taken back. */

import { request } from '../request.js';

const COLLECTION = '/api/collections/locations';
const MERGE_PATCH = 'application/merge-patch+json';

/**
 * @typedef {object} Near a location that may tell of the same thing
 * @property {string} id
 * @property {string} location
 * @property {string | null} event_date_edtf
 * @property {number} distance_m
 * @property {number | null} days_apart
 */

/**
 * @typedef {object} Past a change in a location's history
 * @property {number} version
 * @property {string} who
 * @property {string} when ISO 8601
 * @property {string | null} why
 * @property {{path: string}[]} what JSON Patch: RFC 6902
 * @property {Dateline.Feature | null} feature after the change, null when it is off the map
 */

/** @typedef {ReturnType<typeof createLocations>} Locations */

/** @param {import('./session.js').Session} session */
export function createLocations(session) {
  return {
    /**
     * @param {string} id
     * @returns {Promise<{feature: Dateline.Feature, etag: string}>}
     */
    async read(id) {
      const { body, etag } = await request(item(id));
      return { feature: body, etag: etag ?? '*' };
    },

    /**
     * @param {object} feature
     * @param {string} why '' for no reason
     */
    add: (feature, why) =>
      session.write('POST', `${COLLECTION}/items${reason(why)}`, { body: feature }),

    /**
     * @param {string} id
     * @param {object} patch
     * @param {string} etag of the version that is changed
     * @param {string} why '' for no reason
     */
    change: (id, patch, etag, why) =>
      session.write('PATCH', item(id) + reason(why), {
        body: patch,
        type: MERGE_PATCH,
        ifMatch: etag,
      }),

    /**
     * @param {string} id
     * @param {string} etag of the version that is removed
     * @param {string} why '' for no reason
     */
    remove: (id, etag, why) => session.write('DELETE', item(id) + reason(why), { ifMatch: etag }),

    /**
     * @param {string} id
     * @param {number} version that is brought back; 0 is before there was the location
     * @param {string} etag of the version that there is
     */
    undo: (id, version, etag) =>
      session.write('POST', `${item(id)}/undo?version=${version}`, { ifMatch: etag }),

    /**
     * @param {string} id
     * @returns {Promise<Past[]>} the oldest first
     */
    history: async (id) => (await request(`${item(id)}/history`)).body.changes,

    /**
     * @param {Dateline.LonLat} at
     * @param {string | number | undefined} date in Extended Date/Time Format
     * @returns {Promise<Near[]>} the nearest first
     */
    async near([lon, lat], date) {
      const query = new URLSearchParams({ lon: String(lon), lat: String(lat) });
      if (date !== undefined) {
        query.set('date', String(date));
      }
      return (await request(`${COLLECTION}/duplicates?${query}`)).body.duplicates;
    },
  };
}

/** @param {string} id */
function item(id) {
  return `${COLLECTION}/items/${encodeURIComponent(id)}`;
}

/** @param {string} why */
function reason(why) {
  return why === '' ? '' : `?${new URLSearchParams({ why })}`;
}

/** @param {string | null} etag @returns {number} the version that it names, 0 for none */
export function versionOf(etag) {
  return Number(/v(\d+)/.exec(etag ?? '')?.[1] ?? 0);
}
