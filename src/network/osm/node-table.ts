import { sortedIds } from './sort-ids.ts';

/** Mean number of ids that share a bucket of the directory. */
const idsInBucket = 4;

/** Of ids that rise, the next is sought among so many before it is looked up. */
const stepsAhead = 8;

/**
 * The nodes that a graph needs, by id: ids in rising order, each with its place in that order as its index. About 9 bytes a
 * node. Ids of a region lie in clusters over a wide range, so a directory of equal buckets leads near, and halving finds the
 * rest: nodes that come in the order of their ids, as most files have them, are found without leaving the processor's cache.
 */
export class NodeTable {
  /** Where the ids of each bucket begin; one more than there are buckets. */
  private readonly first: Uint32Array;
  private readonly lowest: number;
  private readonly bucketsPerId: number;

  private constructor(private readonly ids: Float64Array) {
    const buckets = Math.ceil(ids.length / idsInBucket);
    this.lowest = ids[0] ?? 0;
    this.bucketsPerId = buckets / ((ids.at(-1) ?? 0) - this.lowest + 1);
    this.first = new Uint32Array(buckets + 1);
    for (const id of ids) this.first[this.bucketOf(id) + 1] = (this.first[this.bucketOf(id) + 1] ?? 0) + 1;
    for (let bucket = 0; bucket < buckets; bucket += 1)
      this.first[bucket + 1] = (this.first[bucket + 1] ?? 0) + (this.first[bucket] ?? 0);
  }

  /**
   * A table of these ids, in any order, each as often as it likes; the list stays as it is.
   * @param indices gets the index of each id of the list, for less than looking them up
   */
  static of(list: Float64Array, indices?: Int32Array): NodeTable {
    const { ids, from } = sortedIds(list);
    let count = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] as number;
      if (count === 0 || ids[count - 1] !== id) ids[count++] = id;
      if (indices) indices[from[at] as number] = count - 1;
    }
    return new NodeTable(ids.slice(0, count));
  }

  get size(): number {
    return this.ids.length;
  }

  /** The id at an index below `size`. */
  id(index: number): number {
    const id = this.ids[index];
    if (id === undefined) throw new Error(`expected an index below ${this.size}, got ${index}`);
    return id;
  }

  /** The index of an id; -1 where the table does not have it. */
  indexOf(id: number): number {
    const at = this.firstFrom(id);
    return this.ids[at] === id ? at : -1;
  }

  /** The indices of a run of ids, -1 for those that the table does not have: quickest where the ids rise, as in most files. */
  indicesOf(run: Float64Array, into: Int32Array): void {
    const { ids } = this;
    let at = 0;
    for (let index = 0; index < run.length; index += 1) {
      const id = run[index] as number;
      const near = at + stepsAhead;
      // Found within a few steps, or looked up anew.
      if (at > 0 && !((ids[at - 1] as number) < id)) at = near;
      while (at < near && (ids[at] as number) < id) at += 1;
      if (at === near) at = this.firstFrom(id);
      into[index] = ids[at] === id ? at : -1;
    }
  }

  /** The index of the first id that is not lower. */
  private firstFrom(id: number): number {
    const { ids, first } = this;
    const bucket = Math.max(0, this.bucketOf(id));
    let low = first[bucket] ?? 0;
    let high = first[bucket + 1] ?? 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((ids[middle] as number) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private bucketOf(id: number): number {
    return Math.min(Math.floor((id - this.lowest) * this.bucketsPerId), this.first.length - 2);
  }
}
