/**
 * The door to the desk. Readers stay outside: what lies behind it is loaded for whoever is signed
 * in, has left a draft, or wants to add a location.
 */

import { hasDraft } from './draft-store.js';
import { createSession } from './session.js';

/** @typedef {import('./desk.js').DeskPage} DeskPage */
/** @typedef {Awaited<ReturnType<typeof import('./desk.js').createDesk>>} Desk */

/** @param {DeskPage} page */
export function createDoor(page) {
  const session = createSession();
  /** @type {Promise<Desk> | null} */
  let desk = null;

  void session.refresh().then((me) => {
    if (me.signed_in || hasDraft(page.data.report.id)) {
      void enter();
    }
  });

  return {
    /** @param {(desk: Desk) => void} [act] what to do behind the door */
    enter,
  };

  /** @param {(desk: Desk) => void} [act] */
  async function enter(act) {
    desk ??= import('./desk.js').then(({ createDesk }) => createDesk(page, session));
    try {
      const opened = await desk;
      page.strip.clear('desk');
      act?.(opened);
    } catch (error) {
      desk = null;
      page.strip.show('desk', 'The desk could not be loaded.', () => void enter(act));
      console.warn(error);
    }
  }
}
