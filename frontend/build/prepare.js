/**
 * Gets the page's libraries ready for Maven: checks Node, installs what the lock file names when it
 * has changed since, and puts Leaflet and its drawing tools beside our own static files.
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = [20, 19];

/** What the page loads as it comes, by the folder that it is served from. */
const SERVED = {
  leaflet: { from: 'leaflet/dist', files: ['leaflet.js', 'leaflet.css'] },
  geoman: {
    from: '@geoman-io/leaflet-geoman-free/dist',
    files: ['leaflet-geoman.min.js', 'leaflet-geoman.css'],
  },
};

const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = `${root}node_modules/.installed-lock-sha256`;

checkNode();
installWhenChanged();
copyServed();

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

function copyServed() {
  for (const [folder, { from, files }] of Object.entries(SERVED)) {
    const target = `${root}target/classes/static/vendor/${folder}`;
    mkdirSync(target, { recursive: true });
    for (const file of files) {
      cpSync(`${root}node_modules/${from}/${file}`, `${target}/${file}`);
    }
  }
}

/** @param {string} words */
function fail(words) {
  console.error(words);
  process.exit(1);
}
