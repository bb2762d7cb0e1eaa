/**
 * The map of a report inside another site's page: map, legend, credit, and a card for each place.
 * What can be read, searched and shared is on the full map, which one link opens at the same view.
 */

import { announcement, createCard } from './card/card.js';
import { need } from './dom.js';
import { createLegend } from './legend/legend.js';
import { createMapView } from './map/map-view.js';
import { loadReport } from './report-data.js';
import { RequestError } from './request.js';
import { creditLine } from './shell/credits.js';
import { createNotice } from './shell/notice.js';
import { createShare } from './shell/share.js';
import { createStrip } from './shell/strip.js';
import { createStore } from './store.js';
import { formatUrlState, parseUrlState, placeInAddress } from './url-state.js';
import { visibleFeatures } from './visible.js';

const reportId = document.body.dataset.report ?? '';
const asked = parseUrlState(location.search, location.hash);
const notice = createNotice(need('[data-toast]'), need('[data-live]'));
const strip = createStrip(need('[data-strip]'));

need('[data-map-section]').hidden = false;
need('[data-legend]').hidden = false;
start();

async function start() {
  try {
    const data = await loadReport(reportId);
    strip.clear('report');
    await connect(data);
  } catch (error) {
    if (!(error instanceof RequestError)) {
      throw error;
    }
    strip.show('report', `The map could not be loaded. ${error.message}`, start);
  }
}

/** @param {import('./report-data.js').ReportData} data */
async function connect(data) {
  const { report, text, layers, features } = data;
  /** @type {Map<Dateline.LayerId, Dateline.Feature[]>} */
  const loaded = new Map();
  /** @type {HTMLElement | null} */
  let opener = null;
  const usual = layers.filter(({ on }) => on).map(({ id }) => id);
  const store = createStore({
    place: /** @type {string | null} */ (null),
    quotePage: 0,
    layers: /** @type {ReadonlySet<Dateline.LayerId>} */ (new Set(asked.layers ?? usual)),
    onlyUnverified: asked.onlyUnverified,
    hovered: /** @type {string[]} */ ([]),
    position: /** @type {Dateline.MapPosition | null} */ (null),
  });
  const layerTitle = (/** @type {Dateline.LayerId} */ id) =>
    layers.find((layer) => layer.id === id)?.title ?? id;
  const featuresOf = (/** @type {Dateline.LayerId} */ id) => loaded.get(id) ?? [];

  const map = createMapView(
    {
      section: need('[data-map-section]'),
      map: need('[data-map]'),
      edges: need('[data-edges]'),
      insets: need('[data-insets]'),
      scale: need('[data-scale]'),
      over: ['[data-card]', '[data-legend]', '.controls', '.map-foot', '[data-insets]'].map(
        (selector) => need(selector),
      ),
    },
    {
      onOpen: open,
      onHover: (hovered) => store.set({ hovered }),
      onMove: (position) => store.set({ position }),
      onBasemapFailure: () =>
        strip.show('basemap', 'Background map not available. Places still shown.'),
      onBackground: () => map.closeStack(),
    },
    layerTitle,
  );
  void map.leaveScrollingToPage(need('[data-scroll-hint]'));
  const share = createShare(document.title, notice.toast);
  const card = createCard(
    need('[data-card]'),
    { data, layerTitle, direction: document.body.dataset.dir ?? 'auto' },
    {
      onClose: close,
      onPage: (quotePage) => store.set({ quotePage }),
      onShowInText: () => window.open(fullMap(), '_blank', 'noopener'),
      onCopyLink: () => share.copy(fullMap(), 'Link copied.'),
      onCopyText: (words) => share.copy(words, 'Coordinates copied.'),
    },
  );
  const legend = createLegend(
    need('[data-legend-body]'),
    () => layers,
    (layer, on) => {
      const next = new Set(store.get().layers);
      next[on ? 'add' : 'delete'](layer);
      store.set({ layers: next });
      notice.announce(`${layerTitle(layer)} ${on ? 'shown' : 'hidden'}`);
    },
  );
  connectControls();
  map.setFocus(report.focus.countries.map(({ iso2 }) => iso2));

  store.on(['layers', 'place'], draw);
  store.on(['place', 'quotePage'], showCard);
  store.on(['place', 'hovered'], mark);
  store.on(['layers', 'place', 'position'], () => {
    /** @type {HTMLAnchorElement} */ (need('[data-full-map]')).href = fullMap();
  });
  await Promise.all(layers.filter(({ id }) => store.get().layers.has(id)).map(load));
  draw();
  store.set({ place: [...features.keys()].find(isAskedFor) ?? null });
  showFirstView();

  /** @param {string} id */
  function isAskedFor(id) {
    return placeInAddress(report.id, id) === asked.place;
  }

  /** @param {Dateline.Layer} layer */
  async function load(layer) {
    try {
      loaded.set(layer.id, await data.layer(layer.id));
      strip.clear(`layer ${layer.id}`);
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
      strip.show(`layer ${layer.id}`, `“${layer.title}” could not be loaded.`, () =>
        load(layer).then(draw),
      );
    }
  }

  function draw() {
    const state = store.get();
    const shown = visibleFeatures(layers, featuresOf, state);
    map.setFeatures(shown);
    legend.show(
      state.layers,
      (layer) =>
        visibleFeatures(layers, featuresOf, {
          ...state,
          place: null,
          layers: new Set([layer]),
        }),
      shown,
    );
    need('[data-credits]').textContent = creditLine(shown);
    mark();
  }

  function mark() {
    const { place, hovered } = store.get();
    const ids = new Set(place === null ? hovered : [...hovered, place]);
    map.setMarks(
      place,
      [...ids].flatMap((id) => features.get(id) ?? []),
    );
  }

  function showCard() {
    const { place, quotePage } = store.get();
    const feature = place === null ? undefined : features.get(place);
    if (feature === undefined) {
      card.hide();
    } else {
      card.showFeature(feature, quotePage);
    }
    map.refresh();
  }

  function showFirstView() {
    const place = features.get(store.get().place ?? '');
    if (asked.position !== null) {
      map.setPosition(asked.position);
    } else {
      showAll();
      if (place !== undefined) {
        map.reveal(place);
      }
    }
  }

  function showAll() {
    if (report.view === null) {
      map.setPosition({ zoom: 2, lat: 15, lon: 15 });
    } else {
      map.fit(report.view.bbox, { animate: false });
    }
  }

  /**
   * @param {string} id
   * @param {HTMLElement | null} from gets the focus back when the card closes
   */
  function open(id, from) {
    const feature = features.get(id);
    if (feature !== undefined) {
      opener = from;
      store.set({ place: id, quotePage: 0 });
      card.focus();
      map.reveal(feature);
      notice.announce(announcement(feature, text.mentions, layerTitle));
    }
  }

  function close() {
    store.set({ place: null });
    opener?.focus();
    opener = null;
  }

  /** The address of the full map, as it is shown here. */
  function fullMap() {
    const { place, layers: on, onlyUnverified, position } = store.get();
    const same = usual.length === on.size && usual.every((id) => on.has(id));
    const view = formatUrlState({
      place: placeInAddress(report.id, place),
      layers: same ? null : [...on],
      onlyUnverified,
      tab: 'text',
      position,
    });
    return new URL(`/r/${encodeURIComponent(report.id)}${view}`, location.href).href;
  }

  function connectControls() {
    need('.controls').addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('[data-map-action]') : null;
      const actions = { in: map.zoomIn, out: map.zoomOut, fit: showAll };
      const action = button?.getAttribute('data-map-action');
      actions[/** @type {keyof typeof actions} */ (action)]?.();
    });
    const chip = need('[data-legend-chip]');
    chip.addEventListener('click', () => {
      const isOpen = need('[data-legend]').classList.toggle('is-open');
      chip.setAttribute('aria-expanded', String(isOpen));
      map.refresh();
    });
    document.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape' && !map.closeStack()) {
        close();
      }
    });
  }
}
