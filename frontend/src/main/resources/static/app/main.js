/**
 * The map page. The server's HTML has the report's text and places; this fetches the map's data
 * and ties text, list, map and card together through one state.
 */

import { oneAtATime } from './async.js';
import { announcement, createCard } from './card/card.js';
import { createDoor } from './desk/door.js';
import { need } from './dom.js';
import { openingFeature } from './first-view.js';
import { createLayersPanel } from './layers/panel.js';
import { createLegend } from './legend/legend.js';
import { createMapView } from './map/map-view.js';
import { createPlacesList } from './places/list.js';
import { loadReport } from './report-data.js';
import { onReportChange } from './report-change.js';
import { fetchReportPage } from './report-page.js';
import { RequestError } from './request.js';
import { createSearchBox } from './search/box.js';
import { creditLine } from './shell/credits.js';
import { createDivider } from './shell/divider.js';
import { createHelp } from './shell/help.js';
import { listenToKeys } from './shell/keyboard.js';
import { createNotice } from './shell/notice.js';
import { createShare } from './shell/share.js';
import { createSheet } from './shell/sheet.js';
import { createStrip } from './shell/strip.js';
import { createTabs } from './shell/tabs.js';
import { createStore } from './store.js';
import { createReportText } from './text/report-text.js';
import { formatUrlState, parseUrlState, placeInAddress } from './url-state.js';
import { visibleFeatures } from './visible.js';

const reportId = document.body.dataset.report ?? '';
const asked = parseUrlState(location.search, location.hash);
const phone = matchMedia('(max-width: 640px)');

/** Whether a card beside the map leaves enough of it to see where things are. */
const roomForCard = matchMedia('(min-width: 1000px)');
const notice = createNotice(need('[data-toast]'), need('[data-live]'));
const strip = createStrip(need('[data-strip]'));
const help = createHelp(need('[data-help]'));
const share = createShare(document.title, notice.toast);
const isDialogOpen = () => document.querySelector('dialog[open]') !== null;
/** @type {() => import('./shell/share-dialog.js').Data[]} */
let sharedData = () => [];

const store = createStore(
  /** @type {Dateline.State} */ ({
    tab: asked.tab,
    place: null,
    mention: null,
    quotePage: 0,
    layers: new Set(asked.layers ?? []),
    opacity: {},
    hovered: [],
    current: [],
    stepped: null,
    position: null,
    inView: null,
    sort: 'text',
    onlyInView: false,
    onlyUnverified: asked.onlyUnverified,
    revision: 0,
  }),
);

showPage();
start();

/** What works before, and without, any answer from the server. */
function showPage() {
  for (const node of document.querySelectorAll('[data-script-only], [data-action="share"]')) {
    /** @type {HTMLElement} */ (node).hidden = false;
  }
  need('[data-map-section]').hidden = false;
  createDivider(need('[data-divider]'), need('[data-layout]'));
  const tabs = createTabs(need('[data-tabs]'), (tab) => store.set({ tab }));
  store.on(['tab'], ({ tab }) => tabs.show(tab));
  tabs.show(store.get().tab);
  document.addEventListener('click', (event) => {
    const action =
      event.target instanceof Element
        ? /** @type {HTMLElement | null} */ (event.target.closest('[data-action]'))
        : null;
    const actions = { share: openShareDialog, print: () => window.print(), help: help.open };
    actions[/** @type {keyof typeof actions} */ (action?.dataset.action)]?.();
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (action !== null || !menu.contains(/** @type {Node} */ (event.target))) {
        menu.removeAttribute('open');
      }
    }
  });
}

/** @type {Promise<ReturnType<typeof import('./shell/share-dialog.js').createShareDialog>> | null} */
let shareDialog = null;

async function openShareDialog() {
  shareDialog ??= import('./shell/share-dialog.js').then(({ createShareDialog }) =>
    createShareDialog(need('[data-share]'), () => sharedData()),
  );
  try {
    await (await shareDialog).open();
    strip.clear('share');
  } catch (error) {
    shareDialog = null;
    strip.show('share', 'Sharing could not be loaded.', () => void openShareDialog());
    console.warn(error);
  }
}

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
  /** @type {Map<Dateline.LayerId, Dateline.Feature[]>} */
  const loaded = new Map();
  /** @type {HTMLElement | null} */
  let opener = null;
  /** @type {(() => boolean)[]} */
  const escapes = [];
  /** @type {import('./desk/desk.js').CardActions[]} */
  const cardActions = [];

  const layerTitle = (/** @type {Dateline.LayerId} */ id) =>
    data.layers.find((layer) => layer.id === id)?.title ?? id;
  const featureOf = (/** @type {string} */ id) => data.features.get(id);
  const featuresOf = (/** @type {Dateline.LayerId} */ id) => loaded.get(id) ?? [];
  const article = need('#text');

  const sheet = createSheet(need('[data-layout]'), need('[data-sheet-grip]'), () => undefined);
  const map = createMapView(
    {
      section: need('[data-map-section]'),
      map: need('[data-map]'),
      edges: need('[data-edges]'),
      insets: need('[data-insets]'),
      scale: need('[data-scale]'),
      over: [
        '[data-card]',
        '[data-desk-panel]',
        '[data-legend]',
        '.controls',
        '.map-foot',
        '[data-insets]',
      ].map((selector) => need(selector)),
    },
    {
      onOpen: open,
      onHover: (hovered) => store.set({ hovered }),
      onMove: (position, inView) => store.set({ position, inView }),
      onBasemapFailure: () =>
        strip.show('basemap', 'Background map not available. Places still shown.'),
      onBackground: () => map.closeStack(),
      onHold: (at) => void door.enter((desk) => desk.add({ at })),
    },
    layerTitle,
  );
  const reading = createReportText(article, {
    onOpen: (mention, button) =>
      mention.feature_id === null ? openMention(mention, button) : open(mention.feature_id, button),
    onHover: (hovered) => store.set({ hovered }),
    onRead: (current) => store.set({ current }),
  });
  const list = createPlacesList(need('[data-places]'), featureOf, data.report.language, {
    onOpen: open,
    onOpenMention(id, button) {
      const mention = data.text.mentions.find((candidate) => candidate.id === id);
      if (mention !== undefined) {
        openMention(mention, button);
      }
    },
    onHover: (hovered) => store.set({ hovered }),
    onChoose: (change) => store.set(change),
  });
  const layersPanel = createLayersPanel(need('[data-layers]'), {
    onToggle: toggleLayer,
    onOpacity: (layer, value) => store.set({ opacity: { ...store.get().opacity, [layer]: value } }),
    onCopy: (layer) => share.copy(layerUrl(layer), 'GeoJSON address copied.'),
    onZoom(layer) {
      toggleLayer(layer.id, true);
      if (layer.bbox !== null) {
        map.fit(layer.bbox);
      }
    },
    onRetry: (layer) => void load(layer),
  });
  const legend = createLegend(need('[data-legend-body]'), () => data.layers, toggleLayer);
  const card = createCard(
    need('[data-card]'),
    { data, layerTitle, direction: article.dir || 'auto', more: cardActions },
    {
      onClose: close,
      onPage: (quotePage) => store.set({ quotePage }),
      onShowInText: showInText,
      onCopyLink: share.link,
      onCopyText: (words) => share.copy(words, 'Coordinates copied.'),
    },
  );
  sharedData = () =>
    data.layers
      .filter(({ count }) => count > 0)
      .sort((a, b) => Number(b.on) - Number(a.on))
      .map((layer) => ({ title: layer.title, url: layerUrl(layer) }));
  connectSearch();
  connectControls();
  const letters = connectKeys();
  readPage();
  map.setFocus(data.report.focus.countries.map(({ iso2 }) => iso2));

  store.set({
    layers: new Set(asked.layers ?? data.layers.filter((layer) => layer.on).map(({ id }) => id)),
  });
  store.on(['layers'], ({ layers: on }) => on.forEach((layer) => void load(layer)));
  store.on(['layers', 'place', 'onlyUnverified'], draw);
  store.on(['opacity'], ({ opacity }) => map.setOpacity(opacity));
  store.on(['place', 'mention', 'quotePage'], showCard);
  store.on(['hovered', 'current', 'stepped', 'place'], mark);
  store.on(['layers', 'inView', 'onlyInView', 'onlyUnverified', 'sort'], (state) =>
    list.show(state),
  );
  await Promise.all([...store.get().layers].map(load));
  showFirstView();
  store.on(['place', 'layers', 'onlyUnverified', 'tab', 'position'], writeUrl);
  list.show(store.get());
  const whenIdle =
    window.requestIdleCallback ?? ((/** @type {() => void} */ run) => setTimeout(run, 300));
  whenIdle(() => void loadRest());
  const refreshed = oneAtATime(refresh);
  const door = connectDesk();
  onReportChange(() => void refreshed());

  /** What the server's HTML and the report's data say, into the parts that show them. */
  function readPage() {
    reading.setText(data.text);
    list.readRows();
    layersPanel.setLayers(data.layers);
    need('[data-places-count]').textContent = String(list.rows().length);
  }

  /** The layers that are not shown yet: their places are one click away. */
  async function loadRest() {
    const rest = data.layers.filter(({ id, count }) => count > 0 && !loaded.has(id));
    await Promise.all(rest.map(({ id }) => load(id)));
  }

  /**
   * Shows the report as the server has it now, without losing the reader's place. When it cannot
   * be had, the page stays as it was.
   */
  async function refresh() {
    try {
      await renewPage();
      strip.clear('refresh');
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
      strip.show('refresh', `What changed is not shown yet. ${error.message}`, refreshed);
    }
  }

  async function renewPage() {
    const [renew] = await Promise.all([fetchReportPage(data.report.id), data.reload()]);
    renew();
    await Promise.all(
      [...loaded.keys()].map(async (layer) => loaded.set(layer, await data.layer(layer))),
    );
    readPage();
    await loadRest();
    draw();
    list.show(store.get());
    showCard();
    store.set({ revision: store.get().revision + 1 });
  }

  /**
   * Loads a layer's features and draws them.
   *
   * @param {Dateline.LayerId} layer
   */
  async function load(layer) {
    if (loaded.has(layer) || !data.layers.some(({ id }) => id === layer)) {
      return;
    }
    layersPanel.tell(layer, 'loading');
    try {
      loaded.set(layer, await data.layer(layer));
      layersPanel.tell(layer, 'loaded');
      strip.clear(`layer ${layer}`);
      draw();
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
      layersPanel.tell(layer, 'failed');
      if (store.get().layers.has(layer)) {
        strip.show(
          `layer ${layer}`,
          `“${layerTitle(layer)}” could not be loaded. ${error.message}`,
          () => void load(layer),
        );
      }
    }
  }

  function draw() {
    const state = store.get();
    const features = visibleFeatures(data.layers, featuresOf, state);
    map.setFeatures(features);
    legend.show(
      state.layers,
      (layer) =>
        visibleFeatures(data.layers, featuresOf, { ...state, layers: new Set([layer]) }).filter(
          ({ properties }) => properties.layer === layer,
        ),
      features,
    );
    layersPanel.show(state);
    need('[data-credits]').textContent = creditLine(features);
    mark();
  }

  function mark() {
    const { hovered, current, stepped, place } = store.get();
    const ids = new Set([...hovered, ...current, ...[stepped, place].filter((id) => id !== null)]);
    const ringed = [...ids].flatMap((id) => featureOf(id) ?? []);
    map.setMarks(place, ringed);
    reading.markSentences([...hovered, ...(place === null ? [] : [place])]);
    list.mark([...ids]);
    list.select(place);
  }

  function showCard() {
    const { place, mention, quotePage } = store.get();
    const feature = place === null ? undefined : featureOf(place);
    const unplaced = data.text.mentions.find(({ id }) => id === mention);
    if (feature !== undefined) {
      card.showFeature(feature, quotePage);
    } else if (unplaced !== undefined) {
      card.showMention(unplaced);
    } else {
      card.hide();
    }
    map.refresh();
  }

  function showFirstView() {
    const { view } = data.report;
    const first = asked.position === null && asked.place === null && asked.layers === null;
    const visible = visibleFeatures(data.layers, featuresOf, store.get());
    const opening = first && roomForCard.matches ? openingFeature(visible) : null;
    const wanted = asked.place === null ? opening?.id : askedFeature(asked.place);
    if (wanted !== undefined && featureOf(wanted) !== undefined) {
      store.set({ place: wanted });
    } else if (asked.place !== null) {
      void openLater(askedFeature(asked.place));
    }
    if (asked.position !== null) {
      map.setPosition(asked.position);
    } else if (view !== null) {
      map.fit(view.bbox, { animate: false });
    } else {
      map.setPosition({ zoom: 2, lat: 15, lon: 15 });
    }
    const place = store.get().place;
    const shown = place === null ? undefined : featureOf(place);
    if (shown !== undefined && asked.place !== null && asked.position === null) {
      map.reveal(shown);
    }
  }

  /**
   * @param {string} place of the address: without the report's id; an added location's has none
   * @returns {string}
   */
  function askedFeature(place) {
    const found = `${data.report.id}.${place}`;
    return list.rows().some(({ id }) => id === place) || featureOf(place) ? place : found;
  }

  /**
   * Opens a place of a layer that is not loaded yet.
   *
   * @param {string} id
   */
  async function openLater(id) {
    const row = list.rows().find((candidate) => candidate.id === id);
    if (row === undefined) {
      notice.toast('The place of this link is not in the report any more.');
      return;
    }
    await load(row.layer);
    store.set({ place: id, mention: null, quotePage: 0 });
  }

  /**
   * @param {string} id
   * @param {HTMLElement | null} from gets the focus back when the card closes
   */
  async function open(id, from) {
    const row = list.rows().find((candidate) => candidate.id === id);
    if (featureOf(id) === undefined && row !== undefined) {
      await load(row.layer);
    }
    const feature = featureOf(id);
    if (feature === undefined) {
      return;
    }
    opener = from ?? /** @type {HTMLElement | null} */ (document.activeElement);
    sheet.show('half');
    store.set({ place: id, mention: null, quotePage: 0, stepped: null, current: [] });
    card.focus();
    map.reveal(feature);
    notice.announce(announcement(feature, data.text.mentions, layerTitle));
  }

  /**
   * @param {Dateline.Mention} mention
   * @param {HTMLElement} from
   */
  function openMention(mention, from) {
    opener = from;
    sheet.show('half');
    store.set({ place: null, mention: mention.id, quotePage: 0, current: [] });
    card.focus();
    notice.announce(`${mention.text}, not on the map`);
  }

  function close() {
    const { place } = store.get();
    store.set({ place: null, mention: null, stepped: null });
    map.showPin(null);
    if (opener?.isConnected && opener !== document.body) {
      opener.focus();
    } else if (place !== null && store.get().tab === 'places') {
      list.focus(place);
    }
    opener = null;
  }

  /** @param {Dateline.Span} span */
  function showInText(span) {
    store.set({ tab: 'text' });
    if (phone.matches) {
      close();
    }
    reading.show(span);
    reading.focusMention(span);
  }

  /**
   * @param {Dateline.LayerId} layer
   * @param {boolean} on
   */
  function toggleLayer(layer, on) {
    const next = new Set(store.get().layers);
    if (on) {
      next.add(layer);
    } else {
      next.delete(layer);
    }
    const { place } = store.get();
    const hides = !on && place !== null && featureOf(place)?.properties.layer === layer;
    store.set(hides ? { layers: next, place: null } : { layers: next });
    notice.announce(`${layerTitle(layer)} ${on ? 'shown' : 'hidden'}`);
  }

  /** @param {Dateline.Layer} layer */
  function layerUrl(layer) {
    const items = layer.links.find(({ rel }) => rel === 'items');
    return new URL(
      items?.href ?? `/api/reports/${data.report.id}/layers/${layer.id}`,
      location.href,
    ).href;
  }

  function writeUrl() {
    const { place, layers: on, onlyUnverified, tab, position } = store.get();
    const usual = data.layers.filter((layer) => layer.on).map(({ id }) => id);
    const same = usual.length === on.size && usual.every((id) => on.has(id));
    const view = formatUrlState({
      place: placeInAddress(data.report.id, place),
      layers: same ? null : [...on],
      onlyUnverified,
      tab,
      position,
    });
    history.replaceState(null, '', `/r/${encodeURIComponent(data.report.id)}${view}`);
  }

  function connectSearch() {
    const form = need('[data-search]');
    form.hidden = false;
    createSearchBox(
      need('#search-input'),
      need('#search-results'),
      { rows: list.rows, text: data.text.text, position: () => store.get().position },
      {
        onPlace: (id) => void open(id, need('#search-input')),
        onWords(span) {
          sheet.show('half');
          store.set({ tab: 'text', place: null, mention: null });
          reading.show(span);
        },
        onElsewhere(position, name) {
          store.set({ place: null, mention: null });
          map.showPin(position, name);
          notice.announce(`${name}, not in the report`);
        },
      },
    );
  }

  function connectControls() {
    need('.controls').addEventListener('click', (event) => {
      const button =
        event.target instanceof Element
          ? /** @type {HTMLElement | null} */ (event.target.closest('[data-map-action]'))
          : null;
      const actions = { in: map.zoomIn, out: map.zoomOut, fit: showAll, fullscreen };
      actions[/** @type {keyof typeof actions} */ (button?.dataset.mapAction)]?.();
    });
    const legendBox = need('[data-legend]');
    const chip = need('[data-legend-chip]');
    chip.addEventListener('click', () => {
      const isOpen = legendBox.classList.toggle('is-open');
      chip.setAttribute('aria-expanded', String(isOpen));
      map.refresh();
    });
    need('[data-skip]').addEventListener('click', (event) => {
      event.preventDefault();
      sheet.show('half');
      store.set({ tab: 'places' });
      list.focusFirst();
    });
  }

  /** @returns {import('./shell/keyboard.js').KeyActions} to which the desk adds its own */
  function connectKeys() {
    /** @type {import('./shell/keyboard.js').KeyActions} */
    const letters = {
      '/': () => need('#search-input').focus(),
      t: () => store.set({ tab: 'text' }),
      p: () => store.set({ tab: 'places' }),
      l: () => store.set({ tab: 'layers' }),
      j: () => step(1),
      k: () => step(-1),
      enter: () => {
        const { stepped } = store.get();
        if (stepped !== null) {
          void open(stepped, null);
        }
      },
      '+': map.zoomIn,
      '=': map.zoomIn,
      '-': map.zoomOut,
      0: showAll,
      '?': help.open,
    };
    listenToKeys({
      letters,
      lettersWork: () => help.lettersWork() && !isDialogOpen(),
      onEscape() {
        if (!isDialogOpen() && !escapes.some((escape) => escape()) && !map.closeStack()) {
          close();
        }
      },
    });
    return letters;
  }

  function connectDesk() {
    const opened = createDoor({
      data,
      store,
      map,
      notice,
      strip,
      sheet,
      article,
      letters,
      escapes,
      open,
      close,
      load,
      refresh: refreshed,
      cardActions,
      showCard,
    });
    letters.a = () => void opened.enter((desk) => desk.add({}));
    document.addEventListener('click', (event) => {
      const button = event.target instanceof Element && event.target.closest('[data-desk-add]');
      if (button instanceof HTMLElement) {
        void opened.enter((desk) => desk.add({ mention: button.dataset.deskAdd || undefined }));
      }
    });
    /** @type {HTMLButtonElement} */ (need('.desk [data-desk-add]')).disabled = false;
    return opened;
  }

  /** @param {number} by */
  function step(by) {
    const ids = list.ids();
    const { stepped, place } = store.get();
    const from = ids.indexOf(stepped ?? place ?? '');
    const next = ids[(from + by + ids.length) % ids.length] ?? null;
    if (next === null) {
      return;
    }
    if (place !== null) {
      void open(next, null);
      return;
    }
    store.set({ stepped: next });
    const row = list.rows().find(({ id }) => id === next);
    notice.announce(row === undefined ? '' : `${row.name}, ${layerTitle(row.layer)}`);
  }

  function showAll() {
    const { view } = data.report;
    if (view !== null) {
      map.fit(view.bbox);
    }
  }

  function fullscreen() {
    if (document.fullscreenElement) {
      void document.exitFullscreen();
    } else {
      void need('[data-map-section]').requestFullscreen?.();
    }
  }
}
