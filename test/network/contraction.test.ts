import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runThrough } from '../../src/model/slices.ts';
import { Buckets, type ClimbStart } from '../../src/network/climbing.ts';
import { withClosed } from '../../src/network/closures.ts';
import {
  contractSteps,
  decisecondsOf,
  metresOf,
  weightOf,
  type Hierarchy,
} from '../../src/network/contraction.ts';
import { arcKinds, type RoadGraph } from '../../src/network/road-graph.ts';
import { graphOf, networks, type Network } from './networks.ts';

function contracted(graph: RoadGraph): Hierarchy {
  return runThrough(contractSteps(graph));
}

/** By node from a source: the least time, the least metres in that time, and the highest kinds of ways of both. */
function textbookWays({ nodes, arcs }: Network, source: number) {
  const best = nodes.map((_, node) => ({
    time: node === source ? 0 : Infinity,
    metres: 0,
    kinds: new Set(node === source ? [0] : []),
  }));
  const open = new Set(nodes.keys());
  while (open.size > 0) {
    const now = [...open]
      .map((node) => ({ node, ...(best[node] ?? { time: Infinity, metres: 0, kinds: new Set<number>() }) }))
      .reduce((a, b) => (b.time < a.time || (b.time === a.time && b.metres < a.metres) ? b : a));
    open.delete(now.node);
    if (now.time === Infinity) break;
    for (const arc of arcs.filter(({ from }) => from === now.node)) {
      const to = best[arc.to];
      if (!to) throw new Error(`expected a node, got ${arc.to}`);
      const [time, metres] = [now.time + Math.max(1, arc.deciseconds), now.metres + arc.metres];
      const kinds = [...now.kinds].map((kind) => Math.max(kind, arcKinds.indexOf(arc.kind)));
      if (time === to.time && metres === to.metres) kinds.forEach((kind) => to.kinds.add(kind));
      else if (time < to.time || (time === to.time && metres < to.metres))
        best[arc.to] = { time, metres, kinds: new Set(kinds) };
    }
  }
  return best;
}

function expectTextbook(network: Network, hierarchy: Hierarchy): void {
  const at = (node: number): ClimbStart[] => [{ place: hierarchy.place[node] ?? 0, weight: 0, kind: 0 }];
  const nodes = [...network.nodes.keys()];
  const truth = nodes.map((node) => textbookWays(network, node));
  const buckets = new Buckets(hierarchy, nodes.map(at));
  for (const to of nodes) {
    const { weight, kind } = buckets.to(at(to));
    for (const from of nodes) {
      const { time, metres, kinds } = truth[from]?.[to] ?? { time: Infinity, metres: 0, kinds: new Set() };
      if (time === Infinity) expect(weight[from]).toBe(Infinity);
      else expect(weight[from]).toBe(weightOf(time, metres));
      if (time < Infinity) expect(kinds).toContain(kind[from]);
    }
  }
}

test('time, length and kind of every pair are those of a textbook Dijkstra', () => {
  fc.assert(
    fc.property(networks, (network) => expectTextbook(network, contracted(graphOf(network)))),
    { seed: 31, numRuns: 200 },
  );
});

test('closed kinds are no way, also for a shortcut', () => {
  fc.assert(
    fc.property(networks, fc.subarray([...arcKinds]), (network, kinds) => {
      const open = { ...network, arcs: network.arcs.filter(({ kind }) => !kinds.includes(kind)) };
      expectTextbook(open, contracted(withClosed(graphOf(network), kinds)));
    }),
    { seed: 32, numRuns: 60 },
  );
});

test('of several places to start and to end the best counts, with what was spent before', () => {
  const starts = fc.array(fc.tuple(fc.nat(24), fc.nat(100)), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(networks, starts, starts, (network, from, to) => {
      const hierarchy = contracted(graphOf(network));
      const count = network.nodes.length;
      const at = (list: [number, number][]): ClimbStart[] =>
        list.map(([node, spent]) => ({
          place: hierarchy.place[node % count] ?? 0,
          weight: weightOf(spent, 0),
          kind: 0,
        }));
      const truth = from.flatMap(([start, before]) =>
        to.map(
          ([end, after]) =>
            before + after + (textbookWays(network, start % count)[end % count]?.time ?? Infinity),
        ),
      );
      const weight = new Buckets(hierarchy, [at(from)]).to(at(to)).weight[0] ?? Infinity;
      expect(weight === Infinity ? Infinity : decisecondsOf(weight)).toBe(Math.min(...truth));
    }),
    { seed: 33, numRuns: 100 },
  );
});

test('a weight gives back its time and its length to the centimetre, across a continent', () => {
  const weight = weightOf(4_000_000, 7_800_123.45);
  expect([decisecondsOf(weight), metresOf(weight)]).toEqual([4_000_000, 7_800_123.45]);
});

test('the same graph gives the same hierarchy; each arc climbs', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const [one, other] = [contracted(graphOf(network)), contracted(graphOf(network))];
      expect(one).toEqual(other);
      for (const { firstArc, head } of [one.up, one.down])
        for (let place = 0; place + 1 < firstArc.length; place += 1)
          for (const to of head.subarray(firstArc[place], firstArc[place + 1]))
            expect(to).toBeLessThan(place);
    }),
    { seed: 34, numRuns: 60 },
  );
});
