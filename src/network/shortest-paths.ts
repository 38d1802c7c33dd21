import type { ArcRows } from './build-graph.ts';
import { closed } from './road-graph.ts';

/** Time that stands for "not reached". */
export const unreached = 0xffffffff;
/** Stands for the arc of a node where a search began. */
export const noArc = 0xffffffff;

/** Where a search begins: by entry, a node, the time already spent there, and the source it stands for. */
export interface Seeds {
  node: ArrayLike<number>;
  /** Tenths of a second. */
  deciseconds: ArrayLike<number>;
  /** An index of the caller's; a source may have several seeds. */
  source: ArrayLike<number>;
}

/** The fastest ways, by node. Valid until the next search with the same `ShortestPaths`. */
export interface Tree {
  /** Tenths of a second, or `unreached`: such a node's other columns mean nothing. */
  deciseconds: Uint32Array;
  /** Source of the seed the way starts at: of those equally near, the lowest. */
  source: Uint32Array;
  /** Arc that the way arrives by, as numbered in the rows that were searched; `noArc` at a seed. */
  arc: Uint32Array;
  /** The node the way comes from; a seed's own at a seed. */
  parent: Uint32Array;
  /** The nodes reached, nearest first, so that a way's earlier nodes stand before its later ones. */
  order: Uint32Array;
}

/**
 * Dijkstra's algorithm (1959, 10.1007/BF01386390) with the bucket queue of Dial (1969, 10.1145/363269.363610): times are
 * whole tenths of a second, so a bucket a tenth holds the nodes that wait, in doubly linked lists. One object serves any
 * number of searches and, after the first, pays for the nodes it touches only.
 *
 * The result does not depend on the order of seeds or arcs lists beyond what `Tree` says: of ways that take the same
 * time, the lowest source counts, then the lowest arc.
 */
export class ShortestPaths {
  readonly #rows: ArcRows;
  readonly #deciseconds: Uint32Array;
  readonly #source: Uint32Array;
  readonly #arc: Uint32Array;
  readonly #parent: Uint32Array;
  readonly #order: Uint32Array;
  #reached = 0;
  /**
   * A ring of nodes a bucket: what stands before and after each. A bucket is an entry of its own behind the nodes, alone
   * in its ring when it is empty, so that a node is taken out and put in without asking what is beside it.
   */
  #before: Uint32Array;
  #after: Uint32Array;
  /** A power of two, more than any arc takes: times wrap around. */
  #buckets: number;
  readonly #longest: number;
  #waiting = 0;

  constructor(rows: ArcRows) {
    const nodes = rows.firstArc.length - 1;
    this.#rows = rows;
    this.#deciseconds = new Uint32Array(nodes).fill(unreached);
    this.#source = new Uint32Array(nodes);
    this.#arc = new Uint32Array(nodes);
    this.#parent = new Uint32Array(nodes);
    this.#order = new Uint32Array(nodes);
    this.#longest = longestArc(rows);
    this.#buckets = bucketsFor(this.#longest);
    [this.#before, this.#after] = emptyBuckets(nodes, this.#buckets);
  }

  /** The fastest ways from the nearest seed to every node within `cutoffDeciseconds` (`<=`). */
  from(seeds: Seeds, cutoffDeciseconds = unreached - 1): Tree {
    const cutoff = Math.min(cutoffDeciseconds, unreached - 1);
    for (let at = 0; at < this.#reached; at += 1) this.#deciseconds[this.#order[at] ?? 0] = unreached;
    this.#reached = 0;
    const start = this.#plant(seeds, cutoff);
    this.#reached = this.#waiting > 0 ? this.#settleAll(start, cutoff) : 0;
    return {
      deciseconds: this.#deciseconds,
      source: this.#source,
      arc: this.#arc,
      parent: this.#parent,
      order: this.#order.subarray(0, this.#reached),
    };
  }

  /** Puts the best seed of each node in its bucket; gives the time of the nearest. */
  #plant({ node, deciseconds, source }: Seeds, cutoff: number): number {
    let [nearest, furthest, planted] = [unreached, 0, 0];
    for (let seed = 0; seed < node.length; seed += 1) {
      const [at, time, from] = [node[seed] ?? 0, deciseconds[seed] ?? 0, source[seed] ?? 0];
      const known = this.#deciseconds[at] ?? 0;
      if (time > cutoff || time > known || (time === known && from >= (this.#source[at] ?? 0))) continue;
      if (known === unreached) {
        this.#order[planted] = at;
        planted += 1;
      }
      this.#deciseconds[at] = time;
      this.#source[at] = from;
      this.#arc[at] = noArc;
      this.#parent[at] = at;
      nearest = Math.min(nearest, time);
      furthest = Math.max(furthest, time);
    }
    const buckets = bucketsFor(Math.max(this.#longest, planted === 0 ? 0 : furthest - nearest));
    if (buckets > this.#buckets) {
      this.#buckets = buckets;
      [this.#before, this.#after] = emptyBuckets(this.#order.length, buckets);
    }
    for (const at of this.#order.subarray(0, planted)) this.#put(at, this.#deciseconds[at] ?? 0);
    this.#waiting = planted;
    return nearest;
  }

  #put(node: number, time: number): void {
    const bucket = this.#order.length + (time & (this.#buckets - 1));
    const first = this.#after[bucket] ?? 0;
    this.#after[node] = first;
    this.#before[node] = bucket;
    this.#before[first] = node;
    this.#after[bucket] = node;
  }

  /** Empties the buckets in the order of time, from `start` on. One long loop on locals: it runs a million times a search. */
  #settleAll(start: number, cutoff: number): number {
    const { firstArc, head, deciseconds: arcTime } = this.#rows;
    const [time, source, arcTo, parent] = [this.#deciseconds, this.#source, this.#arc, this.#parent];
    const [order, before, after] = [this.#order, this.#before, this.#after];
    const [nodes, wrap] = [order.length, this.#buckets - 1];
    let waiting = this.#waiting;
    let reached = 0;
    let now = start;
    while (waiting > 0) {
      const bucket = nodes + (now & wrap);
      const node = after[bucket] ?? 0;
      if (node === bucket) {
        now += 1;
        continue;
      }
      const following = after[node] ?? 0;
      after[bucket] = following;
      before[following] = bucket;
      waiting -= 1;
      order[reached] = node;
      reached += 1;
      const from = source[node] ?? 0;
      const end = firstArc[node + 1] ?? 0;
      for (let arc = firstArc[node] ?? 0; arc < end; arc += 1) {
        const then = now + (arcTime[arc] ?? 0);
        // A closed arc's time is beyond every cutoff.
        if (then > cutoff) continue;
        const to = head[arc] ?? 0;
        const known = time[to] ?? 0;
        if (then > known) continue;
        if (then === known) {
          // Arcs take time, so a node is not settled while ways of its own time may still come.
          const best = source[to] ?? 0;
          if (from > best || (from === best && arc >= (arcTo[to] ?? 0))) continue;
        } else {
          if (known === unreached) {
            waiting += 1;
          } else {
            const [left, right] = [before[to] ?? 0, after[to] ?? 0];
            after[left] = right;
            before[right] = left;
          }
          const waits = nodes + (then & wrap);
          const behind = after[waits] ?? 0;
          after[to] = behind;
          before[to] = waits;
          before[behind] = to;
          after[waits] = to;
          time[to] = then;
        }
        source[to] = from;
        arcTo[to] = arc;
        parent[to] = node;
      }
    }
    this.#waiting = 0;
    return reached;
  }
}

/** Buckets enough for times that lie up to `spread` apart: a power of two, so that a time finds its bucket by its low bits. */
export const bucketsFor = (spread: number) => 2 ** Math.ceil(Math.log2(spread + 2));

/** Tenths of a second of the longest arc that is open; 1 where none is. */
export function longestArc({ deciseconds }: ArcRows): number {
  let longest = 1;
  for (const time of deciseconds) if (time > longest && time !== closed) longest = time;
  return longest;
}

/** Before and after of what waits and of the buckets behind it: each bucket alone. */
function emptyBuckets(nodes: number, buckets: number): [Uint32Array, Uint32Array] {
  const alone = new Uint32Array(nodes + buckets);
  for (let bucket = nodes; bucket < alone.length; bucket += 1) alone[bucket] = bucket;
  return [alone, alone.slice()];
}
