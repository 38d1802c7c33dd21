import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NearestSources, noSource } from '../../src/network/nearest-sources.ts';
import { noArc, unreached } from '../../src/network/shortest-paths.ts';
import { graphOf, networks, textbookTimes } from './networks.ts';

const seedLists = fc.array(fc.tuple(fc.nat(24), fc.nat(300), fc.nat(6)), { minLength: 1, maxLength: 10 });

test('the k nearest sources of each node are those of a textbook Dijkstra from each seed', () => {
  fc.assert(
    fc.property(networks, seedLists, fc.integer({ min: 1, max: 4 }), (network, list, k) => {
      const count = network.nodes.length;
      const graph = graphOf(network);
      const labels = new NearestSources(graph, k).from({
        node: list.map(([node]) => node % count),
        deciseconds: list.map(([, spent]) => spent),
        source: list.map(([, , source]) => source),
      });
      const ways = list.map(([node, spent, source]) => ({
        source,
        times: textbookTimes(network, node % count).map((time) => time + spent),
      }));
      const sources = [...new Set(ways.map(({ source }) => source))];
      for (const node of network.nodes.keys()) {
        const truth = sources
          .map((source) => ({
            source,
            time: Math.min(...ways.map((way) => (way.source === source ? (way.times[node] ?? 0) : Infinity))),
          }))
          .filter(({ time }) => time < Infinity)
          .sort((a, b) => a.time - b.time || a.source - b.source)
          .slice(0, k);
        const ours = Array.from({ length: k }, (_, at) => ({
          source: labels.source[node * k + at] ?? 0,
          time: labels.deciseconds[node * k + at] ?? 0,
        }))
          .filter(({ time }) => time !== unreached)
          .sort((a, b) => a.time - b.time || a.source - b.source);
        expect(ours).toEqual(truth);
      }
    }),
    { seed: 21, numRuns: 200 },
  );
});

test('each way comes from an entry of its own source, settled before it, by an arc that leads there', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const graph = graphOf(network);
      const nodes = [...network.nodes.keys()].filter((node) => node % 3 === 0);
      const seeds = { node: nodes, deciseconds: nodes.map(() => 0), source: nodes };
      const { source, deciseconds, arc, parent, order } = new NearestSources(graph, 2).from(seeds);
      const seen = new Set<number>();
      for (const entry of order) {
        seen.add(entry);
        const [by, before] = [arc[entry] ?? 0, parent[entry] ?? 0];
        expect(source[entry]).not.toBe(noSource);
        expect(source[before]).toBe(source[entry]);
        expect(seen.has(before)).toBe(true);
        if (by === noArc) continue;
        expect(graph.head[by]).toBe(Math.floor(entry / 2));
        expect(deciseconds[entry]).toBe((deciseconds[before] ?? 0) + (graph.deciseconds[by] ?? 0));
      }
    }),
    { seed: 22, numRuns: 100 },
  );
});

test('a cutoff keeps what is at it and drops what is beyond it', () => {
  const nodes = [0, 1, 2].map((lon) => ({ lon, lat: 0 }));
  const arc = (from: number, to: number) => ({ from, to, deciseconds: 10, metres: 1, kind: 'road' as const });
  const search = new NearestSources(graphOf({ nodes, arcs: [arc(0, 1), arc(1, 2)] }), 1);
  const { deciseconds } = search.from({ node: [0], deciseconds: [5], source: [0] }, 15);
  expect([...deciseconds]).toEqual([5, 15, unreached]);
});
