import { join } from 'node:path';
import { feature, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import countryCodes from 'i18n-iso-countries';
import { cut } from './antimeridian.mjs';
import { grouped, packagedJson, table } from './tables.mjs';
import { outlineOf } from './units.mjs';

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
 * Outlines of countries (Natural Earth 1:10m) and of units, and the borders between first-level units.
 *
 * @param {object[]} units units with their topology and objects
 * @returns {{outlines: object, borders: Map<string, object>}} outlines as a collection, borders as
 *     MultiLineStrings by country
 */
export function boundaries(hand, units) {
  const ends = new Map(table(join(hand, 'unit-dates.tsv')).map(([key, validTo]) => [key, validTo]));
  const features = [];
  const borders = new Map();
  const world = packagedJson('world-atlas', 'countries-10m.json');
  const coarse = simplify(presimplify(world), DETAIL);
  for (const f of feature(coarse, coarse.objects.countries).features) {
    const country = alpha2(f);
    if (!country || !f.geometry) continue;
    features.push(outline(f.geometry, { level: 0, country, name: f.properties.name, source: 'Natural Earth' }));
  }
  for (const [topology, members] of grouped(units.filter((unit) => unit.objects), (unit) => unit.topology)) {
    const simple = simplified(topology);
    const { country } = members[0];
    const source = country === 'US' ? 'US Census Bureau' : 'Natural Earth';
    for (const unit of members) {
      const { id, name, admin1, level } = unit;
      const geometry = outlineOf(unit, simple);
      const validTo = ends.get(`${country}/${name}`) ?? ends.get(`${country}/*`);
      if (geometry) features.push(outline(geometry, { level, country, admin1, id, name, source, validTo }));
    }
    borders.set(country, inner(simple, members.filter((unit) => unit.level !== 2)));
  }
  return { outlines: { type: 'FeatureCollection', features }, borders };
}

/** The more points a country has, the larger it is and the smaller the scale it is looked at. */
function simplified(topology) {
  const points = topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
  return points > 3000 ? simplify(presimplify(topology), DETAIL * Math.min(points / 3000, 25)) : topology;
}

/** The borders between the units of one country, each once. */
function inner(topology, units) {
  const unitOf = new Map(units.flatMap((unit) => unit.objects.map((object) => [object, unit])));
  const all = { type: 'GeometryCollection', geometries: [...unitOf.keys()] };
  return mesh(topology, all, (a, b) => unitOf.get(a) !== unitOf.get(b));
}

function outline(geometry, properties) {
  const { type, coordinates } = cut(geometry);
  return { type: 'Feature', properties, geometry: { type, coordinates: rounded(coordinates) } };
}
