/** The divider between text and map: dragged, or moved with the arrow keys. */

import { recall, remember } from './preferences.js';

const LEAST = 320;
const MOST = 640;
const USUAL = 420;
const STEP = 20;

/**
 * @param {HTMLElement} divider
 * @param {HTMLElement} layout takes the width as `--panel-width`
 */
export function createDivider(divider, layout) {
  let width = Number(recall('panel-width')) || USUAL;
  divider.hidden = false;
  divider.setAttribute('aria-valuemin', String(LEAST));
  divider.setAttribute('aria-valuemax', String(MOST));
  apply(width);

  divider.addEventListener('pointerdown', (event) => {
    divider.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  divider.addEventListener('pointermove', (event) => {
    if (divider.hasPointerCapture(event.pointerId)) {
      const box = layout.getBoundingClientRect();
      const rtl = getComputedStyle(layout).direction === 'rtl';
      apply(rtl ? box.right - event.clientX : event.clientX - box.left);
    }
  });
  divider.addEventListener('pointerup', () => remember('panel-width', String(width)));
  divider.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      apply(width + step);
      remember('panel-width', String(width));
    }
  });

  /** @param {number} wanted pixels */
  function apply(wanted) {
    width = Math.round(Math.min(MOST, Math.max(LEAST, wanted)));
    layout.style.setProperty('--panel-width', `${width}px`);
    divider.setAttribute('aria-valuenow', String(width));
  }
}
