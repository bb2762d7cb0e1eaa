/** The report's text on the page: mentions, marked sentences, and which sentence is being read. */

import { covering, paragraphOffsets } from './offsets.js';
import { sentencesWithFeatures } from './sentences.js';

/**
 * @param {HTMLElement} article as the server wrote it
 * @param {object} events
 * @param {(mention: Dateline.Mention, opener: HTMLElement) => void} events.onOpen
 * @param {(ids: string[]) => void} events.onHover
 * @param {(ids: string[]) => void} events.onRead features of the sentence near the top third, once
 *     the reader scrolls
 */
export function createReportText(article, { onOpen, onHover, onRead }) {
  /** @type {Map<string, Dateline.Mention>} */
  let byId = new Map();
  /** @type {ReturnType<typeof sentencesWithFeatures>} */
  let sentences = [];
  /** @type {ReturnType<typeof textStretches>} */
  let stretches = [];

  for (const type of ['mouseover', 'focusin']) {
    article.addEventListener(type, (event) => {
      const feature = mentionAt(event)?.feature_id;
      if (feature) {
        onHover([feature]);
      }
    });
  }
  for (const type of ['mouseout', 'focusout']) {
    article.addEventListener(type, (event) => {
      if (mentionAt(event) !== undefined) {
        onHover([]);
      }
    });
  }
  article.addEventListener('click', (event) => {
    const mention = mentionAt(event);
    if (mention !== undefined) {
      onOpen(mention, /** @type {HTMLElement} */ (buttonAt(event)));
    }
  });
  const scroller = article.parentElement ?? article;
  let waiting = false;
  scroller.addEventListener(
    'scroll',
    () => {
      if (!waiting && !article.hidden) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          onRead(sentenceBeingRead());
        });
      }
    },
    { passive: true },
  );

  return {
    /** @param {Dateline.ReportText} report what the article shows */
    setText({ text, mentions }) {
      byId = new Map(mentions.map((mention) => [mention.id, mention]));
      sentences = sentencesWithFeatures(mentions);
      stretches = textStretches(article, text);
    },

    /** @param {readonly string[]} ids features whose sentences get a background */
    markSentences(ids) {
      const marked = sentences.filter(({ features }) => features.some((id) => ids.includes(id)));
      highlight(
        'sentences',
        marked.map(({ sentence }) => sentence),
      );
      for (const button of article.querySelectorAll('[data-feature]')) {
        button.classList.toggle(
          'is-ringed',
          ids.includes(/** @type {HTMLElement} */ (button).dataset.feature ?? ''),
        );
      }
    },

    /** @param {Dateline.Span} span brought into view, and marked for a moment */
    show(span) {
      const [range] = rangesOf(span);
      if (range === undefined) {
        return;
      }
      const box = range.getBoundingClientRect();
      const frame = scroller.getBoundingClientRect();
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      scroller.scrollBy({
        top: box.top - frame.top - frame.height / 3,
        behavior: still ? 'auto' : 'smooth',
      });
      highlight('flash', [span]);
      setTimeout(() => highlight('flash', []), 2500);
    },

    /** @param {Dateline.Span} span */
    focusMention(span) {
      const mention = [...byId.values()].find(
        ({ start, end }) => start >= span.start && end <= span.end,
      );
      const button = mention && article.querySelector(`[data-mention="${CSS.escape(mention.id)}"]`);
      /** @type {HTMLElement | null | undefined} */ (button)?.focus({ preventScroll: true });
    },
  };

  /**
   * @param {Event} event
   * @returns {Element | null}
   */
  function buttonAt(event) {
    return event.target instanceof Element ? event.target.closest('[data-mention]') : null;
  }

  /** @param {Event} event */
  function mentionAt(event) {
    const button = buttonAt(event);
    return byId.get(/** @type {HTMLElement | null} */ (button)?.dataset.mention ?? '');
  }

  function sentenceBeingRead() {
    const frame = scroller.getBoundingClientRect();
    const line = frame.top + frame.height / 3;
    let best = null;
    let least = Infinity;
    for (const { sentence, features } of sentences) {
      const box = rangesOf(sentence)[0]?.getBoundingClientRect();
      if (box === undefined || box.bottom < frame.top || box.top > frame.bottom) {
        continue;
      }
      const distance = Math.max(box.top - line, line - box.bottom, 0);
      if (distance < least) {
        least = distance;
        best = features;
      }
    }
    return best ?? [];
  }

  /**
   * @param {Dateline.Span} span
   * @returns {Range[]} the first spans the whole; none when the text is not on the page
   */
  function rangesOf(span) {
    const covered = covering(stretches, span);
    if (covered.length === 0) {
      return [];
    }
    const first = covered[0];
    const last = covered[covered.length - 1];
    const range = document.createRange();
    range.setStart(first.stretch.node, first.from);
    range.setEnd(last.stretch.node, last.to);
    return [range];
  }

  /**
   * @param {string} name of the highlight in the style sheet
   * @param {Dateline.Span[]} spans
   */
  function highlight(name, spans) {
    if (typeof Highlight === 'undefined') {
      return;
    }
    CSS.highlights.set(name, new Highlight(...spans.flatMap(rangesOf)));
  }
}

/**
 * @param {HTMLElement} article
 * @param {string} stored
 * @returns {{start: number, end: number, node: Text}[]} the page's text nodes, in order
 */
function textStretches(article, stored) {
  const paragraphs = [...article.querySelectorAll('.paragraph')];
  const offsets = paragraphOffsets(
    stored,
    paragraphs.map((paragraph) => paragraph.textContent ?? ''),
  );
  /** @type {{start: number, end: number, node: Text}[]} */
  const stretches = [];
  paragraphs.forEach((paragraph, index) => {
    let start = offsets[index];
    if (start === null) {
      return;
    }
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = /** @type {Text} */ (node);
      stretches.push({ start, end: start + text.data.length, node: text });
      start += text.data.length;
    }
  });
  return stretches;
}
