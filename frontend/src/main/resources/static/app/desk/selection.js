/** Words that someone marks in the report's text, with the sentence they stand in. */

const LONGEST = 120;

/** Pixels that the pointer must move on a name before that is marking it, not pressing it. */
const DRAG = 8;

/**
 * @param {HTMLElement} article
 * @param {(selected: {words: string, quote: string}) => void} onSelect once the pointer is up
 */
export function listenToSelection(article, onSelect) {
  /** @type {{name: Element | null, x: number, y: number} | null} */
  let down = null;
  article.addEventListener('pointerdown', ({ target, clientX: x, clientY: y }) => {
    down = { name: target instanceof Element ? target.closest('.mention') : null, x, y };
  });
  document.addEventListener('pointerup', ({ clientX: x, clientY: y }) => {
    if (down === null) {
      return;
    }
    const { name } = down;
    const dragged = Math.hypot(x - down.x, y - down.y) > DRAG;
    down = null;
    if (name !== null && dragged) {
      document.addEventListener('click', swallow, { capture: true, once: true });
    }
    // The browser settles selection and click after the event.
    setTimeout(() => {
      document.removeEventListener('click', swallow, { capture: true });
      const range = name !== null && dragged ? rangeFrom(name, x, y) : selectedRange();
      const selected = range && readRange(article, range);
      if (selected) {
        onSelect(selected);
      }
    });
  });
}

/** @param {Event} event */
function swallow(event) {
  event.preventDefault();
  event.stopPropagation();
}

function selectedRange() {
  const selection = getSelection();
  return selection === null || selection.rangeCount === 0 ? null : selection.getRangeAt(0);
}

/**
 * Names are buttons, in which browsers let nobody mark words: marked from one on is the whole name.
 *
 * @param {Element} name
 * @param {number} x where the pointer came up, in the window's pixels
 * @param {number} y
 */
function rangeFrom(name, x, y) {
  const range = document.createRange();
  range.selectNodeContents(name);
  const end = document.caretRangeFromPoint?.(x, y);
  if (end && !name.contains(end.startContainer)) {
    if (range.comparePoint(end.startContainer, end.startOffset) > 0) {
      range.setEnd(end.startContainer, end.startOffset);
    } else {
      range.setStart(end.startContainer, end.startOffset);
    }
  }
  return range;
}

/**
 * @param {HTMLElement} article
 * @param {Range} range
 * @returns {{words: string, quote: string} | null} null unless a few words of one paragraph are marked
 */
function readRange(article, range) {
  const words = range.toString().trim();
  const paragraph = paragraphOf(range.startContainer);
  if (
    words === '' ||
    words.length > LONGEST ||
    paragraph === null ||
    !article.contains(paragraph) ||
    paragraph !== paragraphOf(range.endContainer)
  ) {
    return null;
  }
  const before = document.createRange();
  before.setStart(paragraph, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const text = paragraph.textContent ?? '';
  return { words, quote: sentenceOf(text, before.toString().length, article.lang) };
}

/** @param {Node} node */
function paragraphOf(node) {
  const within = node instanceof Element ? node : node.parentElement;
  return within?.closest('.paragraph') ?? null;
}

/**
 * @param {string} text
 * @param {number} at in UTF-16 code units
 * @param {string} language BCP 47 tag, '' when not known
 * @returns {string} the sentence at that place, to the letter
 */
export function sentenceOf(text, at, language) {
  const segmenter = new Intl.Segmenter(language || undefined, { granularity: 'sentence' });
  return (segmenter.segment(text).containing(at)?.segment ?? text).trim();
}
