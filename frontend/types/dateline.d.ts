/**
 * What the server answers, and what the page's modules pass to each other.
 * Positions are [longitude, latitude] in degrees (RFC 7946); text offsets are UTF-16 code units.
 */
declare namespace Dateline {
  /** [longitude, latitude], degrees, WGS 84. */
  type LonLat = [number, number];

  /** [west, south, east, north], degrees. */
  type Bbox = [number, number, number, number];

  /** [x, y] in pixels, y downwards. */
  type Pixel = [number, number];

  type LayerId =
    | 'fighting'
    | 'displacement'
    | 'supply'
    | 'scenes'
    | 'context'
    | 'metonyms'
    | 'claims'
    | 'locations';

  interface Report {
    id: string;
    headline: string;
    byline: string | null;
    outlet: string | null;
    date: string | null;
    event_date_edtf: string | null;
    language: string;
    method_version: string;
    counts: {
      places: number;
      movements: number;
      verified: number;
      not_mappable: number;
      mentions: number;
    };
    focus: { countries: { iso2: string; iso3: string | null; name: string }[] };
    /** The first view; null when nothing is drawn. */
    view: { bbox: Bbox } | null;
  }

  interface Span {
    start: number;
    end: number;
  }

  interface Alternative {
    id: string;
    name: string;
    admin1: string | null;
    country: string | null;
    lon: number;
    lat: number;
    score: number;
    reason: string;
    /** Whether editors of the newsroom chose it for this name before. */
    suggested: boolean;
  }

  interface Mention extends Span {
    id: string;
    text: string;
    kind: 'literal' | 'metonymic' | 'demonym' | 'embedded' | 'vague';
    coreference: boolean;
    sentence: Span;
    feature_id: string | null;
    layer: LayerId | null;
    name: string | null;
    status: string;
    /** Public name of the editor who decided, null when nobody has. */
    status_by: string | null;
    /** How often someone has decided on it. */
    version: number;
    score: number;
    margin: number;
    reasons: string[];
    alternatives: Alternative[];
    not_placed_because: string | null;
    gazetteer_id: string | null;
  }

  interface ReportText {
    text: string;
    mentions: Mention[];
  }

  interface Layer {
    id: LayerId;
    title: string;
    description: string | null;
    count: number;
    on: boolean;
    bbox: Bbox | null;
    source: string | null;
    license: string | null;
    updated_at: string | null;
    links: { rel: string; href: string; type?: string; title?: string }[];
  }

  interface Claim {
    claim_by: string;
    quote: string;
    denied_by: string | null;
    denial_quote: string | null;
  }

  interface Properties {
    location: string;
    names?: Record<string, string>;
    layer: LayerId;
    feature_role: string;
    country: string | null;
    iso3: string | null;
    admin1: string | null;
    geo_precision: number | null;
    where_prec: number | null;
    uncertainty_m: number | null;
    location_resolution: string | null;
    precision_words: string | null;
    event_type: string | null;
    sub_event_type: string | null;
    event_date: string | null;
    event_date_edtf: string | null;
    date_prec: number | null;
    quote: string;
    quote_start: number;
    quote_end: number;
    mention_start: number | null;
    mention_end: number | null;
    mention_count: number;
    description: string | null;
    cue: string | null;
    gazetteer_uri: string | null;
    gazetteer_id: string | null;
    gazetteer_score: number | null;
    reasons: string[];
    alternatives: number;
    runner_up: string | null;
    margin: number | null;
    claim_by: string | null;
    claim_status: string;
    denied_by: string | null;
    denial_quote: string | null;
    claims?: Claim[];
    status: 'unverified' | 'verified' | 'not_identifiable' | 'rejected' | 'withdrawn';
    method: string;
    method_version: string | null;
    sensitivity: string | null;
    generalised: string | null;
    how_made: string | null;
    boundary_source: string | null;
    boundary_valid_to: string | null;
    drawn: boolean;
    soft?: boolean;
    label_point?: LonLat | null;
    source: string | null;
    version: number;
    updated_at: string | null;
    /** Who added it; only of locations, as are the next ones. */
    created_by?: string;
    notes?: string | null;
    source_url?: string | null;
    actor1?: string | null;
    actor2?: string | null;
    fatalities?: number | null;
    license: string | null;
    attribution: string | null;
    from_id?: string;
    to_id?: string;
    from_name?: string;
    to_name?: string;
    movement_type?: 'displacement' | 'supply' | 'troop' | 'withdrawal';
    path_meaning?: string;
    distance_km?: number;
  }

  /** Geometry as the layers have it. */
  type Geometry =
    | { type: 'Point'; coordinates: LonLat }
    | { type: 'LineString'; coordinates: LonLat[] }
    | { type: 'MultiLineString'; coordinates: LonLat[][] }
    | { type: 'Polygon'; coordinates: LonLat[][] }
    | { type: 'MultiPolygon'; coordinates: LonLat[][][] };

  interface Feature {
    type: 'Feature';
    id: string;
    geometry: Geometry;
    properties: Properties;
  }

  interface FeatureCollection {
    type: 'FeatureCollection';
    features: Feature[];
  }

  interface BasemapFeature {
    type: 'Feature';
    geometry: Geometry;
    properties: {
      kind: 'country' | 'admin1' | 'river' | 'lake' | 'place';
      name?: string | null;
      iso2?: string;
      label?: LonLat;
      rank?: number;
      min_zoom?: number;
      detail?: Bbox | null;
    };
  }

  interface MapPosition {
    zoom: number;
    lat: number;
    lon: number;
  }

  type Tab = 'text' | 'places' | 'layers';

  /** Everything about the page that can change; see store.js. */
  interface State {
    tab: Tab;
    /** Feature with an open card. */
    place: string | null;
    /** Mention with an open card because it is not on the map. */
    mention: string | null;
    /** Which page of the card's sentences is shown, from 0. */
    quotePage: number;
    layers: ReadonlySet<LayerId>;
    /** Opacity of layers that are not fully opaque, 0 to 1. */
    opacity: Readonly<Partial<Record<LayerId, number>>>;
    /** Features that pointer or focus is on, in the text, the list or on the map. */
    hovered: readonly string[];
    /** Features of the sentence that is being read. */
    current: readonly string[];
    /** Feature that J and K have reached. */
    stepped: string | null;
    position: MapPosition | null;
    /** Features inside the frame, null until the map has said. */
    inView: ReadonlySet<string> | null;
    sort: 'text' | 'name' | 'status';
    onlyInView: boolean;
    onlyUnverified: boolean;
    /** How often the report was read anew since the page was opened. */
    revision: number;
  }

  /** A row of the places list, as the server wrote it. */
  interface PlaceRow {
    id: string;
    name: string;
    layer: LayerId;
    statusWord: string;
    /** Position in the list as the server wrote it. */
    order: number;
  }

  type Role = 'contributor' | 'editor' | 'admin';

  /** Who works at this page, as GET /api/me says. */
  interface Me {
    signed_in: boolean;
    /** The public name; null when nobody is signed in, as are all that follow. */
    name: string | null;
    role: Role | null;
    /** Every role that may be acted as, the smallest first. */
    roles: Role[];
    means: 'session' | 'token' | 'bootstrap' | null;
    expires_at: string | null;
    /** What writes send as X-CSRF-Token. */
    csrf: string | null;
  }

  /** A location as it is typed: kept in the browser until the server has it. */
  interface Draft {
    /** Names the draft in this browser. */
    key: string;
    geometry: Geometry | null;
    /** What was entered so far, by the names of the server's schema. */
    properties: Record<string, string | number>;
    /** The location that is changed; absent for a new one. */
    id?: string;
    /** The version that is changed. */
    etag?: string;
    /** What that version says. */
    base?: { geometry: Geometry | null; properties: Record<string, string | number> };
    /** Whether saving was tried and failed. */
    waits?: boolean;
  }

  interface Problem {
    type?: string;
    title?: string;
    status?: number;
    detail?: string;
    instance?: string;
    /** Where in the request: a parameter, a header, a JSON pointer. */
    where?: string;
    /** What to do about it. */
    hint?: string;
    errors?: { pointer: string; detail: string; hint: string | null }[];
    /** With a stale write of a location: what is there now. */
    current?: Feature;
  }
}
