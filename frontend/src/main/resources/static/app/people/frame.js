/** What the newsroom's pages share: who is signed in, secrets shown once, and faults told. */

import { element, need } from '../dom.js';
import { createSession, signInAddress } from '../desk/session.js';

/** @typedef {import('../desk/session.js').Session} Session */

/**
 * Shows a page to those who may see it; tells the others what to do.
 *
 * @param {Dateline.Role} role that it needs
 * @param {(content: HTMLElement, session: Session) => Promise<void>} show
 */
export async function openFrame(role, show) {
  const content = need('[data-content]');
  const session = createSession();
  const me = await session.refresh();
  if (!session.can(role)) {
    content.replaceChildren(
      me.signed_in
        ? element(
            'p',
            {},
            `This page is for ${role}s. You are signed in as ${me.name}, ${me.role}.`,
          )
        : element('p', {}, element('a', { class: 'button', href: signInAddress() }, 'Sign in')),
    );
    return;
  }
  await trying(content, () => show(content, session));
}

/**
 * Does something and says in words why it could not be.
 *
 * @param {HTMLElement} content
 * @param {() => Promise<void>} act
 */
export async function trying(content, act) {
  content.querySelector('.people-fault')?.remove();
  try {
    await act();
  } catch (error) {
    const { message, problem } =
      /** @type {import('../request.js').RequestError & {problem?: {hint?: string}}} */ (error);
    content.prepend(
      element(
        'p',
        { class: 'people-fault', role: 'alert' },
        [message, problem?.hint].filter(Boolean).join(' '),
      ),
    );
  }
}

/**
 * A secret that is shown this once.
 *
 * @param {string} words what it is, and for whom
 * @param {string} secret
 */
export function secretOnce(words, secret) {
  const field = element('input', {
    type: 'text',
    readonly: true,
    value: secret,
    'aria-label': words,
    onfocus: () => field.select(),
  });
  const copied = element('span', { role: 'status' });
  return element(
    'div',
    { class: 'people-secret', 'data-secret': true },
    element('p', {}, element('strong', {}, words), ' It is shown only now.'),
    element(
      'div',
      { class: 'people-row' },
      field,
      element(
        'button',
        {
          type: 'button',
          class: 'button button--primary',
          async onclick() {
            try {
              await navigator.clipboard.writeText(secret);
              copied.textContent = 'Copied.';
            } catch {
              field.select();
              copied.textContent = 'Press Ctrl+C to copy.';
            }
          },
        },
        'Copy',
      ),
      copied,
    ),
  );
}

/**
 * Asks before what cannot be taken back: the button first becomes the question.
 *
 * @param {string} words
 * @param {string} question
 * @param {() => void} act
 */
export function askingButton(words, question, act) {
  const button = element('button', { type: 'button', class: 'button', onclick }, words);
  let asked = false;
  return button;

  function onclick() {
    if (asked) {
      act();
      return;
    }
    asked = true;
    button.textContent = question;
    button.classList.add('is-asking');
    button.addEventListener(
      'blur',
      () => {
        asked = false;
        button.textContent = words;
        button.classList.remove('is-asking');
      },
      { once: true },
    );
  }
}

/**
 * @param {string | null} instant ISO 8601
 * @param {string} never what to say without one
 */
export function dayWords(instant, never) {
  return instant === null ? never : instant.slice(0, 10);
}
