/** Symbols too close to tell apart become one stack with one label. */

import { folded } from '../words.js';

/** Nearer than this, in pixels, and two symbols cover each other. */
export const STACK_DISTANCE = 24;

/** At most so many symbols stand side by side in a stack. */
const SIDE_BY_SIDE = 3;

/**
 * Half the width of a stack, pixels.
 *
 * @param {number} count of places in it
 */
export function stackReach(count) {
  return Math.min(count, SIDE_BY_SIDE) * 10 + 4;
}

/**
 * @template T
 * @param {T[]} items
 * @param {(item: T) => Dateline.Pixel} at
 * @returns {T[][]} groups in which each item is near another of its group; order is kept
 */
export function stacked(items, at) {
  const group = items.map((_, index) => index);
  const find = (/** @type {number} */ i) => {
    while (group[i] !== i) {
      i = group[i];
    }
    return i;
  };
  for (let i = 0; i < items.length; i++) {
    for (let j = 0; j < i; j++) {
      const [ax, ay] = at(items[i]);
      const [bx, by] = at(items[j]);
      if (Math.hypot(ax - bx, ay - by) < STACK_DISTANCE) {
        const [first, second] = [find(i), find(j)].sort((a, b) => a - b);
        group[second] = first;
      }
    }
  }
  /** @type {Map<number, T[]>} */
  const groups = new Map();
  items.forEach((item, index) => {
    const root = find(index);
    groups.set(root, [...(groups.get(root) ?? []), item]);
  });
  return [...groups.values()];
}

/**
 * One label for several places: the place named most often first, and its name is not said again
 * in the others ("Bamako · airport · Faladié").
 *
 * @param {{name: string, mentions: number}[]} places
 * @param {number} [limit] how many names are said; the rest is counted
 */
export function stackLabel(places, limit = 3) {
  const distinct = places.filter(
    (place, index) => places.findIndex((other) => other.name === place.name) === index,
  );
  const ranked = [...distinct].sort((a, b) => b.mentions - a.mentions);
  const [first] = ranked;
  const names = ranked.map((place) =>
    place === first ? place.name : withoutName(place.name, first.name),
  );
  const rest = names.length - limit;
  return [...names.slice(0, limit), ...(rest > 0 ? [`+${rest}`] : [])].join(' · ');
}

/**
 * @param {string} name
 * @param {string} known
 */
function withoutName(name, known) {
  const pieces = name.split(/[\s–-]+/);
  const knownPieces = known.split(/[\s–-]+/);
  const starts = knownPieces.every((piece, i) => folded(pieces[i] ?? '') === folded(piece));
  // A town's airport is its airport, however long its name.
  if (starts && folded(pieces[pieces.length - 1]) === 'airport') {
    return 'airport';
  }
  return starts && pieces.length > knownPieces.length
    ? pieces.slice(knownPieces.length).join(' ')
    : name;
}
