/** Searches the report that is open. */

import { folded } from '../words.js';

/**
 * @param {Dateline.PlaceRow[]} rows
 * @param {string} query
 * @param {number} [limit]
 * @returns {Dateline.PlaceRow[]} names that start with the query first
 */
export function findPlaces(rows, query, limit = 6) {
  const wanted = folded(query);
  if (wanted === '') {
    return [];
  }
  return rows
    .map((row) => ({ row, at: folded(row.name).indexOf(wanted) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || a.row.order - b.row.order)
    .slice(0, limit)
    .map(({ row }) => row);
}

/**
 * @typedef {object} TextHit
 * @property {Dateline.Span} span in the stored text
 * @property {string} before words just before it, for the list
 * @property {string} match
 * @property {string} after
 */

/**
 * @param {string} text the stored text
 * @param {string} query
 * @param {number} [limit]
 * @returns {TextHit[]}
 */
export function findInText(text, query, limit = 5) {
  const wanted = foldedByUnit(query.trim()).folded;
  if (wanted.length < 2) {
    return [];
  }
  const { folded: haystack, unit } = foldedByUnit(text);
  const hits = [];
  let at = haystack.indexOf(wanted);
  while (at >= 0 && hits.length < limit) {
    const span = { start: unit[at], end: unit[at + wanted.length] };
    hits.push({
      span,
      before: context(text.slice(Math.max(0, span.start - 40), span.start), 'before'),
      match: text.slice(span.start, span.end),
      after: context(text.slice(span.end, span.end + 40), 'after'),
    });
    at = haystack.indexOf(wanted, at + wanted.length);
  }
  return hits;
}

/**
 * Folds character by character and remembers where each came from.
 *
 * @param {string} text
 * @returns {{folded: string, unit: number[]}} unit[i] is the offset of the folded text's i-th
 *     character; one more entry for the end
 */
function foldedByUnit(text) {
  let result = '';
  const unit = [];
  let offset = 0;
  for (const character of text) {
    const plain = character.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    for (let i = 0; i < plain.length; i++) {
      unit.push(offset);
    }
    result += plain;
    offset += character.length;
  }
  unit.push(offset);
  return { folded: result, unit };
}

/**
 * @param {string} words
 * @param {'before' | 'after'} side
 */
function context(words, side) {
  const flat = words.replace(/\s+/g, ' ');
  return side === 'before' ? flat.replace(/^\S*\s/, '') : flat.replace(/\s\S*$/, '');
}
