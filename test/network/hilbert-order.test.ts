import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildGraph } from '../../src/network/build-graph.ts';
import { hilbertOrder } from '../../src/network/hilbert-order.ts';
import { roadsOf, type Road, type Roads } from '../../src/network/roads.ts';
import { cornersOf } from '../../src/network/shape.ts';
import { banNetworks } from './ban-networks.ts';
import { about } from './networks.ts';

/** Junctions in different places, so that they can be told apart; a bend for every road, of its own. */
const named = banNetworks.map(({ nodes, roads, bans }) => ({
  nodes: nodes.map((_, node) => ({ lon: ((node * 37) % 11) - 5, lat: ((node * 17) % 7) + 40 })),
  roads: roads.map((road, at): Road => ({ ...road, metres: at, bends: [{ lon: at / 100, lat: 50 }] })),
  bans,
}));

/** Every road in words that do not depend on numbers. */
function inWords(roads: Roads) {
  const place = (junction = NaN) => `${roads.lonE7[junction]} ${roads.latE7[junction]}`;
  const { edges, ...graph } = buildGraph(roads, about);
  const road = (at: number) => {
    const bends = cornersOf({ ...graph, edges }, at).lonE7.length;
    const [first, end] = [roads.firstBend[at], roads.firstBend[at + 1]];
    const bend = roads.bendLonE7.subarray(first, end).join();
    const times = `${roads.forward[at]} ${roads.backward[at]} ${roads.metres[at]} ${roads.kind[at]}`;
    return `${place(roads.from[at])} > ${place(roads.to[at])}: ${times} ${bend} ${bends}`;
  };
  return {
    roads: [...roads.from.keys()].map(road).sort(),
    bans: roads.bans.map(({ via, roads: chain }) => [place(via), ...chain.map(road)]),
    arcs: graph.head.length,
    copies: graph.copyOf.length,
  };
}

test('the graph is the same but for its numbers, and a second time nothing moves', () => {
  fc.assert(
    fc.property(named, ({ nodes, roads, bans }) => {
      const given = roadsOf(nodes, roads, bans);
      const ordered = hilbertOrder(given);
      expect(inWords(ordered)).toEqual(inWords(given));
      expect(hilbertOrder(ordered)).toEqual(ordered);
      expect([...ordered.from]).toEqual([...ordered.from].sort((a, b) => a - b));
    }),
    { seed: 31, numRuns: 300 },
  );
});

test('from one junction of a grid to the next is one step, from corner to corner', () => {
  const side = 16;
  const nodes = Array.from({ length: side * side }, (_, at) => ({
    lon: ((at * 7) % side) / 10,
    lat: Math.floor(at / side) / 10,
  }));
  const { lonE7, latE7 } = hilbertOrder(roadsOf(nodes, []));
  for (let at = 1; at < lonE7.length; at += 1) {
    const east = Math.abs((lonE7[at] ?? 0) - (lonE7[at - 1] ?? 0)) / 1e6;
    const north = Math.abs((latE7[at] ?? 0) - (latE7[at - 1] ?? 0)) / 1e6;
    expect(east + north).toBe(1);
  }
  expect(new Set([...lonE7].map((lon, at) => `${lon} ${latE7[at]}`)).size).toBe(side * side);
});

test('no junction, one junction, and junctions of one place are ordered too', () => {
  expect(hilbertOrder(roadsOf([], [])).lonE7).toHaveLength(0);
  const place = { lon: -180, lat: 90 };
  expect([...hilbertOrder(roadsOf([place, place], [])).lonE7]).toEqual([-1.8e9, -1.8e9]);
});
