/**
 * Gets the page's libraries ready for Maven: checks Node, installs what the lock file names when it
 * has changed since, and puts Leaflet beside our own static files.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];
const LEAFLET_FILES = ['leaflet.js', 'leaflet.css'];

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed-lock-sha256`;

checkNode();
installWhenChanged();
copyLeaflet();

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    fail(
      `The page needs Node ${LEAST_NODE.join('.')} or newer; this is Node ${process.versions.node} ` +
        `(${process.execPath}).`,
    );
  }
}

function installWhenChanged() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) {
    return;
  }
  console.log('Installing the page’s libraries (npm ci)…');
  const { status, error } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
    // npm is a batch file there.
    shell: process.platform === 'win32',
  });
  if (error !== undefined || status !== 0) {
    fail(`npm ci failed${error === undefined ? '' : `: ${error.message}`}.`);
  }
  writeFileSync(stamp, lock);
}

function copyLeaflet() {
  const target = `${root}target/classes/static/vendor/leaflet`;
  mkdirSync(target, { recursive: true });
  for (const file of LEAFLET_FILES) {
    cpSync(`${root}node_modules/leaflet/dist/${file}`, `${target}/${file}`);
  }
}

/** @param {string} words */
function fail(words) {
  console.error(words);
  process.exit(1);
}
