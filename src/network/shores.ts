import Flatbush from 'flatbush';
import { Horizon } from './horizon.ts';
import { fullTurnE7, furthestDrawnE7, shortWayE7, type Lines } from './road-graph.ts';

/** Where shores are looked for, ten-millionths of a degree. */
interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Banks and coasts, found by place. Across the antimeridian a piece is drawn on beyond 180 degrees. */
export class Shores {
  readonly #lines: Lines;
  /** For each piece between two corners, the first of them. */
  readonly #pieces: Uint32Array;
  readonly #boxes: Flatbush | null;

  constructor(lines: Lines) {
    this.#lines = lines;
    const { first, latE7 } = lines;
    const pieces: number[] = [];
    for (let line = 0; line + 1 < first.length; line += 1)
      for (let corner = first[line] ?? 0; corner + 1 < (first[line + 1] ?? 0); corner += 1)
        pieces.push(corner);
    this.#pieces = Uint32Array.from(pieces);
    this.#boxes = pieces.length === 0 ? null : new Flatbush(pieces.length, 16, Float64Array);
    for (const corner of pieces) {
      const [ax, bx] = this.#drawn(corner);
      const [ay, by] = [latE7[corner] as number, latE7[corner + 1] as number];
      this.#boxes?.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
    }
    this.#boxes?.finish();
  }

  /** The longitudes of a piece's ends, by the short way. */
  #drawn(corner: number): [number, number] {
    const from = this.#lines.lonE7[corner] as number;
    return [from, from + shortWayE7((this.#lines.lonE7[corner + 1] as number) - from)];
  }

  /**
   * What shores within a box hide from a place, ten-millionths of a degree.
   * @param cos what a step east counts against one to the north
   */
  horizon(x: number, y: number, cos: number, { west, south, east, north }: Box): Horizon {
    const { latE7 } = this.#lines;
    const horizon = new Horizon();
    let [end, endX] = [-1, NaN];
    for (const piece of (this.#boxes?.search(west, south, east, north) ?? []).sort((a, b) => a - b)) {
      const corner = this.#pieces[piece] as number;
      const [fromX, toX] = this.#drawn(corner);
      if (corner !== end || fromX !== endX) horizon.begin((fromX - x) * cos, (latE7[corner] as number) - y);
      [end, endX] = [corner + 1, toX];
      horizon.lead((toX - x) * cos, (latE7[end] as number) - y);
    }
    return horizon;
  }

  /** Whether the straight line between two places, in ten-millionths of a degree, crosses a shore. A place on a shore is on land. */
  isBetween(ax: number, ay: number, bx: number, by: number): boolean {
    const to = ax + shortWayE7(bx - ax);
    const isBeyond = (turn: number) =>
      Math.min(ax, to) + turn < furthestDrawnE7 && Math.max(ax, to) + turn > -furthestDrawnE7;
    return (
      this.#isAcross(ax, ay, to, by) ||
      [-fullTurnE7, fullTurnE7].some((turn) => isBeyond(turn) && this.#isAcross(ax + turn, ay, to + turn, by))
    );
  }

  #isAcross(ax: number, ay: number, bx: number, by: number): boolean {
    const { latE7 } = this.#lines;
    const box = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)] as const;
    return (this.#boxes?.search(...box) ?? []).some((piece) => {
      const corner = this.#pieces[piece] as number;
      const [cx, dx] = this.#drawn(corner);
      const [cy, dy] = [latE7[corner] as number, latE7[corner + 1] as number];
      return (
        sideOf(ax, ay, bx, by, cx, cy) * sideOf(ax, ay, bx, by, dx, dy) <= 0 &&
        sideOf(cx, cy, dx, dy, ax, ay) * sideOf(cx, cy, dx, dy, bx, by) < 0
      );
    });
  }
}

/** On which side of the line from `p` to `q` a place `r` is: 1 is left, 0 on the line. */
const sideOf = (px: number, py: number, qx: number, qy: number, rx: number, ry: number) =>
  Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
