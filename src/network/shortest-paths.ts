import type { RoadGraph } from './road-graph.ts';

/** Time that stands for "not reached". */
export const unreached = 0xffffffff;

/** The best ways from one node, by node. Valid until the next search with the same `ShortestPaths`. */
export interface Tree {
  /** Tenths of a second, or `unreached`. */
  deciseconds: Uint32Array;
  /** Metres along the fastest way. */
  metres: Float64Array;
  /** Highest arc kind on the fastest way: 0 road, 1 winter road, 2 ferry. */
  kind: Uint8Array;
}

/**
 * Dijkstra's algorithm (1959, 10.1007/BF01386390) with a 4-ary heap on typed arrays. One object serves any number of
 * searches on one graph and allocates nothing between them. Of two ways that take the same time the shorter one counts.
 */
export class ShortestPaths {
  readonly #graph: RoadGraph;
  readonly #tree: Tree;
  readonly #heapNode: Uint32Array;
  /** Place of each node in the heap, plus one; 0 is not in it. */
  readonly #place: Uint32Array;
  #length = 0;

  constructor(graph: RoadGraph) {
    const nodes = graph.lon.length;
    this.#graph = graph;
    this.#tree = {
      deciseconds: new Uint32Array(nodes),
      metres: new Float64Array(nodes),
      kind: new Uint8Array(nodes),
    };
    this.#heapNode = new Uint32Array(nodes);
    this.#place = new Uint32Array(nodes);
  }

  /** The fastest ways from `sources` to every node they reach. */
  from(...sources: readonly number[]): Tree {
    const { deciseconds, metres, kind } = this.#tree;
    deciseconds.fill(unreached);
    this.#place.fill(0);
    this.#length = 0;
    for (const source of sources) {
      deciseconds[source] = metres[source] = kind[source] = 0;
      this.#raise(source);
    }
    while (this.#length > 0) this.#settle(this.#pop());
    return this.#tree;
  }

  #settle(node: number): void {
    const graph = this.#graph;
    const { deciseconds, metres, kind } = this.#tree;
    const end = graph.firstArc[node + 1] ?? 0;
    for (let arc = graph.firstArc[node] ?? 0; arc < end; arc += 1) {
      const to = graph.head[arc] ?? 0;
      const time = (deciseconds[node] ?? 0) + (graph.deciseconds[arc] ?? 0);
      const length = (metres[node] ?? 0) + (graph.metres[arc] ?? 0);
      const best = deciseconds[to] ?? 0;
      if (time > best || (time === best && length >= (metres[to] ?? 0))) continue;
      deciseconds[to] = time;
      metres[to] = length;
      kind[to] = Math.max(kind[node] ?? 0, graph.kind[arc] ?? 0);
      this.#raise(to);
    }
  }

  #before(a: number, b: number): boolean {
    const { deciseconds, metres } = this.#tree;
    const [timeA = 0, timeB = 0] = [deciseconds[a], deciseconds[b]];
    return timeA < timeB || (timeA === timeB && (metres[a] ?? 0) < (metres[b] ?? 0));
  }

  /** Puts a node whose time fell where it belongs, adding it if it is not in the heap. */
  #raise(node: number): void {
    let at = this.#place[node] ?? 0;
    if (at === 0) at = this.#length += 1;
    at -= 1;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = this.#heapNode[parent] ?? 0;
      if (!this.#before(node, above)) break;
      this.#put(above, at);
      at = parent;
    }
    this.#put(node, at);
  }

  #pop(): number {
    const top = this.#heapNode[0] ?? 0;
    this.#place[top] = 0;
    this.#length -= 1;
    if (this.#length > 0) this.#sink(this.#heapNode[this.#length] ?? 0);
    return top;
  }

  #sink(node: number): void {
    let at = 0;
    for (;;) {
      const first = 4 * at + 1;
      let best = node;
      let bestAt = at;
      for (let child = first; child < Math.min(first + 4, this.#length); child += 1) {
        const candidate = this.#heapNode[child] ?? 0;
        if (this.#before(candidate, best)) [best, bestAt] = [candidate, child];
      }
      if (bestAt === at) break;
      this.#put(best, at);
      at = bestAt;
    }
    this.#put(node, at);
  }

  #put(node: number, at: number): void {
    this.#heapNode[at] = node;
    this.#place[node] = at + 1;
  }
}
