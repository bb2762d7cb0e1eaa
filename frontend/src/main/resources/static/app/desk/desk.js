/** The desk: where people add locations and check the machine's. Loaded only for those who do. */

import { createHeader } from './header.js';
import { createImportDoor } from './import-door.js';
import { createReviewDoor } from './review-door.js';
import { loadStyleSheet } from '../style-sheet.js';

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
 * @property {(id: string, from: HTMLElement | null) => Promise<void>} open opens a feature's card
 * @property {() => void} close closes the card, and gives the focus back
 * @property {(layer: Dateline.LayerId) => Promise<void>} load a layer's features
 * @property {CardActions[]} cardActions the desk adds its own
 * @property {() => void} showCard shows the open card anew
 *
 * @typedef {(subject: {feature?: Dateline.Feature, mention?: Dateline.Mention}) => Node[]} CardActions
 *     what can be done with what a card shows
 */

/**
 * @param {DeskPage} page
 * @param {import('./session.js').Session} session
 */
export async function createDesk(page, session) {
  await loadStyleSheet('/app/style/desk.css');
  createHeader(session, page.notice);
  createReviewDoor(page, session);
  createImportDoor(page, session);
  // Someone who signs in does so in this tab or in another one.
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) {
      void session.refresh();
    }
  });
  return {
    /** @param {{mention?: string}} from the name in the text that the location is for */
    add(from) {
      page.notice.announce(from.mention ?? '');
    },
  };
}
