import { buildGraph, reverse, type Arc } from '../../src/network/build-graph.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { ShortestPaths } from '../../src/network/shortest-paths.ts';
import { Snapper } from '../../src/network/snap.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { Locations, TravelRequest } from '../../src/network/travel-types.ts';

const side = 316;
const points = 200;
const areas = 500;
/** The textbook is slow: so many searches of it are enough for a mean. */
const textbookSearches = 20;

/** Lehmer's generator (Park & Miller 1988, 10.1145/63039.63042): the same town on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** A grid of two-way streets of uneven speed, about 500 m from corner to corner. */
function gridGraph(random: () => number): RoadGraph {
  const nodes = Array.from({ length: side * side }, (_, node) => ({
    lon: -76 + (node % side) * 0.006,
    lat: 44 + Math.floor(node / side) * 0.0045,
  }));
  const arcs: Arc[] = [];
  const street = (a: number, b: number) => {
    const metres = 450 + random() * 150;
    const deciseconds = Math.round((metres / (8 + random() * 20)) * 10);
    const way = { deciseconds, metres, kind: 'road' as const };
    arcs.push({ from: a, to: b, ...way }, { from: b, to: a, ...way });
  };
  for (const node of nodes.keys()) {
    if (node % side < side - 1) street(node, node + 1);
    if (node + side < nodes.length) street(node, node + side);
  }
  const about = { title: 'grid', origin: 'generated', licence: 'none', date: '2026', profile: 'uneven' };
  return buildGraph(nodes, arcs, about);
}

function cornersOf(graph: RoadGraph, count: number, random: () => number): Locations & { node: number[] } {
  const node = Array.from({ length: count }, () => Math.floor(random() * graph.lon.length));
  return {
    node,
    lon: Float64Array.from(node, (at) => graph.lon[at] ?? 0),
    lat: Float64Array.from(node, (at) => graph.lat[at] ?? 0),
  };
}

/** Dijkstra as textbooks have it: arcs as objects, a binary heap of pairs, stale pairs skipped. */
function textbookTimes(arcsOf: { to: number; deciseconds: number }[][], source: number): number[] {
  const time = new Array<number>(arcsOf.length).fill(Infinity);
  const heap: [number, number][] = [];
  const swap = (a: number, b: number) => ([heap[a], heap[b]] = [pairAt(b), pairAt(a)]);
  const pairAt = (at: number): [number, number] => heap[at] ?? [Infinity, -1];
  const push = (pair: [number, number]) => {
    let at = heap.push(pair) - 1;
    for (let up = (at - 1) >> 1; at > 0 && pairAt(at)[0] < pairAt(up)[0]; up = (at - 1) >> 1) {
      swap(at, up);
      at = up;
    }
  };
  const pop = (): [number, number] => {
    const top = pairAt(0);
    const last = heap.pop() ?? top;
    if (heap.length > 0) heap[0] = last;
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2];
      const child = pairAt(right)[0] < pairAt(left)[0] ? right : left;
      if (!(pairAt(child)[0] < pairAt(at)[0])) return top;
      swap(at, child);
      at = child;
    }
  };
  time[source] = 0;
  push([0, source]);
  while (heap.length > 0) {
    const [now, node] = pop();
    if (now > (time[node] ?? 0)) continue;
    for (const { to, deciseconds } of arcsOf[node] ?? []) {
      const then = now + deciseconds;
      if (then >= (time[to] ?? 0)) continue;
      time[to] = then;
      push([then, to]);
    }
  }
  return time;
}

const arcListsOf = ({ firstArc, head, deciseconds }: RoadGraph) =>
  Array.from({ length: firstArc.length - 1 }, (_, node) =>
    Array.from(head.subarray(firstArc[node], firstArc[node + 1]), (to, at) => ({
      to,
      deciseconds: deciseconds[(firstArc[node] ?? 0) + at] ?? 0,
    })),
  );

function milliseconds(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/**
 * Travel times of a planner's project on a generated town: our search against a textbook Dijkstra on the same reverse
 * network and from the same points, whose every time is compared, then the whole matrix first and again.
 * @throws Error when the two do not agree.
 */
export async function benchTravel(): Promise<string[]> {
  const random = seeded(2026);
  const graph = gridGraph(random);
  const [to, from] = [cornersOf(graph, points, random), cornersOf(graph, areas, random)];
  const turned = reverse(graph);
  const search = new ShortestPaths(turned);
  const lists = arcListsOf(turned);
  const sources = to.node.slice(0, textbookSearches);

  search.from(sources); // both run warm
  textbookTimes(lists, 0);
  const ours = milliseconds(() => sources.forEach((node) => search.from([node]))) / sources.length;
  const theirs = milliseconds(() => sources.forEach((node) => textbookTimes(lists, node))) / sources.length;
  for (const node of sources) {
    const { deciseconds } = search.from([node]);
    if (textbookTimes(lists, node).some((time, at) => time !== deciseconds[at]))
      throw new Error(`expected the times of a textbook Dijkstra from node ${node}`);
  }

  const options = {
    detourFactor: 1.3,
    estimateSpeed: 60,
    snapLimitKilometres: 15,
    limitKilometres: Infinity,
  };
  const request: TravelRequest = { graph, origins: from, points: to, options };
  const snapping = milliseconds(() => void new Snapper(graph));
  const first = milliseconds(() => void travelMatrix(request));
  const again = milliseconds(() => void travelMatrix(request));
  const searches = points * ours;
  const count = (value: number) => value.toLocaleString('en-CA', { maximumFractionDigits: 0 });
  return [
    `travel: ${count(graph.lon.length)} nodes, ${count(graph.head.length)} arcs, ${points} points x ${areas} areas`,
    `  one search: ours ${ours.toFixed(1)} ms, textbook binary heap ${theirs.toFixed(1)} ms: ${(theirs / ours).toFixed(1)} times as fast (same times, ${sources.length} searches)`,
    `  matrix: first ${count(first)} ms, again ${count(again)} ms; searches alone ${count(searches)} ms: matrix ${(again / searches).toFixed(2)} times that`,
    `  preparing the snap: ${count(snapping)} ms, once a graph`,
  ];
}
