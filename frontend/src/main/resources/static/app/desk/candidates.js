/** Places that typed words may mean: names from the gazetteer, or positions however written. */

import { fetchJson, RequestError } from '../request.js';
import { formatCoordinates, parseCoordinates } from '../search/coordinates.js';
import { kilometres } from '../words.js';

/**
 * @typedef {object} Candidate
 * @property {string} name what the location may be called; '' for a bare position
 * @property {string} label
 * @property {string} where what tells it from others of the name
 * @property {Dateline.LonLat} at
 * @property {string} resolution the server's word for how precise it is
 * @property {string | null} gazetteerId
 * @property {string | null} country
 * @property {string | null} admin1
 * @property {string | null} question asked before it is taken, as in "did you mean"
 */

/** By the gazetteer's kinds of place. */
const RESOLUTION = /** @type {Record<string, string>} */ ({
  country: 'Country',
  state: 'Region',
  county: 'District',
  city: 'Locality',
  district: 'Locality',
  locality: 'Vicinity',
});

const LIMIT = 6;

/**
 * The server reads every notation. Without it, what this page can read itself is what there is.
 *
 * @param {string} typed
 * @param {Dateline.Bbox | null} bias where the report's places are
 * @param {AbortSignal} signal
 * @returns {Promise<Found>}
 *
 * @typedef {object} Found
 * @property {Candidate[]} candidates the likeliest first
 * @property {string | null} note what is wrong with what was typed
 */
export async function findCandidates(typed, bias, signal) {
  const parameters = new URLSearchParams({ q: typed, limit: String(LIMIT) });
  if (bias !== null) {
    parameters.set('bias', bias.map((degrees) => degrees.toFixed(3)).join(','));
  }
  try {
    const { features, note } = await fetchJson(`/api/places?${parameters}`, { signal });
    return {
      candidates: features.map((/** @type {any} */ feature) => ofGazetteer(feature)),
      note: note ?? (features.length === 0 ? `No place “${typed}” in the gazetteer.` : null),
    };
  } catch (error) {
    const read = error instanceof RequestError && error.status === 0 ? readHere(typed) : null;
    if (read === null) {
      throw error;
    }
    return read;
  }
}

/**
 * @param {string} typed
 * @returns {Found | null} null when it is not meant as coordinates
 */
function readHere(typed) {
  const read = parseCoordinates(typed);
  if (read === null || 'position' in read) {
    return read === null ? null : { candidates: [spot(read.position, null)], note: null };
  }
  const { error, swapped } = read;
  return { candidates: swapped === null ? [] : [spot(swapped, 'Did you mean')], note: error };
}

/**
 * @param {Dateline.LonLat} at
 * @param {string} resolution how precisely it was pointed at
 * @param {AbortSignal} signal
 * @returns {Promise<Candidate[]>} the spot itself, then what is near it
 */
export async function whatIsHere(at, resolution, signal) {
  const [lon, lat] = at;
  const parameters = new URLSearchParams({ lon: lon.toFixed(5), lat: lat.toFixed(5), limit: '4' });
  const answer = await fetchJson(`/api/places/reverse?${parameters}`, { signal });
  const spot = answer.features[0]?.properties ?? {};
  const near = answer.features
    .map((/** @type {any} */ feature) => ofGazetteer(feature))
    .filter((/** @type {Candidate} */ { gazetteerId }) => gazetteerId !== null)
    .map((/** @type {Candidate} */ candidate) => ({
      ...candidate,
      where: [distanceWords(distanceKm(at, candidate.at)), candidate.where]
        .filter(Boolean)
        .join(' · '),
    }));
  const nearest = near[0]?.name;
  return [
    {
      name: nearest === undefined ? '' : `Near ${nearest}`,
      label: `This spot, ${formatCoordinates({ lat, lon }, 4)}`,
      where: nearest === undefined ? '' : `near ${nearest}`,
      at: [Number(lon.toFixed(6)), Number(lat.toFixed(6))],
      resolution,
      gazetteerId: null,
      country: spot.country ?? null,
      admin1: spot.state ?? null,
      question: null,
    },
    ...near,
  ];
}

/**
 * @param {{lat: number, lon: number}} read
 * @param {string | null} question
 * @returns {Candidate}
 */
function spot({ lat, lon }, question) {
  return {
    name: '',
    label: formatCoordinates({ lat, lon }),
    where: 'latitude, longitude',
    at: [lon, lat],
    resolution: 'Vicinity',
    gazetteerId: null,
    country: null,
    admin1: null,
    question,
  };
}

/**
 * @param {any} feature of a GeocodeJSON answer
 * @returns {Candidate}
 */
function ofGazetteer({ geometry, properties }) {
  const { name, label, state, country, type, near, gazetteer_id: gazetteerId } = properties;
  const where = [state, country].filter((part) => part && part !== name).join(', ');
  const [lon, lat] = geometry.coordinates;
  const about = { at: geometry.coordinates, country: country ?? null, admin1: state ?? null };
  return type === 'coordinates'
    ? {
        ...about,
        name: '',
        label: formatCoordinates({ lat, lon }),
        where: near ? `near ${near}` : where,
        resolution: properties.location_resolution ?? 'Exact',
        gazetteerId: null,
        question: properties.did_you_mean ? 'Did you mean' : null,
      }
    : {
        ...about,
        name,
        label: name ?? label,
        where,
        resolution: RESOLUTION[type] ?? 'Vicinity',
        gazetteerId: gazetteerId ?? null,
        question: null,
      };
}

/**
 * @param {Dateline.LonLat} one
 * @param {Dateline.LonLat} other
 * @returns {number} kilometres along the great circle
 */
export function distanceKm(one, other) {
  const radians = (/** @type {number} */ degrees) => (degrees * Math.PI) / 180;
  const [lon1, lat1, lon2, lat2] = [...one, ...other].map(radians);
  const half =
    Math.sin((lat2 - lat1) / 2) ** 2 +
    Math.cos(lat1) * Math.cos(lat2) * Math.sin((lon2 - lon1) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** @param {number} km */
function distanceWords(km) {
  return km < 1 ? 'less than 1 km away' : `${kilometres(Math.round(km))} away`;
}
