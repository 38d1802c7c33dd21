import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LonLat } from './lambert.ts';
import { readLambertShapes, readTable } from './shapefile.ts';

/** 1 freeway, 2 highway, 3 secondary road, 4 local road: the file's own classes. */
export type RoadClass = 1 | 2 | 3 | 4;

export interface Road {
  class: RoadClass;
  /** Number of the road ("417"), as the file fills no other name; null when it gives none. */
  name: string | null;
  /** Two points or more. Segments that meet share the same end point within a metre. */
  line: LonLat[];
}

/**
 * The roads from Ottawa to Montréal of Natural Resources Canada's 2003 atlas data, as Debian's `mapnik-doc` ships
 * them (see data/basemap/README.md for the licence). Throws when the file is not the one expected.
 */
export function readRoads(): Road[] {
  return readSegments().flatMap(({ class: value, name, line }) => {
    if (value === ferryClass) return [];
    return [{ class: roadClass(value), name, line }];
  });
}

/**
 * The two ferries of the same file: Fitzroy Harbour to Quyon, whose ends lie on roads, and Hudson to Oka, whose ends
 * stop half a kilometre short of them.
 */
export function readFerries(): LonLat[][] {
  return readSegments().flatMap(({ class: value, line }) => (value === ferryClass ? [line] : []));
}

const ferryClass = 200;

function roadClass(value: number): RoadClass {
  if (value === 1 || value === 2 || value === 3 || value === 4) return value;
  throw new Error(`roads.dbf: class ${value}, expected 1 to 4, or ${ferryClass} for a ferry`);
}

function readSegments(): { class: number; name: string | null; line: LonLat[] }[] {
  const folder = atlasFolder();
  const rows = readTable(readFileSync(join(folder, 'roads.dbf')));
  return readLambertShapes(readFileSync(join(folder, 'roads.shp'))).flatMap((parts, index) => {
    const row = rows[index];
    if (row === undefined) throw new Error(`roads.dbf: no row ${index + 1}`);
    const about = { class: Number(row['CLASS']), name: row['NAME'] || row['ROAD_'] || null };
    return parts.map((line) => ({ ...about, line }));
  });
}

const installed = '/usr/share/doc/mapnik-doc/examples/data';

/** Folder of the atlas files: the installed Debian package's, else a copy of it unpacked below `.cache`. */
export function atlasFolder(): string {
  if (existsSync(join(installed, 'roads.shp'))) return installed;
  const cache = join(import.meta.dirname, '../../.cache/mapnik-doc');
  const unpacked = join(cache, installed);
  if (existsSync(join(unpacked, 'roads.shp'))) return unpacked;
  mkdirSync(cache, { recursive: true });
  execFileSync('apt-get', ['download', 'mapnik-doc'], { cwd: cache, stdio: 'inherit' });
  const archive = readdirSync(cache).find((name) => name.endsWith('.deb'));
  if (archive === undefined) throw new Error('apt-get download mapnik-doc left no .deb file');
  execFileSync('dpkg', ['-x', archive, '.'], { cwd: cache });
  return unpacked;
}
