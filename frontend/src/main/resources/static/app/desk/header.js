/** The desk's part of the header: who is signed in, and the way out. */

import { element, need } from '../dom.js';
import { signInAddress } from './session.js';

/**
 * @param {import('./session.js').Session} session
 * @param {{toast: (words: string) => void}} notice
 */
export function createHeader(session, { toast }) {
  const account = need('[data-desk-account]');
  show(session.me());
  session.onChange((me, before) => {
    show(me);
    if (me.signed_in) {
      toast(`You are signed in as ${me.name}.`);
    } else if (before.signed_in) {
      toast('You are signed out.');
    }
  });

  /** @param {Dateline.Me} me */
  function show(me) {
    const initial = [...(me.name ?? '')][0]?.toUpperCase() ?? '';
    account.replaceChildren(
      me.signed_in
        ? element(
            'details',
            { class: 'menu account' },
            element(
              'summary',
              { 'aria-label': `Account of ${me.name}` },
              element('span', { class: 'account-initial', 'aria-hidden': 'true' }, initial),
              element('bdi', { class: 'account-name', 'aria-hidden': 'true' }, me.name),
            ),
            element(
              'div',
              { class: 'menu-sheet menu-sheet--end' },
              element(
                'p',
                { class: 'account-who' },
                element('bdi', {}, me.name),
                element('span', {}, me.role),
              ),
              element(
                'ul',
                { 'data-desk-slot': 'account' },
                element(
                  'li',
                  {},
                  element('button', { type: 'button', onclick: signOut }, 'Sign out'),
                ),
              ),
            ),
          )
        : element('a', { class: 'button sign-in', href: signInAddress() }, 'Sign in'),
    );
  }

  async function signOut() {
    try {
      await session.write('POST', '/api/sign-out');
    } catch (error) {
      toast(/** @type {Error} */ (error).message);
    }
    await session.refresh();
  }
}

/**
 * Puts a button of the desk into the header.
 *
 * @param {'review' | 'import'} name where
 * @param {Node | null} content null takes away what is there
 */
export function fillHeaderSlot(name, content) {
  need(`[data-desk-slot="${name}"]`).replaceChildren(...(content === null ? [] : [content]));
}
