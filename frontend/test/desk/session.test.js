import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, beforeEach, describe, it } from 'node:test';
import { createSession } from '../../src/main/resources/static/app/desk/session.js';
import { request } from '../../src/main/resources/static/app/request.js';

describe('a session', () => {
  /** @type {import('node:http').Server} */
  let server;
  /** What the server takes for the token of the session's cookie; null when nobody is signed in. */
  let token = /** @type {string | null} */ ('first');
  /** @type {import('node:http').IncomingHttpHeaders[]} */
  let writes = [];
  /** @type {ReturnType<typeof createSession>} */
  let session;

  before(async () => {
    server = createServer((asked, response) => {
      const answer = (/** @type {number} */ status, /** @type {object} */ body) => {
        const type = status < 400 ? 'application/json' : 'application/problem+json';
        response.writeHead(status, { 'Content-Type': type, ETag: '"v2"' });
        response.end(JSON.stringify(body));
      };
      if (asked.url === '/api/me') {
        answer(
          200,
          token === null
            ? { signed_in: false, name: null, role: null, roles: [], csrf: null }
            : {
                signed_in: true,
                name: 'Ann',
                role: 'editor',
                roles: ['contributor', 'editor'],
                csrf: token,
              },
        );
        return;
      }
      writes.push(asked.headers);
      if (token === null) {
        answer(401, { type: '/api/docs#unauthenticated', detail: 'The request says nothing.' });
      } else if (asked.headers['x-csrf-token'] !== token) {
        answer(403, { type: '/api/docs#other-site', detail: 'Another site?' });
      } else {
        answer(200, { kept: true });
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  });
  after(() => server.close());
  after(() => server.closeAllConnections());

  beforeEach(async () => {
    token = 'first';
    writes = [];
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    session = createSession((url, options) => request(`http://127.0.0.1:${port}${url}`, options));
    await session.refresh();
  });

  it('knows who is signed in and what that role includes', () => {
    assert.equal(session.me().name, 'Ann');
    assert.deepEqual(
      /** @type {Dateline.Role[]} */ (['contributor', 'editor', 'admin']).map(session.can),
      [true, true, false],
    );
  });

  it('sends the token and the version, and answers with the next one', async () => {
    const answer = await session.write('PATCH', '/x', { body: { a: 1 }, ifMatch: '"v1"' });
    assert.deepEqual(answer, { status: 200, etag: '"v2"', body: { kept: true } });
    assert.equal(writes[0]['if-match'], '"v1"');
    assert.equal(writes[0]['content-type'], 'application/json');
  });

  it('learns the new token when the person has signed in anew meanwhile', async () => {
    token = 'second';
    assert.equal((await session.write('POST', '/x')).status, 200);
    assert.deepEqual(
      writes.map((headers) => headers['x-csrf-token']),
      ['first', 'second'],
    );
  });

  it('says that it has ended, and that what was typed is kept', async () => {
    /** @type {boolean[]} */
    const heard = [];
    session.onChange((me) => heard.push(me.signed_in));
    token = null;
    await assert.rejects(session.write('POST', '/x'), /session has ended.*kept/);
    assert.deepEqual(heard, [false]);
    assert.equal(session.me().signed_in, false);
  });
});
