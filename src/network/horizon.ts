/** Directions are told apart to about a degree and a half. */
const sectors = 256;
const sectorOf = sectors / (2 * Math.PI);
/** What lies no farther behind a line than rounding may be off is not hidden. */
const slack = 1 + 1e-9;

/**
 * What lines hide from a place: in each sector of directions, how far one can see at most. A sector is closed where a line
 * leads from one of its sides to the other; what lies beyond the farthest of it there is behind the line, whichever way one looks.
 * Lines that close no whole sector hide nothing, nor does a ring where it begins, so that what is not hidden may yet be behind
 * one.
 */
export class Horizon {
  /** Distance squared. */
  readonly #farthest = new Float64Array(sectors).fill(Infinity);
  /** The side of a sector that the line crossed last, counted on past a full turn, and the farthest of it since; NaN before. */
  #side = NaN;
  #since = 0;
  #angle = NaN;
  #x = 0;
  #y = 0;

  /** Begins a line at a corner, seen from the place. */
  begin(x: number, y: number): void {
    this.#side = NaN;
    this.#angle = Math.atan2(y, x);
    [this.#x, this.#y] = [x, y];
  }

  /** Leads the line on to a corner. */
  lead(x: number, y: number): void {
    const turn = Math.atan2(this.#x * y - this.#y * x, this.#x * x + this.#y * y);
    const isAtPlace = (x === 0 && y === 0) || (this.#x === 0 && this.#y === 0);
    // Through the place itself, or all but: it lies in no sector there.
    if (isAtPlace || Math.abs(turn) > Math.PI - 1e-6) return this.begin(x, y);
    const to = this.#angle + turn;
    const step = turn < 0 ? -1 : 1;
    const last = turn < 0 ? Math.ceil(to * sectorOf) : Math.floor(to * sectorOf);
    const first = turn < 0 ? Math.floor(this.#angle * sectorOf) : Math.ceil(this.#angle * sectorOf);
    for (let side = first; (last - side) * step >= 0; side += step) this.#cross(side, x, y);
    this.#since = Math.max(this.#since, x * x + y * y);
    this.#angle = to;
    [this.#x, this.#y] = [x, y];
  }

  /** The piece to a corner crosses the side of a sector. */
  #cross(side: number, x: number, y: number): void {
    const far = this.#squaredAt(side / sectorOf, x, y);
    if (Math.abs(side - this.#side) === 1) {
      const sector = turned(Math.min(side, this.#side));
      const farthest = Math.max(this.#since, far);
      if (farthest < (this.#farthest[sector] as number)) this.#farthest[sector] = farthest;
    }
    this.#side = side;
    this.#since = far;
  }

  /** How far the piece to a corner is in a direction, squared. */
  #squaredAt(angle: number, x: number, y: number): number {
    const [dx, dy] = [x - this.#x, y - this.#y];
    const across = Math.cos(angle) * dy - Math.sin(angle) * dx;
    const far = (this.#x * dy - this.#y * dx) / across;
    // Along the piece itself its ends say it.
    return Number.isFinite(far) ? far * far : Math.max(x * x + y * y, this.#x ** 2 + this.#y ** 2);
  }

  /** Whether a box, seen from the place, is hidden as a whole. */
  hides(west: number, south: number, east: number, north: number): boolean {
    const x = west > 0 ? west : east < 0 ? east : 0;
    const y = south > 0 ? south : north < 0 ? north : 0;
    const nearest = x * x + y * y;
    if (nearest === 0) return false;
    const middle = Math.atan2((south + north) / 2, (west + east) / 2);
    let [least, most] = [0, 0];
    for (const cornerX of [west, east])
      for (const cornerY of [south, north]) {
        const aside = Math.atan2(cornerY, cornerX) - middle;
        const turn = aside - 2 * Math.PI * Math.round(aside / (2 * Math.PI));
        [least, most] = [Math.min(least, turn), Math.max(most, turn)];
      }
    const end = Math.floor((middle + most) * sectorOf);
    for (let sector = Math.floor((middle + least) * sectorOf); sector <= end; sector += 1)
      if (!((this.#farthest[turned(sector)] as number) * slack < nearest)) return false;
    return true;
  }
}

/** A sector's number, counted from 0. */
const turned = (sector: number) => ((sector % sectors) + sectors) % sectors;
