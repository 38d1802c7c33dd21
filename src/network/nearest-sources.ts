import type { ArcRows } from './build-graph.ts';
import { enlarged } from './enlarged.ts';
import { bucketsFor, longestArc, noArc, unreached, type Seeds } from './shortest-paths.ts';

/** Stands for no source in a place of a node that was not filled. */
export const noSource = 0xffffffff;

/**
 * The nearest sources of each node: those of node `n` are entries `n * k .. n * k + k - 1`, in no order of their own. Valid
 * until the next search with the same `NearestSources`.
 */
export interface SourceLabels {
  k: number;
  /** `noSource` where a node has fewer. */
  source: Uint32Array;
  /** Tenths of a second, or `unreached`. */
  deciseconds: Uint32Array;
  /** Arc that the way arrives by; `noArc` at a seed. */
  arc: Uint32Array;
  /** Entry that the way comes from, of the same source; its own at a seed. */
  parent: Uint32Array;
  /** The entries filled, nearest first. */
  order: Uint32Array;
}

/**
 * The k nearest of many sources for every node in one pass: the search of `ShortestPaths` with k labels a node, each of
 * another source. A source that is among the k nearest of a node is among those of every node on the way there, so
 * nothing else need be kept. Of sources equally near the lower counts.
 */
export class NearestSources {
  readonly #rows: ArcRows;
  readonly #k: number;
  readonly #labels: Omit<SourceLabels, 'k' | 'order'>;
  readonly #order: Uint32Array;
  readonly #longest: number;

  /** @param k how many sources a node keeps, 1 or more */
  constructor(rows: ArcRows, k: number) {
    if (!(Number.isInteger(k) && k >= 1)) throw new Error(`expected 1 source or more, got ${k}`);
    const entries = (rows.firstArc.length - 1) * k;
    this.#rows = rows;
    this.#k = k;
    this.#labels = {
      source: new Uint32Array(entries),
      deciseconds: new Uint32Array(entries),
      arc: new Uint32Array(entries),
      parent: new Uint32Array(entries),
    };
    this.#order = new Uint32Array(entries);
    this.#longest = longestArc(rows);
  }

  /**
   * The k nearest seeds of different sources for every node within `cutoffDeciseconds` (`<=`). One long function on locals:
   * its loop runs some million times a search.
   */
  from(seeds: Seeds, cutoffDeciseconds = unreached - 1): SourceLabels {
    const cutoff = Math.min(cutoffDeciseconds, unreached - 1);
    const { source: sources, deciseconds: times, arc: arcs, parent: parents } = this.#labels;
    const { firstArc, head, deciseconds: arcTime } = this.#rows;
    const [k, entries, order] = [this.#k, times.length, this.#order];
    sources.fill(noSource);
    times.fill(unreached);
    const [start, end] = spanOf(seeds);
    const waiting = new TimeBuckets(bucketsFor(Math.max(this.#longest, end - start)));
    /** Time of the worst entry of each node: most ways are worse, and are passed over by it. */
    const limit = new Uint32Array(entries / k).fill(unreached);
    let reached = 0;

    /** Takes a way to a node where its source is among the k best known there; gives the entry that it fills, or -1. */
    const offer = (node: number, time: number, source: number, arc: number): number => {
      const first = node * k;
      let entry = first;
      let latest = times[first] as number;
      let nextLatest = 0;
      let isMine = sources[first] === source;
      for (let other = first + 1; other < first + k && !isMine; other += 1) {
        const later = times[other] as number;
        if (sources[other] === source) {
          isMine = true;
          entry = other;
        } else if (
          later > latest ||
          (later === latest && (sources[other] as number) > (sources[entry] as number))
        ) {
          nextLatest = latest;
          latest = later;
          entry = other;
        } else if (later > nextLatest) nextLatest = later;
      }
      const known = times[entry] as number;
      if (time > known) return -1;
      if (time === known) {
        if (isMine ? arc >= (arcs[entry] as number) : source >= (sources[entry] as number)) return -1;
      } else waiting.put(entry, time);
      times[entry] = time;
      sources[entry] = source;
      arcs[entry] = arc;
      // An entry that was this source's already leaves the limit as it is: too high is slow, not wrong.
      if (!isMine) limit[node] = time > nextLatest ? time : nextLatest;
      return entry;
    };

    for (let seed = 0; seed < seeds.node.length; seed += 1) {
      const time = seeds.deciseconds[seed] ?? 0;
      if (time > cutoff) continue;
      const entry = offer(seeds.node[seed] ?? 0, time, seeds.source[seed] ?? 0, noArc);
      if (entry >= 0) parents[entry] = entry;
    }
    for (let now = start; waiting.count > 0;) {
      const entry = waiting.take(now);
      if (entry < 0) {
        now += 1;
        continue;
      }
      // It was put in again at an earlier time since, and is done.
      if (times[entry] !== now) continue;
      order[reached] = entry;
      reached += 1;
      const node = Math.floor(entry / k);
      const source = sources[entry] as number;
      const last = firstArc[node + 1] as number;
      for (let arc = firstArc[node] as number; arc < last; arc += 1) {
        const time = now + (arcTime[arc] as number);
        const to = head[arc] as number;
        if (time > cutoff || time > (limit[to] as number)) continue;
        const filled = offer(to, time, source, arc);
        if (filled >= 0) parents[filled] = entry;
      }
    }
    return { k, ...this.#labels, order: order.subarray(0, reached) };
  }
}

/**
 * What waits, by time: a list a bucket, whose links lie in a small store that is used again and again, so that they stay in
 * the processor's cache however many entries there are. What is put in again stays in its old bucket too, to be passed over.
 */
class TimeBuckets {
  /** How many are waiting. */
  count = 0;
  readonly #wrap: number;
  /** First link of each bucket, and the next of each link: 0 for none. */
  readonly #first: Uint32Array;
  #next = new Uint32Array(4096);
  #entry = new Uint32Array(4096);
  #free = 0;
  #used = 1;

  /** @param buckets a power of two, more than the times that wait lie apart */
  constructor(buckets: number) {
    this.#wrap = buckets - 1;
    this.#first = new Uint32Array(buckets);
  }

  put(entry: number, time: number): void {
    let link = this.#free;
    if (link !== 0) this.#free = this.#next[link] as number;
    else link = this.#add();
    const bucket = time & this.#wrap;
    this.#entry[link] = entry;
    this.#next[link] = this.#first[bucket] as number;
    this.#first[bucket] = link;
    this.count += 1;
  }

  /** Takes one that waits for this time; -1 where none is left. */
  take(time: number): number {
    const bucket = time & this.#wrap;
    const link = this.#first[bucket] as number;
    if (link === 0) return -1;
    this.#first[bucket] = this.#next[link] as number;
    this.#next[link] = this.#free;
    this.#free = link;
    this.count -= 1;
    return this.#entry[link] as number;
  }

  #add(): number {
    if (this.#used === this.#next.length) {
      this.#next = enlarged(this.#next, this.#used * 2);
      this.#entry = enlarged(this.#entry, this.#used * 2);
    }
    this.#used += 1;
    return this.#used - 1;
  }
}

/** Time of the first and of the last seed. */
function spanOf({ deciseconds }: Seeds): [number, number] {
  let [start, end] = [Infinity, 0];
  for (let seed = 0; seed < deciseconds.length; seed += 1) {
    start = Math.min(start, deciseconds[seed] ?? 0);
    end = Math.max(end, deciseconds[seed] ?? 0);
  }
  return start === Infinity ? [0, 0] : [start, end];
}
