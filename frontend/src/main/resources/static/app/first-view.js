/** Which card is open when a report is opened without a place in its address. */

/**
 * The vague area, if fighting is reported in one: of all names on the map readers know it least.
 * Otherwise the first place of the weightiest layer.
 *
 * @param {Dateline.Feature[]} features what the map shows, in any order
 * @returns {Dateline.Feature | null}
 */
export function openingFeature(features) {
  const places = features.filter(({ properties }) => properties.from_id === undefined);
  const vague = places.filter(({ properties }) => properties.soft);
  const fighting = places.filter(({ properties }) => properties.layer === 'fighting');
  const candidates = [vague.filter((feature) => fighting.includes(feature)), vague, fighting].find(
    (some) => some.length > 0,
  );
  if (candidates === undefined) {
    return null;
  }
  return candidates.reduce((a, b) => (b.properties.quote_start < a.properties.quote_start ? b : a));
}
