import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import mustache from 'mustache';
import { api, pageModel } from '../fixtures/report.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = {
  '/app/': join(root, 'src/main/resources/static/app'),
  '/vendor/leaflet/': join(root, 'node_modules/leaflet/dist'),
  '/basemap/': join(root, '../geodata/src/main/resources/META-INF/resources/basemap'),
};
const types = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/**
 * @param {number} port 0 for any
 * @returns {Promise<{url: string, close: () => void}>}
 */
export async function startPageServer(port) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    try {
      const { type, body } = await answer(pathname);
      response.writeHead(200, {
        'Content-Type': type,
        'Content-Security-Policy': "default-src 'self'; img-src 'self' data: blob:",
        'Cache-Control': 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'Content-Type': 'application/problem+json' });
      response.end(JSON.stringify({ title: 'Not found', status: 404, detail: pathname }));
    }
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { url: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}

/** @param {string} path */
async function answer(path) {
  const { id } = api.report;
  const base = `/api/reports/${id}`;
  const json = /** @type {Record<string, unknown>} */ ({
    [base]: api.report,
    [`${base}/text`]: api.text,
    [`${base}/layers`]: api.layers,
    '/api/places': { type: 'FeatureCollection', features: [] },
  });
  if (path in json) {
    return { type: 'application/json', body: JSON.stringify(json[path]) };
  }
  if (path.startsWith(`${base}/layers/`)) {
    const features = api.features[path.slice(`${base}/layers/`.length)];
    return {
      type: 'application/geo+json',
      body: JSON.stringify({ type: 'FeatureCollection', features }),
    };
  }
  const templates = { '/': 'report', [`/r/${id}`]: 'report', [`/embed/r/${id}`]: 'embed' };
  if (path in templates) {
    const file = `src/main/resources/templates/${templates[path]}.mustache`;
    const template = await readFile(join(root, file), 'utf8');
    return { type: 'text/html; charset=utf-8', body: mustache.render(template, pageModel()) };
  }
  for (const [prefix, folder] of Object.entries(folders)) {
    if (path.startsWith(prefix)) {
      const file = normalize(join(folder, path.slice(prefix.length)));
      if (file.startsWith(folder)) {
        const type = types[/** @type {keyof typeof types} */ (extname(file))] ?? 'text/plain';
        return { type, body: await readFile(file) };
      }
    }
  }
  throw new Error(`Nothing at ${path}`);
}
