import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { DESKTOP, PHONE, launchBrowser, openPage, startServer } from './harness.js';

const REPORT = 'somali-towns';
const text = readFileSync(
  new URL('../../backend/geoparser/src/test/resources/frozen/09-kismayo-wire.txt', import.meta.url),
  'utf8',
);
const facts = {
  headline: 'Somali army quits five towns after raid',
  date: '2023-09-04',
  language: 'en',
  text_rights: 'full',
};

/** @type {Awaited<ReturnType<typeof startServer>>} */
let server;
/** @type {import('playwright-core').Browser} */
let browser;
/** What browsers know who have signed in. */
const signedIn = /** @type {Record<'ann' | 'ben', any>} */ ({});

before(async () => {
  server = await startServer({ report: { id: REPORT, text, facts } });
  browser = await launchBrowser();
  while (server.signInPath() === '') {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const admin = await signIn(server.signInPath());
  signedIn.ann = await invited(admin, 'Ann Adder');
  signedIn.ben = await invited(admin, 'Ben Brother');
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {string} path of a sign-in link */
async function signIn(path) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(server.url + path);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(`${server.url}/**`);
  const state = await context.storageState();
  await context.close();
  return state;
}

/**
 * @param {any} admin
 * @param {string} name
 */
async function invited(admin, name) {
  const context = await browser.newContext({ storageState: admin });
  const { csrf } = await (await context.request.get(`${server.url}/api/me`)).json();
  const answer = await context.request.post(`${server.url}/api/users`, {
    headers: { 'X-CSRF-Token': csrf },
    data: { name, role: 'editor' },
  });
  const { sign_in_link: link } = await answer.json();
  await context.close();
  const { pathname, search } = new URL(link, server.url);
  return signIn(pathname + search);
}

/**
 * @param {{width: number, height: number}} viewport
 * @param {import('playwright-core').BrowserContextOptions} options
 * @param {(page: import('playwright-core').Page) => Promise<void>} test
 * @param {string[]} [expected] faults that the test provokes
 */
async function onPage(viewport, options, test, expected = []) {
  const url = `${server.url}/r/${REPORT}`;
  const { page, faults, close } = await openPage(browser, viewport, url, { context: options });
  try {
    await test(page);
    const others = faults.filter((fault) => !expected.some((part) => fault.includes(part)));
    assert.deepEqual(others, []);
  } finally {
    await close();
  }
}

/** @returns {Promise<any[]>} the locations on the report's map, oldest first */
async function locations() {
  const answer = await fetch(`${server.url}/api/reports/${REPORT}/layers/locations`);
  return (await answer.json()).features;
}

/**
 * Counts what a person's hands do, and how long the page lets them wait. The keystroke-level model
 * says how long that takes a person: 0.28 s a key, 1.1 s to point and 0.2 s to click, and 1.35 s to
 * think before each of the steps.
 */
function hands(/** @type {import('playwright-core').Page} */ page) {
  const count = { clicks: 0, drags: 0, keys: 0, typed: 0 };
  let waited = 0;

  /** @param {() => Promise<unknown>} act */
  async function timed(act) {
    const began = Date.now();
    await act();
    waited += Date.now() - began;
  }

  return {
    count,
    async click(/** @type {import('playwright-core').Locator} */ target) {
      count.clicks += 1;
      await timed(() => target.click());
    },
    async key(/** @type {string} */ key) {
      count.keys += 1;
      await timed(() => page.keyboard.press(key));
    },
    async type(/** @type {string} */ words) {
      count.typed += words.length;
      await timed(() => page.keyboard.type(words));
    },
    /** Until the page shows what the next step needs. */
    async until(/** @type {Promise<unknown>} */ shown) {
      await timed(() => shown);
    },
    /** Marks words of the text. */
    async drag(/** @type {string} */ words) {
      count.drags += 1;
      const box = await placeOf(page, words);
      await timed(async () => {
        await page.mouse.move(box.left + 1, box.y);
        await page.mouse.down();
        await page.mouse.move(box.right, box.y, { steps: 4 });
        await page.mouse.up();
      });
    },
    /** @param {string} journey */
    tell(journey) {
      const { clicks, drags, keys, typed } = count;
      const person =
        0.28 * (keys + typed) + 1.3 * clicks + 2.6 * drags + 1.35 * (clicks + drags + keys);
      console.log(
        `${journey}: ${clicks} clicks, ${drags} drags, ${keys} keys, ${typed} letters typed; ` +
          `a person's hands ${person.toFixed(0)} s, the page ${(waited / 1000).toFixed(1)} s`,
      );
      assert.ok(person < 180, 'three locations in three minutes');
    },
  };
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} words of the text
 * @returns {Promise<{left: number, right: number, y: number}>} in the window's pixels, once in view
 */
async function placeOf(page, words) {
  const box = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(
      document.querySelector('#text') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at >= 0) {
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const { left, right, top, height } = range.getBoundingClientRect();
        return { left, right, y: top + height / 2 };
      }
    }
    return null;
  }, words);
  assert.ok(box, words);
  return box;
}

/** @param {import('playwright-core').Page} page */
const candidate = (page) => page.locator('.candidate').first();

/**
 * @param {import('playwright-core').Page} page
 * @param {string} name whose card opens when it has been added
 */
const cardOf = (page, name) => page.locator('[data-card]').getByRole('heading', { name }).waitFor();

describe('three locations of one’s own', () => {
  it('are added by mouse, over a restart, a new reading and a second editor', () =>
    onPage(
      DESKTOP,
      { storageState: signedIn.ann },
      async (page) => {
        await page.locator('.account').waitFor();
        const by = hands(page);
        await by.drag('Baidoa');
        await by.until(candidate(page).waitFor());
        await by.key('Enter');
        await by.until(cardOf(page, 'Baidoa'));
        assert.deepEqual(by.count, { clicks: 0, drags: 1, keys: 1, typed: 0 }, '1 drag + 1 key');
        const [baidoa] = await locations();
        assert.ok(text.includes(baidoa.properties.quote));
        assert.match(baidoa.properties.quote, /Baidoa/);

        await server.restart({ rereading: true });
        assert.deepEqual((await locations())[0].geometry, baidoa.geometry);

        await by.click(page.getByRole('button', { name: 'Add location' }).first());
        await by.type('Hobyo');
        await by.until(candidate(page).waitFor());
        await by.click(candidate(page));
        await by.type('own reporting');
        await by.click(page.getByRole('button', { name: 'Save' }));
        await by.until(cardOf(page, 'Hobyo'));

        await onPage(DESKTOP, { storageState: signedIn.ben }, async (other) => {
          const { id } = (await locations())[1];
          await other.goto(`${server.url}/r/${REPORT}?place=${id}`);
          await other.getByRole('button', { name: 'Edit' }).click();
          await page.getByRole('button', { name: 'Edit' }).click();
          await other.getByLabel('What', { exact: true }).fill('Hobyo port');
          await other.getByRole('button', { name: 'Save' }).click();
          await cardOf(other, 'Hobyo port');
        });
        await page.getByLabel('Source', { exact: true }).fill('a fisherman');
        await page.getByRole('button', { name: 'Save' }).click();
        const conflict = page.getByRole('dialog');
        assert.match(
          await conflict.innerText(),
          /Hobyo port[\s\S]*a fisherman|a fisherman[\s\S]*Hobyo port/,
        );
        await conflict.getByRole('button', { name: 'Merge as marked' }).click();
        await cardOf(page, 'Hobyo port');
        const merged = (await locations())[1].properties;
        assert.deepEqual(
          [merged.location, merged.source, merged.version],
          ['Hobyo port', 'a fisherman', 3],
        );

        await by.click(page.getByRole('button', { name: 'Add location' }).first());
        await by.type('3.8550, 47.1850');
        await by.until(candidate(page).waitFor());
        await by.click(candidate(page));
        await by.type('El Dheer');
        await by.click(page.getByRole('button', { name: 'Save' }));
        await by.until(cardOf(page, 'El Dheer'));
        assert.deepEqual((await locations())[2].geometry.coordinates, [47.185, 3.855]);
        by.tell('Three locations by mouse');
      },
      ['412'],
    ));

  it('are added by keyboard alone', () =>
    onPage(DESKTOP, { storageState: signedIn.ann }, async (page) => {
      await page.locator('.account').waitFor();
      const before = (await locations()).length;
      const by = hands(page);
      for (const [where, what, source, name] of [
        ['Dhus', '', 'own reporting', 'Dhuusamarreeb'],
        ['Brav', '', '', 'Barawe'],
        ['0°25′S 42°32′E', 'Where they wait', '', 'Where they wait'],
      ]) {
        await by.key('a');
        await by.type(where);
        await by.until(candidate(page).waitFor());
        await by.key('Enter');
        await by.type(what + source);
        await by.key('Enter');
        await by.until(cardOf(page, name));
      }
      assert.equal((await locations()).length, before + 3);
      by.tell('Three locations by keyboard');
      await page.keyboard.press('u');
      await page.getByText('Undone: Added Where they wait.').waitFor();
      assert.equal((await locations()).length, before + 2);
      await page.keyboard.press('Control+z');
      await page.getByText('Undone: Added Barawe.').waitFor();
      assert.equal((await locations()).length, before + 1);
      await page.locator('#text button.mention', { hasText: 'Nairobi' }).first().focus();
      await page.keyboard.press('a');
      await candidate(page).waitFor();
      await page.keyboard.press('Enter');
      await cardOf(page, 'Nairobi');
      assert.match((await locations()).at(-1).properties.quote, /Nairobi/);
    }));

  it('are added on a phone', () =>
    onPage(PHONE, { storageState: signedIn.ann }, async (page) => {
      await page.locator('.account').waitFor();
      const before = (await locations()).length;
      const by = hands(page);
      for (const where of ['Lamu', 'Wajir', null]) {
        await by.click(page.getByRole('button', { name: 'Add location' }).first());
        if (where === null) {
          await by.click(page.getByRole('button', { name: 'Add here' }));
        } else {
          await by.type(where);
        }
        await by.until(candidate(page).waitFor());
        await by.click(candidate(page));
        if ((await page.getByLabel('Source', { exact: true }).inputValue()) === '') {
          await by.type('own reporting');
        }
        for (const target of await page
          .locator('[data-desk-panel] :is(button, input, select, summary):visible')
          .all()) {
          const box = await target.boundingBox();
          assert.ok(box && box.height >= 44, `${await target.innerText()} ${box?.height}`);
        }
        await by.click(page.getByRole('button', { name: 'Save' }));
        await by.until(page.locator('[data-card]').getByText('Source: own reporting').waitFor());
        await by.click(page.locator('[data-card]').getByRole('button', { name: 'Close' }));
      }
      assert.equal((await locations()).length, before + 3);
      by.tell('Three locations on a phone');
    }));
});

describe('a draft', () => {
  it('needs no account, and outlives Esc, a reload and signing in', () =>
    onPage(DESKTOP, {}, async (page) => {
      const before = (await locations()).length;
      await page.keyboard.press('a');
      await page.locator('#desk-where').waitFor();
      await page.keyboard.type('Kismayo');
      await candidate(page).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('a witness');
      await page.keyboard.press('Escape');
      await page.getByText('1 draft, not yet saved on the server.').waitFor();
      await page.reload();
      await page.getByText('1 draft, not yet saved on the server.').waitFor();
      const { cookies } = signedIn.ann;
      await page.context().addCookies(cookies);
      await page.reload();
      await page.getByRole('button', { name: 'Open' }).click();
      assert.equal(await page.getByLabel('Source', { exact: true }).inputValue(), 'a witness');
      await page.getByRole('button', { name: 'Save' }).click();
      await cardOf(page, 'Kismayo');
      assert.equal((await locations()).length, before + 1);
      assert.ok(await page.locator('[data-strip]').isHidden());
    }));

  it('waits when the server is away, and is sent when it is back', () =>
    onPage(
      DESKTOP,
      { storageState: signedIn.ann },
      async (page) => {
        await page.locator('.account').waitFor();
        await page.keyboard.press('a');
        await page.keyboard.type('Marka');
        await candidate(page).waitFor();
        await page.keyboard.press('Enter');
        await page.context().setOffline(true);
        await page.keyboard.type('by telephone');
        await page.keyboard.press('Enter');
        await page.getByText('1 change waits for the server.').waitFor();
        await page.context().setOffline(false);
        await page.getByText('Added Marka.').waitFor();
        assert.ok((await locations()).some(({ properties }) => properties.location === 'Marka'));
      },
      ['ERR_INTERNET_DISCONNECTED'],
    ));
});

describe('the desk', () => {
  it('offers what may be there already, and can add to it', () =>
    onPage(DESKTOP, { storageState: signedIn.ann }, async (page) => {
      await page.locator('.account').waitFor();
      const before = await locations();
      const [lon, lat] = before[0].geometry.coordinates;
      await page.keyboard.press('a');
      await page.keyboard.type(`${lat + 0.005}, ${lon}`);
      await candidate(page).waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('The barracks');
      await page.getByLabel('Source', { exact: true }).fill('own reporting');
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Add to this one' }).first().click();
      await page.getByRole('heading', { name: 'Edit location' }).waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await page.locator('[data-card]').getByText('The barracks').waitFor();
      assert.equal((await locations()).length, before.length);
    }));

  it('protects what looks like a camp, and wants a reason to open it', () =>
    onPage(DESKTOP, { storageState: signedIn.ann }, async (page) => {
      await page.locator('.account').waitFor();
      await page.keyboard.press('a');
      await page.keyboard.type('0.123456, 40.654321');
      await candidate(page).waitFor();
      await page.keyboard.press('Enter');
      await page.getByLabel('What', { exact: true }).fill('Camp of the displaced');
      await page.getByLabel('Source', { exact: true }).fill('own reporting');
      await page.getByText(/looks like a camp/).waitFor();
      await page.getByRole('button', { name: 'Save' }).click();
      await cardOf(page, 'Camp of the displaced');
      assert.ok(!JSON.stringify(await locations()).includes('40.654'));
      await page.getByRole('button', { name: 'Edit' }).click();
      await page.getByLabel('Protection').selectOption('public');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Say why, in a few words.').waitFor();
      await page.getByLabel('Why this change').fill('published by the UN');
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Changed Camp of the displaced.').waitFor();
      assert.ok(JSON.stringify(await locations()).includes('40.654'));
      await page.locator('[data-card] summary', { hasText: 'History' }).click();
      await page.locator('.history').getByText('published by the UN').waitFor();
    }));

  it('deletes and brings back', () =>
    onPage(DESKTOP, { storageState: signedIn.ann }, async (page) => {
      const { id, properties } = (await locations())[0];
      await page.goto(`${server.url}/r/${REPORT}?place=${id}`);
      await page.getByRole('button', { name: 'Delete' }).click();
      await page.getByText('Deleted.').waitFor();
      assert.ok(!(await locations()).some((location) => location.id === id));
      await page.getByRole('button', { name: 'Undo' }).click();
      await cardOf(page, properties.location);
      assert.ok((await locations()).some((location) => location.id === id));
    }));

  it('asks what was meant by coordinates that cannot be', () =>
    onPage(DESKTOP, {}, async (page) => {
      await page.keyboard.press('a');
      await page.locator('#desk-where').waitFor();
      await page.keyboard.type('112.5, -7.95');
      await page.getByText('latitude must be between -90 and 90').waitFor();
      await page.getByRole('option', { name: /Did you mean -7.95, 112.5/ }).click();
      await page.getByText(/At -7.95, 112.5/).waitFor();
    }));

  it('draws an area, and says what is at a spot', () =>
    onPage(DESKTOP, { storageState: signedIn.ann }, async (page) => {
      await page.locator('.account').waitFor();
      const map = await page.locator('[data-map]').boundingBox();
      assert.ok(map);
      const at = (/** @type {number} */ x, /** @type {number} */ y) =>
        /** @type {[number, number]} */ ([map.x + map.width * x, map.y + map.height * y]);
      await page.mouse.click(...at(0.4, 0.35), { button: 'right' });
      await page.getByText('This spot,').waitFor();
      assert.ok((await page.locator('.candidate').count()) > 1);
      await page.getByRole('button', { name: 'area', exact: true }).click();
      await page.waitForFunction(
        () =>
          document.querySelector('.leaflet-container.geoman-draw-cursor, .geoman-draw-cursor') !==
          null,
      );
      for (const corner of [at(0.3, 0.3), at(0.45, 0.3), at(0.4, 0.5), at(0.3, 0.3)]) {
        await page.mouse.click(...corner);
      }
      await page.getByText('An area of 3 corners.').waitFor();
      await page.getByLabel('What', { exact: true }).fill('Where nobody goes');
      await page.getByLabel('Source', { exact: true }).fill('own reporting');
      await page.getByRole('button', { name: 'Save' }).click();
      await cardOf(page, 'Where nobody goes');
      const drawn = (await locations()).find(
        ({ properties }) => properties.location === 'Where nobody goes',
      );
      assert.equal(drawn.geometry.type, 'Polygon');
    }));
});
