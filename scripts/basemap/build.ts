/** Builds public/basemap from the packages named in data/basemap/README.md: npx tsx scripts/basemap/build.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature } from 'geojson';
import type { BasemapFile } from '../../src/map/basemap-style.ts';
import { ground } from './ground.ts';
import { places } from './places.ts';
import { roads } from './roads.ts';
import { lakes, rivers } from './water.ts';

const folder = join(import.meta.dirname, '../../public/basemap');

/** Minified, one feature a line, so that a changed feature is one line of a diff. */
function write(file: BasemapFile, features: readonly Feature[]): void {
  const lines = features.map((feature) => JSON.stringify(feature)).join(',\n');
  const text = `{"type":"FeatureCollection","features":[\n${lines}\n]}\n`;
  writeFileSync(join(folder, `${file}.json`), text);
  console.log(`${file}.json: ${features.length} features, ${Math.round(Buffer.byteLength(text) / 1000)} kB`);
}

mkdirSync(folder, { recursive: true });
const { land, neighbours, provinces } = ground();
write('land', land);
write('neighbours', neighbours);
write('provinces', provinces);
write('lakes', lakes());
write('rivers', rivers());
write('places', places());
write('roads', roads());
