/** Takes the pictures of the journalist's guide: `npm run guide-pictures`, after mvn package. */

import { PHONE, launchBrowser, openPage, startServer } from './harness.js';

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
const server = await startServer();
const browser = await launchBrowser();
while (server.signInPath() === '') {
  await new Promise((resolve) => setTimeout(resolve, 100));
}
const { page, close } = await openPage(browser, { width: 1280, height: 800 }, server.url);
await page.goto(server.url + server.signInPath());
await shoot(page, 'sign-in');
await page.getByRole('button', { name: 'Sign in' }).click();
await page.locator('.account').waitFor();
const storageState = await page.context().storageState();
await page.keyboard.press('Escape');
await page.locator('#text button.mention', { hasText: 'Bamako' }).first().focus();
await page.keyboard.press('a');
await page.locator('.candidate').first().waitFor();
await shoot(page, 'words');
await page.keyboard.press('Enter');
await page.locator('.card-history').waitFor();
await page.locator('[data-card] summary', { hasText: 'History' }).click();
await page.locator('.history li').first().waitFor();
await shoot(page, 'added');
await page.keyboard.press('Escape');
await page.getByRole('button', { name: 'Add location' }).first().click();
await page.locator('#desk-where').waitFor();
await page.keyboard.type('Sévar');
await page.locator('.candidate').first().waitFor();
await shoot(page, 'name');
await page.getByRole('button', { name: 'area', exact: true }).click();
await page.locator('.geoman-draw-cursor').waitFor();
for (const [x, y] of [
  [560, 300],
  [640, 270],
  [670, 360],
  [590, 400],
]) {
  await page.mouse.click(x, y);
}
await page.mouse.move(570, 340, { steps: 3 });
await shoot(page, 'drawing');
await close();
const phone = await openPage(browser, PHONE, server.url, { context: { storageState } });
await phone.page.locator('.account').waitFor();
await phone.page.getByRole('button', { name: 'Add location' }).first().tap();
await phone.page.getByRole('button', { name: 'Add here' }).tap();
await phone.page.locator('.candidate').first().waitFor();
await shoot(phone.page, 'phone');
await phone.close();
await browser.close();
await server.stop();

/**
 * @param {import('playwright-core').Page} of
 * @param {string} name
 */
async function shoot(of, name) {
  await of.screenshot({ path: `${folder}guide-${name}.jpg`, type: 'jpeg', quality: 40 });
}
