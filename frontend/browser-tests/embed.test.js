/** The embedded map inside a page of another origin, as a reader of that page meets it. */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import {
  DESKTOP,
  PHONE,
  launchBrowser,
  openPage,
  startServer,
  weightOfFirstLoad,
} from './harness.js';

const REPORT = 'mali-new-course';

/** @type {{url: string, stop: () => Promise<void>}} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** @type {{url: string, close: () => void}} */
let host;
/** What the host page embeds. */
let snippet = '';

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
  host = await startHost();
  snippet = (await oEmbed()).html;
});

after(async () => {
  host?.close();
  await browser?.close();
  await server?.stop();
});

/** @param {string} [more] */
const oEmbed = async (more = '') =>
  (
    await fetch(
      `${server.url}/oembed?url=${encodeURIComponent(`${server.url}/r/${REPORT}`)}${more}`,
    )
  ).json();

/** A page of another site, long enough to scroll. */
async function startHost() {
  const pages = createServer((_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(`<!doctype html><html lang="en"><title>Another site</title>
      <link rel="icon" href="data:,">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <h1>An article</h1><p>Before.</p>${snippet}<p>After.</p><div style="height:3000px"></div>`);
  });
  await new Promise((resolve) => pages.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (pages.address());
  return { url: `http://127.0.0.1:${port}/`, close: () => pages.close() };
}

/**
 * @param {{width: number, height: number}} viewport
 * @param {(page: import('playwright-core').Page,
 *     frame: import('playwright-core').FrameLocator) => Promise<void>} test
 */
async function onHostPage(viewport, test) {
  const { page, faults, close } = await openPage(browser, viewport, host.url, {
    others: [server.url],
    ready: (opened) => opened.frameLocator('iframe').locator('.map-label').first(),
  });
  try {
    await test(page, page.frameLocator('iframe'));
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

/** @param {import('playwright-core').Page} page */
const scrolled = (page) => page.evaluate(() => window.scrollY);

/**
 * Fingers on the middle of the frame move by some pixels.
 *
 * @param {import('playwright-core').Page} page
 * @param {number} fingers
 * @param {number} dy
 */
async function drag(page, fingers, dy) {
  const box = await page.locator('iframe').boundingBox();
  assert.ok(box);
  const devtools = await page.context().newCDPSession(page);
  const at = (/** @type {number} */ y) =>
    Array.from({ length: fingers }, (_, i) => ({
      x: Math.round(box.x + box.width / 2 + i * 80 - 40),
      y: Math.round(box.y + box.height / 2 + y),
      id: i,
    }));
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(0) });
  for (let step = 1; step <= 10; step++) {
    await devtools.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: at((dy * step) / 10),
    });
    await page.waitForTimeout(20);
  }
  await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await page.waitForTimeout(400);
}

/** @param {import('playwright-core').FrameLocator} frame */
const fullMap = async (frame) =>
  new URL((await frame.locator('[data-full-map]').getAttribute('href')) ?? '', server.url);

for (const viewport of [DESKTOP, PHONE]) {
  describe(`the embedded map at ${viewport.width} px`, () => {
    it('shows the map, its credit and a way to the full map', () =>
      onHostPage(viewport, async (page, frame) => {
        const labels = (await frame.locator('.map-label').allInnerTexts()).join(' ');
        assert.match(labels, /Douentza/);
        assert.match(await frame.locator('[data-credits]').innerText(), /GeoNames/);
        assert.ok(await frame.locator('[data-credits]').isVisible());
        const [full] = await Promise.all([
          page.context().waitForEvent('page'),
          frame.getByRole('link', { name: 'Open full map' }).click(),
        ]);
        assert.equal(new URL(full.url()).pathname, `/r/${REPORT}`);
        await full.close();
      }));

    it('does not scroll sideways in its frame', () =>
      onHostPage(viewport, async (_page, frame) => {
        const [content, width] = await frame
          .locator('html')
          .evaluate((html) => [html.scrollWidth, html.clientWidth]);
        assert.ok(content <= width, `${content} of ${width}`);
      }));

    it('toggles a layer from the legend and says so to the full map', () =>
      onHostPage(viewport, async (_page, frame) => {
        const chip = frame.locator('[data-legend-chip]');
        if (await chip.isVisible()) {
          await chip.click();
        }
        const row = frame.locator('.legend-row', { hasText: 'Fighting' });
        await row.click();
        assert.equal(await row.getAttribute('aria-pressed'), 'false');
        const layers = (await fullMap(frame)).searchParams.get('layers') ?? 'fighting';
        assert.ok(!layers.includes('fighting'), layers);
        await frame.locator('.map-label--area').first().waitFor({ state: 'detached' });
      }));

    it('quotes the sentence of a place that is touched', () =>
      onHostPage(viewport, async (_page, frame) => {
        await frame.locator('.map-label', { hasText: 'Douentza' }).click();
        const card = frame.locator('[data-card]');
        await card.getByRole('heading', { name: 'Douentza' }).waitFor();
        assert.match(await card.locator('blockquote').innerText(), /Douentza/);
        assert.equal((await fullMap(frame)).searchParams.get('place'), 'douentza');
      }));
  });
}

describe('moving the embedded map', () => {
  it('leaves one finger to the page around', () =>
    onHostPage(PHONE, async (page, frame) => {
      const before = (await fullMap(frame)).hash;
      await drag(page, 1, -200);
      assert.ok((await scrolled(page)) > 100, `scrolled ${await scrolled(page)}`);
      assert.equal((await fullMap(frame)).hash, before);
    }));

  it('follows two fingers', () =>
    onHostPage(PHONE, async (page, frame) => {
      const before = (await fullMap(frame)).hash;
      await drag(page, 2, 150);
      assert.equal(await scrolled(page), 0);
      assert.notEqual((await fullMap(frame)).hash, before);
    }));

  it('leaves the wheel to the page around, unless Ctrl is held', () =>
    onHostPage(DESKTOP, async (page, frame) => {
      await frame.locator('[data-map]').hover();
      await page.mouse.wheel(0, 240);
      await page.waitForTimeout(300);
      assert.ok((await scrolled(page)) > 100);
      await page.evaluate(() => window.scrollTo(0, 0));
      const before = (await fullMap(frame)).hash;
      await frame.locator('[data-map]').hover();
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -240);
      await page.keyboard.up('Control');
      await page.waitForTimeout(600);
      assert.notEqual((await fullMap(frame)).hash, before);
      assert.equal(await scrolled(page), 0);
    }));

  it('follows a mouse that drags', () =>
    onHostPage(DESKTOP, async (page, frame) => {
      const before = (await fullMap(frame)).hash;
      const box = await page.locator('iframe').boundingBox();
      assert.ok(box);
      await page.mouse.move(box.x + 420, box.y + 90);
      await page.mouse.down();
      await page.mouse.move(box.x + 480, box.y + 150, { steps: 5 });
      await page.mouse.up();
      await page.waitForTimeout(600);
      assert.notEqual((await fullMap(frame)).hash, before);
    }));
});

describe('embedding', () => {
  it('needs no script in the page around', () => {
    assert.match(snippet, /^<iframe [^<>]*><\/iframe>$/);
  });

  it('is allowed for the embedded map alone', async () => {
    for (const path of ['/', `/r/${REPORT}`, '/sign-in', '/api/docs']) {
      const policy = (await fetch(server.url + path)).headers.get('Content-Security-Policy') ?? '';
      assert.match(policy, /frame-ancestors 'self'$/, path);
    }
    const policy = (await fetch(`${server.url}/embed/r/${REPORT}`)).headers.get(
      'Content-Security-Policy',
    );
    assert.match(policy ?? '', /frame-ancestors \*$/);
  });

  it('reads without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(host.url);
    const body = page.frameLocator('iframe').locator('body');
    await body
      .getByText(/Fighting reported/)
      .first()
      .waitFor();
    const words = await body.innerText();
    assert.match(words, /Fighting reported/);
    assert.match(words, /Douentza/);
    assert.match(words, /hard fighting has been happening lately/);
    await context.close();
  });

  it('weighs at most 330 kB on first load', async (t) => {
    const bytes = await weightOfFirstLoad(browser, `${server.url}/embed/r/${REPORT}`);
    t.diagnostic(`first load: ${bytes} bytes`);
    assert.ok(bytes > 50_000 && bytes <= 330_000, `${bytes} bytes`);
  });

  it('is offered by the page under Share', async () => {
    const { page, faults, close } = await openPage(browser, DESKTOP, `${server.url}/r/${REPORT}`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Share' }).click();
    const dialog = page.locator('[data-share]');
    await page.waitForFunction(
      () =>
        /** @type {HTMLTextAreaElement | null} */ (document.querySelector('#share-code'))?.value !==
        '',
    );
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await dialog.getByRole('button', { name: 'Copy Link' }).click();
    assert.equal(await clipboard(), page.url());
    await dialog.getByRole('button', { name: 'Copy Embed code' }).click();
    await dialog.getByText('Embed code copied.').waitFor();
    assert.match(
      await clipboard(),
      /^<iframe src="http[^"]+\/embed\/r\/mali-new-course[^>]*><\/iframe>$/,
    );
    await dialog.getByLabel('Layer').selectOption({ label: 'Fighting reported' });
    await dialog.getByRole('button', { name: 'Copy GeoJSON' }).click();
    assert.equal(await clipboard(), `${server.url}/api/reports/${REPORT}/layers/fighting`);
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('oEmbed', () => {
  it('is found from the page', async () => {
    const html = await (await fetch(`${server.url}/r/${REPORT}`)).text();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.setContent(html);
    const link = page.locator('link[type="application/json+oembed"]');
    const address = (await link.getAttribute('href')) ?? '';
    await context.close();
    const answer = await (await fetch(address)).json();
    assert.equal(answer.html, snippet);
    assert.deepEqual([answer.version, answer.type], ['1.0', 'rich']);
  });

  it('keeps to the room there is', async () => {
    const { width, height, html } = await oEmbed('&maxwidth=400&maxheight=300&format=json');
    assert.deepEqual([width, height], [400, 300]);
    assert.match(html, /width="400" height="300"/);
  });

  it('keeps the view that an address shows', async () => {
    const url = `${server.url}/r/${REPORT}?place=douentza&layers=fighting#7/15/-3`;
    const { html } = await (
      await fetch(`${server.url}/oembed?url=${encodeURIComponent(url)}`)
    ).json();
    assert.ok(
      html.includes(`/embed/r/${REPORT}?place=douentza&amp;layers=fighting#7/15/-3"`),
      html,
    );
  });

  for (const [what, query, status] of /** @type {[string, string, number][]} */ ([
    ['a report that is not there', 'url={server}/r/nothing-here', 404],
    ['a page that is no map', 'url={server}/api/docs', 404],
    ['a page of another site', 'url=https://example.org/r/mali-new-course', 404],
    ['no address', 'url=%20', 404],
    ['a missing address', '', 400],
    ['a width that is none', 'url={server}/r/mali-new-course&maxwidth=wide', 400],
    ['XML', 'url={server}/r/mali-new-course&format=xml', 501],
  ])) {
    it(`answers ${what} with a problem`, async () => {
      const answer = await fetch(`${server.url}/oembed?${query.replace('{server}', server.url)}`);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
      assert.equal((await answer.json()).status, status);
    });
  }

  it('turns nothing of an address into markup', async () => {
    const url = `${server.url}/r/${REPORT}?place='&x=%22%3E%3Cscript%3E`;
    const answer = await fetch(`${server.url}/oembed?url=${encodeURIComponent(url)}`);
    const { html } = await answer.json();
    assert.match(html, /^<iframe [^<>']*><\/iframe>$/);
    assert.ok(html.includes('?place=&#39;&amp;x=%22%3E%3Cscript%3E"'), html);
  });
});
