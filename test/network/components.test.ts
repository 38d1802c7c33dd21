import fc from 'fast-check';
import { expect, test } from 'vitest';
import { reachedFrom, stronglyConnected } from '../../src/network/components.ts';
import { graphOf, networks, textbookTimes } from './networks.ts';

test('components are the classes of mutual reach', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const { of, size } = stronglyConnected(graphOf(network));
      const reach = [...network.nodes.keys()].map((node) => textbookTimes(network, node));
      for (const a of network.nodes.keys())
        for (const b of network.nodes.keys()) {
          const mutual = (reach[a]?.[b] ?? Infinity) < Infinity && (reach[b]?.[a] ?? Infinity) < Infinity;
          expect(of[a] === of[b]).toBe(mutual);
        }
      expect([...size].reduce((sum, count) => sum + count, 0)).toBe(network.nodes.length);
    }),
    { seed: 8, numRuns: 100 },
  );
});

test('what is reached from marked nodes is what a textbook reaches from one of them', () => {
  fc.assert(
    fc.property(networks, fc.nat(), (network, salt) => {
      const marked = Uint8Array.from(network.nodes, (_, node) => ((node * 7 + salt) % 5 === 0 ? 1 : 0));
      const reach = [...network.nodes.keys()].map((node) => textbookTimes(network, node));
      const expected = network.nodes.map((_, node) =>
        [...marked.keys()].some((from) => marked[from] === 1 && (reach[from]?.[node] ?? Infinity) < Infinity)
          ? 1
          : 0,
      );
      expect([...reachedFrom(graphOf(network), marked)]).toEqual(expected);
    }),
    { seed: 9, numRuns: 100 },
  );
});

test('a road of 200,000 nodes one after the other does not overflow the stack', () => {
  const count = 200_000;
  const nodes = Array.from({ length: count }, () => ({ lon: 0, lat: 0 }));
  const arcs = nodes.map((_, from) => ({
    from,
    to: (from + 1) % count,
    deciseconds: 1,
    metres: 1,
    kind: 'road' as const,
  }));
  expect([...stronglyConnected(graphOf({ nodes, arcs })).size]).toEqual([count]);
});
