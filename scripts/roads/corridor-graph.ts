import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { buildGraph, type Arc } from '../../src/network/build-graph.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import type { LonLat } from './lambert.ts';
import { readFerries, readRoads, type RoadClass } from './read-roads.ts';

/** The roads carry no speeds: these are assumed, kilometres per hour, and said so in the graph's profile. */
const speeds: Record<RoadClass, number> = { 1: 100, 2: 85, 3: 70, 4: 45 };
const ferrySpeed = 10;
const ferryWaitSeconds = 600;
/** A place finds a road at a node, so nodes stand this close together along it. */
const nodeSpacingKilometres = 1;

/** The road graph of the Ottawa to Montréal sample, both ways on every road: the source has no one-ways. */
export function corridorGraph(): RoadGraph {
  const nodes = new NodeList();
  const arcs: Arc[] = [];
  for (const { class: roadClass, line } of readRoads())
    for (const { from, to, kilometres } of pieces(line)) {
      const metres = kilometres * 1000;
      const deciseconds = (kilometres / speeds[roadClass]) * 36_000;
      connect(arcs, nodes.at(from), nodes.at(to), { metres, deciseconds, kind: 'road' });
    }
  for (const line of readFerries()) {
    const kilometres = lengthOf(line);
    const deciseconds = (kilometres / ferrySpeed) * 36_000 + ferryWaitSeconds * 10;
    const [from, to] = [nodes.nearest(line[0]), nodes.nearest(line.at(-1))];
    connect(arcs, from, to, { metres: kilometres * 1000, deciseconds, kind: 'ferry' });
  }
  return buildGraph(nodes.list, arcs, {
    title: 'Roads from Ottawa to Montréal',
    origin: 'Natural Resources Canada, as shipped with Mapnik’s documentation',
    licence: 'GeoGratis unrestricted-use licence; © Her Majesty in Right of Canada',
    date: '2003',
    profile: 'assumed 100/85/70/45 km/h by class; ferries 10 km/h and 10 min of waiting',
  });
}

function connect(arcs: Arc[], from: number, to: number, ride: Omit<Arc, 'from' | 'to'>): void {
  if (from === to) return;
  arcs.push({ from, to, ...ride }, { from: to, to: from, ...ride });
}

const between = (a: LonLat, b: LonLat) => haversineKilometres(a[0], a[1], b[0], b[1]);
const lengthOf = (line: LonLat[]) =>
  line.reduce((sum, here, index) => sum + (index === 0 ? 0 : between(line[index - 1] ?? here, here)), 0);

/** A line cut into pieces of at most the node spacing, each with its length along the line. */
function pieces(line: LonLat[]): { from: LonLat; to: LonLat; kilometres: number }[] {
  const found: { from: LonLat; to: LonLat; kilometres: number }[] = [];
  let from = line[0];
  let run = 0;
  const close = (to: LonLat) => {
    if (from && run > 0) found.push({ from, to, kilometres: run });
    from = to;
    run = 0;
  };
  line.forEach((here, index) => {
    const before = line[index - 1];
    if (!before) return;
    const steps = Math.ceil(between(before, here) / nodeSpacingKilometres);
    if (run > 0 && run + between(before, here) > nodeSpacingKilometres) close(before);
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      const at: LonLat = [
        before[0] + (here[0] - before[0]) * share,
        before[1] + (here[1] - before[1]) * share,
      ];
      run += between(before, here) / steps;
      if (step < steps) close(at);
    }
    if (index === line.length - 1) close(here);
  });
  return found;
}

/** Nodes by position; segments that meet share an end within a metre. */
class NodeList {
  readonly list: { lon: number; lat: number }[] = [];
  private readonly index = new Map<string, number>();

  at([lon, lat]: LonLat): number {
    const key = `${lon.toFixed(5)} ${lat.toFixed(5)}`;
    const known = this.index.get(key);
    if (known !== undefined) return known;
    this.list.push({ lon: Number(lon.toFixed(5)), lat: Number(lat.toFixed(5)) });
    this.index.set(key, this.list.length - 1);
    return this.list.length - 1;
  }

  nearest(place: LonLat | undefined): number {
    if (!place) throw new Error('a ferry without ends');
    const far = this.list.map(({ lon, lat }) => haversineKilometres(lon, lat, place[0], place[1]));
    return far.indexOf(Math.min(...far));
  }
}

if (process.argv[1] === import.meta.filename) {
  const target = join(import.meta.dirname, '../../public/network/corridor.graph');
  mkdirSync(dirname(target), { recursive: true });
  const graph = corridorGraph();
  const bytes = encodeGraph(graph);
  writeFileSync(target, bytes);
  console.log(`corridor.graph: ${graph.lon.length} nodes, ${graph.head.length} arcs, ${bytes.length} bytes`);
}
