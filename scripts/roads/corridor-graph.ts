import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildGraph } from '../../src/network/build-graph.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { hilbertOrder } from '../../src/network/hilbert-order.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { lineRoads, type LineTable } from '../../src/network/sources/line-features.ts';
import type { LineMapping } from '../../src/network/sources/line-mapping.ts';
import { joinFerry } from './join-ferry.ts';
import type { LonLat } from './lambert.ts';
import { atlasFolder, readFerries, readRoads, type Road } from './read-roads.ts';

const atlas = { version: 1, source: 'data/corridor/README.md', recognisedBy: [], otherClassKmh: null };

/** The roads carry no speeds: these are assumed, and said so in the graph's profile. */
const roadMapping: LineMapping = {
  ...atlas,
  id: 'atlas-roads',
  title: 'Roads',
  columns: { class: ['CLASS'] },
  classes: [
    { values: ['1'], kmh: 100 },
    { values: ['2'], kmh: 85 },
    { values: ['3'], kmh: 70 },
    { values: ['4'], kmh: 45 },
  ],
};
const ferryMapping: LineMapping = {
  ...atlas,
  id: 'atlas-ferries',
  title: 'Ferries',
  columns: {},
  classes: [],
  otherClassKmh: 10,
  kind: 'ferry',
  waitMinutes: 10,
};
/** Segments that meet share an end within a metre. */
const toleranceMetres = 1;

/**
 * The road graph of the Ottawa to Montréal sample, both ways on every road: the source has no one-ways. It has no shores:
 * the atlas's water is drawn so coarsely that the centres of Chambly, Perth and Verchères lie in it, cut off from every road.
 */
export function corridorGraph(): RoadGraph {
  let roads: readonly Road[] = readRoads();
  const crossings = readFerries();
  const uncut = roads.length;
  const ferries: LonLat[][] = [];
  for (const line of crossings) {
    const joined = joinFerry(roads, line);
    roads = joined.roads;
    ferries.push(joined.ferry);
  }
  const read = lineRoads(
    [
      { mapping: roadMapping, table: tableOf(roads.map((road) => ({ ...road, cells: [`${road.class}`] }))) },
      { mapping: ferryMapping, table: tableOf(ferries.map((line) => ({ line, cells: [''] }))) },
    ],
    { toleranceMetres },
  );
  const about = {
    ...read.about,
    // As the file has them, before a road is cut where a ferry meets it.
    linesRead: uncut + crossings.length,
    warnings: { ...read.about.warnings, 'no speed column': uncut, 'no direction column': uncut },
    title: 'Roads from Ottawa to Montréal',
    origin: 'Natural Resources Canada, as shipped with Mapnik’s documentation',
    licence: 'GeoGratis unrestricted-use licence; © Her Majesty in Right of Canada',
    date: '2003',
    profile: 'assumed 100/85/70/45 km/h by class; ferries 10 km/h and 10 min of waiting',
    files: ['roads.shp', 'roads.dbf'].map(checksummed),
  };
  return buildGraph(hilbertOrder(read.roads), about);
}

const tableOf = (lines: readonly { line: LonLat[]; cells: readonly string[] }[]): LineTable => ({
  columns: [{ name: 'CLASS' }],
  rows: lines.map(({ line, cells }) => {
    const geometry = { type: 'LineString', coordinates: line };
    return { cells, geometry };
  }),
  read: lines.length,
});

function checksummed(name: string): { name: string; sha256: string } {
  const bytes = readFileSync(join(atlasFolder(), name));
  return { name, sha256: createHash('sha256').update(bytes).digest('hex') };
}

if (process.argv[1] === import.meta.filename) {
  const target = join(import.meta.dirname, '../../public/network/corridor.graph');
  mkdirSync(dirname(target), { recursive: true });
  const graph = corridorGraph();
  const bytes = encodeGraph(graph);
  writeFileSync(target, bytes);
  const { statistics, leftOut, warnings } = graph.about;
  console.log(`${basename(target)}: ${bytes.length} bytes`);
  console.log(JSON.stringify({ statistics, leftOut, warnings }, null, 2));
}
