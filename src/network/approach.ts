import type { Direction, EdgeWay, EdgeWays } from './edge-ways.ts';
import type { Network } from './network.ts';
import type { Seeds, Tree } from './shortest-paths.ts';
import { noArc, unreached } from './shortest-paths.ts';
import { offRoad, type Snapped } from './snap.ts';

/**
 * Ways along the first or last road between places and the nodes at its ends: those of place `p` are
 * `first[p] .. first[p + 1] - 1`. A place off the road has none.
 */
export interface Approaches {
  first: Uint32Array;
  node: Uint32Array;
  /** Share of the place's edge at which the node lies: 0 or 1. */
  end: Uint8Array;
  deciseconds: Uint32Array;
  metres: Float64Array;
}

/** The ways by which a journey leaves its places (`off`), or by which it arrives at them (`onto`). */
export function approaches({ graph, ways }: Network, snapped: Snapped, end: 'off' | 'onto'): Approaches {
  const { edge, share } = snapped;
  const first = new Uint32Array(edge.length + 1);
  const [node, ends, deciseconds, metres]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let place = 0; place < edge.length; place += 1) {
    const road = edge[place] ?? offRoad;
    for (const way of road === offRoad ? [] : waysAt(ways, end, road, share[place] ?? 0, graph)) {
      const part = Math.abs((share[place] ?? 0) - way.end);
      node.push(way.node);
      ends.push(way.end);
      deciseconds.push(Math.round(part * way.deciseconds));
      metres.push(part * (graph.edges.metres[road] ?? 0));
    }
    first[place + 1] = node.length;
  }
  return {
    first,
    node: Uint32Array.from(node),
    end: Uint8Array.from(ends),
    deciseconds: Uint32Array.from(deciseconds),
    metres: Float64Array.from(metres),
  };
}

/** A place at the very end of a road is at the junction, whichever ways the road itself is open. */
function waysAt(
  ways: EdgeWays,
  end: 'off' | 'onto',
  edge: number,
  share: number,
  { edges }: Network['graph'],
): EdgeWay[] {
  if (share > 0 && share < 1) return ways[end](edge);
  const junction = (share === 0 ? edges.from[edge] : edges.to[edge]) ?? 0;
  const nodes = end === 'off' ? [junction] : [junction, ...ways.copiesOf(junction)];
  return nodes.map((node) => ({ node, end: share === 0 ? 0 : 1, deciseconds: 0 }));
}

/** How searches from points begin in a direction, and how the places searched for are then read. */
export const beginAndEnd: Record<Direction, { points: 'off' | 'onto'; places: 'off' | 'onto' }> = {
  'from point': { points: 'off', places: 'onto' },
  'to point': { points: 'onto', places: 'off' },
};

/**
 * Seeds at the approaches of these places, each its own source.
 * @param spentBefore tenths of a second, such as those of the way between a place and its road
 */
export function seedsOf(
  of: Approaches,
  places: ArrayLike<number>,
  spentBefore: (place: number) => number = () => 0,
): Seeds {
  const seeds = { node: [] as number[], deciseconds: [] as number[], source: [] as number[] };
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    for (let entry = of.first[place] ?? 0; entry < (of.first[place + 1] ?? 0); entry += 1) {
      seeds.node.push(of.node[entry] ?? 0);
      seeds.deciseconds.push((of.deciseconds[entry] ?? 0) + spentBefore(place));
      seeds.source.push(place);
    }
  }
  return seeds;
}

/** What is known of a way: how it comes to each entry of a search. */
export type Ways = Pick<Tree, 'deciseconds' | 'arc' | 'parent' | 'source'>;

/** Length and highest arc kind of the way to entries of a search: nodes of a tree, labels of nodes. */
export class WayLengths {
  readonly metres: Float64Array;
  readonly kind: Uint8Array;
  readonly #edges: Network['graph']['edges'];
  readonly #edgeOf: (arc: number) => number;
  /** The call that measured each entry. */
  readonly #measured: Uint32Array;
  #call = 0;
  /** Entries of one way that are not measured yet, from its end on. */
  readonly #way: number[] = [];

  constructor(network: Network, direction: Direction, entries = network.graph.lonE7.length) {
    this.metres = new Float64Array(entries);
    this.kind = new Uint8Array(entries);
    this.#measured = new Uint32Array(entries);
    this.#edges = network.graph.edges;
    this.#edgeOf = network.search(direction).edgeOf;
  }

  /**
   * Adds up along the ways to these entries, and holds until the next call. Entries that are not reached are passed over, and
   * of the others those that no such way passes are not measured: searches reach many more than are asked about.
   * @param begin metres and kind of the way before an entry where a way begins
   */
  measure(
    ways: Ways,
    entries: ArrayLike<number>,
    begin: (entry: number, source: number) => { metres: number; kind: number },
  ): this {
    this.#call += 1;
    for (let at = 0; at < entries.length; at += 1) {
      const entry = entries[at] as number;
      if (ways.deciseconds[entry] !== unreached) this.#measureTo(entry, ways, begin);
    }
    return this;
  }

  #measureTo(
    end: number,
    { arc: arcs, parent, source }: Ways,
    begin: (entry: number, source: number) => { metres: number; kind: number },
  ): void {
    const [metres, kind, measured, way] = [this.metres, this.kind, this.#measured, this.#way];
    let length = 0;
    for (let entry = end; measured[entry] !== this.#call; entry = parent[entry] as number) {
      measured[entry] = this.#call;
      way[length] = entry;
      length += 1;
      if (arcs[entry] === noArc) break;
    }
    while (length > 0) {
      length -= 1;
      const entry = way[length] as number;
      const arc = arcs[entry] as number;
      if (arc === noArc) {
        const before = begin(entry, source[entry] as number);
        metres[entry] = before.metres;
        kind[entry] = before.kind;
        continue;
      }
      const from = parent[entry] as number;
      const edge = this.#edgeOf(arc);
      metres[entry] = (metres[from] as number) + (this.#edges.metres[edge] as number);
      kind[entry] = Math.max(kind[from] as number, this.#edges.kind[edge] as number);
    }
  }
}
