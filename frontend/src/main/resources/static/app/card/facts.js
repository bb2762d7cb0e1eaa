/** What a card says of a feature, in sentences. */

import { formatCoordinates } from '../search/coordinates.js';
import { certainty, counted, dateWords, kilometres, statusWords } from '../words.js';

/**
 * @param {Dateline.Properties} properties
 * @returns {string} "Shown as: … · Location: … · Date: …"
 */
export function standingLine(properties) {
  const parts = [`Shown as: ${shownAs(properties)}`, `Location: ${standingWords(properties)}`];
  if (properties.event_date_edtf) {
    const from = isEntered(properties) ? '' : ' (from the text)';
    parts.push(`Date: ${dateWords(properties.event_date_edtf)}${from}`);
  } else if (properties.event_date) {
    parts.push(`Date: ${dateWords(properties.event_date)}`);
  }
  return parts.join(' · ');
}

/** @param {Dateline.Properties} properties */
function standingWords(properties) {
  return isEntered(properties) && properties.status === 'unverified'
    ? `entered by ${properties.created_by}, not yet checked`
    : statusWords(properties.status);
}

/** @param {Dateline.Properties} properties */
function isEntered({ layer }) {
  return layer === 'locations';
}

/**
 * What a person entered beyond name and place.
 *
 * @param {Dateline.Properties} properties
 * @returns {string[]}
 */
export function enteredFacts(properties) {
  if (!isEntered(properties)) {
    return [];
  }
  const { notes, event_type: type, sub_event_type: subType, fatalities } = properties;
  const sides = [properties.actor1, properties.actor2].filter(Boolean).join(' – ');
  return [
    notes,
    [type, subType].filter(Boolean).join(': '),
    sides,
    typeof fatalities === 'number' ? `${counted(fatalities, 'death')} reported` : null,
  ].flatMap((fact) => fact || []);
}

/** @param {Dateline.Properties} properties */
function shownAs(properties) {
  if (properties.path_meaning) {
    const length = properties.distance_km;
    return length === undefined
      ? properties.path_meaning
      : `${properties.path_meaning}, about ${kilometres(length)}`;
  }
  return properties.precision_words ?? properties.location_resolution ?? 'a place';
}

/**
 * What limits the geometry: how a computed area was made, how old an outline is, what is blurred.
 *
 * @param {Dateline.Properties} properties
 * @returns {string[]}
 */
export function limits(properties) {
  const notes = [];
  if (properties.soft) {
    notes.push('This area has no exact border.');
  }
  if (properties.how_made) {
    notes.push(properties.how_made);
  }
  if (properties.generalised && properties.generalised !== 'none') {
    const size = /\d+\s?km/.exec(properties.generalised.replace('grid_', ''))?.[0] ?? '5km';
    notes.push(`Shown only to within ${size.replace('km', '\u00a0km')}, on purpose.`);
  }
  if (properties.boundary_source) {
    const until = properties.boundary_valid_to;
    notes.push(
      until
        ? `Outline: ${properties.boundary_source}, as it was until ${until}.`
        : `Outline: ${properties.boundary_source}.`,
    );
  }
  return notes;
}

/**
 * Why this place and not another of the name.
 *
 * @param {Dateline.Properties} properties
 * @returns {{score: string | null, reasons: string[], others: string | null}}
 */
export function whyThisPlace(properties) {
  const { alternatives, runner_up: runnerUp, margin } = properties;
  let others = null;
  if (runnerUp) {
    const close = margin !== null && margin < 0.2 ? 'close behind' : 'well behind';
    others = `Next best: ${runnerUp}${margin === null ? '' : `, ${close}`}.`;
  } else if (alternatives === 0 && properties.gazetteer_id) {
    others = 'No other place of this name came into question.';
  }
  return {
    score: certainty(properties.gazetteer_score ?? null),
    reasons: properties.reasons ?? [],
    others,
  };
}

/**
 * @typedef {object} Voice one side's words; all sides have the same size
 * @property {string} who
 * @property {string | null} quote
 */

/**
 * Who says it, and who denies it.
 *
 * @param {Dateline.Properties} properties
 * @param {Pick<Dateline.Report, 'byline' | 'outlet'>} report
 * @returns {Voice[]}
 */
export function voices(properties, report) {
  const claims = properties.claims ?? [];
  if (claims.length > 0) {
    return claims.flatMap((claim) => [
      { who: `According to ${claim.claim_by}`, quote: claim.quote },
      ...denial(claim.denied_by, claim.denial_quote),
    ]);
  }
  if (isEntered(properties)) {
    return [{ who: `Source: ${properties.source}`, quote: null }];
  }
  const by = properties.claim_by;
  const own = by === null || by === 'report';
  return [
    { who: own ? reportWords(report) : `According to ${by}`, quote: null },
    ...denial(properties.denied_by, properties.denial_quote),
  ];
}

/**
 * @param {string | null} by
 * @param {string | null} quote
 * @returns {Voice[]}
 */
function denial(by, quote) {
  return by || quote ? [{ who: by ? `Denied by ${by}` : 'Denied', quote }] : [];
}

/** @param {Pick<Dateline.Report, 'byline' | 'outlet'>} report */
function reportWords({ byline, outlet }) {
  const by = byline ? `Report by ${byline}` : 'The report';
  return outlet ? `${by}, ${outlet}` : by;
}

/**
 * @param {Dateline.Feature} feature
 * @returns {string | null} as far as the place is known; null for lines and drawn areas
 */
export function coordinatesOf({ geometry, properties }) {
  if (geometry.type !== 'Point') {
    return null;
  }
  const [lon, lat] = geometry.coordinates;
  return formatCoordinates({ lon, lat }, properties.generalised === 'none' ? 5 : 2);
}

/**
 * The other names of a place.
 *
 * @param {Dateline.Properties} properties
 */
export function otherNames({ names = {}, location }) {
  return [...new Set(Object.values(names))].filter((name) => name !== location);
}
