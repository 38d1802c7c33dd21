import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reverse } from '../../src/network/build-graph.ts';
import { noArc, ShortestPaths, unreached, type Seeds } from '../../src/network/shortest-paths.ts';
import { graphOf, networks, textbookTimes, type Network } from './networks.ts';

const at = (...nodes: number[]): Seeds => ({
  node: nodes,
  deciseconds: nodes.map(() => 0),
  source: nodes.map((_, index) => index),
});
const times = (tree: { deciseconds: Uint32Array }) =>
  [...tree.deciseconds].map((time) => (time === unreached ? Infinity : time));

test('equals a textbook Dijkstra on random networks, search after search', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const search = new ShortestPaths(graphOf(network));
      for (const source of network.nodes.keys())
        expect(times(search.from(at(source)))).toEqual(textbookTimes(network, source));
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('from several sources with time already spent, each node has the time from the best', () => {
  const seeds = fc.array(fc.tuple(fc.nat(24), fc.nat(5000)), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(networks, seeds, (network, list) => {
      const planted = list.map(([node, spent]) => ({ node: node % network.nodes.length, spent }));
      const tree = new ShortestPaths(graphOf(network)).from({
        node: planted.map(({ node }) => node),
        deciseconds: planted.map(({ spent }) => spent),
        source: planted.map((_, source) => source),
      });
      const all = planted.map(({ node, spent }) => textbookTimes(network, node).map((time) => spent + time));
      const best = network.nodes.map((_, node) => Math.min(...all.map((one) => one[node] ?? Infinity)));
      expect(times(tree)).toEqual(best);
      for (const [node, time] of best.entries())
        if (time < Infinity) expect(tree.source[node]).toBe(all.findIndex((one) => one[node] === time));
    }),
    { seed: 5, numRuns: 200 },
  );
});

test('a cutoff keeps what is at it and drops what is beyond it, search after search', () => {
  fc.assert(
    fc.property(networks, fc.nat(120), (network, cutoff) => {
      const search = new ShortestPaths(graphOf(network));
      search.from(at(1));
      const all = textbookTimes(network, 0);
      expect(times(search.from(at(0), cutoff))).toEqual(
        all.map((time) => (time <= cutoff ? time : Infinity)),
      );
      expect(times(search.from(at(0)))).toEqual(all);
    }),
    { seed: 14, numRuns: 100 },
  );
});

test('on the reverse network, times from a node are times to it', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const to = times(new ShortestPaths(reverse(graphOf(network))).from(at(0)));
      expect(to).toEqual([...network.nodes.keys()].map((node) => textbookTimes(network, node)[0]));
    }),
    { seed: 6, numRuns: 100 },
  );
});

test('the way by parents takes the time said, each of its arcs leads on, and nearer nodes come first', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const graph = graphOf(network);
      const tree = new ShortestPaths(graph).from(at(0));
      expect(tree.order).toHaveLength(times(tree).filter((time) => time < Infinity).length);
      const sorted = [...tree.order].map((node) => tree.deciseconds[node] ?? 0);
      expect(sorted).toEqual([...sorted].sort((a, b) => a - b));
      for (const node of tree.order) {
        const [arc, parent] = [tree.arc[node] ?? 0, tree.parent[node] ?? 0];
        if (arc === noArc) expect([node, parent]).toEqual([0, 0]);
        else {
          expect(graph.head[arc]).toBe(node);
          expect(tree.deciseconds[node]).toBe(
            (tree.deciseconds[parent] ?? 0) + (graph.deciseconds[arc] ?? 0),
          );
        }
      }
    }),
    { seed: 16, numRuns: 100 },
  );
});

test('the order of the seeds leaves no trace', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const nodes = [...network.nodes.keys()];
      const seeds = (list: number[]): Seeds => ({ node: list, deciseconds: list.map(() => 0), source: list });
      const [a, b] = [nodes, [...nodes].reverse()].map((list) => {
        const tree = new ShortestPaths(graphOf(network)).from(seeds(list.filter((node) => node % 3 === 0)));
        return [...tree.order].map((node) => [node, tree.source[node], tree.arc[node]]).sort();
      });
      expect(a).toEqual(b);
    }),
    { seed: 17, numRuns: 100 },
  );
});

test('one more road never makes a journey longer', () => {
  fc.assert(
    fc.property(networks, fc.nat(), fc.nat(), (network, from, to) => {
      const count = network.nodes.length;
      const arc = { from: from % count, to: to % count, deciseconds: 3, metres: 10, kind: 'road' as const };
      const more: Network = { ...network, arcs: [...network.arcs, arc] };
      const before = times(new ShortestPaths(graphOf(network)).from(at(0)));
      const after = times(new ShortestPaths(graphOf(more)).from(at(0)));
      expect(after.every((time, node) => time <= (before[node] ?? 0))).toBe(true);
    }),
    { seed: 7, numRuns: 100 },
  );
});
