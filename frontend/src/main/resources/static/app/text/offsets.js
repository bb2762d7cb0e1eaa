/**
 * Ties the text on the page to offsets in the stored text. The page shows paragraphs; the stored
 * text has whatever white space it came with between them.
 */

/**
 * @param {string} stored the whole stored text
 * @param {string[]} paragraphs as the page shows them, in order
 * @returns {(number | null)[]} where each starts in the stored text (UTF-16), null when it is not
 *     to be found there
 */
export function paragraphOffsets(stored, paragraphs) {
  let from = 0;
  return paragraphs.map((paragraph) => {
    const start = paragraph === '' ? -1 : stored.indexOf(paragraph, from);
    if (start < 0) {
      return null;
    }
    from = start + paragraph.length;
    return start;
  });
}

/**
 * @typedef {object} Stretch a text node's place in the stored text
 * @property {number} start
 * @property {number} end
 */

/**
 * @template {Stretch} T
 * @param {T[]} stretches in order
 * @param {Dateline.Span} span
 * @returns {{stretch: T, from: number, to: number}[]} the parts of the stretches in the span, with
 *     offsets from the stretch's own start
 */
export function covering(stretches, { start, end }) {
  return stretches
    .filter((stretch) => stretch.start < end && stretch.end > start)
    .map((stretch) => ({
      stretch,
      from: Math.max(start, stretch.start) - stretch.start,
      to: Math.min(end, stretch.end) - stretch.start,
    }));
}
