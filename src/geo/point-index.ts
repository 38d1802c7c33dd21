import { earthRadiusKilometres } from '../model/units.ts';

const radians = Math.PI / 180;

/** A place found: its index among those given, and the great-circle distance to it. */
export interface Neighbour {
  index: number;
  kilometres: number;
}

/**
 * Nearest places on the sphere: a k-d tree over unit vectors, so that poles and the antimeridian need no care.
 * Immutable once built; places are named by their index in the arrays given. Ties go to the lower index.
 */
export class PointIndex {
  readonly #xyz: Float64Array;
  /** Places in tree order: the middle of a range is its root, the halves its branches. */
  readonly #order: Uint32Array;

  /** `lon` and `lat` in WGS 84 decimal degrees, of one length. */
  constructor(lon: ArrayLike<number>, lat: ArrayLike<number>) {
    if (lon.length !== lat.length)
      throw new Error(`expected as many latitudes as longitudes, got ${lat.length}`);
    this.#xyz = new Float64Array(lon.length * 3);
    for (let index = 0; index < lon.length; index += 1)
      this.#xyz.set(unitVector(lon[index] ?? 0, lat[index] ?? 0), index * 3);
    this.#order = Uint32Array.from({ length: lon.length }, (_, index) => index);
    this.#split(0, lon.length, 0);
  }

  /** The nearest place within `maxKilometres` (`<=` is within), or null. */
  nearest(lon: number, lat: number, maxKilometres = Infinity): Neighbour | null {
    let best = -1;
    const search: Search = {
      at: unitVector(lon, lat),
      limit: squaredChord(maxKilometres),
      see(index, squared) {
        if (squared === search.limit && best >= 0 && index > best) return;
        best = index;
        search.limit = squared;
      },
    };
    this.#visit(search, 0, this.#order.length, 0);
    return best < 0 ? null : { index: best, kilometres: kilometresOf(search.limit) };
  }

  /** Every place within `maxKilometres` (`<=`), nearest first, then by index. */
  within(lon: number, lat: number, maxKilometres: number): Neighbour[] {
    const found: Neighbour[] = [];
    const see = (index: number, squared: number) => found.push({ index, kilometres: kilometresOf(squared) });
    this.#visit(
      { at: unitVector(lon, lat), limit: squaredChord(maxKilometres), see },
      0,
      this.#order.length,
      0,
    );
    return found.sort((a, b) => a.kilometres - b.kilometres || a.index - b.index);
  }

  #split(from: number, to: number, axis: number): void {
    if (to - from < 2) return;
    const middle = (from + to) >> 1;
    this.#select(middle, from, to - 1, axis);
    this.#split(from, middle, (axis + 1) % 3);
    this.#split(middle + 1, to, (axis + 1) % 3);
  }

  /** Quickselect (Hoare 1961, 10.1145/366622.366647): no place before `middle` is greater, none after it is less. */
  #select(middle: number, from: number, to: number, axis: number): void {
    const order = this.#order;
    const valueAt = (at: number) => this.#xyz[(order[at] ?? 0) * 3 + axis] ?? 0;
    while (from < to) {
      const pivot = valueAt((from + to) >> 1);
      let low = from;
      let high = to;
      while (low <= high) {
        while (valueAt(low) < pivot) low += 1;
        while (valueAt(high) > pivot) high -= 1;
        if (low > high) break;
        [order[low], order[high]] = [order[high] ?? 0, order[low] ?? 0];
        low += 1;
        high -= 1;
      }
      if (middle <= high) to = high;
      else if (middle >= low) from = low;
      else return;
    }
  }

  /** Shows the search every place within its limit, the likelier half first. */
  #visit(search: Search, from: number, to: number, axis: number): void {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    const index = this.#order[middle] ?? 0;
    const place = index * 3;
    const squared =
      ((this.#xyz[place] ?? 0) - search.at[0]) ** 2 +
      ((this.#xyz[place + 1] ?? 0) - search.at[1]) ** 2 +
      ((this.#xyz[place + 2] ?? 0) - search.at[2]) ** 2;
    if (squared <= search.limit) search.see(index, squared);
    const offset = (search.at[axis] ?? 0) - (this.#xyz[place + axis] ?? 0);
    const next = (axis + 1) % 3;
    if (offset <= 0) this.#visit(search, from, middle, next);
    else this.#visit(search, middle + 1, to, next);
    if (offset * offset > search.limit) return;
    if (offset <= 0) this.#visit(search, middle + 1, to, next);
    else this.#visit(search, from, middle, next);
  }
}

/** What a search keeps; a nearest search narrows its limit as it goes. */
interface Search {
  at: readonly [number, number, number];
  /** Squared chord on the unit sphere; places at exactly the limit are seen. */
  limit: number;
  see(index: number, squared: number): void;
}

function unitVector(lon: number, lat: number): [number, number, number] {
  const cosLat = Math.cos(lat * radians);
  return [cosLat * Math.cos(lon * radians), cosLat * Math.sin(lon * radians), Math.sin(lat * radians)];
}

/** Half the circle or more is no limit: rounding may put an antipode a hair beyond the diameter. */
function squaredChord(kilometres: number): number {
  const angle = kilometres / earthRadiusKilometres;
  return angle >= Math.PI ? Infinity : (2 * Math.sin(angle / 2)) ** 2;
}

function kilometresOf(squared: number): number {
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(squared) / 2));
}
