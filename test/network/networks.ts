import fc from 'fast-check';
import { buildGraph } from '../../src/network/build-graph.ts';
import { arcKinds, type ArcKind, type RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';

export const about = { title: 'test', origin: 'test', licence: 'none', date: '2026', profile: 'none' };

/** One direction of a road between two nodes, by index. */
export interface Arc {
  from: number;
  to: number;
  deciseconds: number;
  metres: number;
  kind: ArcKind;
}

export interface Network {
  nodes: { lon: number; lat: number }[];
  arcs: Arc[];
}

/** Random networks: one-ways, parallel arcs, arcs of no time, parts that nothing joins. */
export const networks: fc.Arbitrary<Network> = fc.integer({ min: 2, max: 25 }).chain((count) =>
  fc.record({
    nodes: fc.array(
      fc.record({
        lon: fc.double({ min: -80, max: -70, noNaN: true }),
        lat: fc.double({ min: 44, max: 47, noNaN: true }),
      }),
      { minLength: count, maxLength: count },
    ),
    arcs: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        deciseconds: fc.nat(40),
        metres: fc.nat(5000),
        kind: fc.constantFrom(...arcKinds),
      }),
      { maxLength: 90, size: 'max' },
    ),
  }),
);

/** A graph of the network: each arc is an edge of its own, in the order of the list. */
export const graphOf = ({ nodes, arcs }: Network): RoadGraph =>
  buildGraph(
    roadsOf(
      nodes,
      arcs.map(({ deciseconds, ...arc }) => ({ ...arc, forward: deciseconds, backward: null })),
    ),
    about,
  );

/** Textbook Dijkstra on the list of arcs: tenths of a second from the source, Infinity where it does not reach. */
export function textbookTimes({ nodes, arcs }: Network, source: number): number[] {
  const time: number[] = nodes.map((_, node) => (node === source ? 0 : Infinity));
  const open = new Set(nodes.keys());
  while (open.size > 0) {
    const node = [...open].reduce((best, other) => ((time[other] ?? 0) < (time[best] ?? 0) ? other : best));
    open.delete(node);
    for (const arc of arcs.filter(({ from }) => from === node))
      time[arc.to] = Math.min(time[arc.to] ?? 0, (time[node] ?? 0) + Math.max(1, arc.deciseconds));
  }
  return time;
}
