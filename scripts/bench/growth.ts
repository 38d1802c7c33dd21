import { buildGraph, type ArcRows } from '../../src/network/build-graph.ts';
import { buffersOf } from '../../src/network/graph-file.ts';
import { hilbertOrder } from '../../src/network/hilbert-order.ts';
import { NearestSources } from '../../src/network/nearest-sources.ts';
import { ShortestPaths, type Seeds } from '../../src/network/shortest-paths.ts';
import { seeded, tiledRoads } from './tiled-roads.ts';

const rounds = 2;
/** Junctions of the graphs; the last has some ten million arcs, about as many as all roads of Canada. */
const sizes = [250_000, 1_000_000, 4_240_000];
/** The one that is asked by more and fewer points too, and for more and fewer of them. */
const usualSize = 1_000_000;
const usualSources = 2000;
const about = { title: 'bench', origin: 'bench', licence: 'none', date: '2026', profile: 'car' };
const count = (value: number) => value.toLocaleString('en-CA', { maximumFractionDigits: 0 });

/** How searches for the nearest of many points for every node grow with nodes, points and k; processor time. */
export function benchGrowth(): string[] {
  const lines: string[] = [];
  for (const size of sizes) {
    const graph = buildGraph(hilbertOrder(tiledRoads(size).roads), about);
    const bytes = buffersOf(graph).reduce((sum, { byteLength }) => sum + byteLength, 0);
    const times = [1, 3].map((k) => `k = ${k} ${count(searched(graph, usualSources, k))} ms`);
    lines.push(
      `${count(graph.lonE7.length)} nodes, ${count(graph.head.length)} arcs, ${count(bytes / 1e6)} MB, ${count(usualSources)} points: ${times.join(', ')}`,
    );
    if (size !== usualSize) continue;
    const bySources = [20, 200, 20_000].map(
      (many) => `${count(many)} points ${count(searched(graph, many, 1))} ms`,
    );
    lines.push(`  the same graph, k = 1: ${bySources.join(', ')}`);
    const byRank = [2, 5].map((k) => `k = ${k} ${count(searched(graph, usualSources, k))} ms`);
    lines.push(`  the same graph, ${count(usualSources)} points: ${byRank.join(', ')}`);
  }
  return lines;
}

/** Milliseconds of the processor for one search, the quickest of some. */
function searched(rows: ArcRows, sources: number, k: number): number {
  const random = seeded(7);
  const node = Uint32Array.from({ length: sources }, () => Math.floor(random() * (rows.firstArc.length - 1)));
  const seeds: Seeds = { node, deciseconds: new Uint32Array(sources), source: Uint32Array.from(node.keys()) };
  const search = k === 1 ? new ShortestPaths(rows) : new NearestSources(rows, k);
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const used = process.cpuUsage();
    search.from(seeds);
    const { user, system } = process.cpuUsage(used);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}
