/** Builds public/gazetteer from the packages named in data/gazetteer/README.md: npx tsx scripts/gazetteer/build.ts */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Gazetteer } from '../../src/import/places/gazetteer.ts';
import { provinceLand } from './land.ts';
import { namedPlaces } from './places.ts';
import { sortationAreas } from './sortation-areas.ts';

const folder = join(import.meta.dirname, '../../public/gazetteer');
const areas = sortationAreas();
const places = namedPlaces(areas);

/** Four decimals are 11 m: more than any of the sources knows. */
const rounded = (degrees: number) => Math.round(degrees * 1e4) / 1e4;

const gazetteer: Gazetteer = {
  fsa: {
    code: areas.map(({ code }) => code),
    province: areas.map(({ province }) => province),
    lon: areas.map(({ lon }) => rounded(lon)),
    lat: areas.map(({ lat }) => rounded(lat)),
  },
  place: {
    name: places.map(({ name }) => name),
    aliases: places.map(({ aliases }) => aliases),
    province: places.map(({ province }) => province),
    lon: places.map(({ lon }) => rounded(lon)),
    lat: places.map(({ lat }) => rounded(lat)),
    population: places.map(({ population }) => population),
  },
  land: provinceLand(),
};

/** One column a line, so that a change of one is one line of a diff. */
function linesOf(columns: object): string {
  const lines = Object.entries(columns).map(([name, values]) => `"${name}":${JSON.stringify(values)}`);
  return `{\n${lines.join(',\n')}\n}`;
}

const land = gazetteer.land.map((one) => JSON.stringify(one)).join(',\n');
const text = `{"fsa":${linesOf(gazetteer.fsa)},\n"place":${linesOf(gazetteer.place)},\n"land":[\n${land}\n]}\n`;
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'canada.json'), text);
const kB = (bytes: number) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `canada.json: ${areas.length} sortation areas, ${places.length} places, ${kB(Buffer.byteLength(text))}, ${kB(gzipSync(text).length)} gzip`,
);
