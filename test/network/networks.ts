import fc from 'fast-check';
import { buildGraph, type Arc } from '../../src/network/build-graph.ts';
import { arcKinds, type RoadGraph } from '../../src/network/road-graph.ts';

export const about = { title: 'test', origin: 'test', licence: 'none', date: '2026', profile: 'none' };

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
      { maxLength: 90 },
    ),
  }),
);

export const graphOf = ({ nodes, arcs }: Network): RoadGraph => buildGraph(nodes, arcs, about);

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

/**
 * Bellman-Ford on the list of arcs: of the ways from the source that take the least time, the metres of the shortest;
 * NaN where none leads.
 */
export function textbookMetres({ nodes, arcs }: Network, source: number): number[] {
  const best = nodes.map((_, node) =>
    node === source ? { time: 0, metres: 0 } : { time: Infinity, metres: NaN },
  );
  for (let round = 0; round < nodes.length; round += 1)
    for (const arc of arcs) {
      const [from, to] = [best[arc.from], best[arc.to]];
      if (!from || !to || from.time === Infinity) continue;
      const time = from.time + Math.max(1, arc.deciseconds);
      const metres = from.metres + arc.metres;
      if (time < to.time || (time === to.time && metres < to.metres)) Object.assign(to, { time, metres });
    }
  return best.map(({ metres }) => metres);
}
