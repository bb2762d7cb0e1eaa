/**
 * The view in the address: `/r/{id}?place=…&layers=…&status=…&tab=…#zoom/lat/lon`. Whoever opens a
 * copied address sees the same. Keys keep this order; unknown keys and unusable values are ignored.
 */

/**
 * @typedef {object} UrlState
 * @property {string | null} place feature id without the report's
 * @property {Dateline.LayerId[] | null} layers null: as the report has them at first
 * @property {boolean} onlyUnverified
 * @property {Dateline.Tab} tab
 * @property {Dateline.MapPosition | null} position
 */

const LAYERS = [
  'fighting',
  'displacement',
  'supply',
  'scenes',
  'context',
  'metonyms',
  'claims',
  'locations',
];

/**
 * @param {string} search with or without `?`
 * @param {string} hash with or without `#`
 * @returns {UrlState}
 */
export function parseUrlState(search, hash) {
  const parameters = new URLSearchParams(search);
  const layers = parameters.get('layers');
  const tab = parameters.get('tab');
  return {
    place: parameters.get('place') || null,
    layers:
      layers === null
        ? null
        : /** @type {Dateline.LayerId[]} */ (
            layers.split(',').filter((layer) => LAYERS.includes(layer))
          ),
    onlyUnverified: parameters.get('status') === 'unverified',
    tab: tab === 'places' || tab === 'layers' ? tab : 'text',
    position: parsePosition(hash),
  };
}

/**
 * @param {UrlState} state
 * @returns {string} query and fragment, to put behind the path; '' for the first view
 */
export function formatUrlState(state) {
  const parameters = [];
  if (state.place !== null) {
    parameters.push(`place=${encodeURIComponent(state.place)}`);
  }
  if (state.layers !== null) {
    const layers = state.layers;
    parameters.push(
      `layers=${LAYERS.filter((layer) => layers.some((on) => on === layer)).join(',')}`,
    );
  }
  if (state.onlyUnverified) {
    parameters.push('status=unverified');
  }
  if (state.tab !== 'text') {
    parameters.push(`tab=${state.tab}`);
  }
  const query = parameters.length === 0 ? '' : `?${parameters.join('&')}`;
  return state.position === null ? query : `${query}#${formatPosition(state.position)}`;
}

/**
 * @param {string} reportId
 * @param {string | null} id of a feature
 * @returns {string | null} what stands for it in the address: of the report's own features, the
 *     part that is not the report's id
 */
export function placeInAddress(reportId, id) {
  return id?.startsWith(`${reportId}.`) ? id.slice(reportId.length + 1) : id;
}

/** @param {Dateline.MapPosition} position */
function formatPosition({ zoom, lat, lon }) {
  // Two decimals are 1 km: at zoom 12 and more a screen is only a few of these.
  const decimals = zoom >= 10 ? 4 : 2;
  return `${Number(zoom.toFixed(2))}/${lat.toFixed(decimals)}/${lon.toFixed(decimals)}`;
}

/**
 * @param {string} hash
 * @returns {Dateline.MapPosition | null}
 */
function parsePosition(hash) {
  const match = /^#?(\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)\/(-?\d+(?:\.\d+)?)$/.exec(hash);
  if (match === null) {
    return null;
  }
  const [zoom, lat, lon] = match.slice(1).map(Number);
  return zoom <= 24 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { zoom, lat, lon } : null;
}
