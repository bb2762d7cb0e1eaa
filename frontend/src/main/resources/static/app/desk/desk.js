/** The desk: where people add locations and check the machine's. Loaded only for those who do. */

import { createAdding } from './adding.js';
import { cardTools } from './card-tools.js';
import { createCommands } from './commands.js';
import { createDrafts } from './drafts.js';
import { createHeader } from './header.js';
import { createImportDoor } from './import-door.js';
import { createLocations } from './locations.js';
import { createReviewDoor } from './review-door.js';
import { listenToSelection } from './selection.js';
import { element } from '../dom.js';
import { RequestError } from '../request.js';
import { loadStyleSheet } from '../style-sheet.js';
import { counted } from '../words.js';

/**
 * What the page lends the desk.
 *
 * @typedef {object} DeskPage
 * @property {import('../report-data.js').ReportData} data
 * @property {import('../store.js').Store<Dateline.State>} store
 * @property {import('../map/map-view.js').MapView} map
 * @property {ReturnType<typeof import('../shell/notice.js').createNotice>} notice
 * @property {ReturnType<typeof import('../shell/strip.js').createStrip>} strip
 * @property {ReturnType<typeof import('../shell/sheet.js').createSheet>} sheet
 * @property {HTMLElement} article the report's text
 * @property {import('../shell/keyboard.js').KeyActions} letters keys that work everywhere; the desk
 *     adds its own
 * @property {(() => boolean)[]} escapes what Esc closes first: each says whether it closed something
 * @property {(id: string, from: HTMLElement | null) => Promise<void>} open opens a feature's card
 * @property {() => void} close closes the card, and gives the focus back
 * @property {(layer: Dateline.LayerId) => Promise<void>} load a layer's features
 * @property {CardActions[]} cardActions the desk adds its own
 * @property {() => void} showCard shows the open card anew
 * @property {() => Promise<void>} refresh shows the report as the server has it now
 *
 * @typedef {(subject: {feature?: Dateline.Feature, mention?: Dateline.Mention}) => Node[]} CardActions
 *     what can be done with what a card shows
 */

/**
 * What a location is begun with: a name that is not on the map, words of the text, or a spot.
 *
 * @typedef {import('./adding.js').From & {mention?: string}} AddFrom
 */

/**
 * @param {DeskPage} page
 * @param {import('./session.js').Session} session
 */
export async function createDesk(page, session) {
  const [drafting] = await Promise.all([
    page.map.drafting(),
    loadStyleSheet('/app/style/desk.css'),
  ]);
  const { notice, strip, data } = page;
  createHeader(session, notice);
  createReviewDoor(page, session);
  createImportDoor(page, session);
  const locations = createLocations(session);
  const commands = createCommands(locations);
  const drafts = createDrafts(data.report.id, tellDrafts);
  const adding = createAdding(page, session, {
    drafts,
    locations,
    commands,
    drafting,
    onDone: (done) => notice.toast(done, { words: 'Undo', act: undo }),
  });

  page.escapes.push(() => {
    const open = adding.isOpen();
    if (open) {
      adding.escape();
    }
    return open;
  });
  page.cardActions.push(({ feature, mention }) => {
    if (mention !== undefined) {
      return [addButton(mention.id)];
    }
    return feature === undefined
      ? []
      : cardTools(feature, session, {
          onEdit: () => void adding.edit(feature.id),
          onDelete: () => void remove(feature),
          history: () => locations.history(feature.id),
        });
  });
  page.letters.a = () => add({ mention: mentionInHand() });
  page.letters.u = undo;
  document.addEventListener('keydown', (event) => {
    const typing =
      event.target instanceof Element && event.target.matches('input, textarea, select');
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z' && !typing) {
      event.preventDefault();
      undo();
    }
  });
  listenToSelection(page.article, (selected) => {
    if (session.me().signed_in || adding.isOpen()) {
      adding.start(selected);
    }
  });
  // Someone who signs in does so in this tab or in another one.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      void session.refresh();
    }
  });
  window.addEventListener('online', () => void sendWaiting());
  session.onChange(() => {
    tellDrafts();
    page.showCard();
  });
  tellDrafts();
  page.showCard();
  return { add, undo };

  /** @param {AddFrom} from */
  function add({ mention: id, ...from }) {
    const mention = data.text.mentions.find((candidate) => candidate.id === id);
    if (mention === undefined) {
      adding.start(from);
    } else {
      const { start, end } = mention.sentence;
      adding.start({ words: mention.text, quote: data.text.text.slice(start, end) });
    }
  }

  /** @returns {string | undefined} the name in the text that has the focus or an open card */
  function mentionInHand() {
    const focused = document.activeElement;
    const named = focused instanceof HTMLElement ? focused.dataset.mention : undefined;
    return named ?? page.store.get().mention ?? undefined;
  }

  function undo() {
    void takeBack();
  }

  async function takeBack() {
    try {
      const undone = await commands.undo();
      if (undone === null) {
        notice.toast('There is nothing to undo.');
        return;
      }
      if (undone.gone) {
        page.close();
      }
      await page.refresh();
      if (!undone.gone) {
        await page.open(undone.id, null);
      }
      notice.toast(`Undone: ${undone.done}`);
    } catch (error) {
      notice.toast(inWords(error, 'Not undone.'));
    }
  }

  /** @param {Dateline.Feature} feature */
  async function remove({ id, properties }) {
    const etag = `"v${properties.version}"`;
    const needsReason = properties.status === 'verified';
    const why = needsReason ? (prompt('Why is it deleted? The history shows it.') ?? '') : '';
    if (needsReason && why.trim() === '') {
      return;
    }
    try {
      const answer = await locations.remove(id, etag, why);
      commands.push({
        done: `Deleted ${properties.location}.`,
        id,
        version: properties.version,
        etag: answer.etag ?? '*',
      });
      page.close();
      await page.refresh();
      notice.toast('Deleted.', { words: 'Undo', act: undo });
    } catch (error) {
      notice.toast(inWords(error, 'Not deleted.'));
    }
  }

  /** Says what is not on the server yet, and offers the next step. */
  function tellDrafts() {
    const others = drafts.all().filter(({ key }) => key !== adding?.openDraft());
    const waiting = others.filter(({ waits }) => waits === true);
    const [first] = others;
    if (first === undefined) {
      strip.clear('drafts');
    } else if (waiting.length > 0) {
      strip.show(
        'drafts',
        `${counted(waiting.length, 'change')} ${waiting.length === 1 ? 'waits' : 'wait'} for the server.`,
        () => void sendWaiting(),
      );
    } else {
      const words = `${counted(others.length, 'draft')}, not yet saved on the server.`;
      strip.show('drafts', words, () => adding.resume(first), 'Open');
    }
  }

  async function sendWaiting() {
    for (const waiting of drafts.all().filter(({ waits }) => waits === true)) {
      try {
        await adding.send(waiting);
      } catch (error) {
        if (error instanceof RequestError && error.status !== 0) {
          // Only its own form can say what is to be done.
          drafts.put({ ...waiting, waits: false });
        }
        notice.toast(inWords(error, 'Not saved yet.'));
        break;
      }
    }
    tellDrafts();
    await page.refresh();
  }
}

/**
 * @param {unknown} error
 * @param {string} words
 */
function inWords(error, words) {
  if (!(error instanceof RequestError)) {
    throw error;
  }
  return `${words} ${error.message}`;
}

/** @param {string} mention */
function addButton(mention) {
  const attributes = { type: 'button', class: 'button', 'data-desk-add': mention };
  return element('button', attributes, 'Add location');
}
