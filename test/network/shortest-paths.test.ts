import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reverse } from '../../src/network/build-graph.ts';
import { ShortestPaths, unreached } from '../../src/network/shortest-paths.ts';
import { graphOf, networks, textbookMetres, textbookTimes, type Network } from './networks.ts';

const times = (tree: { deciseconds: Uint32Array }) =>
  [...tree.deciseconds].map((time) => (time === unreached ? Infinity : time));

test('equals a textbook Dijkstra on random networks, search after search', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const search = new ShortestPaths(graphOf(network));
      for (const source of network.nodes.keys())
        expect(times(search.from([source]))).toEqual(textbookTimes(network, source));
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('the metres are those of the shortest of the fastest ways, by Bellman-Ford', () => {
  // Times of one to three tenths of a second: ties everywhere.
  const withTies = networks.map(({ nodes, arcs }) => ({
    nodes,
    arcs: arcs.map((arc) => ({ ...arc, deciseconds: 1 + (arc.deciseconds % 3) })),
  }));
  fc.assert(
    fc.property(withTies, (network) => {
      const { deciseconds, metres } = new ShortestPaths(graphOf(network)).from([0]);
      const ours = [...metres].map((length, node) => (deciseconds[node] === unreached ? NaN : length));
      expect(ours).toEqual(textbookMetres(network, 0));
    }),
    { seed: 16, numRuns: 200 },
  );
});

test('from several sources, each node has the time from the nearest', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const [a, b] = [textbookTimes(network, 0), textbookTimes(network, 1)];
      const both = times(new ShortestPaths(graphOf(network)).from([0, 1]));
      expect(both).toEqual(a.map((time, node) => Math.min(time, b[node] ?? Infinity)));
    }),
    { seed: 5, numRuns: 100 },
  );
});

test('the source named is one that is nearest', () => {
  fc.assert(
    fc.property(networks, fc.uniqueArray(fc.nat(1000), { minLength: 1, maxLength: 4 }), (network, picks) => {
      const sources = picks.map((pick) => pick % network.nodes.length);
      const tree = new ShortestPaths(graphOf(network)).from(sources);
      for (const [node, time] of times(tree).entries()) {
        if (time === Infinity) continue;
        const named = sources[tree.source[node] ?? -1] ?? -1;
        expect(textbookTimes(network, named)[node]).toBe(time);
      }
    }),
    { seed: 13, numRuns: 100 },
  );
});

test('a cutoff keeps what is at it and drops what is beyond it, search after search', () => {
  fc.assert(
    fc.property(networks, fc.nat(120), (network, cutoff) => {
      const search = new ShortestPaths(graphOf(network));
      search.from([1]);
      const all = textbookTimes(network, 0);
      expect(times(search.from([0], cutoff))).toEqual(all.map((time) => (time <= cutoff ? time : Infinity)));
      expect(times(search.from([0]))).toEqual(all);
    }),
    { seed: 14, numRuns: 100 },
  );
});

test('on the reverse network, times from a node are times to it', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const to = times(new ShortestPaths(reverse(graphOf(network))).from([0]));
      expect(to).toEqual([...network.nodes.keys()].map((node) => textbookTimes(network, node)[0]));
    }),
    { seed: 6, numRuns: 100 },
  );
});

test('one more road never makes a journey longer', () => {
  fc.assert(
    fc.property(networks, fc.nat(), fc.nat(), (network, from, to) => {
      const count = network.nodes.length;
      const arc = { from: from % count, to: to % count, deciseconds: 3, metres: 10, kind: 'road' as const };
      const more: Network = { ...network, arcs: [...network.arcs, arc] };
      const before = times(new ShortestPaths(graphOf(network)).from([0]));
      const after = times(new ShortestPaths(graphOf(more)).from([0]));
      expect(after.every((time, node) => time <= (before[node] ?? 0))).toBe(true);
    }),
    { seed: 7, numRuns: 100 },
  );
});

test('of two ways that take the same time the shorter one counts, and a ferry is remembered', () => {
  const arc = (from: number, to: number, metres: number, kind: 'road' | 'ferry') => ({
    from,
    to,
    deciseconds: 10,
    metres,
    kind,
  });
  const nodes = [0, 1, 2, 3].map((lon) => ({ lon, lat: 0 }));
  const network = {
    nodes,
    arcs: [arc(0, 1, 500, 'ferry'), arc(1, 3, 500, 'road'), arc(0, 2, 400, 'road'), arc(2, 3, 700, 'road')],
  };
  const tree = new ShortestPaths(graphOf(network)).from([0]);
  expect([tree.deciseconds[3], tree.metres[3], tree.kind[3], tree.kind[2]]).toEqual([20, 1000, 2, 0]);
});
