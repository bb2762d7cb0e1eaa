/** Keeps the report's features drawn: areas, movements, symbols and stacks of symbols. */

import { anchorOf, endsOf, isArea, isLine } from '../geo/anchor.js';
import { boundsOf, parts } from '../geo/bounds.js';
import { lengthOf, middle, within } from '../geo/lines.js';
import { kilometres, movementWords } from '../words.js';
import { drawArea, drawUncertainty } from './areas.js';
import { L } from './leaflet.js';
import { textWidth } from './measure.js';
import { drawMovement } from './movements.js';
import { drawPoint, symbolSize, symbolTitle } from './points.js';
import { isWithin, roomInView } from './room.js';
import { inLines } from './label-lines.js';
import { stackLabel, stackReach, stacked } from './stacks.js';

/**
 * @typedef {object} Drawn something on the map
 * @property {import('leaflet').Layer} layer
 * @property {() => Element[]} elements what carries the classes
 *
 * @typedef {object} Item what is to be drawn; two with one key look the same
 * @property {string} key
 * @property {'area' | 'line' | 'point' | 'uncertainty'} kind
 * @property {Dateline.Feature[]} features
 * @property {Dateline.LonLat} at
 *
 * @typedef {{selected: string | null, ringed: ReadonlySet<string>}} Marks
 */

/** An area smaller than this on the screen, in pixels, is shown by its symbol. */
const AREA_PIXELS = 22;

/** UCDP where_prec 2: near a place, within a known distance. */
const NEAR_A_PLACE = 2;

const LABEL_FONT = '600 13px system-ui, sans-serif';
const LABEL_LINE = 18;

/** A label wider than this share of the map is broken into two lines. */
const WIDEST_LABEL = 0.4;
const NOTE_FONT = 'italic 12px system-ui, sans-serif';

/**
 * What tells one drawing of a feature from another: a decision changes its version.
 *
 * @param {Dateline.Feature} feature
 */
const look = ({ id, properties }) => `${id}@${properties.version}`;

/**
 * @param {import('leaflet').Map} map
 * @param {object} events
 * @param {(id: string, opener: HTMLElement | null) => void} events.onOpen
 * @param {(ids: string[]) => void} events.onHover
 * @param {(features: Dateline.Feature[], opener: HTMLElement | null) => void} events.onStack
 * @param {(layer: Dateline.LayerId) => string} layerTitle
 */
export function createFeatures(map, { onOpen, onHover, onStack }, layerTitle) {
  const areas = renderer('areas', 400);
  const lines = renderer('movements', 450);
  map.createPane('symbols').style.zIndex = '640';
  /** @type {Dateline.Feature[]} */
  let features = [];
  /** @type {Item[]} */
  let items = [];
  /** @type {Map<string, Drawn>} */
  const drawn = new Map();
  /** @type {Marks} */
  let marks = { selected: null, ringed: new Set() };
  /** @type {Readonly<Partial<Record<Dateline.LayerId, number>>>} */
  let opacity = {};
  map.on('zoomend', draw);

  return {
    /** @param {Dateline.Feature[]} next bottom to top */
    setFeatures(next) {
      features = next;
      draw();
    },
    /** @param {Marks} next */
    setMarks(next) {
      marks = next;
      applyMarks();
    },
    /** @param {Readonly<Partial<Record<Dateline.LayerId, number>>>} next */
    setOpacity(next) {
      opacity = next;
      applyMarks();
    },
    features: () => features,
    labels,
    symbolBoxes,
  };

  function draw() {
    items = plan();
    const wanted = new Set(items.map(({ key }) => key));
    for (const [key, { layer }] of drawn) {
      if (!wanted.has(key)) {
        layer.remove();
        drawn.delete(key);
      }
    }
    for (const item of items) {
      if (!drawn.has(item.key)) {
        drawn.set(item.key, listening(item, drawItem(item)));
      }
    }
    for (const item of items) {
      const layer = drawn.get(item.key)?.layer;
      if (item.kind === 'area' && layer instanceof L.FeatureGroup) {
        layer.bringToFront();
      }
    }
    applyMarks();
  }

  /** @returns {Item[]} */
  function plan() {
    /** @type {Item[]} */
    const result = [];
    /** @type {Dateline.Feature[]} */
    const points = [];
    for (const feature of features) {
      const at = anchorOf(feature);
      const { where_prec: precision, uncertainty_m: radius } = feature.properties;
      if (isLine(feature)) {
        const key = `line ${look(feature)} ${map.getZoom()}`;
        result.push({ key, kind: 'line', features: [feature], at });
      } else if (isArea(feature) && sizeOnScreen(feature) >= AREA_PIXELS) {
        result.push({ key: `area ${look(feature)}`, kind: 'area', features: [feature], at });
      } else {
        points.push(feature);
        if (!isArea(feature) && precision === NEAR_A_PLACE && radius) {
          const key = `uncertainty ${look(feature)}`;
          result.push({ key, kind: 'uncertainty', features: [feature], at });
        }
      }
    }
    for (const group of stacked(points, (feature) => project(anchorOf(feature)))) {
      const anchors = group.map(anchorOf);
      const at = /** @type {Dateline.LonLat} */ (
        [0, 1].map((i) => anchors.reduce((sum, anchor) => sum + anchor[i], 0) / anchors.length)
      );
      const key = `point ${group.map(look).join(' ')}`;
      result.push({ key, kind: 'point', features: group, at });
    }
    return result;
  }

  /**
   * @param {Item} item
   * @returns {Drawn}
   */
  function drawItem({ kind, features: group, at }) {
    switch (kind) {
      case 'area':
        return drawArea(map, areas, group[0]);
      case 'uncertainty':
        return drawUncertainty(map, areas, group[0]);
      case 'line':
        return drawMovement(map, lines, group[0]);
      case 'point':
        return drawPoint(map, group, at, {
          title: symbolTitle(group, layerTitle),
          pane: 'symbols',
          onOpen: (opener) => open(group, opener),
        });
    }
  }

  /**
   * @param {Item} item
   * @param {Drawn} shape
   */
  function listening(item, shape) {
    if (item.kind === 'area' || item.kind === 'line') {
      shape.layer.on('click', (event) => {
        L.DomEvent.stopPropagation(event);
        open(item.features, null);
      });
    }
    const ids = item.features.map(({ id }) => id);
    shape.layer.on('mouseover', () => onHover(ids));
    shape.layer.on('mouseout', () => onHover([]));
    if (item.kind === 'point') {
      const [icon] = shape.elements();
      icon.addEventListener('focus', () => onHover(ids));
      icon.addEventListener('blur', () => onHover([]));
    }
    return shape;
  }

  /**
   * @param {Dateline.Feature[]} group
   * @param {HTMLElement | null} opener
   */
  function open(group, opener) {
    if (group.length === 1) {
      onOpen(group[0].id, opener);
    } else {
      onStack(group, opener);
    }
  }

  function applyMarks() {
    for (const item of items) {
      const ids = item.features.map(({ id }) => id);
      const selected = ids.some((id) => id === marks.selected);
      const ringed = ids.some((id) => marks.ringed.has(id));
      const share = Math.max(
        ...item.features.map(({ properties }) => opacity[properties.layer] ?? 1),
      );
      for (const node of drawn.get(item.key)?.elements() ?? []) {
        node.classList.toggle('is-selected', selected);
        node.classList.toggle('is-ringed', ringed);
        /** @type {HTMLElement | SVGElement} */ (node).style.opacity =
          share === 1 ? '' : String(share);
      }
    }
  }

  /**
   * Labels that the features ask for, in pixels of the map's frame.
   *
   * @param {import('./label-placement.js').Box} frame
   * @returns {import('./label-layer.js').ShownLabel[]}
   */
  function labels(frame) {
    return items.flatMap((item) => {
      if (item.kind === 'uncertainty') {
        return [];
      }
      const label = item.kind === 'line' ? lineLabel(item, frame) : placeLabel(item, frame);
      return label === null ? [] : [label];
    });
  }

  /**
   * @param {Item} item
   * @param {import('./label-placement.js').Box} frame
   * @returns {import('./label-layer.js').ShownLabel | null}
   */
  function placeLabel({ key, kind, features: group, at }, frame) {
    const ids = group.map(({ id }) => id);
    const selected = ids.some((id) => id === marks.selected);
    const ringed = ids.some((id) => marks.ringed.has(id));
    const mentions = group.reduce((sum, { properties }) => sum + properties.mention_count, 0);
    const name =
      group.length === 1
        ? group[0].properties.location
        : stackLabel(
            group.map(({ properties }) => ({
              name: properties.location,
              mentions: properties.mention_count,
            })),
          );
    const lines = inLines(name, (frame.right - frame.left) * WIDEST_LABEL, labelWidth);
    const text = lines.join('\n');
    const width = Math.max(...lines.map(labelWidth));
    let anchor = project(at);
    if (kind === 'area' && !isWithin(anchor, frame, width)) {
      anchor = roomInView(group[0].geometry, project, frame, width) ?? anchor;
    }
    if (!isWithin(anchor, frame, 0)) {
      return null;
    }
    const reach = group.length === 1 ? symbolSize(group[0]) / 2 : stackReach(group.length);
    return {
      id: key,
      at: anchor,
      width,
      height: LABEL_LINE * lines.length,
      gap: kind === 'area' ? 0 : reach + 5,
      priority: 1000 + Math.min(mentions, 99) + (selected ? 300 : 0) + (ringed ? 200 : 0),
      forced: selected || ringed,
      text,
      kind: kind === 'area' ? 'area' : 'place',
      className: `look-${group[0].properties.layer}${selected || ringed ? ' is-ringed' : ''}`,
      feature: ids.join(' '),
      onClick: () => open(group, null),
    };
  }

  /** @param {string} text */
  function labelWidth(text) {
    return textWidth(text, LABEL_FONT) + 6;
  }

  /**
   * @param {Item} item
   * @param {import('./label-placement.js').Box} frame
   * @returns {import('./label-layer.js').ShownLabel | null}
   */
  function lineLabel({ key, features: [feature] }, frame) {
    const { layer, movement_type: type, distance_km: km } = feature.properties;
    const ends = endsOf(feature).map(project);
    const line = parts(feature.geometry).flat().map(project);
    if (!ends.every((end) => within(end, frame)) || lengthOf(line) < 140) {
      return null;
    }
    const words = [movementWords(type), km === undefined ? '' : kilometres(km)];
    const text = words.filter(Boolean).join(', ');
    return {
      id: key,
      at: middle(line),
      width: textWidth(text, NOTE_FONT) + 6,
      height: 16,
      gap: 8,
      priority: 600,
      text,
      kind: 'movement',
      className: `look-${layer}`,
      feature: feature.id,
      onClick: () => onOpen(feature.id, null),
    };
  }

  /** @returns {import('./label-placement.js').Box[]} */
  function symbolBoxes() {
    return items
      .filter(({ kind }) => kind === 'point')
      .map(({ at, features: group }) => {
        const [x, y] = project(at);
        const reach = group.length === 1 ? symbolSize(group[0]) / 2 : stackReach(group.length);
        return {
          left: x - reach,
          right: x + reach,
          top: y - Math.min(reach, 15),
          bottom: y + Math.min(reach, 15),
        };
      });
  }

  /**
   * @param {Dateline.LonLat} position
   * @returns {Dateline.Pixel} in the map's frame
   */
  function project([lon, lat]) {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return [x, y];
  }

  /** @param {Dateline.Feature} feature */
  function sizeOnScreen(feature) {
    const bounds = boundsOf([feature.geometry]);
    if (bounds === null) {
      return 0;
    }
    const [left, bottom] = project([bounds[0], bounds[1]]);
    const [right, top] = project([bounds[2], bounds[3]]);
    return Math.max(right - left, bottom - top);
  }

  /**
   * @param {string} name
   * @param {number} zIndex
   */
  function renderer(name, zIndex) {
    map.createPane(name).style.zIndex = String(zIndex);
    return L.svg({ pane: name, padding: 0.5 });
  }
}
