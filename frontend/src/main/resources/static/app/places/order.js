/** Order and choice of the rows of the places list. */

/**
 * @param {Dateline.PlaceRow[]} rows
 * @param {'text' | 'name' | 'status'} sort
 * @param {string} [language] whose alphabet orders names
 * @returns {Dateline.PlaceRow[]}
 */
export function sorted(rows, sort, language) {
  const byText = (/** @type {Dateline.PlaceRow} */ a, /** @type {Dateline.PlaceRow} */ b) =>
    a.order - b.order;
  const alphabet = new Intl.Collator(language);
  const orders = {
    text: byText,
    name: (/** @type {Dateline.PlaceRow} */ a, /** @type {Dateline.PlaceRow} */ b) =>
      alphabet.compare(a.name, b.name) || byText(a, b),
    status: (/** @type {Dateline.PlaceRow} */ a, /** @type {Dateline.PlaceRow} */ b) =>
      alphabet.compare(a.statusWord, b.statusWord) || byText(a, b),
  };
  return [...rows].sort(orders[sort]);
}

/**
 * @param {Dateline.PlaceRow} row
 * @param {Pick<Dateline.State, 'onlyInView' | 'onlyUnverified' | 'inView'>} filter
 * @param {(id: string) => Dateline.Feature | undefined} feature
 */
export function matches(row, { onlyInView, onlyUnverified, inView }, feature) {
  if (onlyInView && inView !== null && !inView.has(row.id)) {
    return false;
  }
  const status = feature(row.id)?.properties.status ?? 'unverified';
  return !onlyUnverified || status === 'unverified';
}
