/**
 * The report's text and lists as the server writes them. It alone writes them: what a decision
 * changes comes as HTML again, and takes the place of what was there.
 */

import { need } from './dom.js';
import { RequestError } from './request.js';

/**
 * @param {string} report
 * @returns {Promise<() => void>} puts the page's parts in place; scrolled positions and the focus
 *     stay where they were
 * @throws {RequestError} when the page cannot be had
 */
export async function fetchReportPage(report) {
  const response = await fetch(`/r/${encodeURIComponent(report)}`, {
    headers: { Accept: 'text/html' },
  }).catch((cause) => {
    throw new RequestError('The server cannot be reached.', { cause });
  });
  if (!response.ok) {
    throw new RequestError('The server answered with an error.', { status: response.status });
  }
  const next = new DOMParser().parseFromString(await response.text(), 'text/html');
  return () => {
    const focused = focusedName();
    const scroller = need('.panel-scroll');
    const { scrollTop } = scroller;
    for (const part of ['#text', '[data-summary]']) {
      need(part).replaceChildren(...need(part, next).childNodes);
    }
    replaceGroups(next);
    scroller.scrollTop = scrollTop;
    if (focused !== null && document.activeElement === document.body) {
      /** @type {HTMLElement | null} */ (document.querySelector(focused))?.focus({
        preventScroll: true,
      });
    }
  };
}

/** @returns {string | null} a selector that finds what has the focus in the page that comes */
function focusedName() {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) {
    return null;
  }
  const { feature, mention } = focused.dataset;
  const within = focused.closest('#text, #places')?.id;
  if (within === undefined || (feature === undefined && mention === undefined)) {
    return null;
  }
  return mention === undefined
    ? `#${within} [data-feature="${CSS.escape(feature ?? '')}"]`
    : `#${within} [data-mention="${CSS.escape(mention)}"]`;
}

/**
 * The list's groups; its tools above them stay, with what the reader chose.
 *
 * @param {Document} next
 */
function replaceGroups(next) {
  const groups = '[data-group], [data-not-placed], .empty-note';
  const pane = need('[data-places]');
  for (const group of pane.querySelectorAll(groups)) {
    group.remove();
  }
  pane.append(...need('[data-places]', next).querySelectorAll(groups));
}
