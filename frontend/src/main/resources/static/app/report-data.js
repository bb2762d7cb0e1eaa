/** What the server knows of one report, fetched when it is needed and kept. */

import { placedInText } from './added-location.js';
import { fetchJson } from './request.js';

/**
 * @typedef {object} ReportData
 * @property {Dateline.Report} report
 * @property {Dateline.ReportText} text
 * @property {Dateline.Layer[]} layers bottom to top
 * @property {ReadonlyMap<string, Dateline.Feature>} features of the layers loaded so far, by id
 * @property {(layer: Dateline.LayerId) => Promise<Dateline.Feature[]>} layer loads a layer once;
 *     after a failure the next call asks again
 * @property {() => Promise<void>} reload asks for everything anew; what there was stays until all
 *     of it has come
 */

/**
 * @param {string} id
 * @param {typeof fetchJson} [get]
 * @returns {Promise<ReportData>}
 */
export async function loadReport(id, get = fetchJson) {
  const base = `/api/reports/${encodeURIComponent(id)}`;
  /** @type {Map<Dateline.LayerId, Promise<Dateline.Feature[]>>} */
  let requests = new Map();
  /** @type {Map<string, Dateline.Feature>} */
  let features = new Map();
  let [report, text, layers] = await described();

  return {
    get report() {
      return report;
    },
    get text() {
      return text;
    },
    get layers() {
      return layers;
    },
    get features() {
      return features;
    },
    layer: (layer) => once(layer, requests, features),
    async reload() {
      const next = await described();
      const asked = new Map();
      const found = new Map();
      const before = [...requests.keys()];
      await Promise.all(before.map((layer) => once(layer, asked, found)));
      [report, text, layers] = next;
      requests = asked;
      features = found;
    },
  };

  /** @returns {Promise<[Dateline.Report, Dateline.ReportText, Dateline.Layer[]]>} */
  async function described() {
    const [metadata, words, list] = await Promise.all([
      get(base),
      get(`${base}/text`),
      get(`${base}/layers`),
    ]);
    return [metadata, words, list.layers];
  }

  /**
   * @param {Dateline.LayerId} layer
   * @param {Map<Dateline.LayerId, Promise<Dateline.Feature[]>>} asked
   * @param {Map<string, Dateline.Feature>} found
   */
  function once(layer, asked, found) {
    let request = asked.get(layer);
    if (request === undefined) {
      request = loadLayer(layer, found);
      asked.set(layer, request);
      request.catch(() => asked.delete(layer));
    }
    return request;
  }

  /**
   * @param {Dateline.LayerId} layer
   * @param {Map<string, Dateline.Feature>} found
   */
  async function loadLayer(layer, found) {
    /** @type {Dateline.FeatureCollection} */
    const answer = await get(itemsUrl(layer));
    const features = answer.features.map((feature) => placedInText(feature, text.text));
    for (const feature of features) {
      found.set(feature.id, feature);
    }
    return features;
  }

  /** @param {Dateline.LayerId} layer */
  function itemsUrl(layer) {
    const described = layers.find((candidate) => candidate.id === layer);
    const link = described?.links.find((candidate) => candidate.rel === 'items');
    return link?.href ?? `${base}/layers/${layer}`;
  }
}
