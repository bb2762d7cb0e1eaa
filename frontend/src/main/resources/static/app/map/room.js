/** Finds room for an area's name in the part of it that is in view. */

import { parts } from '../geo/bounds.js';
import { clipped, roomiest } from '../geo/rings.js';

/**
 * Where most of an area is seen whose usual label position is out of view.
 *
 * @param {Dateline.Geometry} geometry
 * @param {(position: Dateline.LonLat) => Dateline.Pixel} project
 * @param {import('./label-placement.js').Box} frame
 * @param {number} width of the name, pixels
 */
export function roomInView(geometry, project, frame, width) {
  /** @type {Dateline.Pixel | null} */
  let best = null;
  let room = width * 0.3;
  for (const ring of parts(geometry)) {
    const seen = clipped(ring.map(project), [frame.left, frame.top, frame.right, frame.bottom]);
    const found = roomiest(seen);
    if (found !== null && found.distance > room && isWithin(found.point, frame, width)) {
      best = found.point;
      room = found.distance;
    }
  }
  return best;
}

/**
 * @param {Dateline.Pixel} at
 * @param {import('./label-placement.js').Box} frame
 * @param {number} width
 */
export function isWithin([x, y], frame, width) {
  return (
    x - width / 2 >= frame.left &&
    x + width / 2 <= frame.right &&
    y - 8 >= frame.top &&
    y + 8 <= frame.bottom
  );
}
