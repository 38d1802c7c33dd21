import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/network/build-graph.ts';
import { cutLongRoads, longestDeciseconds } from '../../src/network/cut-long-roads.ts';
import { closed, type RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';
import { cornersOf } from '../../src/network/shape.ts';
import { ShortestPaths, unreached } from '../../src/network/shortest-paths.ts';
import { banNetworks, timesByLegs } from './ban-networks.ts';
import { about } from './networks.ts';

const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);

/** A road of some 20 minutes, a ferry of 5 hours out and 3 h back over a corner, and a bridge that is closed one way. */
const nodes = [0, 1, 2].map((lon) => ({ lon, lat: 0 }));
const ferry = { from: 1, to: 2, forward: 180_000, backward: 108_000, metres: 90_000, kind: 'ferry' as const };
const roads = roadsOf(nodes, [
  { from: 0, to: 1, forward: 12_000, backward: 12_000, metres: 20_000, kind: 'road' },
  { ...ferry, bends: [{ lon: 1.5, lat: 0.5 }] },
  { from: 2, to: 0, forward: 200_000, backward: null, metres: 250_000, kind: 'road' },
]);

test('a ferry of five hours is three pieces whose times and metres add up', () => {
  const cut = cutLongRoads(roads);
  expect([...cut.from]).toEqual([0, 1, 3, 4, 2, 5, 6, 7]);
  expect([...cut.to]).toEqual([1, 3, 4, 2, 5, 6, 7, 0]);
  expect([...cut.forward.slice(1, 4)]).toEqual([60_000, 60_000, 60_000]);
  expect([...cut.backward.slice(1, 4)]).toEqual([36_000, 36_000, 36_000]);
  expect(sum(cut.metres.slice(1, 4))).toBe(90_000);
  expect([...cut.kind]).toEqual([0, 2, 2, 2, 0, 0, 0, 0]);
  expect(sum(cut.forward.slice(4))).toBe(200_000);
  expect([...cut.backward.slice(4)]).toEqual([closed, closed, closed, closed]);
});

test('the pieces are drawn as the whole was', () => {
  const graph = buildGraph(roads, about);
  const corners = [1, 2, 3].flatMap((edge) => {
    const { lonE7, latE7 } = cornersOf(graph, edge);
    return lonE7.map((lon, at) => [lon / 1e7, (latE7[at] ?? 0) / 1e7]);
  });
  // A third and two thirds of the way lie on the legs to the corner and from it.
  expect(corners.some(([lon = 0, lat = 0]) => Math.hypot(lon - 1.5, lat - 0.5) < 1e-6)).toBe(true);
  for (const [lon = NaN, lat = NaN] of corners) expect(lat).toBeCloseTo(0.5 - Math.abs(lon - 1.5), 4);
});

test('no arc is longer than the limit; roads at the limit stay whole', () => {
  expect(Math.max(...buildGraph(roads, about).deciseconds)).toBeLessThanOrEqual(longestDeciseconds);
  const whole = (forward: number) =>
    cutLongRoads(roadsOf(nodes, [{ ...ferry, forward, backward: null }])).from.length;
  expect([whole(longestDeciseconds), whole(longestDeciseconds + 1)]).toEqual([1, 2]);
  const short = roadsOf(nodes, [{ ...ferry, forward: 5, backward: 5 }]);
  expect(cutLongRoads(short)).toBe(short);
});

test('times stay those of the whole roads, turn bans too', () => {
  // Times a thousand times longer, so that some roads are cut and some are not; cutting loses no tenth.
  const scaled = banNetworks.map((network) => ({
    ...network,
    roads: network.roads.map((road) => ({
      ...road,
      forward: road.forward && road.forward * 7001,
      backward: road.backward && road.backward * 7001,
    })),
  }));
  const times = (graph: RoadGraph, source: number, count: number) => {
    const tree = new ShortestPaths(graph).from({ node: [source], deciseconds: [0], source: [0] });
    const junctions = graph.lonE7.length - graph.copyOf.length;
    const best = Array.from({ length: count }, () => Infinity);
    tree.deciseconds.forEach((time, node) => {
      const junction = node < junctions ? node : (graph.copyOf[node - junctions] ?? count);
      if (junction < count && time !== unreached) best[junction] = Math.min(best[junction] ?? Infinity, time);
    });
    return best;
  };
  fc.assert(
    fc.property(scaled, (network) => {
      const graph = buildGraph(roadsOf(network.nodes, network.roads, network.bans), about);
      expect(sum(graph.edges.metres)).toBeCloseTo(sum(network.roads.map(({ metres }) => metres)), 1);
      // A road that is cut can be turned round on midway, two hours along and two hours back; no other ban is got round.
      for (const source of network.nodes.keys()) {
        const truth = timesByLegs(network, source);
        for (const [node, time] of times(graph, source, network.nodes.length).entries())
          if (network.bans.length === 0 || time < longestDeciseconds) expect(time).toBe(truth[node]);
          else expect(time).toBeLessThanOrEqual(truth[node] ?? 0);
      }
    }),
    { seed: 24, numRuns: 150 },
  );
});
