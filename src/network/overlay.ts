import { enlarged } from './enlarged.ts';

/** Stands for no entry. */
export const none = -1;

/**
 * A graph that shrinks and grows while it is contracted. Entries come in pairs: entry `e` stands at one node and leads to
 * another, `e ^ 1` stands there and leads back. Each carries the arc that runs its way, or `Infinity` where only the
 * other is there. The entries of a node form a list.
 */
export class Overlay {
  /** First entry of each node, or `none`. */
  readonly first: Int32Array;
  next: Int32Array;
  to: Uint32Array;
  weight: Float64Array;
  kind: Uint8Array;
  #used = 0;
  readonly #free: number[] = [];

  /** @param entries how many to make room for at first */
  constructor(nodes: number, entries: number) {
    this.first = new Int32Array(nodes).fill(none);
    this.next = new Int32Array(entries);
    this.to = new Uint32Array(entries);
    this.weight = new Float64Array(entries);
    this.kind = new Uint8Array(entries);
  }

  /** Adds an arc, or makes the one there is lighter; of arcs of one weight the lower kind stays. */
  offer(from: number, to: number, weight: number, kind: number): void {
    let entry = this.first[from] ?? none;
    while (entry !== none && this.to[entry] !== to) entry = this.next[entry] ?? none;
    if (entry === none) entry = this.#join(from, to);
    const known = this.weight[entry] ?? Infinity;
    if (weight > known || (weight === known && kind >= (this.kind[entry] ?? 0))) return;
    this.weight[entry] = weight;
    this.kind[entry] = kind;
  }

  #join(from: number, to: number): number {
    const entry = this.#free.pop() ?? this.#grow();
    this.#put(entry, from, to);
    this.#put(entry + 1, to, from);
    return entry;
  }

  #put(entry: number, at: number, to: number): void {
    this.to[entry] = to;
    this.weight[entry] = Infinity;
    this.kind[entry] = 0;
    this.next[entry] = this.first[at] ?? none;
    this.first[at] = entry;
  }

  #grow(): number {
    const entry = this.#used;
    this.#used += 2;
    if (this.#used > this.to.length) {
      const room = Math.max(1024, this.to.length * 1.5) & ~1;
      this.next = enlarged(this.next, room);
      this.to = enlarged(this.to, room);
      this.weight = enlarged(this.weight, room);
      this.kind = enlarged(this.kind, room);
    }
    return entry;
  }

  /** Takes a node out, with its entries and those that lead to it. */
  remove(node: number): void {
    for (let entry = this.first[node] ?? none; entry !== none;) {
      const following = this.next[entry] ?? none;
      this.#unlink(this.to[entry] ?? 0, entry ^ 1);
      this.#free.push(entry & ~1);
      entry = following;
    }
    this.first[node] = none;
  }

  #unlink(node: number, gone: number): void {
    const after = this.next[gone] ?? none;
    let entry = this.first[node] ?? none;
    if (entry === gone) {
      this.first[node] = after;
      return;
    }
    while ((this.next[entry] ?? none) !== gone) entry = this.next[entry] ?? none;
    this.next[entry] = after;
  }
}
