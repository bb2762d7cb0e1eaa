/** Adding and changing locations: from the first word typed to the place on the map, and back. */

import { element, need } from '../dom.js';
import { RequestError } from '../request.js';
import { recall, remember } from '../shell/preferences.js';
import { askWhichStands } from './conflict.js';
import {
  editableOf,
  featureOf,
  patchOf,
  resolutionAt,
  sensitiveReason,
  sourceOf,
} from './fields.js';
import { createForm } from './form.js';
import { versionOf } from './locations.js';
import { createPlaceField } from './place-field.js';
import { signInAddress } from './session.js';

/**
 * @typedef {object} From what a location is begun with; nothing is needed
 * @property {string} [words] in the text
 * @property {string} [quote] the sentence they stand in
 * @property {Dateline.LonLat} [at] a spot on the map
 */

/** @typedef {ReturnType<typeof createAdding>} Adding */

/**
 * @param {import('./desk.js').DeskPage} page
 * @param {import('./session.js').Session} session
 * @param {object} parts
 * @param {import('./drafts.js').Drafts} parts.drafts
 * @param {import('./locations.js').Locations} parts.locations
 * @param {import('./commands.js').Commands} parts.commands
 * @param {import('../map/drafting.js').Drafting} parts.drafting
 * @param {(done: string) => void} parts.onDone says what was done, and shows the way back
 */
export function createAdding(page, session, { drafts, locations, commands, drafting, onDone }) {
  const panel = need('[data-desk-panel]');
  const { report } = page.data;
  const reportAsSource = report.outlet ?? report.byline ?? report.headline;
  /** @type {Dateline.Draft | null} */
  let draft = null;
  /** Begun from the text: what it is and who says so is known. */
  let fromText = false;
  /** @type {Element | null} */
  let opener = null;
  const place = createPlaceField({
    bias: () => page.data.report.view?.bbox ?? null,
    onOffer: (candidates, active) =>
      drafting.showCandidates(candidates, active, (index) => place.take(index)),
    onTake: take,
  });
  const form = createForm(panel, place, {
    onInput: keep,
    onSave: () => void save(),
    onClose: close,
    onDiscard: discard,
    onDraw: (shape) => void draw(shape),
  });
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      escape();
    }
  });
  session.onChange(() => {
    if (form.isOpen()) {
      form.showWho(who());
    }
  });

  return {
    isOpen: form.isOpen,
    escape,
    resume: show,
    /** @returns {string | null} key of the draft that is being worked on */
    openDraft: () => draft?.key ?? null,

    /** @param {From} from */
    start({ words, quote, at }) {
      if (form.isOpen()) {
        close();
      }
      const lastSource = recall('desk-source');
      show({
        key: crypto.randomUUID?.() ?? String(performance.now()),
        geometry: null,
        properties:
          words === undefined
            ? { ...(lastSource !== null && { source: lastSource }) }
            : {
                location: words,
                source: reportAsSource,
                ...(quote !== undefined && { quote }),
              },
      });
      fromText = words !== undefined;
      if (words !== undefined) {
        void place.look(words);
      } else if (at !== undefined) {
        pointAt(at);
      }
    },

    /**
     * Opens a location that is on the map, as it is now.
     *
     * @param {string} id
     */
    async edit(id) {
      try {
        const { feature, etag } = await locations.read(id);
        const state = { geometry: feature.geometry, properties: editableOf(feature) };
        show({ key: `edit ${id}`, id, etag, base: state, ...state });
      } catch (error) {
        tell(error);
      }
    },

    /**
     * Saves a draft without its form, as when the connection is back.
     *
     * @param {Dateline.Draft} waiting
     * @returns {Promise<void>}
     * @throws {RequestError} when it could not be
     */
    async send(waiting) {
      await write(waiting, '');
      drafts.drop(waiting);
    },
  };

  /** @param {Dateline.Draft} next */
  function show(next) {
    opener = document.activeElement;
    page.close();
    page.sheet.show('half');
    draft = next;
    fromText = false;
    form.show(next, who());
    place.setText(next.geometry === null ? '' : String(next.properties.location ?? ''));
    drafting.pick(pointAt);
    void showGeometry(next.geometry);
    page.map.refresh();
    if (next.geometry === null) {
      place.focus();
    } else {
      form.focusHeading();
    }
    page.notice.announce(next.id === undefined ? 'Add location' : 'Edit location');
  }

  function who() {
    return { signedIn: session.me().signed_in, signInAddress: signInAddress() };
  }

  /** @param {import('./candidates.js').Candidate} candidate */
  function take(candidate) {
    form.suggest(candidate);
    void placed({ type: 'Point', coordinates: candidate.at });
    const quick = fromText && draft?.id === undefined && !looksSensitive();
    if (quick) {
      void save();
    } else {
      form.focusNext();
    }
  }

  function looksSensitive() {
    const { location, notes, quote } = form.values();
    return sensitiveReason(location, notes, quote) !== null;
  }

  /** @param {Dateline.LonLat} at */
  function pointAt(at) {
    if (!drafting.isDrawing()) {
      void place.lookAt(at, resolutionAt(drafting.zoom())).then(() => place.focus());
    }
  }

  /** @param {Dateline.Geometry} geometry */
  async function placed(geometry) {
    if (draft === null) {
      return;
    }
    draft = { ...draft, geometry };
    form.showGeometry(geometry);
    keep();
    await showGeometry(geometry);
  }

  /** @param {Dateline.Geometry | null} geometry */
  async function showGeometry(geometry) {
    try {
      await drafting.showDraft(geometry, (moved) => {
        form.suggest({});
        void placed(moved);
      });
    } catch (error) {
      tell(error);
    }
  }

  /** @param {import('../map/drafting.js').Shape} shape */
  async function draw(shape) {
    place.setText('');
    const words = {
      point: 'Click the map.',
      line: 'Click the map for each point; click the last one again to end.',
      area: 'Click the map for each corner; click the first one again to end.',
    };
    form.note(element('p', { class: 'desk-say' }, words[shape], ' Esc gives up.'));
    try {
      const geometry = await drafting.draw(shape);
      form.note(null);
      if (geometry !== null) {
        form.suggest({ resolution: resolutionAt(drafting.zoom()) });
        await placed(geometry);
        form.focusNext();
      }
    } catch (error) {
      tell(error);
    }
  }

  /** Keeps what is typed in the browser. */
  function keep() {
    if (draft !== null) {
      draft = { ...draft, properties: form.values() };
      const isChanged =
        draft.base === undefined ? isWorthKeeping(draft) : patchOf(draft.base, draft) !== null;
      if (isChanged) {
        drafts.put(draft);
      } else {
        drafts.drop(draft);
      }
    }
  }

  /** @param {boolean} [keepBoth] whether a near one is known to be another */
  async function save(keepBoth = false) {
    keep();
    if (draft === null || !form.check()) {
      return;
    }
    if (draft.geometry === null) {
      place.focus();
      form.note(
        element(
          'p',
          { class: 'desk-say', role: 'alert' },
          'Say where: a name, coordinates, or a click on the map.',
        ),
      );
      return;
    }
    const { source, source_url: url } = draft.properties;
    if (source !== reportAsSource) {
      remember('desk-source', String(url ?? source));
    }
    if (!session.me().signed_in) {
      finish();
      page.notice.toast('Kept as a draft in this browser. Sign in to save it on the server.');
      return;
    }
    form.setBusy(true);
    try {
      const saving = draft;
      if (!keepBoth && saving.id === undefined && saving.geometry?.type === 'Point') {
        const near = await locations.near(
          saving.geometry.coordinates,
          saving.properties.event_date_edtf,
        );
        if (near.length > 0) {
          form.note(nearNote(near));
          return;
        }
      }
      const id = await write(saving, form.why());
      drafts.drop(saving);
      finish();
      await page.refresh();
      await showOnMap(id);
    } catch (error) {
      await failed(error);
    } finally {
      form.setBusy(false);
    }
  }

  /**
   * @param {Dateline.Draft} saving
   * @param {string} why
   * @returns {Promise<string>} the location's id
   */
  async function write(saving, why) {
    const sent = { ...saving, properties: withSource(saving.properties) };
    const name = String(saving.properties.location);
    if (sent.id === undefined || sent.base === undefined) {
      const { body, etag } = await locations.add(featureOf(sent, report.id), why);
      remembered(`Added ${name}.`, body.id, 0, etag);
      return body.id;
    }
    const patch = patchOf(sent.base, sent);
    if (patch !== null) {
      const { etag } = await locations.change(sent.id, patch, sent.etag ?? '*', why);
      remembered(`Changed ${name}.`, sent.id, versionOf(sent.etag ?? null), etag);
    }
    return sent.id;
  }

  /**
   * @param {string} done
   * @param {string} id
   * @param {number} version that was there before
   * @param {string | null} etag of what is there now
   */
  function remembered(done, id, version, etag) {
    commands.push({ done, id, version, etag: etag ?? '*' });
    onDone(done);
  }

  /** @param {unknown} error */
  async function failed(error) {
    if (!(error instanceof RequestError) || draft === null) {
      throw error;
    }
    const { status, problem } = error;
    if (status === 412 && problem?.current !== undefined && draft.base !== undefined) {
      await settle(draft, problem.current, draft.base);
      return;
    }
    if (problem?.where === 'why' || problem?.where === 'parameter why') {
      form.askWhy();
    }
    const unsaid = (problem?.errors ?? []).filter(
      ({ pointer, detail, hint }) =>
        !form.error(pointer.replace('/properties/', ''), [detail, hint].filter(Boolean).join(' ')),
    );
    if (status === 0 || status >= 500) {
      drafts.put({ ...draft, waits: true });
      finish();
      return;
    }
    const words = [error.message, unsaid[0]?.hint ?? problem?.hint].filter(Boolean).join(' ');
    form.note(element('p', { class: 'desk-say', role: 'alert' }, words));
  }

  /**
   * @param {Dateline.Draft} mine
   * @param {Dateline.Feature} current
   * @param {import('./conflict.js').State} base
   */
  async function settle(mine, current, base) {
    const chosen = await askWhichStands(mine, current, base);
    if (chosen === null) {
      return;
    }
    const theirs = { geometry: current.geometry, properties: editableOf(current) };
    const etag = `"v${current.properties.version}"`;
    draft = { ...mine, ...chosen, base: theirs, etag };
    form.show(draft, who());
    await showGeometry(draft.geometry);
    await save();
  }

  /** @param {import('./locations.js').Near[]} near */
  function nearNote(near) {
    return element(
      'div',
      { class: 'desk-say', role: 'alert' },
      element('p', {}, 'This may be on the map already:'),
      element(
        'ul',
        {},
        ...near
          .slice(0, 3)
          .map(({ id, location, distance_m: metres, event_date_edtf: date }) =>
            element(
              'li',
              {},
              element('bdi', {}, location),
              `, ${metres < 1000 ? `${Math.round(metres)} m` : `${(metres / 1000).toFixed(1)} km`} away${date === null ? '' : `, ${date}`} `,
              element(
                'button',
                { type: 'button', class: 'text-button', onclick: () => void addTo(id) },
                'Add to this one',
              ),
            ),
          ),
      ),
      element(
        'button',
        { type: 'button', class: 'button', onclick: () => void save(true) },
        'Keep both',
      ),
    );
  }

  /**
   * Puts what was typed into a location that is there, where that has nothing yet.
   *
   * @param {string} id
   */
  async function addTo(id) {
    const typed = draft;
    if (typed === null) {
      return;
    }
    try {
      const { feature, etag } = await locations.read(id);
      const base = { geometry: feature.geometry, properties: editableOf(feature) };
      const { location, source, notes = '' } = typed.properties;
      const had = String(base.properties.notes ?? '');
      const said = [had, notes || `${location} (${source})`].filter(Boolean).join('\n');
      drafts.drop(typed);
      show({
        key: `edit ${id}`,
        id,
        etag,
        base,
        geometry: base.geometry,
        properties: { ...typed.properties, ...base.properties, notes: said },
      });
      keep();
    } catch (error) {
      tell(error);
    }
  }

  /** @param {string} id */
  async function showOnMap(id) {
    page.store.set({ layers: new Set([...page.store.get().layers, 'locations']) });
    await page.load('locations');
    await page.open(id, opener instanceof HTMLElement && opener.isConnected ? opener : null);
  }

  function escape() {
    if (!drafting.stopDrawing()) {
      close();
    }
  }

  /** Nothing is lost: what is worth keeping stays as a draft. */
  function close() {
    keep();
    const kept = draft !== null && drafts.all().some(({ key }) => key === draft?.key);
    finish();
    if (kept) {
      page.notice.announce('Kept as a draft.');
    }
  }

  function discard() {
    if (draft !== null) {
      drafts.drop(draft);
    }
    finish();
  }

  function finish() {
    draft = null;
    form.hide();
    place.setText('');
    drafting.clear();
    page.map.refresh();
    drafts.tell();
    if (opener instanceof HTMLElement && opener.isConnected) {
      opener.focus();
    }
  }

  /** @param {unknown} error */
  function tell(error) {
    if (!(error instanceof Error)) {
      throw error;
    }
    form.note(element('p', { class: 'desk-say', role: 'alert' }, error.message));
    page.notice.announce(error.message);
  }
}

/** @param {Dateline.Draft} draft */
function isWorthKeeping({ geometry, properties }) {
  return geometry !== null || ['location', 'notes'].some((name) => properties[name] !== undefined);
}

/** @param {Dateline.Draft['properties']} properties */
function withSource(properties) {
  const { source, source_url: url } = sourceOf(String(properties.source ?? ''));
  return { ...properties, source, ...(url !== null && { source_url: url }) };
}
