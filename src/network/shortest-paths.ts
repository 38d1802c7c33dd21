import type { RoadGraph } from './road-graph.ts';

/** Time that stands for "not reached". */
export const unreached = 0xffffffff;

/** The fastest ways, by node; what a node that is `unreached` holds means nothing. Valid until the next search with the same `ShortestPaths`. */
export interface Tree {
  /** Tenths of a second, or `unreached`. */
  deciseconds: Uint32Array;
  /** Metres along the fastest way. */
  metres: Float64Array;
  /** Highest arc kind on the fastest way: 0 road, 1 winter road, 2 ferry. */
  kind: Uint8Array;
  /** Which of the sources the way starts at: its index in the list that was searched from. */
  source: Uint32Array;
}

/**
 * Dijkstra's algorithm (1959, 10.1007/BF01386390) with a 4-ary heap on typed arrays. One object serves any number of
 * searches on one graph and allocates nothing between them. Of two ways that take the same time the shorter one counts;
 * the heap need not know, because every arc takes time, so all ways to a node are seen before its time comes.
 */
export class ShortestPaths {
  readonly #graph: RoadGraph;
  readonly #tree: Tree;
  readonly #heap: Uint32Array;
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
      source: new Uint32Array(nodes),
    };
    this.#heap = new Uint32Array(nodes);
    this.#place = new Uint32Array(nodes);
  }

  /**
   * The fastest ways from the nearest of `sources` to every node within `cutoffDeciseconds` (`<=`). Of sources equally
   * near in time and length, which one counts is not laid down.
   */
  from(sources: ArrayLike<number>, cutoffDeciseconds = unreached - 1): Tree {
    const { deciseconds, metres, kind, source } = this.#tree;
    deciseconds.fill(unreached);
    for (let index = sources.length - 1; index >= 0; index -= 1) {
      const node = sources[index] ?? 0;
      deciseconds[node] = metres[node] = kind[node] = 0;
      source[node] = index;
      this.#raise(node);
    }
    while (this.#length > 0) this.#settle(this.#pop(), Math.min(cutoffDeciseconds, unreached - 1));
    return this.#tree;
  }

  #settle(node: number, cutoff: number): void {
    const graph = this.#graph;
    const { deciseconds, metres, kind, source } = this.#tree;
    const end = graph.firstArc[node + 1] ?? 0;
    for (let arc = graph.firstArc[node] ?? 0; arc < end; arc += 1) {
      const to = graph.head[arc] ?? 0;
      const time = (deciseconds[node] ?? 0) + (graph.deciseconds[arc] ?? 0);
      const best = deciseconds[to] ?? 0;
      if (time > best || time > cutoff) continue;
      const length = (metres[node] ?? 0) + (graph.metres[arc] ?? 0);
      if (time === best && length >= (metres[to] ?? 0)) continue;
      deciseconds[to] = time;
      metres[to] = length;
      kind[to] = Math.max(kind[node] ?? 0, graph.kind[arc] ?? 0);
      source[to] = source[node] ?? 0;
      this.#raise(to);
    }
  }

  /** Puts a node whose time fell, or that is new, where it belongs in the heap. */
  #raise(node: number): void {
    const { deciseconds } = this.#tree;
    const time = deciseconds[node] ?? 0;
    let at = (this.#place[node] || (this.#length += 1)) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 2;
      const above = this.#heap[parent] ?? 0;
      if ((deciseconds[above] ?? 0) <= time) break;
      this.#put(above, at);
      at = parent;
    }
    this.#put(node, at);
  }

  #pop(): number {
    const top = this.#heap[0] ?? 0;
    this.#place[top] = 0;
    this.#length -= 1;
    if (this.#length > 0) this.#sink(this.#heap[this.#length] ?? 0);
    return top;
  }

  /** Lets a node down from the top of the heap to where it belongs. */
  #sink(node: number): void {
    const { deciseconds } = this.#tree;
    const heap = this.#heap;
    const length = this.#length;
    const time = deciseconds[node] ?? 0;
    let at = 0;
    for (let first = 1; first < length; first = 4 * at + 1) {
      let best = first;
      let bestTime = deciseconds[heap[first] ?? 0] ?? 0;
      for (let child = first + 1; child < first + 4 && child < length; child += 1) {
        const childTime = deciseconds[heap[child] ?? 0] ?? 0;
        if (childTime >= bestTime) continue;
        best = child;
        bestTime = childTime;
      }
      if (bestTime >= time) break;
      this.#put(heap[best] ?? 0, at);
      at = best;
    }
    this.#put(node, at);
  }

  #put(node: number, at: number): void {
    this.#heap[at] = node;
    this.#place[node] = at + 1;
  }
}
