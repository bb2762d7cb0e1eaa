/** Reads coordinates as people write them. */

/**
 * @typedef {{lon: number, lat: number}} Position degrees, WGS 84
 */

/**
 * Latitude comes first when nothing says otherwise, as on most maps: "12.53, -7.95",
 * "12.53N 7.95W", "12°32'N 7°57'W".
 *
 * @param {string} text
 * @returns {{position: Position} | {error: string, swapped: Position | null} | null} null when the
 *     text is not meant as coordinates
 */
export function parseCoordinates(text) {
  const numbers = readPair(text);
  if (numbers === null) {
    return null;
  }
  const [first, second] = numbers;
  const turned = first.axis === 'lon' || second.axis === 'lat';
  const [lat, lon] = turned ? [second.value, first.value] : [first.value, second.value];
  if (first.axis !== null && first.axis === second.axis) {
    return { error: `${text.trim()}: both numbers are for the same direction.`, swapped: null };
  }
  if (isPosition(lat, lon)) {
    return { position: { lat, lon } };
  }
  return {
    error:
      Math.abs(lat) > 90
        ? `${text.trim()}: latitude must be between -90 and 90.`
        : `${text.trim()}: longitude must be between -180 and 180.`,
    swapped: isPosition(lon, lat) ? { lat: lon, lon: lat } : null,
  };
}

/**
 * @param {Position} position
 * @param {number} [decimals]
 */
export function formatCoordinates({ lat, lon }, decimals = 5) {
  const number = (/** @type {number} */ value) => String(Number(value.toFixed(decimals)));
  return `${number(lat)}, ${number(lon)}`;
}

/**
 * @param {number} lat
 * @param {number} lon
 */
function isPosition(lat, lon) {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

const NUMBER =
  /(?<sign>[+-]?)\s*(?<degrees>\d{1,3}(?:\.\d+)?)\s*(?:°|º)?\s*(?:(?<minutes>\d{1,2}(?:\.\d+)?)\s*['’′])?\s*(?:(?<seconds>\d{1,2}(?:\.\d+)?)\s*(?:"|”|″|''))?\s*(?<letter>[NSEWnsew])?/
    .source;
const PAIR = new RegExp(`^\\s*${NUMBER}\\s*[,;/\\s]\\s*${renamed(NUMBER)}\\s*$`);

/** @param {string} source */
function renamed(source) {
  return source.replace(/\(\?<(\w+)>/g, '(?<second_$1>');
}

/**
 * @param {string} text
 * @returns {[Reading, Reading] | null}
 *
 * @typedef {{value: number, axis: 'lat' | 'lon' | null}} Reading
 */
function readPair(text) {
  const groups = PAIR.exec(text)?.groups;
  return groups === undefined ? null : [reading(groups, ''), reading(groups, 'second_')];
}

/**
 * @param {Record<string, string | undefined>} groups
 * @param {string} prefix
 * @returns {Reading}
 */
function reading(groups, prefix) {
  const part = (/** @type {string} */ name) => groups[prefix + name];
  const size =
    Number(part('degrees')) +
    Number(part('minutes') ?? 0) / 60 +
    Number(part('seconds') ?? 0) / 3600;
  const letter = part('letter')?.toUpperCase();
  const negative = part('sign') === '-' || letter === 'S' || letter === 'W';
  const axis = letter === undefined ? null : 'NS'.includes(letter) ? 'lat' : 'lon';
  return { value: negative ? -size : size, axis };
}
