import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph, reverse } from '../../src/network/build-graph.ts';
import { decodeGraph, encodeGraph } from '../../src/network/graph-file.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf, type TurnBan } from '../../src/network/roads.ts';
import { ShortestPaths, unreached } from '../../src/network/shortest-paths.ts';
import { banNetworks, timesByLegs, type BanNetwork } from './ban-networks.ts';
import { about } from './networks.ts';

const graphOf = ({ nodes, roads, bans }: BanNetwork) => buildGraph(roadsOf(nodes, roads, bans), about);
const at = (nodes: number[]) => ({ node: nodes, deciseconds: nodes.map(() => 0), source: nodes });

/** The junction each node stands for. */
function junctionsOf({ lonE7, copyOf }: RoadGraph): number[] {
  const junctions = lonE7.length - copyOf.length;
  return [...lonE7.keys()].map((node) => (node < junctions ? node : (copyOf[node - junctions] ?? -1)));
}

/** Times to junctions: the least of the junction's nodes. */
function byJunction(graph: RoadGraph, deciseconds: Uint32Array): number[] {
  const times = Array.from({ length: graph.lonE7.length - graph.copyOf.length }, () => Infinity);
  junctionsOf(graph).forEach((junction, node) => {
    const time = deciseconds[node] ?? unreached;
    if (time !== unreached) times[junction] = Math.min(times[junction] ?? Infinity, time);
  });
  return times;
}

test('times are those of a search that remembers the roads behind it', () => {
  let [split, chains] = [0, 0];
  fc.assert(
    fc.property(banNetworks, (network) => {
      const graph = graphOf(network);
      const search = new ShortestPaths(graph);
      if (graph.copyOf.length > 1) split += 1;
      if (network.bans.some(({ roads }) => roads.length > 2) && graph.about.statistics.bansKept > 0)
        chains += 1;
      for (const source of network.nodes.keys())
        expect(byJunction(graph, search.from(at([source])).deciseconds)).toEqual(
          timesByLegs(network, source),
        );
    }),
    { seed: 21, numRuns: 600 },
  );
  expect(split).toBeGreaterThan(300);
  expect(chains).toBeGreaterThan(200);
});

test('backward from a junction and its copies, times are those to it', () => {
  fc.assert(
    fc.property(banNetworks, (network) => {
      const graph = graphOf(network);
      const turned = new ShortestPaths(reverse(graph));
      const junctions = junctionsOf(graph);
      const from = [...network.nodes.keys()].map((source) => timesByLegs(network, source));
      for (const target of network.nodes.keys()) {
        const nodes = [...junctions.keys()].filter((node) => junctions[node] === target);
        const { deciseconds } = turned.from(at(nodes));
        // People set out from a junction without a road behind them: the junction itself, not its copies.
        const to = [...network.nodes.keys()].map((node) => deciseconds[node] ?? unreached);
        expect(to.map((time) => (time === unreached ? Infinity : time))).toEqual(
          from.map((times) => times[target]),
        );
      }
    }),
    { seed: 22, numRuns: 200 },
  );
});

test('each arc runs along its edge from the junction of its tail to that of its head; files keep the copies', () => {
  fc.assert(
    fc.property(banNetworks, (network) => {
      const graph = graphOf(network);
      const junctions = junctionsOf(graph);
      const { edges } = graph;
      for (const node of junctions.keys())
        for (let arc = graph.firstArc[node] ?? 0; arc < (graph.firstArc[node + 1] ?? 0); arc += 1) {
          const [edge, back] = [(graph.arcEdge[arc] ?? 0) >> 1, (graph.arcEdge[arc] ?? 0) & 1];
          const ends = [edges.from[edge], edges.to[edge]];
          expect([junctions[node], junctions[graph.head[arc] ?? -1]]).toEqual(back ? ends.reverse() : ends);
          const road = network.roads[edge];
          expect(graph.deciseconds[arc]).toBe(back ? road?.backward : road?.forward);
        }
      expect(decodeGraph(encodeGraph(graph))).toEqual(graph);
      const { bansKept } = graph.about.statistics;
      const dropped = Object.values(graph.about.bansDropped ?? {}).reduce((sum, count) => sum + count, 0);
      expect(bansKept + dropped).toBe(network.bans.length);
    }),
    { seed: 23, numRuns: 200 },
  );
});

/**
 * A cross: 0 south, 1 middle, 2 north, 3 east, 4 west; roads 0-1, 1-2, 1-3, 1-4 of a minute each, both ways, and a long
 * way round from 2 to 3 (road 4) of ten minutes.
 */
const cross = (bans: TurnBan[]): RoadGraph => {
  const road = { forward: 600, backward: 600, metres: 1000, kind: 'road' as const };
  const places = [
    { lon: 0, lat: -1 },
    { lon: 0, lat: 0 },
    { lon: 0, lat: 1 },
    { lon: 1, lat: 0 },
    { lon: -1, lat: 0 },
  ];
  const roads = [
    { ...road, from: 0, to: 1 },
    { ...road, from: 1, to: 2 },
    { ...road, from: 1, to: 3 },
    { ...road, from: 1, to: 4 },
    { ...road, from: 2, to: 3, forward: 6000, backward: 6000 },
  ];
  return buildGraph(roadsOf(places, roads, bans), about);
};
const minutes = (graph: RoadGraph, from: number, to: number) =>
  (byJunction(graph, new ShortestPaths(graph).from(at([from])).deciseconds)[to] ?? NaN) / 600;

test('a banned right turn is driven by turning round at the next junction', () => {
  const graph = cross([{ roads: [0, 2], via: 1 }]);
  expect([minutes(cross([]), 0, 3), minutes(graph, 0, 3)]).toEqual([2, 4]);
  expect(minutes(graph, 3, 0)).toBe(2);
  expect([...graph.copyOf]).toEqual([1]);
  expect(graph.about.statistics).toMatchObject({ junctions: 5, copies: 1, edges: 5, arcs: 13, bansKept: 1 });
});

test('two bans from one road share a copy', () => {
  const graph = cross([
    { roads: [0, 2], via: 1 },
    { roads: [0, 3], via: 1 },
  ]);
  expect([...graph.copyOf]).toEqual([1]);
  // Straight on or back alone.
  expect((graph.firstArc[6] ?? NaN) - (graph.firstArc[5] ?? NaN)).toBe(2);
});

test('only this turn and no turning round on the way: the long way round', () => {
  const graph = cross([
    { roads: [0, 2], via: 1 },
    { roads: [0, 1, 1], via: 1 },
    { roads: [0, 3, 3], via: 1 },
    { roads: [0, 0], via: 1 },
  ]);
  // South to middle to north, and from there ten minutes round.
  expect(minutes(graph, 0, 3)).toBe(12);
  expect(minutes(graph, 4, 3)).toBe(2);
});

test('bans that roads do not meet for, and bans of what is closed anyway, are counted and change nothing', () => {
  const graph = cross([
    { roads: [0, 4], via: 1 },
    { roads: [0, 2], via: 3 },
    { roads: [0], via: 1 },
  ]);
  expect(graph.copyOf).toHaveLength(0);
  expect(graph.about.bansDropped).toEqual({ 'roads apart': 3 });
  const oneWay = buildGraph(
    roadsOf(
      [0, 1, 2].map((lon) => ({ lon, lat: 0 })),
      [
        { from: 0, to: 1, forward: 10, backward: null, metres: 1, kind: 'road' },
        { from: 2, to: 1, forward: 10, backward: null, metres: 1, kind: 'road' },
      ],
      [{ roads: [0, 1], via: 1 }],
    ),
    { ...about, bansDropped: { incomplete: 2, 'closed anyway': 1 } },
  );
  expect(oneWay.about.bansDropped).toEqual({ incomplete: 2, 'closed anyway': 2 });
});
