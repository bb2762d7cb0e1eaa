/**
 * Places labels so that none covers another. Greedy by priority, which is what keeps the most
 * important words in place while the map moves.
 */

/**
 * @typedef {object} LabelRequest
 * @property {string} id
 * @property {Dateline.Pixel} at what the label belongs to
 * @property {number} width pixels
 * @property {number} height pixels
 * @property {number} gap pixels between `at` and the label; 0 puts the label on `at` only
 * @property {number} priority the higher, the earlier it is placed
 * @property {boolean} [forced] shown even when it covers something
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 *
 * @typedef {object} PlacedLabel
 * @property {string} id
 * @property {number} left
 * @property {number} top
 */

/**
 * @param {LabelRequest[]} requests
 * @param {Box[]} obstacles what no label may cover: symbols, controls
 * @param {Box} frame
 * @returns {PlacedLabel[]} without those that found no room
 */
export function placeLabels(requests, obstacles, frame) {
  const taken = [...obstacles];
  const placed = [];
  for (const request of [...requests].sort((a, b) => b.priority - a.priority)) {
    const boxes = candidates(request);
    const free =
      boxes.find((box) => insideFrame(box, frame) && !taken.some((other) => overlap(box, other))) ??
      (request.forced ? within(boxes[0], frame) : undefined);
    if (free !== undefined) {
      taken.push(free);
      placed.push({ id: request.id, left: free.left, top: free.top });
    }
  }
  return placed;
}

/**
 * Boxes around the anchor, best first: right, left, above, below, then the corners (the order of
 * Imhof 1975, which readers find easiest).
 *
 * @param {LabelRequest} request
 * @returns {Box[]}
 */
function candidates({ at: [x, y], width, height, gap }) {
  const box = (/** @type {number} */ left, /** @type {number} */ top) => ({
    left,
    top,
    right: left + width,
    bottom: top + height,
  });
  const [midX, midY] = [x - width / 2, y - height / 2];
  if (gap === 0) {
    // An area's name may stand anywhere in its middle.
    return [0, -0.8, 0.8, -1.5, 1.5].flatMap((down) =>
      [0, -0.5, 0.5].map((right) => box(midX + width * right, midY + height * down)),
    );
  }
  const diagonal = gap * 0.75;
  return [
    box(x + gap, midY),
    box(x - gap - width, midY),
    box(midX, y - gap - height),
    box(midX, y + gap),
    box(x + diagonal, y - diagonal - height),
    box(x - diagonal - width, y - diagonal - height),
    box(x + diagonal, y + diagonal),
    box(x - diagonal - width, y + diagonal),
  ];
}

/**
 * A box moved into the frame.
 *
 * @param {Box} box
 * @param {Box} frame
 * @returns {Box}
 */
function within({ left, top, right, bottom }, frame) {
  const x = Math.max(frame.left, Math.min(left, frame.right - (right - left)));
  const y = Math.max(frame.top, Math.min(top, frame.bottom - (bottom - top)));
  return { left: x, top: y, right: x + right - left, bottom: y + bottom - top };
}

/**
 * @param {Box} a
 * @param {Box} b
 */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * @param {Box} box
 * @param {Box} frame
 */
function insideFrame(box, frame) {
  return (
    box.left >= frame.left &&
    box.right <= frame.right &&
    box.top >= frame.top &&
    box.bottom <= frame.bottom
  );
}
