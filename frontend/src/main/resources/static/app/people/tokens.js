/** One's own tokens for scripts: make, list, revoke. */

import { element } from '../dom.js';
import { fetchJson } from '../request.js';
import { askingButton, dayWords, openFrame, secretOnce, trying } from './frame.js';

const ADDRESS = '/api/tokens';

/**
 * @typedef {object} Token
 * @property {string} id
 * @property {string} name
 * @property {Dateline.Role} role
 * @property {string} created_at
 * @property {string} expires_at
 * @property {string | null} used_at
 * @property {string | null} revoked_at
 */

void openFrame('contributor', async (content, session) => {
  await show(null);

  /** @param {Node | null} news a token that is shown this once */
  async function show(news) {
    /** @type {{tokens: Token[]}} */
    const { tokens } = await fetchJson(ADDRESS);
    content.replaceChildren(
      element(
        'p',
        {},
        'A token lets a script write in your name: send it as ',
        element('code', {}, 'Authorization: Bearer TOKEN'),
        '.',
      ),
      making(),
      ...(news === null ? [] : [news]),
      tokens.length === 0
        ? element('p', {}, 'You have no tokens.')
        : element('ul', { class: 'people-list' }, ...tokens.map(row)),
    );
  }

  function making() {
    const name = element('input', {
      type: 'text',
      required: true,
      maxlength: 100,
      autocomplete: 'off',
      'aria-label': 'What it is for',
      placeholder: 'What it is for',
    });
    const role = element(
      'select',
      { 'aria-label': 'Role' },
      ...session.me().roles.map((one) => element('option', { value: one }, one)),
    );
    const days = element('input', {
      type: 'number',
      min: 1,
      placeholder: 'days',
      'aria-label': 'Days until it ends',
    });
    return element(
      'form',
      {
        class: 'people-form people-row',
        onsubmit(/** @type {Event} */ event) {
          event.preventDefault();
          void trying(content, async () => {
            const { body } = await session.write('POST', ADDRESS, {
              body: {
                name: name.value,
                role: role.value,
                ...(days.value === '' ? {} : { expires_in_days: Number(days.value) }),
              },
            });
            await show(secretOnce(`Token “${body.name}”.`, body.token));
          });
        },
      },
      name,
      role,
      days,
      element('button', { type: 'submit', class: 'button button--primary' }, 'Make a token'),
    );
  }

  /** @param {Token} token */
  function row({ id, name, role, expires_at: until, used_at: used, revoked_at: revoked }) {
    return element(
      'li',
      { class: revoked === null ? 'people-row' : 'people-row is-revoked' },
      element(
        'div',
        {},
        element('bdi', { class: 'people-name' }, name),
        element(
          'p',
          {},
          revoked === null
            ? `${role} · until ${dayWords(until, '')} · last used: ${dayWords(used, 'never')}`
            : `revoked ${dayWords(revoked, '')}`,
        ),
      ),
      revoked === null &&
        askingButton('Revoke', `Revoke “${name}”?`, () =>
          trying(content, async () => {
            await session.write('DELETE', `${ADDRESS}/${id}`);
            await show(null);
          }),
        ),
    );
  }
});
