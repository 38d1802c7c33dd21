import { earthRadiusKilometres } from '../../model/units.ts';

/** Metres in a ten-millionth of a degree of latitude. */
const metresPerE7 = (earthRadiusKilometres * 1000 * Math.PI) / 180e7;
const lonScale = (latE7: number) => Math.cos((latE7 / 1e7) * (Math.PI / 180));

/**
 * Junctions found as the ends of lines come in: an end within the tolerance of a known one (the nearest, ties to the
 * first) is that junction. A hash grid whose cells are as wide as the tolerance keeps a look-up to nine cells.
 */
export class LineEnds {
  readonly lonE7: number[] = [];
  readonly latE7: number[] = [];
  readonly #toleranceMetres: number;
  readonly #cellE7: number;
  #first = new Int32Array(1 << 12).fill(-1);
  readonly #next: number[] = [];

  /** The coordinates' own rounding is always within: at least 1.5 ten-millionths of a degree, 1.7 cm. */
  constructor(toleranceMetres: number) {
    this.#toleranceMetres = Math.max(toleranceMetres, 1.5 * metresPerE7);
    this.#cellE7 = Math.max(2, Math.ceil(this.#toleranceMetres / metresPerE7));
  }

  /** The junction at an end, a new one where none is near. */
  at(lonE7: number, latE7: number): number {
    const known = this.#nearest(lonE7, latE7);
    if (known >= 0) return known;
    if (this.lonE7.length >= this.#first.length) this.#grow();
    this.lonE7.push(lonE7);
    this.latE7.push(latE7);
    this.#next.push(-1);
    this.#link(this.lonE7.length - 1);
    return this.lonE7.length - 1;
  }

  #nearest(lonE7: number, latE7: number): number {
    let [best, least] = [-1, Infinity];
    // A degree of longitude is shorter in metres: cells reach farther by as much as the tolerance does.
    const reach = Math.ceil(1 / Math.max(0.02, lonScale(latE7)));
    const [column, row] = this.#cell(lonE7, latE7);
    for (let x = column - reach; x <= column + reach; x += 1)
      for (let y = row - 1; y <= row + 1; y += 1)
        for (let end = this.#first[this.#bucket(x, y)] ?? -1; end >= 0; end = this.#next[end] ?? -1) {
          const metres = metresBetween(lonE7, latE7, this.lonE7[end] ?? 0, this.latE7[end] ?? 0);
          if (metres > this.#toleranceMetres || metres > least || (metres === least && end >= best)) continue;
          [best, least] = [end, metres];
        }
    return best;
  }

  #cell(lonE7: number, latE7: number): [column: number, row: number] {
    return [Math.floor(lonE7 / this.#cellE7), Math.floor(latE7 / this.#cellE7)];
  }

  #bucket(column: number, row: number): number {
    const mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#first.length - 1);
  }

  #link(end: number): void {
    const bucket = this.#bucket(...this.#cell(this.lonE7[end] ?? 0, this.latE7[end] ?? 0));
    this.#next[end] = this.#first[bucket] ?? -1;
    this.#first[bucket] = end;
  }

  #grow(): void {
    this.#first = new Int32Array(this.#first.length * 2).fill(-1);
    for (let end = 0; end < this.lonE7.length; end += 1) this.#link(end);
  }
}

function metresBetween(lonA: number, latA: number, lonB: number, latB: number): number {
  return Math.hypot((lonA - lonB) * lonScale(latA), latA - latB) * metresPerE7;
}

/** Metres from a place to a straight between two others; planar, which is right within some kilometres. */
export function metresToStraight(
  lon: number,
  lat: number,
  [lonA, latA]: readonly [number, number],
  [lonB, latB]: readonly [number, number],
): number {
  const scale = lonScale(lat);
  const [east, north] = [(lonB - lonA) * scale, latB - latA];
  const [x, y] = [(lon - lonA) * scale, lat - latA];
  const squared = east * east + north * north;
  const share = squared === 0 ? 0 : Math.min(1, Math.max(0, (x * east + y * north) / squared));
  return Math.hypot(x - share * east, y - share * north) * metresPerE7;
}

/** Cells of the second grid: 0.002 degrees, some 200 m, about as long as a straight of a road. */
const wideCellE7 = 20_000;

/**
 * Junctions that another line passes within the tolerance without ending there. A road that should join it does not, or
 * passes over it on a bridge: the drawing does not tell, so they are counted and not joined. The straights of all lines
 * come one by one, each with the junctions that its own line ends at.
 */
export class TouchedEnds {
  readonly #ends: LineEnds;
  readonly #toleranceMetres: number;
  /** Junctions by bucket of the grid: those of bucket `b` are `first[b] .. first[b + 1] - 1` of `member`. */
  readonly #first: Uint32Array;
  readonly #member: Uint32Array;
  readonly #touched: Uint8Array;

  constructor(ends: LineEnds, toleranceMetres: number) {
    this.#ends = ends;
    this.#toleranceMetres = Math.max(toleranceMetres, 1.5 * metresPerE7);
    const count = ends.lonE7.length;
    const buckets = 2 ** Math.ceil(Math.log2(Math.max(2, count)));
    this.#first = new Uint32Array(buckets + 1);
    this.#member = new Uint32Array(count);
    this.#touched = new Uint8Array(count);
    const bucketOf = (end: number) =>
      this.#bucket(wideCell(ends.lonE7[end] ?? 0), wideCell(ends.latE7[end] ?? 0));
    for (let end = 0; end < count; end += 1) {
      const bucket = bucketOf(end) + 1;
      this.#first[bucket] = (this.#first[bucket] ?? 0) + 1;
    }
    for (let bucket = 1; bucket <= buckets; bucket += 1)
      this.#first[bucket] = (this.#first[bucket] ?? 0) + (this.#first[bucket - 1] ?? 0);
    const next = this.#first.slice(0, buckets);
    for (let end = 0; end < count; end += 1) {
      const bucket = bucketOf(end);
      const at = next[bucket] ?? 0;
      next[bucket] = at + 1;
      this.#member[at] = end;
    }
  }

  /** Marks the junctions within the tolerance of a straight, other than the two where its line ends. */
  see(a: readonly [number, number], b: readonly [number, number], from: number, to: number): void {
    // Piece by piece, as the box around a long diagonal holds many cells that it does not touch.
    const pieces = Math.ceil(Math.max(Math.abs(b[0] - a[0]), Math.abs(b[1] - a[1])) / (2 * wideCellE7)) || 1;
    if (pieces === 1) return this.#seePiece(a, b, from, to);
    const at = (piece: number) =>
      [a[0] + ((b[0] - a[0]) * piece) / pieces, a[1] + ((b[1] - a[1]) * piece) / pieces] as const;
    for (let piece = 0; piece < pieces; piece += 1) this.#seePiece(at(piece), at(piece + 1), from, to);
  }

  #seePiece(a: readonly [number, number], b: readonly [number, number], from: number, to: number): void {
    const margin = this.#toleranceMetres / metresPerE7;
    const wide = margin / Math.max(0.02, lonScale(Math.max(Math.abs(a[1]), Math.abs(b[1]))));
    const [west, east] = [Math.min(a[0], b[0]) - wide, Math.max(a[0], b[0]) + wide];
    const [south, north] = [Math.min(a[1], b[1]) - margin, Math.max(a[1], b[1]) + margin];
    for (let column = wideCell(west); column <= wideCell(east); column += 1)
      for (let row = wideCell(south); row <= wideCell(north); row += 1) {
        const bucket = this.#bucket(column, row);
        for (let at = this.#first[bucket] ?? 0; at < (this.#first[bucket + 1] ?? 0); at += 1) {
          const end = this.#member[at] ?? 0;
          const [lon, lat] = [this.#ends.lonE7[end] ?? 0, this.#ends.latE7[end] ?? 0];
          if (end === from || end === to || lon < west || lon > east || lat < south || lat > north) continue;
          if (metresToStraight(lon, lat, a, b) <= this.#toleranceMetres) this.#touched[end] = 1;
        }
      }
  }

  /** Number of junctions marked. */
  get count(): number {
    return this.#touched.reduce((sum, touched) => sum + touched, 0);
  }

  #bucket(column: number, row: number): number {
    const mixed = Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b);
    return (mixed ^ (mixed >>> 15)) & (this.#first.length - 2);
  }
}

const wideCell = (e7: number) => Math.floor(e7 / wideCellE7);
