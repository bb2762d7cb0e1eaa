/** Widths of words in the page's typeface, in pixels. */

/** @type {CanvasRenderingContext2D | null} */
let context = null;
/** @type {Map<string, number>} */
const known = new Map();

/**
 * @param {string} text
 * @param {string} font as CSS writes it
 * @param {number} [spacing] pixels between letters
 */
export function textWidth(text, font, spacing = 0) {
  const key = `${font}|${text}`;
  let width = known.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (context === null) {
      return text.length * 8;
    }
    context.font = font;
    width = context.measureText(text).width;
    known.set(key, width);
  }
  return width + spacing * text.length;
}
