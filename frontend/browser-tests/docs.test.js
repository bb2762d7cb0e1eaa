/**
 * The page for developers, and its examples: each is run as a reader would copy it from the page. What
 * needs a program that is not there (GeoPandas, R, QGIS) is skipped, and says so.
 */

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { DESKTOP, PHONE, launchBrowser, openPage, startServer } from './harness.js';

/** What the snippets that write sign in with; the server ends with the tests. */
const TOKEN = randomBytes(24).toString('hex');

/** @type {{url: string, stop: () => Promise<void>}} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {Map<string, string>} */
const snippets = new Map();
const folder = mkdtempSync(join(tmpdir(), 'dateline-snippets-'));

before(async () => {
  server = await startServer({ token: TOKEN });
  browser = await launchBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${server.url}/api/docs`);
  for (const snippet of await page.locator('pre[data-snippet]').all()) {
    snippets.set(
      (await snippet.getAttribute('data-snippet')) ?? '',
      (await snippet.textContent()) ?? '',
    );
  }
  await context.close();
});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** @param {string} name */
function file(name) {
  const code = snippets.get(name);
  assert.ok(code, `the page shows ${name}`);
  assert.ok(code.includes(server.url), 'with the address of the server');
  const path = join(folder, name);
  writeFileSync(path, code);
  return path;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {string} what it printed
 */
function run(command, ...args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 120_000,
    env: { ...process.env, DATELINE_TOKEN: TOKEN, QT_QPA_PLATFORM: 'offscreen' },
  });
  assert.equal(status, 0, `${stdout}\n${stderr}`);
  return stdout;
}

/** @param {string[]} probe a command that works where the program is there */
const isThere = ([command, ...args]) => spawnSync(command, args).status === 0;

/** @param {string} path */
const json = async (path) => (await fetch(server.url + path)).json();

/** @param {string} collection */
const names = async (collection) =>
  (await json(`/api/collections/${collection}/items?limit=10000`)).features.map(
    (/** @type {Dateline.Feature} */ { properties }) => properties.location,
  );

describe('the examples, run as they are written', () => {
  it('curl', () => {
    const printed = run('sh', file('curl.sh'));
    assert.match(printed, /"reports":/);
    assert.match(printed, /"numberMatched":/);
    assert.match(printed, /Timbuktu/);
  });

  it('Leaflet, in eight lines', async () => {
    const html = snippets.get('leaflet.html') ?? '';
    assert.equal(html.trim().split('\n').length, 8);
    const page = file('leaflet.html');
    const host = createServer((_request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' });
      response.end(html);
    });
    await new Promise((resolve) => host.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (host.address());
    try {
      for (const address of [`http://127.0.0.1:${port}/`, `file://${page}`]) {
        const opened = await openPage(browser, DESKTOP, address, {
          others: [server.url],
          ready: (there) => there.locator('.leaflet-tooltip').first(),
        });
        const drawn = opened.page.locator('.leaflet-overlay-pane path, .leaflet-marker-icon');
        assert.ok((await drawn.count()) > 0);
        assert.deepEqual(opened.faults, []);
        await opened.close();
      }
    } finally {
      host.close();
    }
  });

  it('Python', async () => {
    const printed = run('python3', file('python.py'));
    const rows = printed.trim().split('\n');
    assert.deepEqual(
      rows.map((row) => row.split('\t')[0]),
      await names('places'),
    );
  });

  it('caching', () => assert.equal(run('sh', file('cache.sh')).trim(), '304'));

  it('editing', async () => {
    const printed = run('sh', file('edit.sh'));
    assert.match(printed, /"location":"Old market"/);
    assert.match(printed, /412\s*$/);
    assert.ok((await names('locations')).includes('Old market'));
  });

  for (const [
    program,
    snippet,
    probe,
    command,
  ] of /** @type {[string, string, string[], string][]} */ ([
    ['QGIS', 'qgis_layer.py', ['/usr/bin/python3', '-c', 'import qgis.core'], '/usr/bin/python3'],
    [
      'GeoPandas',
      'geopandas_areas.py',
      ['/usr/bin/python3', '-c', 'import geopandas'],
      '/usr/bin/python3',
    ],
    ['R with sf', 'sf.R', ['Rscript', '-e', 'library(sf)'], 'Rscript'],
  ])) {
    const absent = isThere(probe) ? false : `${program} is not installed: ${snippet} was not run`;
    it(program, { skip: absent }, async () => {
      const printed = run(command, file(snippet));
      const collection = snippet === 'geopandas_areas.py' ? 'areas' : 'places';
      for (const name of await names(collection)) {
        assert.ok(printed.includes(name), `${name} in ${printed}`);
      }
    });
  }
});

for (const viewport of [DESKTOP, PHONE]) {
  describe(`the page for developers at ${viewport.width} px`, () => {
    /** @param {(page: import('playwright-core').Page) => Promise<void>} test */
    async function onPage(test) {
      const { page, faults, close } = await openPage(browser, viewport, `${server.url}/api/docs`, {
        ready: (opened) => opened.getByRole('button', { name: /^Try it/ }).first(),
      });
      try {
        await test(page);
        return faults;
      } finally {
        await close();
      }
    }

    it('sends a request and shows status, headers and body', async () => {
      const faults = await onPage(async (page) => {
        await page.getByRole('button', { name: 'Try it: GET /api/reports', exact: true }).click();
        const answer = page.locator('.answer');
        await answer.filter({ hasText: 'etag:' }).waitFor();
        const text = await answer.innerText();
        assert.match(text, /^200/);
        assert.match(text, /content-type: application\/json/);
        assert.match(text, /"headline":/);
      });
      assert.deepEqual(faults, []);
    });

    it('shows a problem as readily', async () => {
      await onPage(async (page) => {
        await page.getByRole('button', { name: /limit=many/ }).click();
        const answer = page.locator('.answer').filter({ hasText: '"detail":' });
        await answer.waitFor();
        assert.match(await answer.innerText(), /^400[\s\S]*problem\+json/);
      });
    });

    it('geoparses a text of the reader, which stays text', async () => {
      const faults = await onPage(async (page) => {
        await page
          .getByRole('textbox', { name: 'Text' })
          .fill('<img src=x onerror=alert(1)> Shells fell on Gao.');
        await page.getByRole('button', { name: 'POST /api/geoparse' }).click();
        await page.locator('.answer').filter({ hasText: '"location": "Gao"' }).waitFor();
        assert.equal(await page.locator('.answer img').count(), 0);
      });
      assert.deepEqual(faults, []);
    });

    it('does not scroll sideways', async () => {
      await onPage(async (page) => {
        const [content, width] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        assert.ok(content <= width, `${content} of ${width}`);
      });
    });
  });
}

describe('the page without a script', () => {
  it('has every example as a link that answers', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/api/docs`);
    const links = await page
      .locator('a[data-try]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    assert.ok(links.length > 10);
    for (const link of links.filter((address) => !address.includes('limit=many'))) {
      assert.equal((await fetch(server.url + link)).status, 200, link);
    }
    assert.ok(await page.locator('form[data-try-text]').isHidden());
    await context.close();
  });
});
