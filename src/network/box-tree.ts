import type { Horizon } from './horizon.ts';

/** Children of a box in the tree. */
const fan = 8;
/** A bound that rounding has raised over what it bounds keeps nothing out. */
const slack = 1 + 1e-9;

/** Boxes that a place is looked for in. */
export interface Look {
  /** Where from, and what a step east counts against one to the north. */
  x: number;
  y: number;
  cos: number;
  /** What boxes must touch to be looked into. */
  west: number;
  south: number;
  east: number;
  north: number;
  /** What hides boxes from the place, in steps north from there; nothing where it is left out. */
  horizon?: Horizon | undefined;
}

/**
 * Boxes in a tree, each above the `fan` that stand next to each other: boxes that lie near the ones before them need no
 * sorting. A look walks from the nearest box on and leaves out those that are farther than the best it has found.
 */
export class BoxTree {
  /** West, south, east, north of every box: the given ones, then the ones above, level by level; the last is the root. */
  readonly #boxes: Float64Array;
  /** First box of each level; one more than there are levels. */
  readonly #levels: number[] = [0];
  /** Boxes to be looked into: number, level, and least distance squared. A walk holds less than `fan` of each level. */
  readonly #open: Int32Array;
  readonly #openLevel: Uint8Array;
  readonly #openBound: Float64Array;

  /** @param boxes west, south, east, north of each, one after the other; one box at least */
  constructor(boxes: Float64Array) {
    let [count, all] = [boxes.length / 4, 0];
    for (;;) {
      all += count;
      this.#levels.push(all);
      if (count === 1) break;
      count = Math.ceil(count / fan);
    }
    this.#boxes = new Float64Array(all * 4);
    this.#boxes.set(boxes);
    for (let level = 1; level + 1 < this.#levels.length; level += 1) this.#fill(level);
    const room = fan * this.#levels.length;
    this.#open = new Int32Array(room);
    this.#openLevel = new Uint8Array(room);
    this.#openBound = new Float64Array(room);
  }

  #fill(level: number): void {
    const boxes = this.#boxes;
    const [below, first, end] = this.#levels.slice(level - 1, level + 2) as [number, number, number];
    for (let box = first; box < end; box += 1) {
      let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
      const from = below + (box - first) * fan;
      for (let child = from; child < Math.min(from + fan, first); child += 1) {
        west = Math.min(west, boxes[4 * child] as number);
        south = Math.min(south, boxes[4 * child + 1] as number);
        east = Math.max(east, boxes[4 * child + 2] as number);
        north = Math.max(north, boxes[4 * child + 3] as number);
      }
      boxes.set([west, south, east, north], 4 * box);
    }
  }

  /**
   * Sees the given boxes that touch the look's own, of those that stand next to each other the nearest first; those farther
   * than the limit are left out.
   * @param limit distance squared, in the look's measure; what lies beyond counts no more
   * @param see gives the limit from then on
   */
  look(look: Look, limit: number, see: (box: number) => number): void {
    const [open, openLevel, openBound, levels] = [this.#open, this.#openLevel, this.#openBound, this.#levels];
    let best = limit;
    let level = levels.length - 2;
    open[0] = levels[level] as number;
    openLevel[0] = level;
    openBound[0] = 0;
    for (let count = this.#touches(look, open[0]) ? 1 : 0; count > 0;) {
      count -= 1;
      if ((openBound[count] as number) > best * slack) continue;
      const box = open[count] as number;
      level = openLevel[count] as number;
      if (level === 0) best = see(box);
      else count = this.#openChildren(look, box, level, best * slack, count);
    }
  }

  #touches({ west, south, east, north }: Look, box: number): boolean {
    const [left = 0, lower = 0, right = 0, upper = 0] = this.#boxes.subarray(4 * box, 4 * box + 4);
    return left <= east && lower <= north && right >= west && upper >= south;
  }

  /** Opens the children of a box that count, the nearest last, so that it is the next; gives how many are open then. */
  #openChildren(look: Look, box: number, level: number, limit: number, before: number): number {
    const boxes = this.#boxes;
    const [open, openLevel, openBound] = [this.#open, this.#openLevel, this.#openBound];
    const { x, y, cos, west, south, east, north, horizon } = look;
    const here = this.#levels[level] as number;
    const from = (this.#levels[level - 1] as number) + (box - here) * fan;
    const end = Math.min(from + fan, here);
    let count = before;
    for (let child = from; child < end; child += 1) {
      const at = 4 * child;
      const left = boxes[at] as number;
      const lower = boxes[at + 1] as number;
      const right = boxes[at + 2] as number;
      const upper = boxes[at + 3] as number;
      if (left > east || lower > north || right < west || upper < south) continue;
      const dx = (x < left ? left - x : x > right ? x - right : 0) * cos;
      const dy = y < lower ? lower - y : y > upper ? y - upper : 0;
      const bound = dx * dx + dy * dy;
      if (bound > limit) continue;
      if (horizon?.hides((left - x) * cos, lower - y, (right - x) * cos, upper - y)) continue;
      let place = count;
      for (; place > before && (openBound[place - 1] as number) < bound; place -= 1) {
        open[place] = open[place - 1] as number;
        openBound[place] = openBound[place - 1] as number;
      }
      open[place] = child;
      openBound[place] = bound;
      openLevel[count] = level - 1;
      count += 1;
    }
    return count;
  }
}
