/** The drawing tools, a classic script beside Leaflet that only who draws loads. */

import { L } from './leaflet.js';

const SCRIPT = '/vendor/geoman/leaflet-geoman.min.js';
const STYLE = '/vendor/geoman/leaflet-geoman.css';

/** @type {Promise<void> | null} */
let loading = null;

/**
 * @param {import('leaflet').Map} map gets the tools as `map.pm`
 * @returns {Promise<any>} the tools
 */
export async function drawingTools(map) {
  loading ??= load().catch((error) => {
    loading = null;
    throw error;
  });
  await loading;
  const tools = /** @type {any} */ (map);
  if (!tools.pm) {
    tools.options.pmIgnore = false;
    Reflect.get(L, 'PM').reInitLayer(map);
    tools.pm.setGlobalOptions({ snappable: true, allowSelfIntersection: false });
  }
  return tools.pm;
}

/** @param {import('leaflet').Layer} layer made editable */
export function withTools(layer) {
  Reflect.get(L, 'PM').reInitLayer(layer);
  return /** @type {any} */ (layer).pm;
}

async function load() {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = STYLE;
  document.head.append(style);
  const script = document.createElement('script');
  script.src = SCRIPT;
  await new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', () => reject(new Error('The drawing tools cannot be had.')));
    document.head.append(script);
  });
  // The report's features are not for drawing on: only layers that say so get the tools.
  Reflect.get(L, 'PM').setOptIn(true);
}
