import fc from 'fast-check';
import type { Road, TurnBan } from '../../src/network/roads.ts';

/** Roads with turn bans, small enough that a search may remember the whole of the way it came. */
export interface BanNetwork {
  nodes: { lon: number; lat: number }[];
  roads: Road[];
  bans: TurnBan[];
}

const time = fc.option(fc.integer({ min: 1, max: 30 }), { nil: null, freq: 4 });

/** Random networks of few junctions and many roads: one-ways, parallel roads, loops, closed roads. */
const roadLists = fc.integer({ min: 2, max: 6 }).chain((count) =>
  fc.record({
    nodes: fc.constant(Array.from({ length: count }, (_, node) => ({ lon: -75 + node / 100, lat: 45 }))),
    roads: fc.array(
      fc.record({
        from: fc.nat(count - 1),
        to: fc.nat(count - 1),
        forward: time,
        backward: time,
        metres: fc.nat(900),
        kind: fc.constant('road' as const),
      }),
      { minLength: 2, maxLength: 11 },
    ),
  }),
);

/** A chain of roads that meet, from a road and choices of where to go on; null where no road goes on. */
function chainFrom(roads: readonly Road[], start: number, isTurned: boolean, choices: readonly number[]) {
  const first = roads[start % roads.length];
  if (!first) return null;
  const via = isTurned ? first.from : first.to;
  const chain = [start % roads.length];
  let here = via;
  for (const choice of choices) {
    const onward = roads.flatMap(({ from, to }, at) => (from === here || to === here ? [at] : []));
    const road = onward[choice % Math.max(1, onward.length)];
    if (road === undefined) return null;
    chain.push(road);
    const { from, to } = roads[road] ?? first;
    here = from === here ? to : from;
  }
  return { roads: chain, via };
}

/** Plain turns, u-turns (a road onto itself) and chains of up to four roads, several at one junction, some that do not meet. */
export const banNetworks: fc.Arbitrary<BanNetwork> = roadLists.chain(({ nodes, roads }) =>
  fc
    .array(
      fc.oneof(
        {
          weight: 9,
          arbitrary: fc
            .tuple(fc.nat(50), fc.boolean(), fc.array(fc.nat(50), { minLength: 1, maxLength: 3 }))
            .map(([start, isTurned, choices]) => chainFrom(roads, start, isTurned, choices)),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            via: fc.nat(nodes.length - 1),
            roads: fc.array(fc.nat(roads.length - 1), { minLength: 2, maxLength: 3 }),
          }),
        },
      ),
      { maxLength: 8 },
    )
    .map((bans) => ({ nodes, roads, bans: bans.filter((ban) => ban !== null) })),
);

/** One road driven one way. */
interface Leg {
  road: number;
  from: number;
  to: number;
  time: number;
}

/** Whether the last legs of a way are the roads of a ban, turned into at its junction. */
function endsInBan(way: readonly Leg[], { roads, via }: TurnBan): boolean {
  if (roads.length < 2 || way.length < roads.length) return false;
  const last = way.slice(-roads.length);
  return last.every(({ road }, at) => road === roads[at]) && last[0]?.to === via;
}

/**
 * Times from a junction to each by a textbook Dijkstra over ways, not junctions: it remembers the legs behind it, as many
 * as the longest ban looks at, and asks of each next leg whether the roads now driven in a row are banned. Infinity
 * where it does not reach.
 */
export function timesByLegs({ nodes, roads, bans }: BanNetwork, source: number): number[] {
  const legs = roads.flatMap(({ from, to, forward, backward }, road): Leg[] => [
    ...(forward === null ? [] : [{ road, from, to, time: forward }]),
    ...(backward === null ? [] : [{ road, from: to, to: from, time: backward }]),
  ]);
  const memory = Math.max(1, ...bans.map((ban) => ban.roads.length)) - 1;
  const best = nodes.map((_, node) => (node === source ? 0 : Infinity));
  const settled = new Set<string>();
  const open: { at: number; time: number; way: Leg[] }[] = [{ at: source, time: 0, way: [] }];
  while (open.length > 0) {
    const nearest = open.reduce((a, b, at) => (b.time < (open[a]?.time ?? Infinity) ? at : a), 0);
    const [here] = open.splice(nearest, 1);
    if (!here) break;
    const key = `${here.at}:${here.way.map((leg) => `${leg.road}${leg.from}>${leg.to}`).join()}`;
    // A loop driven either way has one key for two legs that end alike and are banned alike.
    if (settled.has(key)) continue;
    settled.add(key);
    best[here.at] = Math.min(best[here.at] ?? Infinity, here.time);
    for (const leg of legs.filter(({ from }) => from === here.at)) {
      const way = [...here.way, leg];
      if (bans.some((ban) => endsInBan(way, ban))) continue;
      open.push({ at: leg.to, time: here.time + leg.time, way: memory === 0 ? [] : way.slice(-memory) });
    }
  }
  return best;
}
