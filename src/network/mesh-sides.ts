/** Stands for a place of the table that holds no piece. */
const free = 0xffffffff;

/** Pieces of road as sides of triangles, of which some are marked: pairs of points in a table of open addresses. */
export class MeshSides {
  readonly #mask: number;
  readonly #lower: Uint32Array;
  readonly #upper: Uint32Array;
  readonly #isMarked: Uint8Array;

  /** @param pieces two points each, one after the other; the same pair may come again, either way round */
  constructor(pieces: Uint32Array) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(2, pieces.length)));
    this.#mask = room - 1;
    this.#lower = new Uint32Array(room).fill(free);
    this.#upper = new Uint32Array(room);
    this.#isMarked = new Uint8Array(room);
    for (let at = 0; at < pieces.length; at += 2) {
      const [a, b] = [pieces[at] as number, pieces[at + 1] as number];
      const slot = this.#slotOf(a, b);
      this.#lower[slot] = Math.min(a, b);
      this.#upper[slot] = Math.max(a, b);
    }
  }

  /** Marks a side; one that is no piece is let be. */
  mark(a: number, b: number): void {
    const slot = this.#slotOf(a, b);
    if (this.#lower[slot] !== free) this.#isMarked[slot] = 1;
  }

  isMarked(a: number, b: number): boolean {
    return this.#isMarked[this.#slotOf(a, b)] === 1;
  }

  /** Where a pair is, or would be. Half of the table is free, so that a search ends. */
  #slotOf(a: number, b: number): number {
    const [lower, upper] = [Math.min(a, b), Math.max(a, b)];
    const mixed = Math.imul(lower, 0x9e3779b1) ^ Math.imul(upper, 0x85ebca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (this.#lower[slot] !== free && (this.#lower[slot] !== lower || this.#upper[slot] !== upper))
      slot = (slot + 1) & this.#mask;
    return slot;
  }
}
