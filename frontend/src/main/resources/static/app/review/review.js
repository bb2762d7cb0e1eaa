/**
 * Going through what the machine found, one name after the other. A decision is taken at once; the
 * server gets it meanwhile, and the page shows what it makes of it.
 */

import { anchorOf } from '../geo/anchor.js';
import { boundsOf } from '../geo/bounds.js';
import { need } from '../dom.js';
import { tellReportChange } from '../report-change.js';
import { fetchJson, RequestError } from '../request.js';
import { recall, remember } from '../shell/preferences.js';
import { loadStyleSheet } from '../style-sheet.js';
import {
  candidatesOf,
  choosing,
  confirmation,
  NOT_A_PLACE,
  NOT_PLACEABLE,
  ownPlace,
  patchWords,
  standingWords,
} from './choices.js';
import { createDecisions, positionOf, withWaiting } from './decisions.js';
import {
  isDone,
  itemsOf,
  meansOneThing,
  nextUnchecked,
  progressOf,
  shownOf,
  stepFrom,
  togetherWith,
} from './items.js';
import { createPanel } from './panel.js';

/** @typedef {Awaited<ReturnType<typeof createReview>>} Review */

/**
 * @param {import('../desk/desk.js').DeskPage} page
 * @param {import('../desk/session.js').Session} session
 * @param {(left: number) => void} onLeft how many places are not checked
 */
export async function createReview(page, session, onLeft) {
  const { data, store, map, notice } = page;
  const [pins] = await Promise.all([map.candidates(), loadStyleSheet('/app/style/review.css')]);
  const base = `/api/reports/${encodeURIComponent(data.report.id)}/mentions`;
  const layout = need('[data-layout]');
  const kept = /** @type {const} */ (`review.${data.report.id}`);
  let mentions = data.text.mentions;
  /** @type {string | null} the words that are decided on */
  let words = null;
  /** @type {boolean | null} what the reviewer chose; null for what is usual */
  let identical = null;
  let othersToo = false;
  /** @type {string} of the view that the map was moved to, so that it rests when it can */
  let viewed = '';
  let rendered = '';
  /** @type {Partial<Record<string, (() => void) | undefined>> | null} keys that wait outside */
  let outside = null;

  const panel = createPanel(
    () => data.text,
    {
      language: data.report.language,
      direction: page.article.dir || 'auto',
      title: (layer) => data.layers.find(({ id }) => id === layer)?.title ?? layer,
      bias: () => store.get().position,
    },
    {
      onConfirm: confirm,
      onCandidate: choose,
      onPlace: (id) => decide(choosing(id)),
      onOwnPlace: (place) => decide(ownPlace(place)),
      onPick: (onPick) => pins.pick(onPick),
      onNotAPlace: () => decide(NOT_A_PLACE),
      onNotPlaceable: () => decide(NOT_PLACEABLE),
      onSensitive: () => change({ sensitivity: 'limited' }),
      onChange: change,
      onIdentical: (on) => {
        identical = on;
      },
      onStep: step,
      onUndo: undo,
      onLeave: leave,
      onRetry: () => decisions.retry(),
      onKeepMine: () => void decisions.keepMine(),
      onDrop: () => decisions.drop(),
    },
  );
  const decisions = createDecisions({
    send,
    refused,
    read: async () => (await fetchJson(base)).mentions,
    recall: () => JSON.parse(recall(kept) ?? '[]'),
    remember: (queue) => remember(kept, JSON.stringify(queue)),
    onMentions(next) {
      mentions = next;
      // While decisions are on their way, the next answer says more.
      if (decisions.waiting().length === 0) {
        tellReportChange();
      }
      render();
    },
    onProgress(progress) {
      panel.tell(progress, conflictIn(progress));
      tellLeft();
    },
  });
  decisions.setMentions(mentions);
  decisions.start();
  window.addEventListener('online', () => decisions.retry());

  return {
    /** @param {string} [at] words to begin with */
    open(at) {
      if (outside === null) {
        enter();
      }
      words = at ?? nextUnchecked(places(), null) ?? nextUnchecked(items(), null);
      render();
      panel.focus();
    },

    leave,

    isOpen: () => outside !== null,

    /** The report was read anew: by another editor's decision, or a new run of the geoparser. */
    renew() {
      mentions = data.text.mentions;
      decisions.setMentions(mentions);
      tellLeft();
      if (outside !== null) {
        render();
      }
    },

    /**
     * A decision from elsewhere on the page.
     *
     * @param {Dateline.Mention} mention
     * @param {import('./choices.js').Patch} patch
     */
    decide(mention, patch) {
      decisions.decide(mention, patch, true);
    },

    undo,
  };

  function items() {
    return itemsOf(withWaiting(mentions, decisions.waiting()));
  }

  function places() {
    return items().filter(({ part }) => part === 'places');
  }

  function counts() {
    const all = items();
    return {
      places: progressOf(all.filter(({ part }) => part === 'places')),
      others: progressOf(all.filter(({ part }) => part === 'others')),
    };
  }

  function tellLeft() {
    const { places: progress } = counts();
    onLeft(progress.all - progress.checked);
  }

  function enter() {
    layout.classList.add('is-reviewing');
    need('[data-panel]').append(panel.node);
    store.set({ place: null, mention: null, hovered: [], current: [] });
    page.sheet.show('half');
    outside = { ...page.letters };
    Object.assign(page.letters, {
      j: () => step(1),
      k: () => step(-1),
      enter: confirm,
      n: () => decide(NOT_A_PLACE),
      x: () => decide(NOT_PLACEABLE),
      s: () => change({ sensitivity: 'limited' }),
      m: () => panel.openOwnPlace(),
      u: undo,
      0: undefined,
      ...Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => [String(number), () => choose(number)]),
      ),
    });
    document.addEventListener('keydown', onKey, true);
  }

  function leave() {
    if (outside === null) {
      return;
    }
    document.removeEventListener('keydown', onKey, true);
    for (const key of Object.keys(page.letters)) {
      delete page.letters[key];
    }
    Object.assign(page.letters, outside);
    outside = null;
    rendered = '';
    pins.stopPicking();
    pins.show([]);
    store.set({ stepped: null });
    layout.classList.remove('is-reviewing');
    panel.node.remove();
    need('#text').focus({ preventScroll: true });
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select');
    if (event.key === 'Escape') {
      event.stopPropagation();
      if (typing) {
        panel.focus();
      } else {
        leave();
      }
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey) && !typing) {
      event.preventDefault();
      undo();
    }
  }

  /** @returns {import('./panel.js').Shown | null} */
  function current() {
    const item = items().find((one) => one.words === words);
    if (item === undefined) {
      return null;
    }
    const mention = shownOf(item);
    const feature = mention.feature_id === null ? undefined : data.features.get(mention.feature_id);
    return {
      item,
      mention,
      feature,
      candidates: candidatesOf(mention),
      together: togetherWith(item).length,
      identical: identical ?? meansOneThing(item),
    };
  }

  function render() {
    if (outside === null) {
      return;
    }
    panel.count(counts());
    const shown = current();
    // What is typed and opened in the panel stays when nothing about the mention has changed.
    const look = shown === null ? 'done' : lookOf(shown);
    if (look === rendered && shown !== null) {
      return;
    }
    rendered = look;
    if (shown === null) {
      panel.showDone(counts(), goOn);
      showOnMap([]);
      store.set({ stepped: null });
      return;
    }
    panel.show(shown);
    store.set({ stepped: shown.feature?.id ?? null });
    showOnMap(candidatesOnMap(shown));
    if (!panel.node.contains(document.activeElement)) {
      panel.focus();
    }
  }

  /** @param {import('./panel.js').Shown} shown */
  function candidatesOnMap({ mention, feature, candidates }) {
    const own =
      feature === undefined
        ? []
        : [
            {
              sign: '✓',
              name: mention.name ?? mention.text,
              at: anchorOf(feature),
              chosen: true,
              onChoose: confirm,
            },
          ];
    return [
      ...own,
      ...candidates.map(({ number, name, lon, lat }) => ({
        sign: String(number),
        name,
        at: /** @type {Dateline.LonLat} */ ([lon, lat]),
        chosen: false,
        onChoose: () => choose(number),
      })),
    ];
  }

  /** @param {import('../map/candidates.js').Candidate[]} candidates */
  function showOnMap(candidates) {
    pins.show(candidates);
    const [west, south, east, north] = data.report.view?.bbox ?? [];
    const frame =
      west === undefined
        ? []
        : [
            /** @type {Dateline.LonLat} */ ([west, south]),
            /** @type {Dateline.LonLat} */ ([east, north]),
          ];
    const bbox = boundsOf(
      [...frame, ...candidates.map(({ at }) => at)].map((coordinates) => ({
        type: 'Point',
        coordinates,
      })),
    );
    if (bbox !== null && viewed !== String(bbox)) {
      viewed = String(bbox);
      map.fit(bbox, { animate: false });
    }
  }

  function confirm() {
    const shown = current();
    if (shown === null) {
      goOn();
    } else if (isDone(shown.item)) {
      goTo(next());
    } else {
      decide(confirmation(shown.mention));
    }
  }

  /** @param {number} number */
  function choose(number) {
    const chosen = current()?.candidates.find((candidate) => candidate.number === number);
    if (chosen !== undefined) {
      decide(choosing(chosen.id));
    }
  }

  /**
   * Decides, and goes on.
   *
   * @param {import('./choices.js').Patch} patch
   */
  function decide(patch) {
    const shown = current();
    if (shown === null) {
      return;
    }
    decisions.decide(shown.mention, patch, shown.identical);
    notice.announce(`${shown.mention.text}: ${patchWords(patch, shown.mention)}`);
    pins.stopPicking();
    const rest = items().find((item) => item.words === words);
    goTo(rest !== undefined && !isDone(rest) ? words : next());
  }

  /**
   * Changes what the words mean without going on: they are still to be confirmed.
   *
   * @param {import('./choices.js').Patch} patch
   */
  function change(patch) {
    const shown = current();
    if (shown !== null) {
      decisions.decide(shown.mention, patch, shown.identical);
      notice.toast(`${shown.mention.text}: ${patchWords(patch, shown.mention)}`);
      panel.focus();
    }
  }

  function next() {
    const all = items();
    const isOther = all.find((item) => item.words === words)?.part === 'others';
    return nextUnchecked(othersToo || isOther ? all : places(), words);
  }

  function goOn() {
    othersToo = true;
    const left = nextUnchecked(items(), words);
    if (left === null) {
      leave();
    } else {
      goTo(left);
    }
  }

  /** @param {number} by */
  function step(by) {
    goTo(stepFrom(items(), words, by));
  }

  /** @param {string | null} to */
  function goTo(to) {
    words = to;
    identical = null;
    panel.focus();
    render();
  }

  function undo() {
    const undone = decisions.undo();
    if (undone === null) {
      notice.toast('There is nothing to undo.');
      return;
    }
    notice.toast(`Undone: ${undone}`);
    if (outside !== null) {
      goTo(undone);
    }
  }

  /** @param {import('./decisions.js').Decision} decision */
  async function send({ position, words: text, patch, back, identical: all, version }) {
    const url = `${base}/${position}`;
    const ifMatch = `"v${version}"`;
    const { body } =
      patch === null
        ? await session.write('POST', `${url}/undo?version=${back}`, { ifMatch })
        : await session.write('PATCH', url, {
            ifMatch,
            body: { ...patch, text, apply_to: all ? 'identical' : 'this' },
          });
    return body.mentions;
  }

  /** @param {import('./decisions.js').Progress} progress */
  function conflictIn({ trouble }) {
    if (trouble?.refused.kind !== 'changed') {
      return null;
    }
    const { decision } = trouble;
    const theirs = mentions.find((mention) => positionOf(mention) === decision.position);
    return theirs === undefined
      ? null
      : {
          theirs: standingWords(theirs),
          mine: decision.patch === null ? 'undo it' : patchWords(decision.patch, theirs),
        };
  }
}

/**
 * @param {unknown} error
 * @returns {import('./decisions.js').Refused | null}
 */
function refused(error) {
  if (!(error instanceof RequestError)) {
    return null;
  }
  const { status, message } = error;
  if (status === 412) {
    return { kind: 'changed', words: message };
  }
  const later = status === 0 || status === 401 || status === 429 || status >= 500;
  return { kind: later ? 'later' : 'never', words: message };
}

/**
 * Tells one state of the panel from another.
 *
 * @param {import('./panel.js').Shown} shown
 */
function lookOf({ mention, feature, together, identical }) {
  return JSON.stringify([mention, feature?.properties, together, identical]);
}
