import { Heap } from './heap.ts';
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
