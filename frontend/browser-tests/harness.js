/** Starts the real server and a real Chromium, and watches every page for what must not happen. */

import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const START_SECONDS = 180;

export const DESKTOP = { width: 1440, height: 900 };
export const PHONE = { width: 390, height: 844 };

/** The jar that the build leaves; DATELINE_JAR names another. */
export const jar =
  process.env.DATELINE_JAR ??
  new URL('../../backend/server/target/dateline.jar', import.meta.url).pathname;

/**
 * A report that the server reads at its first start, beside the seed.
 *
 * @typedef {{id: string, text: string, facts: Record<string, string | null>}} OwnReport
 */

/**
 * Starts the server with an empty home on a free port.
 *
 * @param {{report?: OwnReport, token?: string}} [options] token: what scripts sign in with as
 *   admin; no link is printed then
 */
export async function startServer({ report, token } = {}) {
  if (!existsSync(jar)) {
    throw new Error(`There is no ${jar}: build it with mvn package, or name it in DATELINE_JAR.`);
  }
  const home = mkdtempSync(join(tmpdir(), 'dateline-browser-tests-'));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  if (report !== undefined) {
    mkdirSync(join(home, 'own/seeds'), { recursive: true });
    writeFileSync(join(home, 'own/seeds', `${report.id}.txt`), report.text);
    writeFileSync(join(home, 'own/seeds', `${report.id}.json`), JSON.stringify(report.facts));
  }
  let signInPath = '';
  let server = start();
  await healthy(url, server);

  return {
    url,

    /** @returns {string} path of the one-time link for the first admin */
    signInPath: () => signInPath,

    /**
     * Stops the server and starts it again with what it has kept.
     *
     * @param {{rereading?: boolean}} [options] whether every report is read anew by the geoparser
     */
    async restart({ rereading = false } = {}) {
      await end();
      if (rereading) {
        forgetReadings(home);
      }
      server = start();
      await healthy(url, server);
    },

    async stop() {
      await end();
      rmSync(home, { recursive: true, force: true });
    },
  };

  function start() {
    // Spring Boot's launcher that takes a further folder of resources.
    const launcher = 'org.springframework.boot.loader.launch.PropertiesLauncher';
    const started = spawn(
      'java',
      [`-Dloader.path=${join(home, 'own')}`, '-cp', jar, launcher, `--server.port=${port}`],
      {
        env: {
          ...process.env,
          DATELINE_HOME: home,
          ...(token === undefined ? {} : { DATELINE_BOOTSTRAP_TOKEN: token }),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    started.stdout.on('data', (/** @type {Buffer} */ data) => {
      signInPath = /\/sign-in\?key=\S+/.exec(data.toString())?.[0] ?? signInPath;
    });
    return started;
  }

  async function end() {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
}

/**
 * Makes what is stored look as if an earlier version of the geoparser had read it.
 *
 * @param {string} home
 */
function forgetReadings(home) {
  const listed = run('jar', ['tf', jar], home).split('\n');
  const database = listed.find((name) => /\/h2-[\d.]+\.jar$/.test(name)) ?? '';
  run('jar', ['xf', jar, database], home);
  run(
    'java',
    [
      ...['-cp', join(home, database), 'org.h2.tools.Shell'],
      ...['-url', `jdbc:h2:file:${join(home, 'dateline')}`, '-user', 'sa', '-password', ''],
      ...['-sql', "update reading set method_version = ''"],
    ],
    home,
  );
}

/**
 * @param {string} command
 * @param {string[]} parameters
 * @param {string} cwd
 */
function run(command, parameters, cwd) {
  const { status, stdout, stderr } = spawnSync(command, parameters, { cwd, encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${command}: ${stderr || stdout}`);
  }
  return stdout;
}

/** @returns {Promise<number>} */
export function freePort() {
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
export async function healthy(url, server) {
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
 * @param {import('playwright-core').BrowserContextOptions} [expected.context]
 * @param {string[]} [expected.others] origins that the page may ask too
 * @param {(page: import('playwright-core').Page) => import('playwright-core').Locator} [expected.ready]
 *     what is there once the page is
 */
export async function openPage(
  browser,
  viewport,
  url,
  { context: options = {}, others = [], ready = (page) => page.locator('.map-label').first() } = {},
) {
  const context = await browser.newContext({
    viewport,
    hasTouch: viewport.width < 500,
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  // A server that has just started, on a machine that builds something else too.
  page.setDefaultNavigationTimeout(90_000);
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

/**
 * Weighs what a page loads before anyone touches it, on a desktop's screen.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @returns {Promise<number>} bytes on the wire, headers among them
 */
export async function weightOfFirstLoad(browser, url) {
  const context = await browser.newContext({ viewport: DESKTOP });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  let bytes = 0;
  devtools.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength));
  await page.goto(url);
  // On a busy machine the network also rests between the page and what its script asks for.
  let before = 0;
  while (bytes > before || (await page.locator('[data-credits]').textContent()) === '') {
    before = bytes;
    await page.waitForTimeout(1500);
  }
  await context.close();
  return bytes;
}
