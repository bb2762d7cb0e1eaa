/** Placing a location on the map: candidates to choose from, a spot to point at, shapes to draw. */

import { element } from '../dom.js';
import { drawingTools, withTools } from './geoman.js';
import { L } from './leaflet.js';

/** @typedef {ReturnType<typeof createDrafting>} Drafting */
/** @typedef {'point' | 'line' | 'area'} Shape */

/** Geoman's names. */
const SHAPES = { point: 'Marker', line: 'Line', area: 'Polygon' };

const LOOK = { className: 'draft-path', weight: 3, pmIgnore: false };

/**
 * @param {import('leaflet').Map} map
 * @param {(at: Dateline.LonLat) => void} reveal moves the map when a position is not in view
 */
export function createDrafting(map, reveal) {
  const candidates = L.layerGroup().addTo(map);
  /** @type {import('leaflet').Layer | null} */
  let draft = null;
  /** @type {((at: Dateline.LonLat) => void) | null} */
  let picker = null;
  /** @type {(() => void) | null} */
  let stopDrawing = null;
  const crosshair = element(
    'div',
    { class: 'crosshair', hidden: true },
    element('span', { class: 'crosshair-mark', 'aria-hidden': 'true' }),
    element(
      'button',
      { type: 'button', class: 'button button--primary', onclick: () => picker?.(centre()) },
      'Add here',
    ),
  );
  map.getContainer().parentElement?.append(crosshair);

  return {
    zoom: () => map.getZoom(),

    /**
     * @param {{at: Dateline.LonLat, label: string}[]} places numbered from 1
     * @param {number} active which is marked
     * @param {(index: number) => void} onChoose
     */
    showCandidates(places, active, onChoose) {
      candidates.clearLayers();
      places.forEach(({ at, label }, index) => {
        const html = element(
          'div',
          { class: `candidate-pin${index === active ? ' is-active' : ''}`, title: label },
          String(index + 1),
        );
        L.marker([at[1], at[0]], {
          icon: L.divIcon({ html, className: 'symbol-anchor', iconSize: [0, 0] }),
          keyboard: false,
          zIndexOffset: index === active ? 1000 : 0,
        })
          .on('click', () => onChoose(index))
          .addTo(candidates);
      });
      if (places[active] !== undefined) {
        reveal(places[active].at);
      }
    },

    /**
     * Shows what is being placed, and lets it be moved.
     *
     * @param {Dateline.Geometry | null} geometry
     * @param {(geometry: Dateline.Geometry) => void} onMove
     */
    async showDraft(geometry, onMove) {
      draft?.remove();
      draft = null;
      if (geometry === null) {
        return;
      }
      draft = geometry.type === 'Point' ? movablePoint(geometry, onMove) : shape(geometry);
      draft.addTo(map);
      if (geometry.type !== 'Point') {
        await editable(draft, onMove);
      }
    },

    /** @param {((at: Dateline.LonLat) => void) | null} handler gets the spots that are pointed at */
    pick(handler) {
      picker = handler;
      crosshair.hidden = handler === null;
      map.getContainer().classList.toggle('is-picking', handler !== null);
    },

    /**
     * @param {Dateline.LonLat} at
     * @returns {boolean} whether someone waits for it
     */
    picked(at) {
      picker?.(at);
      return picker !== null;
    },

    /** @returns {boolean} whether something is being drawn, so that clicks belong to that */
    isDrawing: () => stopDrawing !== null,

    /**
     * Lets a shape be drawn.
     *
     * @param {Shape} what
     * @returns {Promise<Dateline.Geometry | null>} null when it was given up
     */
    async draw(what) {
      stopDrawing?.();
      const tools = await drawingTools(map);
      tools.enableDraw(SHAPES[what], {
        snappable: false,
        continueDrawing: false,
        allowSelfIntersection: false,
        pathOptions: LOOK,
        markerStyle: { icon: pinIcon(), pmIgnore: false },
      });
      return new Promise((resolve) => {
        const end = (/** @type {Dateline.Geometry | null} */ geometry) => {
          map.off('pm:create', created);
          stopDrawing = null;
          tools.disableDraw();
          resolve(geometry);
        };
        const created = (/** @type {any} */ { layer }) => {
          layer.remove();
          end(geometryOf(layer));
        };
        map.on('pm:create', created);
        stopDrawing = () => end(null);
      });
    },

    /** @returns {boolean} whether there was something to give up */
    stopDrawing() {
      const was = stopDrawing !== null;
      stopDrawing?.();
      return was;
    },

    clear() {
      stopDrawing?.();
      candidates.clearLayers();
      draft?.remove();
      draft = null;
      picker = null;
      crosshair.hidden = true;
      map.getContainer().classList.remove('is-picking');
    },
  };

  /** @returns {Dateline.LonLat} */
  function centre() {
    const { lat, lng } = map.getCenter();
    return [lng, lat];
  }

  /**
   * @param {{type: 'Point', coordinates: Dateline.LonLat}} geometry
   * @param {(geometry: Dateline.Geometry) => void} onMove
   */
  function movablePoint({ coordinates: [lon, lat] }, onMove) {
    const marker = L.marker([lat, lon], {
      icon: pinIcon(),
      draggable: true,
      keyboard: false,
      zIndexOffset: 2000,
    });
    return marker.on('dragend', () => onMove(geometryOf(marker)));
  }

  /** @param {Dateline.Geometry} geometry */
  function shape(geometry) {
    const options = /** @type {any} */ ({ style: LOOK, pmIgnore: false });
    const [layer] = L.geoJSON(/** @type {any} */ (geometry), options).getLayers();
    return layer;
  }

  /**
   * @param {import('leaflet').Layer} layer
   * @param {(geometry: Dateline.Geometry) => void} onMove
   */
  async function editable(layer, onMove) {
    await drawingTools(map);
    if (layer !== draft) {
      return;
    }
    withTools(layer)?.enable({ allowSelfIntersection: false });
    layer.on('pm:edit', () => onMove(geometryOf(layer)));
  }
}

function pinIcon() {
  return L.divIcon({
    html: element('div', { class: 'draft-pin' }),
    className: 'symbol-anchor',
    iconSize: [0, 0],
  });
}

/**
 * @param {any} layer
 * @returns {Dateline.Geometry} with positions to a decimetre
 */
function geometryOf(layer) {
  return layer.toGeoJSON(6).geometry;
}
