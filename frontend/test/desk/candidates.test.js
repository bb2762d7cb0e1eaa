import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { findCandidates } from '../../src/main/resources/static/app/desk/candidates.js';

/** @param {[number, number]} coordinates @param {object} properties */
const spot = (coordinates, properties) => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates },
  properties: { type: 'coordinates', name: 'x', label: 'x', country: 'Mali', ...properties },
});

/** What a server answers, by what is typed. */
const ANSWERS = /** @type {Record<string, object>} */ ({
  '29PPP0828597442': {
    features: [spot([-8.002904, 12.639196], { location_resolution: 'Exact', did_you_mean: false })],
    note: null,
  },
  '112.5, -7.95': {
    features: [spot([112.5, -7.95], { location_resolution: 'Locality', did_you_mean: true })],
    note: '112.5, -7.95: latitude must be between -90 and 90.',
  },
  'JXQW+MR Bamako': {
    features: [spot([-8.0029, 12.6392], { near: 'Bamako, Mali', did_you_mean: false })],
    note: null,
  },
  'https://maps.app.goo.gl/x': { features: [], note: 'This is a short link.' },
  Zyx: { features: [], note: null },
});

describe('what typed words may mean', () => {
  const browserFetch = globalThis.fetch;
  const signal = new AbortController().signal;
  /** @type {import('node:http').Server} */
  let server;

  before(async () => {
    server = createServer((asked, response) => {
      const typed = new URL(asked.url ?? '', 'http://localhost').searchParams.get('q') ?? '';
      response.writeHead(200, { 'Content-Type': 'application/geo+json' });
      response.end(JSON.stringify(ANSWERS[typed]));
    });
    await new Promise((resolve) => server.listen(0, () => resolve(null)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    // Node has no page whose address paths belong to.
    globalThis.fetch = (path, options) => browserFetch(`http://localhost:${port}${path}`, options);
  });
  after(() => {
    globalThis.fetch = browserFetch;
    server.close();
  });

  it('is what the server reads, as precise as it is written', async () => {
    const { candidates, note } = await findCandidates('29PPP0828597442', null, signal);
    assert.equal(note, null);
    assert.equal(candidates[0].label, '12.6392, -8.0029');
    assert.deepEqual(candidates[0].at, [-8.002904, 12.639196]);
    assert.equal(candidates[0].resolution, 'Exact');
    assert.equal(candidates[0].country, 'Mali');
    assert.equal(candidates[0].question, null);
  });

  it('is asked back where it cannot be', async () => {
    const { candidates, note } = await findCandidates('112.5, -7.95', null, signal);
    assert.match(note ?? '', /latitude must be between/);
    assert.equal(candidates[0].question, 'Did you mean');
  });

  it('says near what a short plus code is, and why a link leads nowhere', async () => {
    const { candidates } = await findCandidates('JXQW+MR Bamako', null, signal);
    assert.equal(candidates[0].where, 'near Bamako, Mali');
    const link = await findCandidates('https://maps.app.goo.gl/x', null, signal);
    assert.deepEqual(link, { candidates: [], note: 'This is a short link.' });
    const name = await findCandidates('Zyx', null, signal);
    assert.equal(name.note, 'No place “Zyx” in the gazetteer.');
  });

  it('is read here without a server, as far as that goes', async () => {
    await new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
    const { candidates } = await findCandidates('12.53, -7.95', null, signal);
    assert.deepEqual(candidates[0].at, [-7.95, 12.53]);
    const wrong = await findCandidates('112.5, -7.95', null, signal);
    assert.match(wrong.note ?? '', /latitude must be between/);
    assert.deepEqual(wrong.candidates[0].at, [112.5, -7.95]);
    await assert.rejects(findCandidates('29PPP0828597442', null, signal), /cannot be reached/);
  });
});
