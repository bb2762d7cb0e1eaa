/** Lines on the screen, as lists of pixels. */

/**
 * Takes some length off both ends, so that an arrow's head stands beside a symbol, not under it.
 *
 * @param {Dateline.Pixel[]} line
 * @param {number} start pixels to take off the start
 * @param {number} end pixels to take off the end
 * @returns {Dateline.Pixel[]} the line as it was when too little would be left of it
 */
export function trimmed(line, start, end) {
  if (lengthOf(line) < (start + end) * 1.5) {
    return line;
  }
  return cutStart(cutStart(line, start).reverse(), end).reverse();
}

/** @param {Dateline.Pixel[]} line */
export function lengthOf(line) {
  let length = 0;
  for (let i = 1; i < line.length; i++) {
    length += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
  }
  return length;
}

/**
 * @param {Dateline.Pixel[]} line of two points or more
 * @param {number} distance pixels from the start
 * @returns {Dateline.Pixel[]}
 */
function cutStart(line, distance) {
  let left = distance;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1];
    const [bx, by] = line[i];
    const step = Math.hypot(bx - ax, by - ay);
    if (step > left) {
      const t = left / step;
      return [[ax + (bx - ax) * t, ay + (by - ay) * t], ...line.slice(i)];
    }
    left -= step;
  }
  return line.slice(-1);
}

/**
 * The point half way along a line.
 *
 * @param {Dateline.Pixel[]} line
 * @returns {Dateline.Pixel}
 */
export function middle(line) {
  return cutStart(line, lengthOf(line) / 2)[0];
}

/**
 * Where a line that starts inside a frame first leaves it.
 *
 * @param {Dateline.Pixel[]} line from the inside outwards
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 * @returns {{point: Dateline.Pixel, direction: Dateline.Pixel} | null} null when it never leaves,
 *     or starts outside; direction points outwards
 */
export function exit(line, frame) {
  if (line.length === 0 || !within(line[0], frame)) {
    return null;
  }
  for (let i = 1; i < line.length; i++) {
    if (!within(line[i], frame)) {
      const point = onFrame(line[i - 1], line[i], frame);
      return { point, direction: [line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]] };
    }
  }
  return null;
}

/**
 * Where the way from a point inside a frame to one outside crosses the frame.
 *
 * @param {Dateline.Pixel} from
 * @param {Dateline.Pixel} to
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 * @returns {Dateline.Pixel}
 */
export function onFrame([ax, ay], [bx, by], { left, top, right, bottom }) {
  let t = 1;
  if (bx < left) t = Math.min(t, (left - ax) / (bx - ax));
  if (bx > right) t = Math.min(t, (right - ax) / (bx - ax));
  if (by < top) t = Math.min(t, (top - ay) / (by - ay));
  if (by > bottom) t = Math.min(t, (bottom - ay) / (by - ay));
  return [ax + (bx - ax) * t, ay + (by - ay) * t];
}

/**
 * @param {Dateline.Pixel} point
 * @param {{left: number, top: number, right: number, bottom: number}} frame
 */
export function within([x, y], { left, top, right, bottom }) {
  return x >= left && x <= right && y >= top && y <= bottom;
}

const ARROWS = ['→', '↘', '↓', '↙', '←', '↖', '↑', '↗'];

/**
 * @param {Dateline.Pixel} direction y downwards
 * @returns {string} the arrow nearest to it
 */
export function arrow([x, y]) {
  const eighths = Math.round((Math.atan2(y, x) / Math.PI) * 4);
  return ARROWS[(eighths + 8) % 8];
}
