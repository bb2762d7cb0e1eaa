/** What there is to check in a report: its place words, identical ones together. */

/**
 * @typedef {object} Item words that are decided on at once
 * @property {string} words as they stand in the text
 * @property {Dateline.Mention[]} mentions all that read so, in the order of the text
 * @property {'places' | 'others'} part places come first; peoples' names and what is not on the
 *     map after them
 *
 * @typedef {object} Progress
 * @property {number} checked
 * @property {number} all
 */

/**
 * @param {Dateline.Mention[]} mentions of the whole report, in the order of the text
 * @returns {Item[]} in the order in which they are gone through
 */
export function itemsOf(mentions) {
  /** @type {Map<string, Dateline.Mention[]>} */
  const byWords = new Map();
  for (const mention of mentions) {
    byWords.set(mention.text, [...(byWords.get(mention.text) ?? []), mention]);
  }
  const items = [...byWords].map(([words, same]) => ({
    words,
    mentions: same,
    part: partOf(same),
  }));
  return [
    ...items.filter(({ part }) => part === 'places'),
    ...items.filter(({ part }) => part === 'others'),
  ];
}

/**
 * @param {Dateline.Mention[]} mentions
 * @returns {Item['part']} the same before and after a decision, so that nothing jumps: what was
 *     decided on had a place, or does not need one
 */
function partOf(mentions) {
  return mentions.some(
    ({ kind, feature_id: feature, status }) =>
      kind !== 'demonym' && (feature !== null || status !== 'unverified'),
  )
    ? 'places'
    : 'others';
}

/** @param {Dateline.Mention} mention */
export function isChecked({ status }) {
  return status !== 'unverified';
}

/** @param {Item} item */
export function isDone({ mentions }) {
  return mentions.every(isChecked);
}

/**
 * @param {Item[]} items
 * @returns {Progress}
 */
export function progressOf(items) {
  return { checked: items.filter(isDone).length, all: items.length };
}

/**
 * The mention of an item that is shown and decided on.
 *
 * @param {Item} item
 */
export function shownOf({ mentions }) {
  return mentions.find((mention) => !isChecked(mention)) ?? mentions[0];
}

/**
 * The mentions that one decision may take: none that somebody decided on by itself.
 *
 * @param {Item} item
 * @returns {Dateline.Mention[]} the shown one among them
 */
export function togetherWith(item) {
  const shown = shownOf(item);
  return item.mentions.filter((mention) => mention === shown || mention.version === 0);
}

/**
 * Whether identical words mean one thing, so that one decision for all is the usual one.
 *
 * @param {Item} item
 */
export function meansOneThing(item) {
  return new Set(togetherWith(item).map(({ feature_id: feature }) => feature)).size === 1;
}

/**
 * @param {Item[]} items
 * @param {string | null} words where one is; null for before the first
 * @returns {string | null} the next words that are not checked, from there on and then from the
 *     start; null when all are
 */
export function nextUnchecked(items, words) {
  const from = items.findIndex((item) => item.words === words) + 1;
  const round = [...items.slice(from), ...items.slice(0, from)];
  return round.find((item) => !isDone(item))?.words ?? null;
}

/**
 * @param {Item[]} items
 * @param {string | null} words
 * @param {number} by
 * @returns {string | null} the words so many steps on, round the end; null when there are none
 */
export function stepFrom(items, words, by) {
  const at = items.findIndex((item) => item.words === words);
  return items[(at + by + items.length) % items.length]?.words ?? null;
}
