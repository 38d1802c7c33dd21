import { enlarged } from './enlarged.ts';

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
    this.#key = enlarged(this.#key, this.size * 2);
    this.#node = enlarged(this.#node, this.size * 2);
  }
}
