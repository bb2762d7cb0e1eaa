/** What the frame's edge says of places and ends of movements beyond it. */

import { element } from '../dom.js';
import { anchorOf, endsOf, isLine } from '../geo/anchor.js';
import { boundsOf, parts } from '../geo/bounds.js';
import { arrow, exit, onFrame, within } from '../geo/lines.js';
import { kilometres } from '../words.js';

/** @typedef {{left: number, top: number, right: number, bottom: number}} Frame */

/**
 * @typedef {object} EdgeNote
 * @property {Dateline.Feature} feature
 * @property {Dateline.Pixel} point on the frame
 * @property {string} text
 * @property {'movement' | 'place'} kind
 */

/**
 * Notes for movements that leave the frame ("from Moscow, 6 190 km ↗").
 *
 * @param {Dateline.Feature[]} features
 * @param {(position: Dateline.LonLat) => Dateline.Pixel} project
 * @param {Frame} frame
 * @returns {EdgeNote[]}
 */
export function movementNotes(features, project, frame) {
  return features.filter(isLine).flatMap((feature) => {
    const { from_name: from, to_name: to, distance_km: km } = feature.properties;
    const [start, end] = endsOf(feature).map((position) => within(project(position), frame));
    if (start === end) {
      return [];
    }
    const line = parts(feature.geometry).flat().map(project);
    const left = exit(start ? line : line.reverse(), frame);
    if (left === null) {
      return [];
    }
    const name = start ? `to ${to ?? 'elsewhere'}` : `from ${from ?? 'elsewhere'}`;
    const distance = km === undefined ? '' : `, ${kilometres(km)}`;
    const text = `${name}${distance} ${arrow(left.direction)}`;
    return [{ feature, point: left.point, text, kind: /** @type {const} */ ('movement') }];
  });
}

/**
 * Arrows towards marked places that are out of view.
 *
 * @param {Dateline.Feature[]} features the marked ones
 * @param {(position: Dateline.LonLat) => Dateline.Pixel} project
 * @param {Frame} frame
 * @returns {EdgeNote[]}
 */
export function placeNotes(features, project, frame) {
  /** @type {Dateline.Pixel} */
  const centre = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
  return features
    .filter((feature) => !isLine(feature) && !isSeen(feature, project, frame))
    .map((feature) => {
      const at = project(anchorOf(feature));
      const direction = /** @type {Dateline.Pixel} */ ([at[0] - centre[0], at[1] - centre[1]]);
      return {
        feature,
        point: onFrame(centre, at, frame),
        text: `${feature.properties.location} ${arrow(direction)}`,
        kind: 'place',
      };
    });
}

/**
 * Whether the place, or any part of the area or line, is inside the frame.
 *
 * @param {Dateline.Feature} feature
 * @param {(position: Dateline.LonLat) => Dateline.Pixel} project
 * @param {Frame} frame
 */
export function isSeen(feature, project, frame) {
  if (isLine(feature)) {
    return parts(feature.geometry).some((line) => line.some((at) => within(project(at), frame)));
  }
  const bounds = boundsOf([feature.geometry]);
  if (bounds === null) {
    return false;
  }
  const [left, bottom] = project([bounds[0], bounds[1]]);
  const [right, top] = project([bounds[2], bounds[3]]);
  return left <= frame.right && right >= frame.left && top <= frame.bottom && bottom >= frame.top;
}

/**
 * Shows the notes beside each other, in the order given where two would meet.
 *
 * @param {HTMLElement} container
 * @param {EdgeNote[]} notes
 * @param {Frame} frame
 * @param {(feature: Dateline.Feature) => void} onClick
 */
export function showEdgeNotes(container, notes, frame, onClick) {
  const nodes = notes.map(({ feature, text, kind }) =>
    element(
      'button',
      {
        type: 'button',
        class: `edge-note edge-note--${kind} look-${feature.properties.layer}`,
        'data-edge': feature.id,
        onclick: () => onClick(feature),
      },
      text,
    ),
  );
  container.replaceChildren(...nodes);
  const sizes = nodes.map(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight]);
  const boxes = besideEachOther(
    notes.map(({ point }, i) => ({ point, width: sizes[i][0], height: sizes[i][1] })),
    frame,
  );
  nodes.forEach((node, i) => {
    node.style.left = `${Math.round(boxes[i].left)}px`;
    node.style.top = `${Math.round(boxes[i].top)}px`;
  });
}

const GAP = 4;

/**
 * Places boxes at points of the frame's edge so that they lie inside it and none on another, as far
 * as there is room.
 *
 * @param {{point: Dateline.Pixel, width: number, height: number}[]} wanted
 * @param {Frame} frame
 * @returns {Frame[]}
 */
export function besideEachOther(wanted, frame) {
  /** @type {Frame[]} */
  const placed = [];
  for (const {
    point: [x, y],
    width,
    height,
  } of wanted) {
    const left = x > (frame.left + frame.right) / 2 ? x - width : x;
    const below = y <= (frame.top + frame.bottom) / 2;
    const step = (height + GAP) * (below ? 1 : -1);
    let top = below ? y : y - height;
    const box = () => ({ left, top, right: left + width, bottom: top + height });
    while (
      placed.some((other) => overlap(other, box())) &&
      top + step >= frame.top &&
      top + step + height <= frame.bottom
    ) {
      top += step;
    }
    placed.push(box());
  }
  return placed;
}

/**
 * @param {Frame} a
 * @param {Frame} b
 */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
