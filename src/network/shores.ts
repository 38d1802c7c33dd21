import Flatbush from 'flatbush';
import type { Lines } from './road-graph.ts';

/** Banks and coasts, found by place. */
export class Shores {
  readonly #lines: Lines;
  /** For each piece between two corners, the first of them. */
  readonly #pieces: Uint32Array;
  readonly #boxes: Flatbush | null;

  constructor(lines: Lines) {
    this.#lines = lines;
    const { first, lonE7, latE7 } = lines;
    const pieces: number[] = [];
    for (let line = 0; line + 1 < first.length; line += 1)
      for (let corner = first[line] ?? 0; corner + 1 < (first[line + 1] ?? 0); corner += 1)
        pieces.push(corner);
    this.#pieces = Uint32Array.from(pieces);
    this.#boxes = pieces.length === 0 ? null : new Flatbush(pieces.length, 16, Int32Array);
    for (const corner of pieces) {
      const [ax, ay, bx, by] = [lonE7[corner], latE7[corner], lonE7[corner + 1], latE7[corner + 1]].map(
        (value) => value ?? 0,
      ) as [number, number, number, number];
      this.#boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.#boxes?.finish();
  }

  /** Whether the straight line between two places, in ten-millionths of a degree, crosses a shore. A place on a shore is on land. */
  isBetween(ax: number, ay: number, bx: number, by: number): boolean {
    const { lonE7, latE7 } = this.#lines;
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return (this.#boxes?.search(...box) ?? []).some((piece) => {
      const corner = this.#pieces[piece] ?? 0;
      const [cx, cy] = [lonE7[corner] ?? 0, latE7[corner] ?? 0];
      const [dx, dy] = [lonE7[corner + 1] ?? 0, latE7[corner + 1] ?? 0];
      const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
        Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
      return (
        side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) <= 0 &&
        side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
      );
    });
  }
}
