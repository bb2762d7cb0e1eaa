/** What the server knows of one report, fetched when it is needed and kept. */

import { fetchJson } from './request.js';

/** @typedef {Awaited<ReturnType<typeof loadReport>>} ReportData */

/**
 * @param {string} id
 * @param {typeof fetchJson} [get]
 */
export async function loadReport(id, get = fetchJson) {
  const base = `/api/reports/${encodeURIComponent(id)}`;
  /** @type {[Dateline.Report, Dateline.ReportText, {layers: Dateline.Layer[]}]} */
  const [report, text, { layers }] = await Promise.all([
    get(base),
    get(`${base}/text`),
    get(`${base}/layers`),
  ]);
  /** @type {Map<Dateline.LayerId, Promise<Dateline.Feature[]>>} */
  const requests = new Map();
  /** @type {Map<string, Dateline.Feature>} */
  const features = new Map();

  return {
    report,
    text,
    layers,

    /** Features of the layers loaded so far, by id. */
    features,

    /**
     * Loads a layer once. After a failure the next call asks again.
     *
     * @param {Dateline.LayerId} layer
     * @returns {Promise<Dateline.Feature[]>}
     */
    layer(layer) {
      let request = requests.get(layer);
      if (request === undefined) {
        request = loadLayer(layer);
        requests.set(layer, request);
        request.catch(() => requests.delete(layer));
      }
      return request;
    },
  };

  /** @param {Dateline.LayerId} layer */
  async function loadLayer(layer) {
    /** @type {Dateline.FeatureCollection} */
    const answer = await get(itemsUrl(layer));
    for (const feature of answer.features) {
      features.set(feature.id, feature);
    }
    return answer.features;
  }

  /** @param {Dateline.LayerId} layer */
  function itemsUrl(layer) {
    const described = layers.find((candidate) => candidate.id === layer);
    const link = described?.links.find((candidate) => candidate.rel === 'items');
    return link?.href ?? `${base}/layers/${layer}`;
  }
}
