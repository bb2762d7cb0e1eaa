/** Locations that people added, made to fit among what the machine found in the text. */

/**
 * Finds the sentence that was entered for a location in the report's text.
 *
 * @param {Dateline.Feature} feature
 * @param {string} text the whole stored text
 * @returns {Dateline.Feature} with what the machine's features have; an empty span when no sentence
 *     was entered, or it is not in the text
 */
export function placedInText(feature, text) {
  const { properties } = feature;
  if (properties.layer !== 'locations') {
    return feature;
  }
  const quote = properties.quote ?? '';
  const start = quote === '' ? -1 : text.indexOf(quote);
  const name = quote.indexOf(properties.location);
  const found = start >= 0;
  return {
    ...feature,
    properties: {
      ...properties,
      quote,
      quote_start: found ? start : 0,
      quote_end: found ? start + quote.length : 0,
      mention_start: found && name >= 0 ? start + name : null,
      mention_end: found && name >= 0 ? start + name + properties.location.length : null,
      mention_count: 1,
    },
  };
}
