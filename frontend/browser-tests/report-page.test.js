import assert from 'node:assert/strict';
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

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  server = await startServer();
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {string} path */
const json = async (path) => (await fetch(server.url + path)).json();

/** @param {string} layer */
const layerOf = (layer) => json(`/api/reports/${REPORT}/layers/${layer}`);

/**
 * @param {{width: number, height: number}} viewport
 * @param {string} path
 * @param {(page: import('playwright-core').Page) => Promise<void>} test
 */
async function onPage(viewport, path, test) {
  const { page, faults, close } = await openPage(browser, viewport, server.url + path);
  try {
    await test(page);
    assert.deepEqual(faults, []);
  } finally {
    await close();
  }
}

/** @param {import('playwright-core').Page} page */
const labels = (page) => page.locator('.map-label').allInnerTexts();

for (const viewport of [DESKTOP, PHONE]) {
  describe(`the first view at ${viewport.width} px`, () => {
    it('tells the story on the map without a click', () =>
      onPage(viewport, '/', async (page) => {
        const shown = (await labels(page)).join(' | ').replaceAll('\n', ' ');
        for (const feature of (await layerOf('fighting')).features) {
          assert.ok(shown.includes(feature.properties.location), `${feature.id} in ${shown}`);
        }
        for (const name of ['Douentza', 'Bamako', 'airport', 'Faladié', 'MALI']) {
          assert.ok(shown.toLowerCase().includes(name.toLowerCase()), `${name} in ${shown}`);
        }
        assert.ok((await page.locator('.leaflet-overlay-pane path, .map path').count()) > 10);
      }));

    it('says where a line goes that leaves the frame', () =>
      onPage(viewport, '/', async (page) => {
        const notes = (await page.locator('[data-edges]').innerText()).replace(/\s/g, ' ');
        assert.match(notes, /from Moscow, 6.?190 km/);
      }));

    it('does not scroll sideways', () =>
      onPage(viewport, '/', async (page) => {
        const [content, width] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          window.innerWidth,
        ]);
        assert.ok(content <= width, `${content} of ${width}`);
      }));

    it('quotes the exact sentence in the card of a place', () =>
      onPage(viewport, `/r/${REPORT}?place=douentza`, async (page) => {
        const { text } = await json(`/api/reports/${REPORT}/text`);
        const card = page.locator('[data-card]');
        await card.waitFor();
        const quote = await card.locator('blockquote').first().innerText();
        assert.ok(text.includes(quote), quote);
        assert.match(quote, /Douentza/);
        assert.match(await card.innerText(), /not yet checked/);
      }));
  });
}

describe('the page on a desktop', () => {
  it('opens the card of the vague area and draws it soft', () =>
    onPage(DESKTOP, '/', async (page) => {
      const card = page.locator('[data-card]');
      assert.match(await card.innerText(), /Tri-border area/);
      assert.match(await card.innerText(), /no exact border/i);
    }));

  it('joins text and map both ways', () =>
    onPage(DESKTOP, '/', async (page) => {
      await page.locator('button.mention', { hasText: 'Douentza' }).click();
      const card = page.locator('[data-card]');
      await card.getByRole('heading', { name: 'Douentza' }).waitFor();
      await card.getByRole('button', { name: 'Show in text' }).click();
      assert.ok(await page.locator('button.mention', { hasText: 'Douentza' }).isVisible());
    }));

  it('toggles a layer from the legend and keeps that in the address', () =>
    onPage(DESKTOP, '/', async (page) => {
      const row = page.locator('.legend-row', { hasText: 'Fighting' });
      assert.equal(await row.getAttribute('aria-pressed'), 'true');
      await row.click();
      assert.equal(await row.getAttribute('aria-pressed'), 'false');
      await page.waitForFunction(
        () =>
          !(new URL(location.href).searchParams.get('layers') ?? 'fighting').includes('fighting'),
      );
      await page.waitForTimeout(200);
      assert.equal(await page.locator('.map-label--area').count(), 0);
      await page.reload();
      await page.locator('.legend-row', { hasText: 'Displacement' }).waitFor();
      assert.ok(!(await labels(page)).join(' ').includes('Tri-border'));
    }));

  it('lists what is not on the map with the reason', () =>
    onPage(DESKTOP, '/', async (page) => {
      await page.getByRole('tab', { name: /Places/ }).click();
      const list = page.locator('[data-not-placed]');
      const { mentions } = await json(`/api/reports/${REPORT}/mentions`);
      const reasons = mentions.flatMap((/** @type {any} */ m) => m.not_placed_because ?? []);
      assert.ok(reasons.length > 0);
      const shown = await list.innerText();
      for (const reason of reasons) {
        assert.ok(shown.includes(reason), reason);
      }
    }));

  it('restores the place that a link names', () =>
    onPage(DESKTOP, `/r/${REPORT}?place=bamako`, async (page) => {
      await page.locator('[data-card]').getByRole('heading', { name: 'Bamako' }).waitFor();
    }));

  it('reaches a quote from the skip link in six keys', () =>
    onPage(DESKTOP, `/r/${REPORT}`, async (page) => {
      await page.keyboard.press('Escape');
      await page.locator('[data-skip]').focus();
      await page.keyboard.press('Enter');
      for (let keys = 0; keys < 6; keys++) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement?.matches('.place-row') ?? false)) {
          break;
        }
      }
      await page.keyboard.press('Enter');
      await page.locator('[data-card] blockquote').waitFor();
    }));

  it('finds a place of the report by the search key', () =>
    onPage(DESKTOP, '/', async (page) => {
      await page.keyboard.press('/');
      await page.keyboard.type('douen');
      await page.locator('#search-results [role=option]').first().waitFor();
      await page.keyboard.press('Enter');
      await page.locator('[data-card]').getByRole('heading', { name: 'Douentza' }).waitFor();
    }));

  it('answers an unknown report in words', async () => {
    const answer = await fetch(`${server.url}/r/nothing-here`, {
      headers: { Accept: 'text/html' },
    });
    assert.equal(answer.status, 404);
    assert.match(await answer.text(), /nothing-here/);
  });

  it('reads without a script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(server.url);
    const words = await page.locator('body').innerText();
    assert.match(words, /When you drive around Bamako/);
    assert.match(words, /Fighting reported/);
    await context.close();
  });

  it('weighs at most 400 kB on first load', async (t) => {
    const bytes = await weightOfFirstLoad(browser, server.url);
    t.diagnostic(`first load: ${bytes} bytes`);
    assert.ok(bytes > 50_000 && bytes <= 400_000, `${bytes} bytes`);
  });
});

describe('the page on a phone', () => {
  it('opens the text from the top, with no card over the map', () =>
    onPage(PHONE, '/', async (page) => {
      assert.ok(await page.locator('[data-card]').isHidden());
      assert.ok(await page.locator('.paragraph--headline').first().isVisible());
    }));

  it('changes the size of the text by buttons', () =>
    onPage(PHONE, '/', async (page) => {
      const panel = page.locator('[data-panel]');
      const half = await panel.boundingBox();
      await page.getByRole('button', { name: 'Text', exact: true }).click();
      const full = await panel.boundingBox();
      assert.ok(half && full && full.y < half.y - 100);
    }));
});
