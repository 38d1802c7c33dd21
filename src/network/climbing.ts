import { addUp } from './add-up.ts';
import type { ClimbingArcs, Hierarchy } from './contraction.ts';
import { Heap } from './heap.ts';

/** What a search that climbs found: by entry, a place in the hierarchy, the weight of the way there, and its highest kind. */
export interface Climb {
  place: number[];
  weight: number[];
  kind: number[];
}

/** A place where a search begins, and what was spent before. */
export interface ClimbStart {
  place: number;
  weight: number;
  kind: number;
}

/** Searches that only climb: from where journeys start by the arcs up, from where they end by the arcs down. */
class ClimbingSearch {
  readonly #arcs: ClimbingArcs;
  /** The arcs of the other direction: by them a node above may turn out to lead here better, and then nothing comes of here. */
  readonly #against: ClimbingArcs;
  readonly #weight: Float64Array;
  readonly #kind: Uint8Array;
  readonly #touched: number[] = [];
  readonly #heap = new Heap();

  constructor({ place, up, down }: Hierarchy, end: 'start' | 'end') {
    [this.#arcs, this.#against] = end === 'start' ? [up, down] : [down, up];
    this.#weight = new Float64Array(place.length).fill(Infinity);
    this.#kind = new Uint8Array(place.length);
  }

  /** Climbs from the starts to the top. Places that a way from above reaches better are left out ("stall on demand"). */
  from(starts: readonly ClimbStart[]): Climb {
    const [weights, kinds, heap, touched] = [this.#weight, this.#kind, this.#heap, this.#touched];
    const { firstArc, head, weight: arcWeight, kind: arcKind } = this.#arcs;
    const climb: Climb = { place: [], weight: [], kind: [] };
    for (const place of touched) weights[place] = Infinity;
    touched.length = 0;
    heap.clear();
    for (const { place, weight, kind } of starts) {
      const known = weights[place] ?? Infinity;
      if (weight > known || (weight === known && kind >= (kinds[place] ?? 0))) continue;
      if (known === Infinity) touched.push(place);
      weights[place] = weight;
      kinds[place] = kind;
      heap.push(weight, place);
    }
    while (heap.size > 0) {
      const now = heap.lowest;
      const place = heap.pop();
      if (now > (weights[place] ?? 0) || this.#isBetterFromAbove(place, now)) continue;
      const kind = kinds[place] ?? 0;
      climb.place.push(place);
      climb.weight.push(now);
      climb.kind.push(kind);
      const end = firstArc[place + 1] ?? 0;
      for (let arc = firstArc[place] ?? 0; arc < end; arc += 1) {
        const to = head[arc] ?? 0;
        const then = now + (arcWeight[arc] ?? 0);
        const known = weights[to] ?? 0;
        if (then >= known) continue;
        if (known === Infinity) touched.push(to);
        weights[to] = then;
        kinds[to] = Math.max(kind, arcKind[arc] ?? 0);
        heap.push(then, to);
      }
    }
    return climb;
  }

  #isBetterFromAbove(place: number, now: number): boolean {
    const { firstArc, head, weight } = this.#against;
    const end = firstArc[place + 1] ?? 0;
    for (let arc = firstArc[place] ?? 0; arc < end; arc += 1)
      if ((this.#weight[head[arc] ?? 0] ?? Infinity) + (weight[arc] ?? 0) < now) return true;
    return false;
  }
}

/** The best ways from many starts to one end at a time. */
export interface ManyWays {
  /** By start; `Infinity` where no way leads. Valid until the next end is asked for. */
  weight: Float64Array;
  /** Highest kind on the way. */
  kind: Uint8Array;
}

/**
 * All pairs between many starts and many ends (Knopp, Sanders, Schultes, Schulz & Wagner 2007, 10.1137/1.9781611972870.4):
 * each start leaves its weight in a bucket at every place it climbs to, each end climbs and looks into the buckets.
 */
export class Buckets {
  readonly #search: ClimbingSearch;
  readonly #first: Uint32Array;
  readonly #start: Uint32Array;
  readonly #weight: Float64Array;
  readonly #kind: Uint8Array;
  readonly #best: ManyWays;

  /** Fills the buckets of the starts: by start, the places where it begins. */
  constructor(hierarchy: Hierarchy, starts: readonly (readonly ClimbStart[])[]) {
    this.#search = new ClimbingSearch(hierarchy, 'end');
    const search = new ClimbingSearch(hierarchy, 'start');
    const climbs = starts.map((list) => search.from(list));
    this.#first = new Uint32Array(hierarchy.place.length + 1);
    for (const { place } of climbs)
      for (const at of place) this.#first[at + 1] = (this.#first[at + 1] ?? 0) + 1;
    addUp(this.#first);
    const entries = this.#first.at(-1) ?? 0;
    this.#start = new Uint32Array(entries);
    this.#weight = new Float64Array(entries);
    this.#kind = new Uint8Array(entries);
    const next = this.#first.slice();
    climbs.forEach(({ place, weight, kind }, start) => {
      place.forEach((at, entry) => {
        const slot = next[at] ?? 0;
        next[at] = slot + 1;
        this.#start[slot] = start;
        this.#weight[slot] = weight[entry] ?? 0;
        this.#kind[slot] = kind[entry] ?? 0;
      });
    });
    this.#best = { weight: new Float64Array(starts.length), kind: new Uint8Array(starts.length) };
  }

  /** The best ways from every start to an end. */
  to(ends: readonly ClimbStart[]): ManyWays {
    const { weight: best, kind: bestKind } = this.#best;
    const [first, starts, weights, kinds] = [this.#first, this.#start, this.#weight, this.#kind];
    best.fill(Infinity);
    const climb = this.#search.from(ends);
    for (let entry = 0; entry < climb.place.length; entry += 1) {
      const place = climb.place[entry] ?? 0;
      const above = climb.weight[entry] ?? 0;
      const kind = climb.kind[entry] ?? 0;
      const end = first[place + 1] ?? 0;
      for (let slot = first[place] ?? 0; slot < end; slot += 1) {
        const start = starts[slot] ?? 0;
        const weight = above + (weights[slot] ?? 0);
        if (weight >= (best[start] ?? 0)) continue;
        best[start] = weight;
        bestKind[start] = Math.max(kind, kinds[slot] ?? 0);
      }
    }
    return this.#best;
  }
}
