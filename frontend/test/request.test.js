import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { fetchJson, RequestError } from '../src/main/resources/static/app/request.js';

describe('a request', () => {
  /** @type {import('node:http').Server} */
  let server;
  let base = '';

  before(async () => {
    server = createServer((request, response) => {
      if (request.url === '/ok') {
        response.setHeader('Content-Type', 'application/json');
        response.end('{"a":1}');
      } else if (request.url === '/broken') {
        response.end('{');
      } else if (request.url === '/slow') {
        // Never answers.
      } else {
        response.writeHead(404, { 'Content-Type': 'application/problem+json' });
        response.end('{"title":"Not found","detail":"No report “x”.","status":404}');
      }
    });
    await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    base = `http://127.0.0.1:${port}`;
  });
  after(() => server.closeAllConnections());
  after(() => server.close());

  it('answers with the parsed body', async () => {
    assert.deepEqual(await fetchJson(`${base}/ok`), { a: 1 });
  });

  it('fails with the words of the problem', async () => {
    await assert.rejects(fetchJson(`${base}/missing`), (error) => {
      assert.ok(error instanceof RequestError);
      assert.equal(error.message, 'No report “x”.');
      assert.equal(error.status, 404);
      return true;
    });
  });

  it('fails in words when the body is not JSON', async () => {
    await assert.rejects(fetchJson(`${base}/broken`), /could not be read/);
  });

  it('fails in words when nobody answers', async () => {
    await assert.rejects(fetchJson('http://127.0.0.1:1/'), (error) => {
      assert.ok(error instanceof RequestError);
      assert.equal(error.status, 0);
      return true;
    });
  });

  it('passes an abort on', async () => {
    const abort = new AbortController();
    const request = fetchJson(`${base}/slow`, { signal: abort.signal });
    abort.abort();
    await assert.rejects(request, { name: 'AbortError' });
  });
});
