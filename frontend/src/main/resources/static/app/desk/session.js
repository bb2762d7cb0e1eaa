/**
 * Who works here: asks the server once and again when something speaks for a change, and sends
 * writes in that person's name. Whoever writes learns in words why it could not be.
 */

import { request, RequestError } from '../request.js';

/** @type {Dateline.Me} */
const NOBODY = {
  signed_in: false,
  name: null,
  role: null,
  roles: [],
  means: null,
  expires_at: null,
  csrf: null,
};

/** @typedef {ReturnType<typeof createSession>} Session */

/**
 * @typedef {object} Write
 * @property {any} [body] sent as JSON
 * @property {FormData | Blob} [file] sent as it is, in the body's place
 * @property {string} [type] media type of the body; of JSON without one
 * @property {string} [ifMatch] the ETag of the version that is changed
 */

/**
 * @param {typeof request} [send]
 */
export function createSession(send = request) {
  let me = NOBODY;
  /** @type {((me: Dateline.Me, before: Dateline.Me) => void)[]} */
  const listeners = [];

  return {
    /** @returns {Dateline.Me} as the server last said */
    me: () => me,

    /** @param {Dateline.Role} role whether whoever is signed in has it, or a greater one */
    can: (role) => me.roles.includes(role),

    /** @param {(me: Dateline.Me, before: Dateline.Me) => void} listener after each change of person or role */
    onChange: (listener) => void listeners.push(listener),

    refresh,
    write,
  };

  /**
   * Asks who is signed in.
   *
   * @returns {Promise<Dateline.Me>} as last known when the server does not answer
   */
  async function refresh() {
    try {
      tell((await send('/api/me')).body);
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
    }
    return me;
  }

  /**
   * @param {'POST' | 'PUT' | 'PATCH' | 'DELETE'} method
   * @param {string} url
   * @param {Write} [what]
   * @returns {Promise<import('../request.js').Answer>}
   * @throws {RequestError} with a sentence that says what to do: 401 when nobody is signed in any
   *     more, 0 when the server cannot be reached
   */
  async function write(method, url, what = {}) {
    try {
      return await attempt(method, url, what);
    } catch (error) {
      if (!(error instanceof RequestError)) {
        throw error;
      }
      const wasSignedIn = me.signed_in;
      if (isStaleToken(error) && (await refresh()).csrf !== null) {
        return attempt(method, url, what);
      }
      if (error.status === 401) {
        tell(NOBODY);
        throw new RequestError(
          wasSignedIn
            ? 'Your session has ended. Sign in again; what you typed is kept.'
            : 'Sign in to save. What you typed is kept in this browser.',
          error,
        );
      }
      throw error;
    }
  }

  /**
   * @param {string} method
   * @param {string} url
   * @param {Write} what
   */
  function attempt(method, url, { body, file, type, ifMatch }) {
    /** @type {Record<string, string>} */
    const headers = {};
    if (me.csrf !== null) {
      headers['X-CSRF-Token'] = me.csrf;
    }
    if (ifMatch !== undefined) {
      headers['If-Match'] = ifMatch;
    }
    const mediaType = type ?? (body === undefined ? undefined : 'application/json');
    if (mediaType !== undefined) {
      headers['Content-Type'] = mediaType;
    }
    return send(url, {
      method,
      headers,
      body: file ?? (body === undefined ? undefined : JSON.stringify(body)),
    });
  }

  /** @param {Dateline.Me} next */
  function tell(next) {
    const before = me;
    me = next;
    if (before.name !== next.name || before.role !== next.role) {
      listeners.forEach((listener) => listener(next, before));
    }
  }
}

/**
 * The token belongs to the session's cookie: after signing in anew, in another tab perhaps, the one
 * that this page has is not accepted any more.
 *
 * @param {RequestError} error
 */
function isStaleToken({ status, problem }) {
  return status === 403 && problem?.type?.endsWith('other-site') === true;
}

/** @returns {string} where to sign in, and come back to what is shown now */
export function signInAddress() {
  return `/sign-in?next=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}
