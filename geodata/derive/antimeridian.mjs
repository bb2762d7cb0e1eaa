// The packages' topologies were stitched together over the antimeridian, for maps on a globe. RFC 7946 asks
// that shapes which cross it be cut in two, and a map on a cylinder draws a line round the world otherwise.

/** Cuts a polygon or multipolygon along the antimeridian; others come back as they are. */
export function cut(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const parts = polygons.flatMap(cutPolygon);
  return parts.length === 1
    ? { type: 'Polygon', coordinates: parts[0] }
    : { type: 'MultiPolygon', coordinates: parts };
}

function cutPolygon(rings) {
  if (!rings.some(jumps)) return [rings];
  const unrolled = rings.map(unroll);
  // Rings of one polygon are unrolled each from its own first point: bring the holes to the shell.
  const [west, east] = range(unrolled[0]);
  const together = unrolled.map((ring) => {
    const [w, e] = range(ring);
    const turns = Math.round(((west + east) / 2 - (w + e) / 2) / 360);
    return ring.map(([x, y]) => [x + 360 * turns, y]);
  });
  const parts = [];
  for (let turn = Math.floor((west + 180) / 360); -180 + 360 * turn < east; turn++) {
    const from = -180 + 360 * turn;
    const part = together
      .map((ring) => clip(clip(ring, from, 1), from + 360, -1).map(([x, y]) => [x - 360 * turn, y]))
      .filter((ring) => ring.length > 3);
    if (part.length) parts.push(part);
  }
  return parts;
}

const jumps = (ring) => ring.some(([x], i) => i > 0 && Math.abs(x - ring[i - 1][0]) > 180);

/** Lets longitudes run on beyond 180; a ring round the pole is closed over it. */
function unroll(ring) {
  const out = [ring[0]];
  for (const [x, y] of ring.slice(1)) {
    const before = out[out.length - 1][0];
    out.push([x - 360 * Math.round((x - before) / 360), y]);
  }
  const [first, last] = [out[0], out[out.length - 1]];
  if (Math.abs(last[0] - first[0]) > 180) {
    const pole = first[1] < 0 ? -90 : 90;
    out.push([last[0], pole], [first[0], pole], first);
  }
  return out;
}

function range(ring) {
  const xs = ring.map(([x]) => x);
  return [Math.min(...xs), Math.max(...xs)];
}

/** Keeps what lies on one side of a meridian (side 1: east, -1: west); Sutherland and Hodgman. */
function clip(ring, meridian, side) {
  const inside = ([x]) => (x - meridian) * side >= 0;
  const out = [];
  for (let i = 1; i < ring.length; i++) {
    const [a, b] = [ring[i - 1], ring[i]];
    if (inside(a)) out.push(a);
    if (inside(a) !== inside(b)) {
      out.push([meridian, a[1] + ((b[1] - a[1]) * (meridian - a[0])) / (b[0] - a[0])]);
    }
  }
  if (out.length) out.push(out[0]);
  return out;
}
