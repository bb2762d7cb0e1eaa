/** People who work at the desk, for the tests: a server that can be stopped and started, and browsers signed in. */

import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, healthy, jar, openPage } from './harness.js';

const TOKEN = 'a token of the browser tests, long enough';
const frozen = new URL('../../backend/geoparser/src/test/resources/frozen/', import.meta.url)
  .pathname;

/**
 * Starts a server whose map opens with reports of the frozen set beside the seed.
 *
 * @param {string[]} reports
 */
export async function openNewsroom(reports) {
  if (!existsSync(jar)) {
    throw new Error(`There is no ${jar}: build it with mvn package, or name it in DATELINE_JAR.`);
  }
  const home = mkdtempSync(join(tmpdir(), 'dateline-newsroom-'));
  const seeds = join(home, 'more', 'seeds');
  mkdirSync(seeds, { recursive: true });
  for (const file of readdirSync(frozen)) {
    if (reports.some((report) => [`${report}.txt`, `${report}.json`].includes(file))) {
      copyFileSync(frozen + file, join(seeds, file));
    }
  }
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let stop = await start();

  return {
    url,

    /** @param {() => void} [between] what happens while nothing runs */
    async restart(between = () => undefined) {
      await stop();
      between();
      stop = await start();
    },

    stopForNow: () => stop(),

    /** Lets the next start read every report anew, as a new version of the geoparser does. */
    async forgetReadings() {
      const shell = run('org.h2.tools.Shell', [
        ...['-url', `jdbc:h2:file:${join(home, 'dateline')}`, '-user', 'sa', '-password', ''],
        ...['-sql', "update reading set method_version = 'of another geoparser'"],
      ]);
      const code = await new Promise((resolve) => shell.once('exit', resolve));
      if (code !== 0) {
        throw new Error(`The store could not be changed: ${code}`);
      }
    },

    async startAgain() {
      stop = await start();
    },

    async close() {
      await stop();
      rmSync(home, { recursive: true, force: true });
    },

    /**
     * @param {string} method
     * @param {string} path
     * @param {{body?: object, ifMatch?: string}} [what]
     */
    async api(method, path, { body, ifMatch } = {}) {
      const answer = await fetch(url + path, {
        method,
        headers: {
          Authorization: `Bearer ${TOKEN}`,
          'Content-Type': 'application/json',
          ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }),
        },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await answer.text();
      return { status: answer.status, body: text === '' ? null : JSON.parse(text) };
    },

    /**
     * Opens a page as someone new.
     *
     * @param {import('playwright-core').Browser} browser
     * @param {{width: number, height: number}} viewport
     * @param {string} path
     * @param {{name: string, role: string}} person
     */
    async open(browser, viewport, path, person) {
      const { status, body } = await this.api('POST', '/api/users', { body: person });
      if (status !== 201) {
        throw new Error(`${person.name} could not be invited: ${JSON.stringify(body)}`);
      }
      const { page, faults, close } = await openPage(browser, viewport, body.sign_in_link, {
        ready: (opened) => opened.getByRole('button', { name: 'Sign in' }),
      });
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.goto(url + path);
      await page.waitForLoadState('networkidle');
      return { page, faults, close };
    },
  };

  /** @returns {Promise<() => Promise<void>>} stops it */
  async function start() {
    const server = run('org.dateline.server.DatelineApplication', [
      `--server.port=${port}`,
      `--dateline.bootstrap-token=${TOKEN}`,
    ]);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    await healthy(url, server);
    return async () => {
      server.kill();
      await ended;
    };
  }

  /**
   * @param {string} main a class of the jar
   * @param {string[]} words
   */
  function run(main, words) {
    const server = spawn(
      'java',
      [
        `-Dloader.path=${join(home, 'more')}`,
        `-Dloader.main=${main}`,
        ...['-cp', jar, 'org.springframework.boot.loader.launch.PropertiesLauncher'],
        ...words,
      ],
      { env: { ...process.env, DATELINE_HOME: home }, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    server.stdout.resume();
    return server;
  }
}
