/** What can be said of a location, and what the form fills in by itself. */

/**
 * @typedef {object} Field
 * @property {string} name as the server's schema has it
 * @property {string} label
 * @property {'text' | 'words' | 'number' | 'choice'} kind `words` has several lines
 * @property {string} [hint]
 * @property {string[]} [choices]
 */

/** How precise a location is, the most precise first, by the server's words. */
export const RESOLUTIONS = [
  ['Exact', 'Exact: the spot itself'],
  ['Vicinity', 'Near this spot'],
  ['Locality', 'In or around the town'],
  ['District', 'Somewhere in the district'],
  ['Region', 'Somewhere in the region'],
  ['Country', 'Somewhere in the country'],
];

/** ACLED's event types and their sub-types. */
export const EVENT_TYPES = /** @type {Record<string, string[]>} */ ({
  Battles: ['Armed clash', 'Government regains territory', 'Non-state actor overtakes territory'],
  'Explosions/Remote violence': [
    'Chemical weapon',
    'Air/drone strike',
    'Suicide bomb',
    'Shelling/artillery/missile attack',
    'Remote explosive/landmine/IED',
    'Grenade',
  ],
  'Violence against civilians': ['Sexual violence', 'Attack', 'Abduction/forced disappearance'],
  Protests: ['Peaceful protest', 'Protest with intervention', 'Excessive force against protesters'],
  Riots: ['Violent demonstration', 'Mob violence'],
  'Strategic developments': [
    'Agreement',
    'Arrests',
    'Change to group/activity',
    'Disrupted weapons use',
    'Headquarters or base established',
    'Looting/property destruction',
    'Non-violent transfer of territory',
    'Other',
  ],
});

/** The optional fields, in the order of the form. @type {Field[]} */
export const OPTIONAL = [
  { name: 'notes', label: 'What happened', kind: 'words', hint: 'In neutral words' },
  { name: 'event_type', label: 'Kind of event', kind: 'choice', choices: Object.keys(EVENT_TYPES) },
  { name: 'sub_event_type', label: 'More exactly', kind: 'choice', choices: [] },
  {
    name: 'event_date_edtf',
    label: 'When',
    kind: 'text',
    hint: '2022-05-01, 2022-05, about 2022: 2022~, from/to: 2022-05-01/2022-05-03',
  },
  { name: 'actor1', label: 'One side', kind: 'text', hint: 'Says nothing on who began' },
  { name: 'actor2', label: 'The other side', kind: 'text' },
  { name: 'fatalities', label: 'Deaths reported', kind: 'number' },
  { name: 'quote', label: 'The sentence that says so', kind: 'words', hint: 'To the letter' },
];

/** Why only a grid cell may be shown, with words that speak for it in the reports' languages. */
const SENSITIVE = [
  {
    reason: 'displacement_site',
    label: 'camp or shelter of displaced people',
    words:
      /\b(camps?|refugees?|displaced|idps?|shelters?|réfugiée?s?|déplacée?s?|refugiad[oa]s?|desplazad[oa]s?|campamentos?|albergues?)\b|مخيم|نازح|لاجئ/iu,
  },
  {
    reason: 'health',
    label: 'hospital or clinic',
    words:
      /\b(hospitals?|clinics?|health (?:cent(?:re|er)|post)s?|hôpita(?:l|ux)|cliniques?|centres? de santé|clínicas?|hospitales|centros? de salud)\b|مستشفى|عيادة/iu,
  },
  {
    reason: 'school',
    label: 'school',
    words:
      /\b(schools?|orphanages?|écoles?|lycées?|orphelinats?|escuelas?|colegios?)\b|مدرسة|مدارس/iu,
  },
  {
    reason: 'witness',
    label: 'place of a witness or source',
    words: /\b(witness(?:es)?|témoins?|testigos?)\b|شاهد|شهود/iu,
  },
  { reason: 'minor', label: 'place of a child', words: null },
  { reason: 'military_live', label: 'movement of forces that goes on', words: null },
];

export const SENSITIVE_REASONS = SENSITIVE.map(
  ({ reason, label }) => /** @type {[string, string]} */ ([reason, label]),
);

/**
 * @param {...(string | number | undefined)} words of a location
 * @returns {string | null} the reason for which it may need protection
 */
export function sensitiveReason(...words) {
  const text = words.join(' ');
  return SENSITIVE.find((kind) => kind.words?.test(text) === true)?.reason ?? null;
}

/**
 * @param {number} zoom of the map on which a spot was pointed at
 * @returns {string} how precise that can be
 */
export function resolutionAt(zoom) {
  if (zoom >= 12) {
    return 'Exact';
  }
  return zoom >= 10 ? 'Vicinity' : zoom >= 7.5 ? 'Locality' : zoom >= 5.5 ? 'District' : 'Region';
}

/**
 * A web address as source is kept as one, with its host as the name that readers see.
 *
 * @param {string} typed
 * @returns {{source: string, source_url: string | null}}
 */
export function sourceOf(typed) {
  const source = typed.trim();
  if (!/^https?:\/\/\S+$/i.test(source) || !URL.canParse(source)) {
    return { source, source_url: null };
  }
  return { source: new URL(source).hostname.replace(/^www\./, ''), source_url: source };
}

/**
 * @param {Dateline.Draft} draft
 * @param {string} report
 * @returns {object} the GeoJSON feature that the server is sent
 */
export function featureOf(draft, report) {
  const entered = Object.entries(draft.properties).filter(([, value]) => value !== '');
  return {
    type: 'Feature',
    geometry: draft.geometry,
    properties: { ...Object.fromEntries(entered), report },
  };
}

/** What the form edits: everything else of a location stays as it is. */
const EDITED = [
  'location',
  'source',
  'source_url',
  'location_resolution',
  'sensitivity',
  'sensitivity_reason',
  'gazetteer_id',
  'country',
  'admin1',
  ...OPTIONAL.map(({ name }) => name),
];

/**
 * @param {Dateline.Feature} feature as the server has it
 * @returns {Record<string, string | number>}
 */
export function editableOf({ properties }) {
  /** @type {Record<string, string | number>} */
  const values = {};
  for (const name of EDITED) {
    const value = Reflect.get(properties, name);
    if (typeof value === 'string' || typeof value === 'number') {
      values[name] = value;
    }
  }
  return values;
}

/**
 * A merge patch (RFC 7396) from one state to another.
 *
 * @param {Pick<Dateline.Draft, 'geometry' | 'properties'>} before
 * @param {Pick<Dateline.Draft, 'geometry' | 'properties'>} after
 * @returns {{geometry?: Dateline.Geometry, properties?: Record<string, string | number | null>} | null}
 *     null when nothing differs
 */
export function patchOf(before, after) {
  /** @type {Record<string, string | number | null>} */
  const properties = {};
  for (const name of EDITED) {
    const value = after.properties[name] ?? '';
    if (value !== (before.properties[name] ?? '')) {
      properties[name] = value === '' ? null : value;
    }
  }
  const moved =
    after.geometry !== null && JSON.stringify(after.geometry) !== JSON.stringify(before.geometry);
  if (!moved && Object.keys(properties).length === 0) {
    return null;
  }
  return {
    ...(moved && after.geometry !== null && { geometry: after.geometry }),
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

const LABELS = /** @type {Record<string, string>} */ ({
  location: 'What',
  source: 'Source',
  source_url: 'Web address of the source',
  location_resolution: 'How precise',
  sensitivity: 'Protection',
  sensitivity_reason: 'Why protected',
  ...Object.fromEntries(OPTIONAL.map(({ name, label }) => [name, label])),
});

/** @param {string} name */
export function labelOf(name) {
  return LABELS[name] ?? name.replaceAll('_', ' ');
}
