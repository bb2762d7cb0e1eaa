/** Breaks long names where the map is narrow. */

/**
 * @param {string} text
 * @param {number} widest pixels that one line may have
 * @param {(line: string) => number} widthOf
 * @returns {string[]} the text as one line, or as two that are nearly as wide as each other
 */
export function inLines(text, widest, widthOf) {
  const words = text.split(' ');
  if (words.length < 2 || widthOf(text) <= widest) {
    return [text];
  }
  /** @type {string[]} */
  let best = [text];
  let narrowest = Infinity;
  for (let i = 1; i < words.length; i++) {
    const lines = [words.slice(0, i).join(' '), words.slice(i).join(' ')];
    const width = Math.max(...lines.map(widthOf));
    if (width < narrowest) {
      narrowest = width;
      best = lines;
    }
  }
  return best;
}
