/** The way to the import of files: dropped anywhere, or chosen in the account's menu. */

import { element, need } from '../dom.js';
import { listenToDrops } from '../import/drop.js';

/**
 * @param {import('./desk.js').DeskPage} page
 * @param {import('./session.js').Session} session
 */
export function createImportDoor(page, session) {
  /** @type {ReturnType<typeof import('../import/import.js').createImport> | null} */
  let importing = null;
  session.onChange(show);
  show();
  listenToDrops((file) => {
    if (session.can('contributor')) {
      void enter(file);
    } else {
      page.notice.toast('Sign in to import a file.');
    }
  });

  function show() {
    if (session.can('contributor')) {
      need('[data-desk-slot="account"]').prepend(
        element(
          'li',
          {},
          element('button', { type: 'button', onclick: () => void enter() }, 'Import a file'),
        ),
        element('li', {}, element('a', { href: '/desk/tokens' }, 'Tokens for scripts')),
        session.can('admin')
          ? element('li', {}, element('a', { href: '/desk/people' }, 'People'))
          : '',
      );
    }
  }

  /** @param {File} [file] */
  async function enter(file) {
    document.querySelector('details.account')?.removeAttribute('open');
    importing ??= import('../import/import.js').then(({ createImport }) =>
      createImport(page, session),
    );
    try {
      (await importing).open(file);
      page.strip.clear('import');
    } catch (error) {
      importing = null;
      page.strip.show('import', 'The import could not be loaded.', () => void enter(file));
      console.warn(error);
    }
  }
}
