/** Takes the pictures of the README: `npm run screenshots`, after mvn package. */

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
await browser.close();
await server.stop();
