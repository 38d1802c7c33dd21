import { addUp } from './add-up.ts';
import { approaches, beginAndEnd, seedsOf, WayLengths, type Approaches } from './approach.ts';
import { Buckets, type ClimbStart } from './climbing.ts';
import { decisecondsOf, metresOf, weightOf, type Hierarchy } from './contraction.ts';
import type { Direction } from './edge-ways.ts';
import type { Network } from './network.ts';
import { unreached, type Tree } from './shortest-paths.ts';
import { offRoad, type Snapped } from './snap.ts';

/** A way along the network between two places on it. */
export interface Way {
  deciseconds: number;
  metres: number;
  /** Index into `arcKinds`: the highest on the way. */
  kind: number;
}

/** The fastest ways to a point. */
export interface WaysToPoint {
  /** The fastest way from an origin; null where there is none. */
  from: (origin: number) => Way | null;
  /** The origins at the nodes that were reached, in no order; others may yet lie on the point's own road. Null: any may be. */
  reached: Uint32Array | null;
}

/** Each call replaces what the one before was based on. */
export type WaysTo = (point: number) => WaysToPoint;

/**
 * Ways between origins and points, in a direction, by one search a point.
 * @param cutoffDeciseconds ways along the network that take longer are not looked for
 */
export function searchedWays(
  network: Network,
  from: Snapped,
  to: Snapped,
  direction: Direction,
  cutoffDeciseconds = Infinity,
): WaysTo {
  const { paths } = network.search(direction);
  const lengths = new WayLengths(network, direction);
  const ends = approaches(network, to, beginAndEnd[direction].points);
  const starts = approaches(network, from, beginAndEnd[direction].places);
  const atNodes = cutoffDeciseconds === Infinity ? null : new PlacesAtNodes(network, starts);
  return (point) => {
    if ((to.edge[point] ?? offRoad) === offRoad) return { from: () => null, reached: atNodes && noPlaces };
    const tree = paths.from(seedsOf(ends, [point]), cutoffDeciseconds);
    lengths.measure(tree, starts.node, (node) => ({
      metres: metresAt(ends, point, node),
      kind: kindAt(network, to, point),
    }));
    const wayFrom = (origin: number) => {
      const way = bestWay(starts, origin, tree, lengths, kindAt(network, from, origin));
      const along =
        direction === 'to point'
          ? wayAlong(network, from, origin, to, point)
          : wayAlong(network, to, point, from, origin);
      return quicker(way, along);
    };
    return { from: wayFrom, reached: atNodes && atNodes.reachedBy(tree) };
  };
}

const noPlaces = new Uint32Array(0);

/** Places by the nodes at the ends of their approaches, so that a short search need not ask each of them. */
class PlacesAtNodes {
  /** The places at node `n` are `places[first[n]] .. places[first[n + 1] - 1]`; a place may be at several. */
  readonly #first: Uint32Array;
  readonly #places: Uint32Array;
  /** The call that found each place, and what it found. */
  readonly #seen: Uint32Array;
  readonly #found: Uint32Array;
  #call = 0;

  constructor({ graph }: Network, { first, node }: Approaches) {
    const next = new Uint32Array(graph.lonE7.length + 1);
    for (const at of node) next[at + 1] = (next[at + 1] as number) + 1;
    addUp(next);
    this.#first = next.slice();
    this.#places = new Uint32Array(node.length);
    const places = first.length - 1;
    for (let place = 0; place < places; place += 1)
      for (let entry = first[place] as number; entry < (first[place + 1] as number); entry += 1) {
        const at = node[entry] as number;
        this.#places[next[at] as number] = place;
        next[at] = (next[at] as number) + 1;
      }
    this.#seen = new Uint32Array(places);
    this.#found = new Uint32Array(places);
  }

  /** Each once; valid until the next call. */
  reachedBy({ order }: Tree): Uint32Array {
    this.#call += 1;
    let count = 0;
    for (const node of order)
      for (let at = this.#first[node] as number; at < (this.#first[node + 1] as number); at += 1) {
        const place = this.#places[at] as number;
        if (this.#seen[place] === this.#call) continue;
        this.#seen[place] = this.#call;
        this.#found[count] = place;
        count += 1;
      }
    return this.#found.subarray(0, count);
  }
}

/** The same ways to points from a hierarchy of the network: no search settles more than some hundred nodes. */
export function contractedWays(network: Network, hierarchy: Hierarchy, from: Snapped, to: Snapped): WaysTo {
  const starts = climbStarts(network, hierarchy, from, beginAndEnd['to point'].places);
  const ends = climbStarts(network, hierarchy, to, beginAndEnd['to point'].points);
  const buckets = new Buckets(hierarchy, starts);
  return (point) => {
    const { weight: weights, kind } = buckets.to(ends[point] ?? []);
    const wayFrom = (origin: number) => {
      const weight = weights[origin] ?? Infinity;
      const way =
        weight === Infinity
          ? null
          : { deciseconds: decisecondsOf(weight), metres: metresOf(weight), kind: kind[origin] ?? 0 };
      return quicker(way, wayAlong(network, from, origin, to, point));
    };
    return { from: wayFrom, reached: null };
  };
}

function climbStarts(
  network: Network,
  { place }: Hierarchy,
  snapped: Snapped,
  end: 'off' | 'onto',
): ClimbStart[][] {
  const { first, node, deciseconds, metres } = approaches(network, snapped, end);
  return Array.from(snapped.edge, (_, at) =>
    Array.from(node.subarray(first[at], first[at + 1]), (junction, way) => {
      const entry = (first[at] ?? 0) + way;
      const weight = weightOf(deciseconds[entry] ?? 0, metres[entry] ?? 0);
      return { place: place[junction] ?? 0, weight, kind: kindAt(network, snapped, at) };
    }),
  );
}

/** Of two ways the quicker, of equals the second. */
export const quicker = (way: Way | null, other: Way | null): Way | null =>
  other && (!way || other.deciseconds <= way.deciseconds) ? other : way;

/** Kind of the road that a place lies on; at a junction nobody has travelled it. */
export function kindAt({ graph }: Network, { edge, share }: Snapped, place: number): number {
  const at = share[place] ?? 0;
  return at === 0 || at === 1 ? 0 : (graph.edges.kind[edge[place] ?? offRoad] ?? 0);
}

/** Length of the quickest of a place's approaches by a node. */
export function metresAt(of: Approaches, place: number, node: number): number {
  let [metres, time] = [0, Infinity];
  for (let entry = of.first[place] ?? 0; entry < (of.first[place + 1] ?? 0); entry += 1) {
    const deciseconds = of.deciseconds[entry] ?? 0;
    if (of.node[entry] !== node || deciseconds >= time) continue;
    [metres, time] = [of.metres[entry] ?? 0, deciseconds];
  }
  return metres;
}

function bestWay(
  starts: Approaches,
  origin: number,
  tree: Tree,
  lengths: WayLengths,
  kind: number,
): Way | null {
  let best: Way | null = null;
  for (let entry = starts.first[origin] ?? 0; entry < (starts.first[origin + 1] ?? 0); entry += 1) {
    const node = starts.node[entry] ?? 0;
    const time = tree.deciseconds[node] ?? unreached;
    if (time === unreached) continue;
    const deciseconds = time + (starts.deciseconds[entry] ?? 0);
    const metres = (lengths.metres[node] ?? 0) + (starts.metres[entry] ?? 0);
    const isBetter =
      !best || deciseconds < best.deciseconds || (deciseconds === best.deciseconds && metres < best.metres);
    if (isBetter) best = { deciseconds, metres, kind: Math.max(kind, lengths.kind[node] ?? 0) };
  }
  return best;
}

/** Between two places on one road, without leaving it; null where they are not on one, or that way is closed. */
export function wayAlong(
  { graph, ways }: Network,
  from: Snapped,
  origin: number,
  to: Snapped,
  point: number,
): Way | null {
  const edge = from.edge[origin] ?? offRoad;
  if (edge === offRoad || edge !== to.edge[point]) return null;
  const [start, end] = [from.share[origin] ?? 0, to.share[point] ?? 0];
  const time = ways.along(edge, start, end);
  if (time === null) return null;
  const metres = Math.abs(end - start) * (graph.edges.metres[edge] ?? 0);
  return { deciseconds: Math.round(time), metres, kind: graph.edges.kind[edge] ?? 0 };
}
