import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { DESKTOP, PHONE, launchBrowser } from './harness.js';
import { openNewsroom } from './newsroom.js';

/** A report that is not the seed, with names that no gazetteer has. */
const REPORT = '21-malakal-feature';
const MENTIONS = `/api/reports/${REPORT}/mentions`;

/** @type {Awaited<ReturnType<typeof openNewsroom>>} */
let newsroom;
/** @type {import('playwright-core').Browser} */
let browser;

before(async () => {
  newsroom = await openNewsroom([REPORT]);
  browser = await launchBrowser();
});

after(async () => {
  await browser?.close();
  await newsroom?.close();
});

/** @returns {Promise<Dateline.Mention[]>} */
const mentions = async () => (await newsroom.api('GET', MENTIONS)).body.mentions;

/**
 * @param {string} words
 * @returns {Promise<Dateline.Mention>}
 */
async function mentionOf(words) {
  const found = (await mentions()).find(({ text }) => text === words);
  assert.ok(found, words);
  return found;
}

/** @param {import('playwright-core').Page} page */
const saved = (page) => page.locator('.review-saving:empty').waitFor({ state: 'attached' });

/** @param {import('playwright-core').Page} page */
const shownName = (page) => page.locator('.review-quote strong').innerText();

describe('the review', () => {
  it('is done by keyboard, with a restart, another geoparser and a second editor between', async () => {
    const { page, faults, close } = await newsroom.open(browser, DESKTOP, `/r/${REPORT}`, {
      name: 'Ana Editor',
      role: 'editor',
    });
    await page.getByRole('button', { name: /^Review/ }).waitFor();
    await page.keyboard.press('r');
    const first = await shownName(page);
    await page.keyboard.press('Enter');
    await page.locator('.review-progress', { hasText: /^1 of/ }).waitFor();
    await saved(page);
    assert.equal((await mentionOf(first)).status, 'verified');

    const second = await shownName(page);
    await page.keyboard.press('n');
    await saved(page);
    assert.equal((await mentionOf(second)).status, 'rejected');
    await page.keyboard.press('u');
    await saved(page);
    assert.equal((await mentionOf(second)).status, 'unverified');
    assert.equal(await shownName(page), second);

    await newsroom.stopForNow();
    await page.keyboard.press('Enter');
    await page.locator('.review-saving', { hasText: 'kept in this browser' }).waitFor();
    const third = await shownName(page);
    assert.notEqual(third, second, 'the review goes on');
    await newsroom.forgetReadings();
    await newsroom.startAgain();
    await page.getByRole('button', { name: 'Try again' }).click();
    await saved(page);
    assert.equal((await mentionOf(second)).status, 'verified');
    assert.equal((await mentionOf(first)).status, 'verified');

    const { start, end } = await mentionOf(third);
    const other = await newsroom.api('PATCH', `${MENTIONS}/${start}-${end}`, {
      body: { status: 'rejected' },
      ifMatch: '"v0"',
    });
    assert.equal(other.status, 200);
    await page.keyboard.press('Enter');
    await page.getByText('Somebody else decided').waitFor();
    assert.match(await page.locator('.review-saving').innerText(), /not a place/);
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await saved(page);
    assert.equal((await mentionOf(third)).status_by, 'Ana Editor');

    while ((await page.locator('.review-done').count()) === 0) {
      await page.keyboard.press('Enter');
    }
    await page.getByText(/All \d+ places are checked/).waitFor();
    await page.keyboard.press('Enter');
    while ((await page.locator('.review-done').count()) === 0) {
      await page.keyboard.press('Enter');
    }
    await page.getByText('Everything is checked.').waitFor();
    await saved(page);
    assert.deepEqual(
      (await mentions()).filter(({ status }) => status === 'unverified').map(({ text }) => text),
      [],
    );
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.querySelector('#text .is-unverified') === null);
    await page.waitForFunction(() => {
      const told = /(\d+) of (\d+) checked/.exec(
        document.querySelector('[data-summary]')?.textContent ?? '',
      );
      return told !== null && told[1] === told[2];
    });
    // While the server was away, the browser itself notes what could not be loaded.
    assert.deepEqual(
      faults.filter((fault) => !/ERR_CONNECTION|412/.test(fault)),
      [],
    );
    await close();
  });

  it('of the seed report’s places is a matter of 90 seconds by keyboard', async () => {
    const { page, faults, close } = await newsroom.open(browser, DESKTOP, '/r/mali-new-course', {
      name: 'Gus Editor',
      role: 'editor',
    });
    await page.getByRole('button', { name: /^Review/ }).waitFor();
    const began = Date.now();
    await page.keyboard.press('r');
    let keys = 1;
    /** @type {Set<string>} */
    const sentences = new Set();
    while ((await page.locator('.review-done').count()) === 0) {
      sentences.add(await page.locator('.review-quote').innerText());
      await page.keyboard.press('Enter');
      keys += 1;
    }
    const seconds = (Date.now() - began) / 1000;
    const told = await page.locator('.review-progress strong').innerText();
    await saved(page);
    assert.match(told, /^(\d+) of \1$/);
    // Keystroke-level model: 0.28 s a key, 1.35 s to decide; people read 4 words a second.
    const hands = keys * (0.28 + 1.35);
    const reading = [...sentences].join(' ').split(/\s+/).length / 4;
    console.log(
      `Review of the seed's places by keyboard: ${told}, ${keys} keys; a person's hands ` +
        `${hands.toFixed(0)} s, reading ${sentences.size} sentences to the end ` +
        `${reading.toFixed(0)} s, the page ${seconds.toFixed(1)} s`,
    );
    assert.ok(hands < 90, 'the target');
    assert.deepEqual(faults, []);
    await close();
  });

  it('places by touch what no gazetteer has, and shows it at once', async () => {
    const missing = (await mentions()).find(
      ({ kind, feature_id: feature }) => kind === 'literal' && feature === null,
    );
    assert.ok(missing);
    const { page, faults, close } = await newsroom.open(browser, PHONE, `/r/${REPORT}`, {
      name: 'Ben Editor',
      role: 'editor',
    });
    await page.getByRole('tab', { name: /Places/ }).tap();
    await page.locator(`[data-not-placed] [data-mention="${missing.id}"]`).tap();
    await page.locator('[data-card]').getByRole('button', { name: 'Change' }).tap();
    assert.equal(await shownName(page), missing.text);
    const small = await page
      .locator('.review :is(button, summary, select, input:not([type=checkbox]), label)')
      .evaluateAll((nodes) =>
        nodes
          .filter((node) => node.checkVisibility() && node.getBoundingClientRect().height < 44)
          .map((node) => node.textContent),
      );
    assert.deepEqual(small, []);
    await page.getByText('Another place, kind or role').tap();
    await page.getByRole('button', { name: /No gazetteer has it/ }).tap();
    await page.getByLabel('Its coordinates, latitude first').fill('95, 32');
    await page.getByRole('button', { name: 'Place it there' }).tap();
    await page.getByText(/latitude must be between/).waitFor();
    await page.getByLabel('Its coordinates, latitude first').fill('9.1, 32.4');
    await page.getByRole('button', { name: 'Place it there' }).tap();
    await page.locator('.review-own').waitFor({ state: 'hidden' });
    await saved(page);
    const placed = await mentionOf(missing.text);
    assert.equal(placed.name, missing.text);
    await page.getByRole('button', { name: 'Leave the review' }).first().tap();
    await page.locator(`#places [data-feature="${placed.feature_id}"]`).waitFor({
      state: 'attached',
    });
    assert.deepEqual(faults, []);
    await close();
  });
});

describe('a dropped file', () => {
  it('is shown before it is kept, tells what is wrong by line, and can be undone', async () => {
    const { page, faults, close } = await newsroom.open(browser, DESKTOP, `/r/${REPORT}`, {
      name: 'Cem Contributor',
      role: 'contributor',
    });
    await page.locator('details.account').waitFor();
    const rows = [
      'Ort;L\u00e4nge;Breite;Quelle;Genauigkeit',
      'K\u00f6nigsbr\u00fccke;31,6517;9,5334;eigene;Locality',
      'Zweiter Ort;31,7;9,6;eigene;Locality',
      'Falsch;31,7;99;eigene;Locality',
    ];
    const file = await page.evaluateHandle(
      (bytes) => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([Uint8Array.from(bytes)], 'orte.csv'));
        return transfer;
      },
      [...Buffer.from(rows.join('\n'), 'latin1')],
    );
    await page.dispatchEvent('body', 'drop', { dataTransfer: file });
    await page.getByText('2 locations').waitFor();
    const words = await page.locator('.import-body').innerText();
    assert.match(words, /windows-1252/);
    assert.match(words, /Line 4: .*latitude 99/);
    assert.match(words, /K\u00f6nigsbr\u00fccke/);
    assert.ok((await page.locator('.preview-shape').count()) >= 2);
    await page.getByRole('button', { name: 'Import the 2 good' }).click();
    await page.getByText('2 locations imported.').waitFor();
    const layer = `/api/reports/${REPORT}/layers/locations`;
    assert.equal((await newsroom.api('GET', layer)).body.features.length, 2);
    await page.getByRole('button', { name: 'Undo the import' }).click();
    await page.getByText('2 locations taken off the map again.').waitFor();
    assert.equal((await newsroom.api('GET', layer)).body.features.length, 0);

    await page.getByRole('button', { name: 'Another file' }).click();
    await page.locator('input[type=file]').setInputFiles({
      name: 'half.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from('{"type": "FeatureCollection", "features": [{"type": "Fea'),
    });
    await page.getByText(/cut off on its way/).waitFor();
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('422')),
      [],
    );
    await close();
  });
});

describe('the newsroom’s pages', () => {
  it('let an admin invite someone, change the role and end the access', async () => {
    const { page, faults, close } = await newsroom.open(browser, DESKTOP, '/desk/people', {
      name: 'Dora Admin',
      role: 'admin',
    });
    await page.getByLabel('Public name').fill('Emil Reporter');
    await page.getByRole('button', { name: 'Invite' }).click();
    const link = await page.locator('[data-secret] input').inputValue();
    assert.match(link, /\/sign-in\?key=/);
    const row = page.locator('.people-list > li', { hasText: 'Emil Reporter' });
    await row.getByLabel('Role').selectOption('editor');
    await row.getByText('checks places').waitFor();
    assert.equal(await page.locator('[data-secret]').count(), 0, 'the link is shown once');
    await row.getByRole('button', { name: 'End access' }).click();
    await row.getByRole('button', { name: /^End Emil/ }).click();
    await row.getByText('access ended').waitFor();
    assert.deepEqual(faults, []);
    await close();
  });

  it('make a token that works until it is revoked', async () => {
    const { page, faults, close } = await newsroom.open(browser, PHONE, '/desk/tokens', {
      name: 'Fay Contributor',
      role: 'contributor',
    });
    await page.getByLabel('What it is for').fill('nightly script');
    await page.getByRole('button', { name: 'Make a token' }).tap();
    const token = await page.locator('[data-secret] input').inputValue();
    const asked = () =>
      fetch(`${newsroom.url}/api/tokens`, { headers: { Authorization: `Bearer ${token}` } });
    assert.equal((await asked()).status, 200);
    await page.getByRole('button', { name: 'Revoke' }).tap();
    await page.getByRole('button', { name: /^Revoke “nightly/ }).tap();
    await page.getByText(/^revoked/).waitFor();
    assert.equal((await asked()).status, 401);
    assert.deepEqual(faults, []);
    await close();
  });
});
