import type { Counts, DroppedBanReason } from '../graph-origin.ts';
import type { TurnBan } from '../roads.ts';
import type { Restriction } from './osm-restriction.ts';

/** How roads hang together, to find the turns that restrictions are about. */
export interface RoadNetwork {
  /** Junctions of each road. */
  from: ArrayLike<number>;
  to: ArrayLike<number>;
  /** Roads that a way became, in its order; none where it is no road. */
  roadsOf: (way: number) => readonly number[];
  /** Junction of a node, or undefined. */
  junctionOf: (node: number) => number | undefined;
}

/**
 * The turns that restrictions forbid. A way of a restriction may be cut at junctions: of its roads the one that meets the next
 * counts. Where only one way on is allowed, every other is forbidden, the way back too.
 */
export function turnBans(
  restrictions: readonly Restriction[],
  network: RoadNetwork,
): { bans: TurnBan[]; dropped: Counts<DroppedBanReason> } {
  const dropped: Counts<DroppedBanReason> = {};
  const chains = restrictions.map((restriction) => {
    const found = restriction.from.flatMap((from) =>
      restriction.to.flatMap((to) => chainsOf(from, restriction, to, network)),
    );
    if (found.length > 0) return found;
    const isHere = [...restriction.from, ...restriction.to].every((way) => network.roadsOf(way).length > 0);
    const reason = isHere ? 'roads apart' : 'incomplete';
    dropped[reason] = (dropped[reason] ?? 0) + 1;
    return [];
  });
  const only = chains.filter((_, at) => restrictions[at]?.isOnly).flat();
  const roadsAt = roadsByJunction(network, new Set(only.flatMap(({ junctions }) => junctions)));
  const bans = chains.flatMap((found, at) =>
    found.flatMap((chain) => (restrictions[at]?.isOnly ? allBut(chain, roadsAt) : [banOf(chain)])),
  );
  return { bans, dropped };
}

/** Roads one after the other, and the junction where each meets the next. */
interface Chain {
  roads: number[];
  junctions: number[];
}

const banOf = ({ roads, junctions }: Chain): TurnBan => ({ roads, via: junctions[0] ?? 0 });

/** At each junction of the chain, every road but the next. */
function allBut({ roads, junctions }: Chain, roadsAt: ReadonlyMap<number, number[]>): TurnBan[] {
  return junctions.flatMap((junction, at) =>
    (roadsAt.get(junction) ?? [])
      .filter((road) => road !== roads[at + 1])
      .map((road) => ({ roads: [...roads.slice(0, at + 1), road], via: junctions[0] ?? 0 })),
  );
}

/** The roads of each of the junctions in question. */
function roadsByJunction({ from, to }: RoadNetwork, junctions: ReadonlySet<number>): Map<number, number[]> {
  const roads = new Map<number, number[]>([...junctions].map((junction) => [junction, []]));
  if (junctions.size === 0) return roads;
  // Nearly all roads are elsewhere: a byte says so sooner than a map.
  const isAsked = new Uint8Array(Math.max(...junctions) + 1);
  for (const junction of junctions) isAsked[junction] = 1;
  for (let road = 0; road < from.length; road += 1) {
    const one = from[road] as number;
    const other = to[road] as number;
    if (isAsked[one] === 1) roads.get(one)?.push(road);
    if (other !== one && isAsked[other] === 1) roads.get(other)?.push(road);
  }
  return roads;
}

/** The ways from one road to another that a restriction names: one for a plain turn, or none where they do not meet. */
function chainsOf(fromWay: number, { via }: Restriction, toWay: number, network: RoadNetwork): Chain[] {
  const meets = (road: number, junction: number) =>
    network.from[road] === junction || network.to[road] === junction;
  if (via.node !== null) {
    const junction = network.junctionOf(via.node);
    if (junction === undefined) return [];
    const firsts = network.roadsOf(fromWay).filter((road) => meets(road, junction));
    const lasts = network.roadsOf(toWay).filter((road) => meets(road, junction));
    // From a way to itself is the way back, on the road that came.
    return firsts.flatMap((first) =>
      lasts
        .filter((last) => fromWay !== toWay || last === first)
        .map((last) => ({ roads: [first, last], junctions: [junction] })),
    );
  }
  const ends = (road: number) => [network.from[road] ?? -1, network.to[road] ?? -1];
  return network.roadsOf(fromWay).flatMap((first) =>
    ends(first).flatMap((start): Chain[] => {
      let chain: Chain | null = { roads: [first], junctions: [start] };
      for (const way of via.ways) chain = chain && followed(chain, network.roadsOf(way), network);
      const end = chain?.junctions.at(-1);
      if (!chain || end === undefined) return [];
      const last = network.roadsOf(toWay).find((road) => meets(road, end));
      return last === undefined ? [] : [{ roads: [...chain.roads, last], junctions: chain.junctions }];
    }),
  );
}

/** A chain drawn on over all roads of a way, from whichever of its ends meets the chain; null where neither does. */
function followed({ roads, junctions }: Chain, way: readonly number[], network: RoadNetwork): Chain | null {
  const start = junctions.at(-1);
  const [first, last] = [way[0], way.at(-1)];
  if (start === undefined || first === undefined || last === undefined) return null;
  const isForward = network.from[first] === start;
  if (!isForward && network.to[last] !== start) return null;
  const ordered = isForward ? way : [...way].reverse();
  const ends = ordered.map((road) => (isForward ? network.to[road] : network.from[road]) ?? -1);
  return { roads: [...roads, ...ordered], junctions: [...junctions, ...ends] };
}
