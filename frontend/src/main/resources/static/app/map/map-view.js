/** The map beside the text: shows what the state says and tells what people do on it. */

import { element } from '../dom.js';
import { anchorOf, endsOf, isLine } from '../geo/anchor.js';
import { boundsOf } from '../geo/bounds.js';
import { within } from '../geo/lines.js';
import { isSeen, movementNotes, placeNotes, showEdgeNotes } from './edges.js';
import { frameToFit } from './fit.js';
import { createInsets } from './insets.js';
import { L } from './leaflet.js';
import { definePatterns } from './patterns.js';
import { createScene } from './scene.js';

/** Pixels kept free around what a view is fitted to. */
const MARGIN = 28;

/** What a single place is shown at. */
const MOST_ZOOM = 11;

/** @typedef {ReturnType<typeof createMapView>} MapView */

/**
 * @param {object} nodes
 * @param {HTMLElement} nodes.section holds the map and all that lies over it
 * @param {HTMLElement} nodes.map
 * @param {HTMLElement} nodes.edges
 * @param {HTMLElement} nodes.insets
 * @param {HTMLElement} nodes.scale
 * @param {HTMLElement[]} nodes.over elements that cover parts of the map
 * @param {object} events
 * @param {(id: string, opener: HTMLElement | null) => void} events.onOpen
 * @param {(ids: string[]) => void} events.onHover
 * @param {(position: Dateline.MapPosition, inView: Set<string>) => void} events.onMove
 * @param {() => void} events.onBasemapFailure
 * @param {() => void} events.onBackground a click beside every feature
 * @param {(at: Dateline.LonLat) => void} [events.onHold] a long press, or a click with the other button
 * @param {(layer: Dateline.LayerId) => string} layerTitle
 */
export function createMapView(nodes, events, layerTitle) {
  definePatterns();
  const reduced = matchMedia('(prefers-reduced-motion: reduce)');
  const scene = createScene(nodes.map, {
    options: reduced.matches ? { zoomAnimation: false, fadeAnimation: false } : {},
    events: {
      onOpen: events.onOpen,
      onHover: events.onHover,
      onStack: (features, opener) => insets.showStack(features, opener),
    },
    layerTitle,
    onFailure: events.onBasemapFailure,
    covered: () => [...nodes.over, ...nodes.edges.children].flatMap(boxOf),
  });
  const { map } = scene;
  nodes.map.setAttribute('aria-label', 'Map. Arrow keys move it, plus and minus zoom.');
  nodes.map.setAttribute('role', 'application');
  const scale = L.control.scale({ imperial: false, maxWidth: 110 }).addTo(map).getContainer();
  if (scale) {
    nodes.scale.append(scale);
  }
  const insets = createInsets(
    nodes.insets,
    { onOpen: events.onOpen, onZoomTo: showWhole, onChange: refresh },
    layerTitle,
  );
  /** @type {Dateline.Feature[]} */
  let marked = [];
  /** @type {import('leaflet').Layer | null} */
  let pin = null;
  let settled = false;

  map.on('moveend', () => {
    refresh();
    if (settled) {
      const { lat, lng } = map.getCenter();
      const frame = usableFrame();
      const seen = scene.features.features().filter((feature) => isSeen(feature, project, frame));
      events.onMove({ zoom: map.getZoom(), lat, lon: lng }, new Set(seen.map(({ id }) => id)));
    }
  });
  /** @type {Promise<import('./drafting.js').Drafting> | null} */
  let drafting = null;
  map.on('click', async ({ latlng }) => {
    const tools = await drafting;
    if (!tools?.isDrawing() && !tools?.picked([latlng.lng, latlng.lat])) {
      events.onBackground();
    }
  });
  const { onHold } = events;
  if (onHold !== undefined) {
    map.on('contextmenu', ({ latlng }) => onHold([latlng.lng, latlng.lat]));
  }
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(nodes.map);

  return {
    /** @param {string[]} iso2 countries that the report is about */
    setFocus: (iso2) => scene.basemap.setFocus(iso2),

    /** @param {Dateline.Feature[]} features bottom to top */
    setFeatures(features) {
      scene.features.setFeatures(features);
      refresh();
    },

    /** @param {Readonly<Partial<Record<Dateline.LayerId, number>>>} opacity */
    setOpacity: (opacity) => scene.features.setOpacity(opacity),

    /**
     * @param {string | null} selected
     * @param {Dateline.Feature[]} ringed
     */
    setMarks(selected, ringed) {
      marked = ringed;
      scene.features.setMarks({ selected, ringed: new Set(ringed.map(({ id }) => id)) });
      refresh();
    },

    /** @param {Dateline.MapPosition} position */
    setPosition({ zoom, lat, lon }) {
      settled = true;
      map.setView([lat, lon], zoom, { animate: false });
    },

    /**
     * @param {Dateline.Bbox} bbox
     * @param {{animate?: boolean}} [options]
     */
    fit(bbox, { animate = true } = {}) {
      settled = true;
      const legend = nodes.over.filter((node) => node.matches('.legend')).flatMap(boxOf);
      const frame = frameToFit(
        usableFrame(),
        legend[0] ?? null,
        (part) => zoomIn(bbox, part),
        (part) => hides(legend[0], bbox, part),
      );
      const size = map.getSize();
      map.fitBounds(latLngBounds(bbox), {
        paddingTopLeft: [frame.left + MARGIN, frame.top + MARGIN],
        paddingBottomRight: [size.x - frame.right + MARGIN, size.y - frame.bottom + MARGIN],
        maxZoom: MOST_ZOOM,
        animate: animate && !reduced.matches,
      });
    },

    /** @param {Dateline.Feature} feature moved into view unless it is there */
    reveal(feature) {
      const frame = usableFrame();
      const inner = {
        left: frame.left + MARGIN,
        top: frame.top + MARGIN,
        right: frame.right - MARGIN,
        bottom: frame.bottom - MARGIN,
      };
      const ends = isLine(feature) ? endsOf(feature) : [anchorOf(feature)];
      if (!ends.some((end) => within(project(end), inner))) {
        panTo(ends[ends.length - 1], frame);
      }
    },

    /**
     * A place that is not the report's, from a search.
     *
     * @param {Dateline.LonLat | null} position null takes the pin away
     * @param {string} [name]
     */
    showPin(position, name = '') {
      pin?.remove();
      pin = null;
      if (position !== null) {
        const label = element('div', { class: 'search-pin' }, element('span', {}, name));
        const icon = L.divIcon({ html: label, className: 'symbol-anchor', iconSize: [0, 0] });
        pin = L.marker([position[1], position[0]], { icon, interactive: false }).addTo(map);
        settled = true;
        map.setView([position[1], position[0]], Math.max(map.getZoom(), 6), {
          animate: !reduced.matches,
        });
      }
    },

    /**
     * For a map in another site's page.
     *
     * @param {HTMLElement} hint see gestures.js
     */
    async leaveScrollingToPage(hint) {
      const { leaveScrollingToPage } = await import('./gestures.js');
      leaveScrollingToPage(map, hint);
    },

    /** @returns {Promise<import('./candidates.js').Candidates>} loaded for those who review */
    async candidates() {
      const { createCandidates } = await import('./candidates.js');
      return createCandidates(map);
    },

    /** @returns {Promise<import('./preview.js').Preview>} loaded for those who import a file */
    async preview() {
      const { createPreview } = await import('./preview.js');
      return createPreview(map);
    },

    /** @returns {Promise<import('./drafting.js').Drafting>} loaded for those who place something */
    drafting() {
      drafting ??= import('./drafting.js').then(({ createDrafting }) => createDrafting(map, show));
      return drafting;
    },

    closeStack: () => insets.closeStack(),
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    refresh,
  };

  /**
   * @param {Dateline.Bbox} bbox
   * @param {import('./edges.js').Frame} frame
   * @returns {number} the zoom at which a box is as large as the frame; lower than any where the
   *     frame has no room
   */
  function zoomIn(bbox, frame) {
    const width = frame.right - frame.left - 2 * MARGIN;
    const height = frame.bottom - frame.top - 2 * MARGIN;
    if (width <= 0 || height <= 0) {
      return -Infinity;
    }
    const padding = map.getSize().subtract([width, height]);
    return Math.min(MOST_ZOOM, map.getBoundsZoom(latLngBounds(bbox), false, padding));
  }

  /**
   * @param {import('./edges.js').Frame} cover
   * @param {Dateline.Bbox} bbox
   * @param {import('./edges.js').Frame} frame
   * @returns {boolean} whether a cover hides a place, or an end of a line, when a box is fitted into
   *     a frame
   */
  function hides(cover, bbox, frame) {
    const zoom = zoomIn(bbox, frame);
    const [southWest, northEast] = latLngBounds(bbox).map((corner) => map.project(corner, zoom));
    const middle = southWest.add(northEast).divideBy(2);
    const ends = scene.features
      .features()
      .flatMap((feature) => (isLine(feature) ? endsOf(feature) : [anchorOf(feature)]));
    return ends.some(([lon, lat]) => {
      const { x, y } = map.project([lat, lon], zoom).subtract(middle);
      const at = /** @type {Dateline.Pixel} */ ([
        x + (frame.left + frame.right) / 2,
        y + (frame.top + frame.bottom) / 2,
      ]);
      return within(at, cover);
    });
  }

  /** @param {Dateline.LonLat} at moved into view unless it is there */
  function show(at) {
    const frame = usableFrame();
    const inner = {
      left: frame.left + MARGIN,
      top: frame.top + MARGIN,
      right: frame.right - MARGIN,
      bottom: frame.bottom - MARGIN,
    };
    if (!within(project(at), inner)) {
      panTo(at, frame);
    }
  }

  /** Everything that depends on what the frame shows. */
  function refresh() {
    const frame = usableFrame();
    const inner = {
      left: frame.left + 8,
      top: frame.top + 8,
      right: frame.right - 8,
      bottom: frame.bottom - 8,
    };
    const features = scene.features.features();
    const cut = movementNotes(features, project, inner);
    showEdgeNotes(
      nodes.edges,
      [...cut, ...placeNotes(marked, project, inner)],
      inner,
      (feature) => {
        if (isLine(feature)) {
          showWhole([feature]);
        } else {
          panTo(anchorOf(feature), frame);
        }
      },
    );
    insets.showLines(cut.map(({ feature }) => feature));
    scene.refreshLabels();
  }

  /** @param {Dateline.Feature[]} features */
  function showWhole(features) {
    insets.closeStack();
    const lines = features.every(isLine);
    const bounds = boundsOf(
      lines
        ? features.map(({ geometry }) => geometry)
        : features.map((feature) => ({ type: 'Point', coordinates: anchorOf(feature) })),
    );
    if (bounds !== null) {
      settled = true;
      map.fitBounds(latLngBounds(bounds), {
        padding: [60, 60],
        maxZoom: MOST_ZOOM,
        animate: !reduced.matches,
      });
    }
  }

  /**
   * Moves a position to the middle of what nothing covers.
   *
   * @param {Dateline.LonLat} position
   * @param {import('./edges.js').Frame} frame
   */
  function panTo(position, frame) {
    const [x, y] = project(position);
    settled = true;
    map.panBy([x - (frame.left + frame.right) / 2, y - (frame.top + frame.bottom) / 2], {
      animate: !reduced.matches,
    });
  }

  /**
   * The part of the map that no card covers.
   *
   * @returns {import('./edges.js').Frame}
   */
  function usableFrame() {
    const { x: width, y: height } = map.getSize();
    const frame = { left: 0, top: 0, right: width, bottom: height };
    for (const card of nodes.over.filter((node) => node.matches('.card'))) {
      for (const box of boxOf(card)) {
        if (box.top > height / 2) {
          frame.bottom = Math.min(frame.bottom, box.top);
        } else if (box.left + box.right > width) {
          frame.right = Math.min(frame.right, box.left);
        } else {
          frame.left = Math.max(frame.left, box.right);
        }
      }
    }
    return frame;
  }

  /**
   * @param {Element} node
   * @returns {import('./label-placement.js').Box[]} one, in the map's pixels; none when it is not
   *     shown or beside the map
   */
  function boxOf(node) {
    const box = node.getBoundingClientRect();
    const own = nodes.map.getBoundingClientRect();
    const gap = 4;
    if (box.width === 0 || box.bottom <= own.top || box.top >= own.bottom) {
      return [];
    }
    return [
      {
        left: box.left - own.left - gap,
        top: box.top - own.top - gap,
        right: box.right - own.left + gap,
        bottom: box.bottom - own.top + gap,
      },
    ];
  }

  /**
   * @param {Dateline.LonLat} position
   * @returns {Dateline.Pixel}
   */
  function project([lon, lat]) {
    const { x, y } = map.latLngToContainerPoint([lat, lon]);
    return [x, y];
  }

  /**
   * @param {Dateline.Bbox} bbox
   * @returns {[Dateline.LonLat, Dateline.LonLat]} as Leaflet wants it: latitude first
   */
  function latLngBounds([west, south, east, north]) {
    return [
      [south, west],
      [north, east],
    ];
  }
}
