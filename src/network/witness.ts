import { none, type Overlay } from './overlay.ts';

/**
 * Searches near a node for ways that spare a shortcut. It gives up after so many nodes: a way not found costs a shortcut
 * too many, never a wrong time.
 */
export class WitnessSearch {
  readonly #overlay: Overlay;
  readonly #weight: Float64Array;
  /** Nodes with a weight in this search. */
  readonly #touched: number[] = [];
  readonly #heap = new Heap();

  constructor(overlay: Overlay) {
    this.#overlay = overlay;
    this.#weight = new Float64Array(overlay.first.length).fill(Infinity);
  }

  /** Weight of the best way found to a node by the latest search; never too low, perhaps too high. */
  weightOf(node: number): number {
    return this.#weight[node] ?? Infinity;
  }

  /** From a node without passing another, as far as a weight (`<=`), settling so many nodes at most. */
  from(source: number, without: number, furthest: number, mostSettled: number): void {
    const [heap, weight, touched] = [this.#heap, this.#weight, this.#touched];
    const { first, next, to: heads, weight: weights } = this.#overlay;
    for (const node of touched) weight[node] = Infinity;
    touched.length = 0;
    heap.clear();
    weight[source] = 0;
    touched.push(source);
    heap.push(0, source);
    for (let settled = 0; settled < mostSettled && heap.size > 0; settled += 1) {
      const now = heap.lowest;
      if (now > furthest) break;
      const node = heap.pop();
      if (now > (weight[node] ?? 0)) continue;
      for (let entry = first[node] ?? none; entry !== none; entry = next[entry] ?? none) {
        const to = heads[entry] ?? 0;
        const then = now + (weights[entry] ?? 0);
        const known = weight[to] ?? 0;
        if (then >= known || then > furthest || to === without) continue;
        if (known === Infinity) touched.push(to);
        weight[to] = then;
        heap.push(then, to);
      }
    }
  }
}

/** A binary heap of nodes by weight, for small searches; a node may stand in it more than once. */
export class Heap {
  #key = new Float64Array(256);
  #node = new Uint32Array(256);
  size = 0;

  clear(): void {
    this.size = 0;
  }

  /** Weight of the node that comes next. */
  get lowest(): number {
    return this.#key[0] ?? Infinity;
  }

  push(key: number, node: number): void {
    if (this.size === this.#key.length) this.#grow();
    const [keys, nodes] = [this.#key, this.#node];
    let at = this.size;
    this.size += 1;
    while (at > 0) {
      const up = (at - 1) >> 1;
      const above = keys[up] ?? 0;
      if (above <= key) break;
      keys[at] = above;
      nodes[at] = nodes[up] ?? 0;
      at = up;
    }
    keys[at] = key;
    nodes[at] = node;
  }

  pop(): number {
    const [keys, nodes] = [this.#key, this.#node];
    const top = nodes[0] ?? 0;
    this.size -= 1;
    const { size } = this;
    const key = keys[size] ?? 0;
    const node = nodes[size] ?? 0;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && (keys[child + 1] ?? 0) < (keys[child] ?? 0)) child += 1;
      const below = keys[child] ?? 0;
      if (below >= key) break;
      keys[at] = below;
      nodes[at] = nodes[child] ?? 0;
      at = child;
    }
    keys[at] = key;
    nodes[at] = node;
    return top;
  }

  #grow(): void {
    const [key, node] = [new Float64Array(this.#key.length * 2), new Uint32Array(this.#key.length * 2)];
    key.set(this.#key);
    node.set(this.#node);
    [this.#key, this.#node] = [key, node];
  }
}
