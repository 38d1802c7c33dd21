import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limitMinutesFor } from '../../src/analysis/travel-limit.ts';
import { runThrough } from '../../src/model/slices.ts';
import { buildGraph, type ArcRows } from '../../src/network/build-graph.ts';
import { contractSteps } from '../../src/network/contraction.ts';
import { buffersOf, decodeGraph, encodeGraph } from '../../src/network/graph-file.ts';
import { hilbertOrder } from '../../src/network/hilbert-order.ts';
import { nearestPoints } from '../../src/network/nearest.ts';
import { networkOf } from '../../src/network/network.ts';
import { isochronesOf } from '../../src/network/reach.ts';
import { ShortestPaths, type Seeds } from '../../src/network/shortest-paths.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { inPgRouting } from './peers/pgrouting.ts';
import { seeded, tiledRoads } from './tiled-roads.ts';

const sourceCount = 2000;
const organizations = 5;
const singleSearches = 20;
const cutoffDeciseconds = 18_000;
const rounds = 5;

const about = { title: 'bench', origin: 'bench', licence: 'none', date: '2026', profile: 'car' };
const options = { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 15, limitKilometres: Infinity };
const count = (value: number) => value.toLocaleString('en-CA', { maximumFractionDigits: 0 });
const ms = (value: number) => (value < 10 ? value.toFixed(1) : count(value));

function timed<Result>(work: () => Result): [milliseconds: number, result: Result] {
  const start = performance.now();
  const result = work();
  return [performance.now() - start, result];
}

/** The quickest of several rounds: the machine is shared. */
function quickest(work: () => number): number {
  return Math.min(...Array.from({ length: rounds }, work));
}

/**
 * The network engine on a million junctions: making and loading the graph, searches beside the same algorithm in C++, the
 * nearest three of many points, matrices with and without shortcuts, isochrones.
 * @throws Error when the searches' times are not those of the C++ peer, or pgRouting reaches other nodes
 */
export async function benchNetwork(): Promise<string[]> {
  const { roads, what } = tiledRoads(1_000_000);
  const [building, graph] = timed(() => buildGraph(hilbertOrder(roads), about));
  const file = encodeGraph(graph);
  const [loading, loaded] = timed(() => decodeGraph(file));
  const [turning] = timed(() => networkOf(loaded).search('to point'));
  const bytes = buffersOf(loaded).reduce((sum, { byteLength }) => sum + byteLength, 0);
  return [
    `network: ${what}: ${count(graph.lonE7.length)} nodes, ${count(graph.head.length)} arcs, ${count(graph.edges.from.length)} roads`,
    `  to a graph from its roads ${ms(building)} ms; read from its file of ${count(file.length / 1e6)} MB ${ms(loading)} ms, ${count(bytes / 1e6)} MB in memory; turned round and search set up ${ms(turning)} ms`,
    ...searches(loaded),
    ...(await queries(loaded)),
  ];
}

const seedsAt = (nodes: Uint32Array): Seeds => ({
  node: nodes,
  deciseconds: new Uint32Array(nodes.length),
  source: Uint32Array.from(nodes.keys()),
});

function searches(graph: RoadGraph): string[] {
  const random = seeded(7);
  const sources = Uint32Array.from({ length: sourceCount }, () => Math.floor(random() * graph.lonE7.length));
  const paths = new ShortestPaths(graph);
  let [nearestSum, singleSum, reached] = [0, 0, 0];
  const nearest = quickest(() => {
    const [time, { order, deciseconds }] = timed(() => paths.from(seedsAt(sources)));
    nearestSum = order.reduce((sum, node) => sum + (deciseconds[node] ?? 0), 0);
    reached = order.length;
    return time;
  });
  const single = quickest(() => {
    let time = 0;
    singleSum = 0;
    for (const source of sources.subarray(0, singleSearches)) {
      const [taken, { order, deciseconds }] = timed(() =>
        paths.from(seedsAt(Uint32Array.of(source)), cutoffDeciseconds),
      );
      time += taken;
      singleSum += order.reduce((sum, node) => sum + (deciseconds[node] ?? 0), 0);
    }
    return time / singleSearches;
  });
  const peer = inCpp(graph, sources);
  if (peer && (peer.nearestSum !== nearestSum || peer.singleSum !== singleSum))
    throw new Error(
      `expected the sums of the C++ peer, ${JSON.stringify(peer)}, got ${nearestSum} and ${singleSum}`,
    );
  const database = inPgRouting(graph, sources);
  if (database && database.reached !== reached)
    throw new Error(`expected ${reached} nodes of pgRouting, got ${database.reached}`);
  const beside = (ours: number, theirs: number | undefined) =>
    theirs === undefined
      ? 'no g++ to measure beside'
      : `C++ -O3 ${ms(theirs)} ms: ${(ours / theirs).toFixed(2)} times as long`;
  return [
    `  nearest of ${count(sourceCount)} points for every node: ${ms(nearest)} ms, ${beside(nearest, peer?.nearestMilliseconds)}`,
    database
      ? `  the same by pgRouting: ${count(database.milliseconds / 1000)} s, ${count(database.milliseconds / nearest)} times as long`
      : '  no pgRouting to measure beside (GUICHET_PGROUTING, a connection string)',
    `  one source, 30 min: ${ms(single)} ms, ${beside(single, peer?.singleMilliseconds)} (same times)`,
  ];
}

interface CppAnswer {
  nearestMilliseconds: number;
  nearestSum: number;
  singleMilliseconds: number;
  singleSum: number;
}

/** The same searches by peers/dial.cpp; null without a compiler. */
function inCpp({ firstArc, head, deciseconds }: ArcRows, sources: Uint32Array): CppAnswer | null {
  if (spawnSync('g++', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'guichet-bench-'));
  try {
    const [program, input] = [join(folder, 'dial'), join(folder, 'graph.bin')];
    execFileSync('g++', ['-O3', '-march=native', '-o', program, join(import.meta.dirname, 'peers/dial.cpp')]);
    const header = Uint32Array.of(firstArc.length - 1, head.length, sources.length, cutoffDeciseconds);
    const parts = [header, firstArc, head, deciseconds, sources];
    writeFileSync(
      input,
      Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength))),
    );
    return JSON.parse(execFileSync(program, [input]).toString()) as CppAnswer;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function queries(graph: RoadGraph): Promise<string[]> {
  const random = seeded(11);
  const places = (many: number) => {
    const nodes = Array.from({ length: many }, () => Math.floor(random() * graph.lonE7.length));
    return {
      lon: Float64Array.from(nodes, (node) => (graph.lonE7[node] ?? 0) / 1e7 + random() * 1e-3),
      lat: Float64Array.from(nodes, (node) => (graph.latE7[node] ?? 0) / 1e7 + random() * 1e-3),
    };
  };
  const [points, areas] = [places(sourceCount), places(100_000)];
  const [snapping] = timed(() => networkOf(graph).snapper.snap(areas, 15));
  const direction = 'to point' as const;
  const nearest = () => nearestPoints({ graph, places: areas, points, k: 3, direction, options });
  nearest();
  const [three] = timed(nearest);
  const limitMinutes = limitMinutesFor(areas, points, graph.lonE7.length);
  const groups = Uint32Array.from({ length: sourceCount }, (_, point) => point % organizations);
  const [thinning, thinned] = timed(() =>
    travelMatrix({
      ...{ graph, origins: areas, points, beyond: { groups, nearest: 2 } },
      options: { ...options, limitMinutes },
    }),
  );
  const [few, some] = [places(300), places(300)];
  const bounded = { ...options, limitMinutes: 60 };
  const [within] = timed(() => travelMatrix({ graph, origins: few, points: some, options: bounded }));
  const network = networkOf(graph);
  const [contracting] = timed(() => (network.hierarchy = runThrough(contractSteps(network.graph))));
  const [small] = timed(() => travelMatrix({ graph, origins: few, points: some, options }));
  const [many, more] = [places(1000), places(5000)];
  const [large] = timed(() => travelMatrix({ graph, origins: many, points: more, options }));
  const times = Array.from({ length: 5 }, (_, at) => {
    const spot = { lon: few.lon.slice(at, at + 1), lat: few.lat.slice(at, at + 1) };
    return timed(() => isochronesOf({ graph, points: spot, minutes: [30], direction, options }))[0];
  });
  return [
    `  meeting the roads: ${count(areas.lon.length)} places in ${ms(snapping)} ms`,
    `  nearest 3 of ${count(sourceCount)} points for ${count(areas.lon.length)} places, with minutes and km: ${ms(three)} ms`,
    `  a project of as many places and points, of ${organizations} organizations: ${count(thinned.origin.length)} journeys, all within ${limitMinutes} min and the nearest 2 of each organization: ${ms(thinning)} ms`,
    `  300 x 300 within 60 min: ${ms(within)} ms; shortcuts made in ${count(contracting / 1000)} s, then 300 x 300 whole ${ms(small)} ms, 1,000 x 5,000 whole ${ms(large)} ms`,
    `  isochrone of 30 min: ${times.map(ms).join(', ')} ms about five places`,
  ];
}
