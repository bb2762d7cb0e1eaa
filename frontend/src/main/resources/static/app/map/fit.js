/** Into which part of the map a view is fitted, so that nothing it is about lies under the legend. */

/** @typedef {import('./edges.js').Frame} Frame */

/** Zoom levels that seeing everything may cost at most; beyond, the legend can be closed instead. */
const MOST_LOST = 1;

/**
 * Chooses the whole frame unless a place would lie under a cover; then the part beside, above or
 * below the cover that shows most.
 *
 * @param {Frame} frame
 * @param {Frame | null} cover what lies over a corner of it
 * @param {(frame: Frame) => number} zoomOf how far in the view fits into a frame
 * @param {(frame: Frame) => boolean} hides whether a place is under the cover when the view is
 *     fitted into a frame
 * @returns {Frame}
 */
export function frameToFit(frame, cover, zoomOf, hides) {
  if (cover === null || !hides(frame)) {
    return frame;
  }
  const left = (cover.left + cover.right) / 2 < (frame.left + frame.right) / 2;
  const top = (cover.top + cover.bottom) / 2 < (frame.top + frame.bottom) / 2;
  const parts = [
    { ...frame, ...(left ? { left: cover.right } : { right: cover.left }) },
    { ...frame, ...(top ? { top: cover.bottom } : { bottom: cover.top }) },
  ].filter((part) => part.left < part.right && part.top < part.bottom);
  let best = frame;
  let most = zoomOf(frame) - MOST_LOST;
  for (const part of parts) {
    const zoom = zoomOf(part);
    if (zoom >= most) {
      best = part;
      most = zoom;
    }
  }
  return best;
}
