/** What an editor can decide on a mention, as the server takes it. */

/** @typedef {Record<string, string | OwnPlace | null>} Patch merge patch (RFC 7396) on a mention */

/**
 * @typedef {object} OwnPlace a place that no gazetteer has
 * @property {string} name
 * @property {number} lon degrees
 * @property {number} lat degrees
 */

/** @typedef {Dateline.Alternative & {number: number}} Candidate with the key that chooses it */

const KEYS = 9;

/**
 * @param {Dateline.Mention} mention
 * @returns {Candidate[]} at most nine, those that editors chose before first
 */
export function candidatesOf({ alternatives }) {
  return [
    ...alternatives.filter(({ suggested }) => suggested),
    ...alternatives.filter(({ suggested }) => !suggested),
  ]
    .slice(0, KEYS)
    .map((alternative, index) => ({ ...alternative, number: index + 1 }));
}

/**
 * The machine was right: it is that place, or it cannot be told.
 *
 * @param {Dateline.Mention} mention
 * @returns {Patch}
 */
export function confirmation({ feature_id: feature }) {
  return { status: feature === null ? 'not_identifiable' : 'verified' };
}

/** @type {Patch} */
export const NOT_A_PLACE = { status: 'rejected' };

/** @type {Patch} */
export const NOT_PLACEABLE = { status: 'not_identifiable' };

/**
 * @param {string} id in the gazetteer
 * @returns {Patch}
 */
export function choosing(id) {
  return { gazetteer_id: id };
}

/**
 * @param {OwnPlace} place
 * @returns {Patch}
 */
export function ownPlace(place) {
  return { own_place: place };
}

/**
 * What a decision says, in words.
 *
 * @param {Patch} patch
 * @param {Dateline.Mention} mention it is on
 */
export function patchWords(patch, mention) {
  if (patch.own_place !== null && typeof patch.own_place === 'object') {
    return `the place “${patch.own_place.name}”`;
  }
  if (typeof patch.gazetteer_id === 'string') {
    const chosen = mention.alternatives.find(({ id }) => id === patch.gazetteer_id);
    return chosen === undefined ? 'another place' : placeWords(chosen);
  }
  if (typeof patch.status === 'string') {
    return statusWords(patch.status, mention.name);
  }
  const [name, value] = Object.entries(patch)[0] ?? ['', ''];
  return `${name.replace('feature_role', 'role')}: ${value}`;
}

/**
 * What stands now, in words.
 *
 * @param {Dateline.Mention} mention
 */
export function standingWords({ status, name, status_by: by }) {
  const words = statusWords(status, name);
  return by ? `${words} (${by})` : words;
}

/**
 * @param {string} status
 * @param {string | null} name
 */
function statusWords(status, name) {
  switch (status) {
    case 'verified':
      return name ?? 'confirmed';
    case 'rejected':
      return 'not a place';
    case 'not_identifiable':
      return 'cannot be placed';
    default:
      return 'not yet checked';
  }
}

/**
 * @param {Pick<Dateline.Alternative, 'name' | 'admin1' | 'country'>} place
 * @returns {string} "Mopti, Mopti, Mali" without what says the same twice
 */
export function placeWords({ name, admin1, country }) {
  return [...new Set([name, admin1, country].filter(Boolean))].join(', ');
}
