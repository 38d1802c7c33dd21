import type { Direction, EdgeWay, EdgeWays } from './edge-ways.ts';
import type { Network } from './network.ts';
import type { Seeds, Tree } from './shortest-paths.ts';
import { noArc } from './shortest-paths.ts';
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
  const nodes = end === 'off' ? [junction] : ways.nodesAt(junction);
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
export type Ways = Pick<Tree, 'order' | 'arc' | 'parent' | 'source'>;

/** Length and highest arc kind of the way to each entry of a search: each node of a tree, each label of a node. */
export class WayLengths {
  readonly metres: Float64Array;
  readonly kind: Uint8Array;
  readonly #edges: Network['graph']['edges'];
  readonly #edgeOf: (arc: number) => number;

  constructor(network: Network, direction: Direction, entries = network.graph.lonE7.length) {
    this.metres = new Float64Array(entries);
    this.kind = new Uint8Array(entries);
    this.#edges = network.graph.edges;
    this.#edgeOf = network.search(direction).edgeOf;
  }

  /**
   * Adds up along the ways; holds until the next call.
   * @param begin metres and kind of the way before an entry where a way begins
   */
  measure(
    { order, arc: arcs, parent, source }: Ways,
    begin: (entry: number, source: number) => { metres: number; kind: number },
  ): this {
    const { metres, kind } = this;
    const { metres: edgeMetres, kind: edgeKind } = this.#edges;
    // A way's earlier entries stand before its later ones.
    for (let at = 0; at < order.length; at += 1) {
      const entry = order[at] ?? 0;
      const arc = arcs[entry] ?? noArc;
      if (arc === noArc) {
        const before = begin(entry, source[entry] ?? 0);
        metres[entry] = before.metres;
        kind[entry] = before.kind;
        continue;
      }
      const from = parent[entry] ?? 0;
      const edge = this.#edgeOf(arc);
      metres[entry] = (metres[from] ?? 0) + (edgeMetres[edge] ?? 0);
      kind[entry] = Math.max(kind[from] ?? 0, edgeKind[edge] ?? 0);
    }
    return this;
  }
}
