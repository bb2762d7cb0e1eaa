/** Bounding boxes, [west, south, east, north] in degrees; none crosses the antimeridian. */

/**
 * @param {Dateline.Geometry} geometry
 * @returns {Dateline.LonLat[][]} its lines or rings; a point is one line of one position
 */
export function parts(geometry) {
  switch (geometry.type) {
    case 'Point':
      return [[geometry.coordinates]];
    case 'LineString':
      return [geometry.coordinates];
    case 'MultiLineString':
    case 'Polygon':
      return geometry.coordinates;
    case 'MultiPolygon':
      return geometry.coordinates.flat();
  }
}

/**
 * @param {Dateline.Geometry[]} geometries
 * @returns {Dateline.Bbox | null} null without any position
 */
export function boundsOf(geometries) {
  let west = Infinity;
  let south = Infinity;
  let east = -Infinity;
  let north = -Infinity;
  for (const geometry of geometries) {
    for (const part of parts(geometry)) {
      for (const [lon, lat] of part) {
        west = Math.min(west, lon);
        east = Math.max(east, lon);
        south = Math.min(south, lat);
        north = Math.max(north, lat);
      }
    }
  }
  return west === Infinity ? null : [west, south, east, north];
}

/**
 * @param {Dateline.Geometry} geometry
 * @returns {Dateline.Bbox[]} one for each of its lines or rings
 */
export function partBounds(geometry) {
  return parts(geometry).flatMap((coordinates) => {
    const box = boundsOf([{ type: 'LineString', coordinates }]);
    return box === null ? [] : [box];
  });
}

/**
 * @param {Dateline.Bbox} a
 * @param {Dateline.Bbox} b
 */
export function intersects(a, b) {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}

/**
 * @param {Dateline.Bbox} bbox
 * @param {Dateline.LonLat} position
 */
export function contains(bbox, [lon, lat]) {
  return lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];
}
