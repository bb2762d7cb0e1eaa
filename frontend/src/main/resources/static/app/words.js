/** Numbers, dates and states as a reader says them. */

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export function counted(count, one, many = `${one}s`) {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/**
 * Groups digits by thin spaces, as the International System of Units asks: 6 190.
 *
 * @param {number} number
 */
export function grouped(number) {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

/** @param {number} km */
export function kilometres(km) {
  const rounded = km >= 1000 ? Math.round(km / 10) * 10 : km >= 100 ? Math.round(km / 5) * 5 : km;
  return `${grouped(rounded)}\u00a0km`;
}

/** @type {Record<string, string>} */
const STATUS = {
  unverified: 'automatic match, not yet checked',
  verified: 'checked by a person',
  not_identifiable: 'checked: cannot be told',
  rejected: 'rejected by an editor',
  withdrawn: 'withdrawn',
};

/** @param {string} status */
export function statusWords(status) {
  return STATUS[status] ?? status;
}

/** @type {Record<string, string>} */
const ROLES = {
  area: 'area',
  place: 'place',
  origin: 'where people or goods came from',
  destination: 'where they went',
  movement: 'movement',
  scene: 'scene',
  context: 'context',
  metonym: 'name for a government',
  claim: 'claim',
  overlay: 'added location',
};

/** @param {string} role */
export function roleWords(role) {
  return ROLES[role] ?? role;
}

/** @type {Record<string, string>} */
const MOVEMENTS = {
  displacement: 'people fled',
  supply: 'deliveries',
  troop: 'troops',
  withdrawal: 'withdrawal',
};

/** @param {string | undefined} type */
export function movementWords(type) {
  return MOVEMENTS[type ?? ''] ?? 'movement';
}

/** @type {Record<string, string>} */
const KINDS = {
  literal: 'names the place itself',
  metonymic: 'stands for a government or its people',
  demonym: 'names a people',
  embedded: 'is part of another name',
  vague: 'names an area without an exact border',
};

/** @param {string} kind */
export function kindWords(kind) {
  return KINDS[kind] ?? kind;
}

/**
 * @param {number | null} score 0 to 1
 * @returns {string | null}
 */
export function certainty(score) {
  if (score === null) {
    return null;
  }
  const percent = Math.round(score * 100);
  const word =
    score >= 0.9 ? 'very likely' : score >= 0.7 ? 'likely' : score >= 0.5 ? 'uncertain' : 'a guess';
  return `${word} (${percent} %)`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date in Extended Date/Time Format (ISO 8601-2): "2022~" is "about 2022".
 *
 * @param {string} edtf one date or an interval; what is not understood is returned as it is
 */
export function dateWords(edtf) {
  const [from, to, ...rest] = edtf.split('/');
  if (to !== undefined && rest.length === 0) {
    if (to === '..' && from !== '..') {
      return `since ${oneDate(from)}`;
    }
    if (from === '..' && to !== '..') {
      return `until ${oneDate(to)}`;
    }
    return `${oneDate(from)} to ${oneDate(to)}`;
  }
  return oneDate(edtf);
}

/** @param {string} edtf */
function oneDate(edtf) {
  if (edtf === '..' || edtf === '') {
    return 'an unknown date';
  }
  const match = /^(\d{4}|XXXX)(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$/.exec(edtf);
  if (match === null) {
    return edtf;
  }
  const [, year, month, day, mark] = match;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (month !== undefined && name === undefined) {
    return edtf;
  }
  const stated = year === 'XXXX' ? '(year not stated)' : year;
  const words = [day === undefined ? '' : String(Number(day)), name, stated]
    .filter(Boolean)
    .join(' ');
  const marks = { '~': `about ${words}`, '?': `perhaps ${words}`, '%': `perhaps about ${words}` };
  return mark === '' ? words : marks[/** @type {'~' | '?' | '%'} */ (mark)];
}

/**
 * Folds case and accents, so that "Segou" finds "Ségou".
 *
 * @param {string} text
 */
export function folded(text) {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'ʼ`]/g, '')
    .replace(/[-‐–\s]+/g, ' ')
    .toLowerCase()
    .trim();
}
