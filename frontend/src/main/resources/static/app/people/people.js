/** The people who may sign in: invite, change the role, end the access. For admins. */

import { element } from '../dom.js';
import { fetchJson } from '../request.js';
import { askingButton, dayWords, openFrame, secretOnce, trying } from './frame.js';

const ADDRESS = '/api/users';
const ROLES = ['contributor', 'editor', 'admin'];
const MAY = {
  contributor: 'adds locations and changes their own',
  editor: 'checks places and changes everything on the map',
  admin: 'lets people in as well',
};

/**
 * @typedef {object} User
 * @property {string} id
 * @property {string} name
 * @property {Dateline.Role} role
 * @property {string} created_at
 * @property {string | null} signed_in_at
 * @property {string | null} revoked_at
 */

void openFrame('admin', async (content, session) => {
  await show(null);

  /** @param {Node | null} news a link that is shown this once */
  async function show(news) {
    /** @type {{users: User[]}} */
    const { users } = await fetchJson(ADDRESS);
    content.replaceChildren(
      invitation(),
      ...(news === null ? [] : [news]),
      element('ul', { class: 'people-list' }, ...users.map(row)),
    );
  }

  function invitation() {
    const name = element('input', {
      type: 'text',
      required: true,
      maxlength: 100,
      autocomplete: 'off',
      'aria-label': 'Public name',
      placeholder: 'Public name, seen by readers',
    });
    const role = roleMenu('contributor', () => undefined);
    return element(
      'form',
      {
        class: 'people-form people-row',
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          void trying(content, async () => {
            const { body } = await session.write('POST', ADDRESS, {
              body: { name: name.value, role: role.value },
            });
            await show(link(body));
          });
        },
      },
      name,
      role,
      element('button', { type: 'submit', class: 'button button--primary' }, 'Invite'),
    );
  }

  /** @param {{user: User, sign_in_link: string, expires_at: string}} invited */
  function link({ user, sign_in_link: address, expires_at: until }) {
    return secretOnce(
      `Sign-in link for ${user.name}, good once, until ${until.slice(0, 10)}.`,
      address,
    );
  }

  /** @param {User} user */
  function row(user) {
    const { id, name, revoked_at: revoked } = user;
    const facts = element(
      'div',
      {},
      element('bdi', { class: 'people-name' }, name),
      element(
        'p',
        {},
        revoked === null
          ? `${MAY[user.role]} · last signed in: ${dayWords(user.signed_in_at, 'never')}`
          : `access ended ${dayWords(revoked, '')}; what they did stays under their name`,
      ),
    );
    if (revoked !== null) {
      return element('li', { class: 'people-row is-revoked' }, facts);
    }
    return element(
      'li',
      { class: 'people-row' },
      facts,
      roleMenu(user.role, (role) =>
        change(async () => {
          await session.write('PATCH', `${ADDRESS}/${id}`, { body: { role } });
          return null;
        }),
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () =>
            change(async () => {
              const { body } = await session.write('POST', `${ADDRESS}/${id}/sign-in-link`);
              return link(body);
            }),
        },
        'New link',
      ),
      element(
        'button',
        {
          type: 'button',
          class: 'button',
          onclick: () =>
            change(async () => {
              await session.write('POST', `${ADDRESS}/${id}/sign-out`);
              return element('p', { role: 'status' }, `${name} is signed out at every browser.`);
            }),
        },
        'Sign out',
      ),
      askingButton('End access', `End ${name}’s access?`, () =>
        change(async () => {
          await session.write('DELETE', `${ADDRESS}/${id}`);
          return null;
        }),
      ),
    );
  }

  /** @param {() => Promise<Node | null>} act */
  function change(act) {
    void trying(content, async () => {
      try {
        await show(await act());
      } catch (error) {
        await show(null);
        throw error;
      }
    });
  }

  /**
   * @param {Dateline.Role} role
   * @param {(role: string) => void} onChoose
   */
  function roleMenu(role, onChoose) {
    const menu = element(
      'select',
      { 'aria-label': 'Role', onchange: () => onChoose(menu.value) },
      ...ROLES.map((one) => element('option', { value: one, selected: one === role }, one)),
    );
    return menu;
  }
});
