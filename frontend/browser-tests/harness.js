/** Starts the real server and a real Chromium, and watches every page for what must not happen. */

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const START_SECONDS = 180;

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The jar that the build leaves; DATELINE_JAR names another. */
const jar =
  process.env.DATELINE_JAR ??
  new URL('../../backend/server/target/dateline.jar', import.meta.url).pathname;

/**
 * Starts the server with an empty home on a free port.
 *
 * @returns {Promise<{url: string, stop: () => Promise<void>}>}
 */
export async function startServer() {
  if (!existsSync(jar)) {
    throw new Error(`There is no ${jar}: build it with mvn package, or name it in DATELINE_JAR.`);
  }
  const home = mkdtempSync(join(tmpdir(), 'dateline-browser-tests-'));
  const port = await freePort();
  const server = spawn('java', ['-jar', jar, `--server.port=${port}`], {
    env: { ...process.env, DATELINE_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  server.stdout.resume();
  const url = `http://localhost:${port}`;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await healthy(url, server);
  return {
    url,
    async stop() {
      server.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/**
 * @param {string} url
 * @param {import('node:child_process').ChildProcess} server
 */
async function healthy(url, server) {
  const deadline = Date.now() + START_SECONDS * 1000;
  while (Date.now() < deadline && server.exitCode === null) {
    const answer = await fetch(`${url}/actuator/health`).catch(() => null);
    if (answer?.ok) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  server.kill();
  throw new Error(`The server was not on the map within ${START_SECONDS} seconds.`);
}

/** Launches Chromium: Debian's, or the one that CHROMIUM names. */
export async function launchBrowser() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) {
    throw new Error(
      `There is no Chromium at ${executablePath}: apt-get install chromium, or name one in CHROMIUM.`,
    );
  }
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * Opens a page of its own and notes errors on the console and requests to another host.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {{width: number, height: number}} viewport
 * @param {string} url
 * @param {object} [expected]
 * @param {string[]} [expected.others] origins that the page may ask too
 * @param {(page: import('playwright-core').Page) => import('playwright-core').Locator} [expected.ready]
 *     what is there once the page is
 */
export async function openPage(
  browser,
  viewport,
  url,
  { others = [], ready = (page) => page.locator('.map-label').first() } = {},
) {
  const context = await browser.newContext({
    viewport,
    hasTouch: viewport.width < 500,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  /** @type {string[]} */
  const faults = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(`console: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (
      protocol.startsWith('http') &&
      ![url, ...others].some((one) => new URL(one).origin === origin)
    ) {
      faults.push(`another host: ${request.url()}`);
    }
  });
  await page.goto(url);
  await page.waitForLoadState('networkidle');
  await ready(page).waitFor();
  return { page, faults, close: () => context.close() };
}
