/** Draws land, borders, rivers and lakes, and knows the names that belong to them. */

import { boundsOf, intersects, partBounds } from '../geo/bounds.js';
import { countryDetail, worldOutlines } from './basemap-data.js';
import { L } from './leaflet.js';
import { onPaletteChange, readPalette } from './palette.js';

/** From this zoom on the countries in view are drawn from their own, finer files. */
const DETAIL_ZOOM = 5;

/**
 * A country smaller than this on the screen, in pixels, gains nothing from its finer file.
 */
const DETAIL_PIXELS = 24;

/**
 * @typedef {object} BaseCountry
 * @property {Dateline.BasemapFeature} outline the coarse or, once loaded, the finer one
 * @property {Dateline.Bbox | null} bounds
 * @property {Dateline.Bbox[]} partBoxes boxes round its mainland and its islands
 * @property {import('leaflet').Layer[]} drawn
 * @property {boolean} asked whether its finer file was asked for
 *
 * @typedef {object} Basemap
 * @property {Map<string, BaseCountry>} countries by ISO 3166-1 alpha-2 code
 * @property {Dateline.BasemapFeature[]} details rivers, lakes, units and towns loaded so far
 * @property {(iso2: string[]) => void} setFocus outlines the countries that the report is about
 */

/**
 * @param {import('leaflet').Map} map
 * @param {{onChange: () => void, onFailure: () => void}} events onChange when there is more to
 *     name; onFailure when outlines cannot be had
 * @returns {Basemap}
 */
export function createBasemap(map, { onChange, onFailure }) {
  const land = pane('land', 200);
  const lines = pane('lines', 210);
  let palette = readPalette();
  /** @type {Map<string, BaseCountry>} */
  const countries = new Map();
  /** @type {Dateline.BasemapFeature[]} */
  const details = [];
  /** @type {{layer: import('leaflet').Path, style: () => import('leaflet').PathOptions}[]} */
  const styled = [];
  /** @type {ReadonlySet<string>} */
  let focus = new Set();

  onPaletteChange(() => {
    palette = readPalette();
    restyle();
  });
  map.on('moveend', loadDetails);
  worldOutlines().then(drawWorld, onFailure);

  return {
    countries,
    details,
    setFocus(codes) {
      focus = new Set(codes);
      restyle();
    },
  };

  /** @param {Dateline.BasemapFeature[]} outlines */
  function drawWorld(outlines) {
    // The coarse file has no outline for the smallest countries.
    for (const outline of outlines.filter(({ geometry }) => geometry !== null)) {
      const code = outline.properties.iso2 ?? outline.properties.name ?? '';
      countries.set(code, {
        outline,
        bounds: boundsOf([outline.geometry]),
        partBoxes: partBounds(outline.geometry),
        drawn: drawCountry(code, outline.geometry),
        asked: false,
      });
    }
    loadDetails();
    onChange();
  }

  function loadDetails() {
    if (map.getZoom() < DETAIL_ZOOM) {
      return;
    }
    const view = map.getBounds().pad(0.05);
    /** @type {Dateline.Bbox} */
    const box = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
    for (const [code, country] of countries) {
      const { bounds } = country;
      if (!country.asked && bounds && isSeen(country, box) && isLarge(bounds)) {
        country.asked = true;
        countryDetail(code).then(
          (features) => drawDetail(code, country, features),
          () => {
            country.asked = false;
            onFailure();
          },
        );
      }
    }
  }

  /**
   * Whether a part of a country is in view: the box round all of it would bring France with its
   * islands into every ocean.
   *
   * @param {BaseCountry} country
   * @param {Dateline.Bbox} box
   */
  function isSeen({ partBoxes }, box) {
    return partBoxes.some((part) => intersects(part, box));
  }

  /** @param {Dateline.Bbox} bounds */
  function isLarge([west, south, east, north]) {
    const size = map
      .latLngToLayerPoint([south, east])
      .subtract(map.latLngToLayerPoint([north, west]));
    return Math.max(size.x, size.y) >= DETAIL_PIXELS;
  }

  /**
   * @param {string} code
   * @param {BaseCountry} country
   * @param {Dateline.BasemapFeature[]} features
   */
  function drawDetail(code, country, features) {
    const finer = features.find(({ properties }) => properties.kind === 'country');
    if (finer !== undefined) {
      country.drawn.forEach((layer) => layer.remove());
      country.outline = {
        ...country.outline,
        geometry: finer.geometry,
      };
      country.drawn = drawCountry(code, finer.geometry);
    }
    for (const feature of features) {
      const { kind } = feature.properties;
      if (kind === 'admin1') {
        draw(feature.geometry, lines, () => ({
          ...stroke(palette.admin, 0.8),
          dashArray: '1 3',
        }));
      } else if (kind === 'river') {
        draw(feature.geometry, lines, () => stroke(palette.river, 1.1));
      } else if (kind === 'lake') {
        draw(feature.geometry, lines, () => ({
          ...stroke(palette.river, 0.6),
          fill: true,
          fillColor: palette.water,
          fillOpacity: 1,
        }));
      }
    }
    details.push(...features.filter(({ properties }) => properties.kind !== 'country'));
    onChange();
  }

  /**
   * @param {string} code
   * @param {Dateline.Geometry} geometry
   */
  function drawCountry(code, geometry) {
    return [
      // A stroke of the land's own colour closes the hairlines between neighbours.
      draw(geometry, land, () => ({
        ...stroke(focus.has(code) ? palette.focus : palette.land, 0.8),
        fill: true,
        fillColor: focus.has(code) ? palette.focus : palette.land,
        fillOpacity: 1,
      })),
      draw(geometry, lines, () =>
        focus.has(code) ? stroke(palette.focusBorder, 1.6) : stroke(palette.border, 0.9),
      ),
    ];
  }

  /**
   * @param {Dateline.Geometry} geometry
   * @param {import('leaflet').Renderer} renderer
   * @param {() => import('leaflet').PathOptions} style
   */
  function draw(geometry, renderer, style) {
    const layer = L.geoJSON(/** @type {any} */ (geometry), {
      ...{ renderer },
      interactive: false,
      style,
    }).addTo(map);
    layer.eachLayer((path) =>
      styled.push({ layer: /** @type {import('leaflet').Path} */ (path), style }),
    );
    return layer;
  }

  function restyle() {
    styled.forEach(({ layer, style }) => layer.setStyle(style()));
  }

  /**
   * @param {string} color
   * @param {number} weight
   */
  function stroke(color, weight) {
    return { color, weight, fill: false, opacity: 1 };
  }

  /**
   * @param {string} name
   * @param {number} zIndex
   */
  function pane(name, zIndex) {
    map.createPane(name).style.zIndex = String(zIndex);
    return L.canvas({ pane: name, padding: 0.3 });
  }
}
