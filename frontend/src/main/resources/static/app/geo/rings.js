/** Rings as flat figures: good enough for outlines that a screen shows. */

/**
 * The polygon made smaller or larger about a position, for the steps of a soft edge.
 *
 * @param {Dateline.Geometry} geometry polygon or multipolygon
 * @param {Dateline.LonLat} centre stays where it is
 * @param {number} factor 1 leaves the polygon as it is
 * @returns {Dateline.Geometry}
 */
export function scaled(geometry, [lon, lat], factor) {
  /** @param {Dateline.LonLat[]} ring */
  const ring = (ring) =>
    ring.map(
      ([x, y]) =>
        /** @type {Dateline.LonLat} */ ([lon + (x - lon) * factor, lat + (y - lat) * factor]),
    );
  if (geometry.type === 'Polygon') {
    return { type: 'Polygon', coordinates: geometry.coordinates.map(ring) };
  }
  if (geometry.type === 'MultiPolygon') {
    return {
      type: 'MultiPolygon',
      coordinates: geometry.coordinates.map((polygon) => polygon.map(ring)),
    };
  }
  return geometry;
}

/**
 * Cuts a ring to a rectangle (Sutherland and Hodgman 1974).
 *
 * @param {Dateline.Pixel[]} ring
 * @param {[number, number, number, number]} rectangle left, top, right, bottom
 * @returns {Dateline.Pixel[]} empty when the ring is outside
 */
export function clipped(ring, [left, top, right, bottom]) {
  let points = ring;
  const edges = /** @type {const} */ ([
    [0, left, 1],
    [0, right, -1],
    [1, top, 1],
    [1, bottom, -1],
  ]);
  for (const [axis, limit, sign] of edges) {
    /** @type {Dateline.Pixel[]} */
    const kept = [];
    for (let i = 0; i < points.length; i++) {
      const from = points[(i + points.length - 1) % points.length];
      const to = points[i];
      const fromIn = (from[axis] - limit) * sign >= 0;
      const toIn = (to[axis] - limit) * sign >= 0;
      if (fromIn !== toIn) {
        const t = (limit - from[axis]) / (to[axis] - from[axis]);
        kept.push([from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t]);
      }
      if (toIn) {
        kept.push(to);
      }
    }
    points = kept;
  }
  return points;
}

/**
 * A point well inside the ring, found on a coarse grid: where a country's name has most room.
 *
 * @param {Dateline.Pixel[]} ring
 * @returns {{point: Dateline.Pixel, distance: number} | null} distance to the nearest edge, in
 *     pixels; null when the grid misses the ring
 */
export function roomiest(ring) {
  if (ring.length < 3) {
    return null;
  }
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, right] = [Math.min(...xs), Math.max(...xs)];
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
  /** @type {{point: Dateline.Pixel, distance: number} | null} */
  let best = null;
  const steps = 9;
  for (let i = 1; i < steps; i++) {
    for (let j = 1; j < steps; j++) {
      /** @type {Dateline.Pixel} */
      const point = [left + ((right - left) * i) / steps, top + ((bottom - top) * j) / steps];
      if (inside(ring, point)) {
        const distance = distanceToEdge(ring, point);
        if (best === null || distance > best.distance) {
          best = { point, distance };
        }
      }
    }
  }
  return best;
}

/**
 * @param {Dateline.Pixel[]} ring
 * @param {Dateline.Pixel} point
 */
function inside(ring, [x, y]) {
  let within = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i];
    const [xj, yj] = ring[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) {
      within = !within;
    }
  }
  return within;
}

/**
 * @param {Dateline.Pixel[]} ring
 * @param {Dateline.Pixel} point
 */
function distanceToEdge(ring, [x, y]) {
  let least = Infinity;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax, ay] = ring[j];
    const [bx, by] = ring[i];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      length === 0
        ? 0
        : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}
