import type { ArcRows } from './build-graph.ts';
import { bucketsFor, emptyBuckets, longestArc, noArc, unreached, type Seeds } from './shortest-paths.ts';

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

  /** The k nearest seeds of different sources for every node within `cutoffDeciseconds` (`<=`). */
  from(seeds: Seeds, cutoffDeciseconds = unreached - 1): SourceLabels {
    const cutoff = Math.min(cutoffDeciseconds, unreached - 1);
    const { source: sources, deciseconds: times, arc: arcs, parent: parents } = this.#labels;
    const { firstArc, head, deciseconds: arcTime } = this.#rows;
    const [k, entries, order] = [this.#k, times.length, this.#order];
    sources.fill(noSource);
    times.fill(unreached);
    const [start, end] = spanOf(seeds);
    const buckets = bucketsFor(Math.max(this.#longest, end - start));
    const [before, after] = emptyBuckets(entries, buckets);
    const wrap = buckets - 1;
    /** Time of the worst entry of each node: most ways are worse, and are passed over by it. */
    const limit = new Uint32Array(entries / k).fill(unreached);
    let waiting = 0;
    let reached = 0;

    /** Takes a way to a node where its source is among the k best known there; gives the entry that it fills, or -1. */
    const offer = (node: number, time: number, source: number, arc: number): number => {
      const first = node * k;
      let entry = first;
      let latest = times[first] ?? 0;
      let nextLatest = 0;
      let isMine = sources[first] === source;
      for (let other = first + 1; other < first + k && !isMine; other += 1) {
        const later = times[other] ?? 0;
        if (sources[other] === source) {
          isMine = true;
          entry = other;
        } else if (later > latest || (later === latest && (sources[other] ?? 0) > (sources[entry] ?? 0))) {
          nextLatest = latest;
          latest = later;
          entry = other;
        } else if (later > nextLatest) nextLatest = later;
      }
      const known = times[entry] ?? 0;
      if (time > known) return -1;
      if (time === known && (isMine ? arc >= (arcs[entry] ?? 0) : source >= (sources[entry] ?? 0))) return -1;
      if (known === unreached) waiting += 1;
      else {
        const left = before[entry] ?? 0;
        const right = after[entry] ?? 0;
        after[left] = right;
        before[right] = left;
      }
      const bucket = entries + (time & wrap);
      const behind = after[bucket] ?? 0;
      after[entry] = behind;
      before[entry] = bucket;
      before[behind] = entry;
      after[bucket] = entry;
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
    for (let now = start; waiting > 0;) {
      const bucket = entries + (now & wrap);
      const entry = after[bucket] ?? 0;
      if (entry === bucket) {
        now += 1;
        continue;
      }
      const following = after[entry] ?? 0;
      after[bucket] = following;
      before[following] = bucket;
      waiting -= 1;
      order[reached] = entry;
      reached += 1;
      const node = Math.floor(entry / k);
      const source = sources[entry] ?? 0;
      const last = firstArc[node + 1] ?? 0;
      for (let arc = firstArc[node] ?? 0; arc < last; arc += 1) {
        const time = now + (arcTime[arc] ?? 0);
        const to = head[arc] ?? 0;
        if (time > cutoff || time > (limit[to] ?? 0)) continue;
        const filled = offer(to, time, source, arc);
        if (filled >= 0) parents[filled] = entry;
      }
    }
    return { k, ...this.#labels, order: order.subarray(0, reached) };
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
