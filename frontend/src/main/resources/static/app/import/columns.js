/** Which column of a file is which property, as the import takes it. */

/** A column that is left out. */
export const NOTHING = '-';

/** What a column can be, with the words for it. Coordinates first: without them there is no map. */
export const PROPERTIES = {
  lat: 'latitude',
  lon: 'longitude',
  geometry: 'geometry (WKT, or a coordinate pair)',
  location: 'what, a headline',
  source: 'source',
  source_url: 'address of the source',
  location_resolution: 'how precise',
  event_type: 'kind of event',
  sub_event_type: 'kind of event, finer',
  event_date: 'date',
  event_date_end: 'last date',
  fatalities: 'deaths, best estimate',
  fatalities_low: 'deaths, low estimate',
  fatalities_high: 'deaths, high estimate',
  actor1: 'first actor',
  actor2: 'second actor',
  country: 'country',
  admin1: 'region',
  admin2: 'district',
  notes: 'notes',
};

/**
 * @typedef {object} Column as the server understood it
 * @property {string} name
 * @property {string | null} property null when it is left out
 *
 * @typedef {Readonly<Record<string, string>>} Told by the column's name, what the user says it is
 */

/**
 * Says what one column is. A property has one column at most: what was said of another is
 * forgotten, and the server leaves out the one that it guessed.
 *
 * @param {Told} told
 * @param {string} name
 * @param {string} property {@link NOTHING} to leave the column out
 * @returns {Told}
 */
export function telling(told, name, property) {
  const others = Object.entries(told).filter(
    ([other, value]) => other !== name && (value !== property || value === NOTHING),
  );
  return Object.fromEntries([...others, [name, property]]);
}

/**
 * @param {Told} told
 * @returns {string} what the request says: "Ort:location,Nr:-"; empty when nothing was said
 */
export function columnsParameter(told) {
  return Object.entries(told)
    .map(([name, property]) => `${name}:${property}`)
    .join(',');
}
