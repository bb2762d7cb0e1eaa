/** Takes the pictures of the README and the guides: `npm run screenshots`, after mvn package. */

import { mkdirSync } from 'node:fs';
import { DESKTOP, PHONE, launchBrowser, openPage, startServer } from './harness.js';

const folder = new URL('../../docs/screenshots/', import.meta.url).pathname;
mkdirSync(folder, { recursive: true });
const server = await startServer();
const browser = await launchBrowser();
for (const [name, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  const { page, close } = await openPage(browser, viewport, server.url);
  await page.screenshot({ path: `${folder}${name}.png` });
  await close();
}
await takeDesk();
await browser.close();
await server.stop();

/** Signing in, adding, the card and the way back, as the journalist's guide shows them. */
async function takeDesk() {
  while (server.signInPath() === '') {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const { page, close } = await openPage(browser, { width: 1280, height: 800 }, server.url);
  const shoot = (/** @type {string} */ name) =>
    page.screenshot({ path: `${folder}guide-${name}.png` });
  await page.goto(server.url + server.signInPath());
  await shoot('sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('.account').waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('a');
  await page.locator('#desk-where').waitFor();
  await page.keyboard.type('Sévar');
  await page.locator('.candidate').first().waitFor();
  await shoot('candidates');
  await page.keyboard.press('Enter');
  await page.getByLabel('Source', { exact: true }).fill('own reporting');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.locator('.card-history').waitFor();
  await page.locator('[data-card] summary', { hasText: 'History' }).click();
  await shoot('added');
  await close();
}
