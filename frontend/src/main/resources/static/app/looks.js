/**
 * How each layer looks. Colours stand in the style sheet (`--fighting` and so on); shape doubles
 * colour, so that nothing depends on seeing it.
 */

import { svg } from './dom.js';

/** Outlines in a box from -10 to 10, y downwards. */
const SHAPES = {
  diamond: 'M0-9.5 9.5 0 0 9.5-9.5 0Z',
  triangle: 'M0-9 9.5 7.5H-9.5Z',
  square: 'M-7.5-7.5H7.5V7.5H-7.5Z',
  circle: 'M-8 0A8 8 0 1 1 8 0 8 8 0 1 1-8 0Z',
  pin: 'M0 10C-2 4-8 2-8-3A8 7 0 1 1 8-3C8 2 2 4 0 10Z',
};

/** @type {Record<Dateline.LayerId, {shape: keyof typeof SHAPES, hollow: boolean}>} */
const LOOKS = {
  fighting: { shape: 'diamond', hollow: false },
  displacement: { shape: 'triangle', hollow: false },
  supply: { shape: 'square', hollow: false },
  scenes: { shape: 'circle', hollow: false },
  context: { shape: 'circle', hollow: true },
  metonyms: { shape: 'circle', hollow: true },
  claims: { shape: 'diamond', hollow: true },
  locations: { shape: 'pin', hollow: true },
};

/**
 * @typedef {object} Standing how sure a feature is
 * @property {'verified' | 'automatic'} checked
 * @property {boolean} claimed someone says so, the report does not say it itself
 * @property {boolean} disputed
 */

/**
 * @param {Dateline.Properties} properties
 * @returns {Standing}
 */
export function standingOf(properties) {
  const { status, claim_status: claim } = properties;
  return {
    checked: status === 'verified' ? 'verified' : 'automatic',
    claimed: claim === 'claimed' || claim === 'disputed',
    disputed: claim === 'disputed' || claim === 'refuted',
  };
}

/**
 * Draws a layer's symbol.
 *
 * @param {Dateline.LayerId} layer
 * @param {{size: number, standing?: Standing}} options size in pixels; without a standing the
 *     symbol is plain, as in a list
 * @returns {SVGElement}
 */
export function symbol(layer, { size, standing }) {
  const look = LOOKS[layer] ?? LOOKS.context;
  const path = SHAPES[look.shape];
  const hollow = look.hollow || standing?.claimed === true;
  const classes = ['symbol', `look-${layer}`];
  if (hollow) {
    classes.push('is-hollow');
  }
  if (standing !== undefined) {
    classes.push(`is-${standing.checked}`);
  }
  return svg(
    'svg',
    {
      class: classes.join(' '),
      viewBox: '-12 -12 24 24',
      width: size,
      height: size,
      'aria-hidden': 'true',
    },
    svg('path', { class: 'symbol-casing', d: path }),
    svg('path', { class: 'symbol-body', d: path }),
    standing !== undefined && svg('path', { class: 'symbol-edge', d: path }),
    standing?.disputed && svg('text', { class: 'symbol-mark', y: 4 }, '≠'),
  );
}
