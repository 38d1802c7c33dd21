import { cosine, haversineWithCosines } from '../../geo/distance.ts';
import { arcKinds, fromE7, type ArcKind } from '../road-graph.ts';
import type { Roads } from '../roads.ts';
import { markKept } from '../simplify-line.ts';
import { growingInt32, growingUint32, growingUint8, Growing } from './growing.ts';

/** Corners that lie this near to the line through the others are not kept. */
const shapeToleranceMetres = 1.5;

/** Places by index, in ten-millionths of a degree. */
export interface Places {
  lonE7: Int32Array;
  latE7: Int32Array;
}

/** A road to be written, but for its corners: ends are junctions, times tenths of a second. */
export interface RoadEntry {
  from: number;
  to: number;
  forward: number;
  backward: number;
  metres: number;
  kind: ArcKind;
}

/** Writes roads by column. */
export class RoadWriter {
  readonly from = growingUint32();
  readonly to = growingUint32();
  readonly #lonE7 = growingInt32();
  readonly #latE7 = growingInt32();
  readonly #forward = growingUint32();
  readonly #backward = growingUint32();
  readonly #metres = new Growing(new Float64Array(1024));
  readonly #kind = growingUint8();
  readonly #firstBend = growingUint32();
  readonly #bendLonE7 = growingInt32();
  readonly #bendLatE7 = growingInt32();
  #lons = new Int32Array(256);
  #lats = new Int32Array(256);
  #kept = new Uint8Array(256);

  constructor(private readonly places: Places) {
    this.#firstBend.push(0);
  }

  get count(): number {
    return this.from.length;
  }

  /** Adds a junction at a place, and gives its number. */
  junction(place: number): number {
    this.#lonE7.push(this.places.lonE7[place] as number);
    this.#latE7.push(this.places.latE7[place] as number);
    return this.#lonE7.length - 1;
  }

  /** Adds a road whose corners are the places `path[first] .. path[last]`; bends are simplified. */
  add(road: RoadEntry, path: Int32Array, first: number, last: number): void {
    this.from.push(road.from);
    this.to.push(road.to);
    this.#forward.push(road.forward);
    this.#backward.push(road.backward);
    this.#metres.push(road.metres);
    this.#kind.push(arcKinds.indexOf(road.kind));
    if (last - first > 1) this.#bends(path, first, last);
    this.#firstBend.push(this.#bendLonE7.length);
  }

  #bends(path: Int32Array, first: number, last: number): void {
    const count = last - first + 1;
    if (count > this.#lons.length) {
      this.#lons = new Int32Array(count * 2);
      this.#lats = new Int32Array(count * 2);
      this.#kept = new Uint8Array(count * 2);
    }
    for (let corner = 0; corner < count; corner += 1) {
      const place = path[first + corner] as number;
      this.#lons[corner] = this.places.lonE7[place] as number;
      this.#lats[corner] = this.places.latE7[place] as number;
    }
    markKept(this.#lons, this.#lats, count, shapeToleranceMetres, this.#kept);
    for (let corner = 1; corner < count - 1; corner += 1) {
      if (this.#kept[corner] === 0) continue;
      this.#bendLonE7.push(this.#lons[corner] as number);
      this.#bendLatE7.push(this.#lats[corner] as number);
    }
  }

  finish(): Roads {
    return {
      lonE7: this.#lonE7.finish(),
      latE7: this.#latE7.finish(),
      from: this.from.finish(),
      to: this.to.finish(),
      forward: this.#forward.finish(),
      backward: this.#backward.finish(),
      metres: Float32Array.from(this.#metres.view()),
      kind: this.#kind.finish(),
      firstBend: this.#firstBend.finish(),
      bendLonE7: this.#bendLonE7.finish(),
      bendLatE7: this.#bendLatE7.finish(),
      bans: [],
    };
  }
}

/** Metres along `path[first] .. path[last]`, over every corner. */
export function metresAlong({ lonE7, latE7 }: Places, path: Int32Array, first: number, last: number): number {
  // One by one, here and in other inner loops: of `[a, b] = [x, y]` engines make the list.
  const start = path[first] as number;
  let lonA = fromE7(lonE7[start] as number);
  let latA = fromE7(latE7[start] as number);
  let cosA = cosine(latA);
  let kilometres = 0;
  for (let at = first + 1; at <= last; at += 1) {
    const place = path[at] as number;
    const lonB = fromE7(lonE7[place] as number);
    const latB = fromE7(latE7[place] as number);
    const cosB = cosine(latB);
    kilometres += haversineWithCosines(lonA, latA, cosA, lonB, latB, cosB);
    lonA = lonB;
    latA = latB;
    cosA = cosB;
  }
  return kilometres * 1000;
}
