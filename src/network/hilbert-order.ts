import { addUp } from './add-up.ts';
import type { Roads } from './roads.ts';

/** The curve runs through a grid of 2^16 cells a side: 76 m for a country of 5,000 km. */
const bits = 16;

/**
 * The same roads with junctions numbered along a Hilbert curve and roads in the order of the junctions they begin at, so
 * that what is near on the map is near in memory. Junctions of one cell and roads of one junction keep their order.
 */
export function hilbertOrder(roads: Roads): Roads {
  const junctionAt = orderAlongCurve(roads.lonE7, roads.latE7);
  const junctionNow = inverse(junctionAt);
  const roadAt = sorted(picked(junctionNow, roads.from));
  const roadNow = inverse(roadAt);
  return {
    lonE7: picked(roads.lonE7, junctionAt),
    latE7: picked(roads.latE7, junctionAt),
    from: picked(junctionNow, picked(roads.from, roadAt)),
    to: picked(junctionNow, picked(roads.to, roadAt)),
    forward: picked(roads.forward, roadAt),
    backward: picked(roads.backward, roadAt),
    metres: picked(roads.metres, roadAt),
    kind: picked(roads.kind, roadAt),
    ...bendsInOrder(roads, roadAt),
    bans: roads.bans.map((ban) => ({
      via: junctionNow[ban.via] ?? 0,
      roads: ban.roads.map((road) => roadNow[road] ?? 0),
    })),
  };
}

/** Indices of places in the order of their cells along the curve; those of one cell keep theirs. */
export function orderAlongCurve(lonE7: Int32Array, latE7: Int32Array): Uint32Array {
  return sorted(hilbertKeys(lonE7, latE7));
}

/** The distance along the curve of each place's cell in the grid over all of them. */
function hilbertKeys(lonE7: Int32Array, latE7: Int32Array): Uint32Array {
  const [column, row] = [cells(lonE7), cells(latE7)];
  const keys = new Uint32Array(column.length);
  for (let at = 0; at < keys.length; at += 1) keys[at] = hilbertDistance(column[at] ?? 0, row[at] ?? 0);
  return keys;
}

/** Each value's cell of 2^16 between the least and the greatest. */
function cells(values: Int32Array): Uint32Array {
  let [least, most] = [0x7fffffff, -0x80000000];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = (2 ** bits - 1) / Math.max(1, most - least);
  const cell = new Uint32Array(values.length);
  for (let at = 0; at < cell.length; at += 1) cell[at] = ((values[at] ?? 0) - least) * scale;
  return cell;
}

/** Distance of a cell along the curve of Hilbert (1891, 10.1007/BF01199431), from the largest quarters to the smallest. */
function hilbertDistance(column: number, row: number): number {
  const whole = 2 ** bits - 1;
  let [x, y, distance] = [column, row, 0];
  for (let level = bits - 1; level >= 0; level -= 1) {
    const right = (x >> level) & 1;
    const upper = (y >> level) & 1;
    distance = (distance << 2) | ((3 * right) ^ upper);
    if (upper === 1) continue;
    // The lower quarters are turned, the right one over as well.
    const before = x;
    x = right === 1 ? whole - y : y;
    y = right === 1 ? whole - before : before;
  }
  return distance >>> 0;
}

/** Indices by rising key, equal keys in the order they came: two passes of a counting sort over half a key each. */
function sorted(keys: Uint32Array): Uint32Array {
  let order = keys.map((_, index) => index);
  for (const shift of [0, 16]) {
    const next = new Uint32Array(0x10001);
    for (const key of keys) {
      const digit = ((key >>> shift) & 0xffff) + 1;
      next[digit] = (next[digit] ?? 0) + 1;
    }
    addUp(next);
    const moved = new Uint32Array(keys.length);
    for (const index of order) {
      const digit = ((keys[index] ?? 0) >>> shift) & 0xffff;
      const at = next[digit] ?? 0;
      moved[at] = index;
      next[digit] = at + 1;
    }
    order = moved;
  }
  return order;
}

function inverse(order: Uint32Array): Uint32Array {
  const now = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) now[order[at] ?? 0] = at;
  return now;
}

/** The values at those indices. */
function picked<Column extends Uint32Array | Int32Array | Float32Array | Uint8Array>(
  values: Column,
  order: Uint32Array,
): Column {
  const moved = new (values.constructor as new (length: number) => Column)(order.length);
  for (let at = 0; at < order.length; at += 1) moved[at] = values[order[at] ?? 0] ?? 0;
  return moved;
}

function bendsInOrder(roads: Roads, roadAt: Uint32Array) {
  const firstBend = new Uint32Array(roadAt.length + 1);
  const bendLonE7 = new Int32Array(roads.bendLonE7.length);
  const bendLatE7 = new Int32Array(roads.bendLatE7.length);
  let next = 0;
  for (let at = 0; at < roadAt.length; at += 1) {
    const road = roadAt[at] ?? 0;
    for (let bend = roads.firstBend[road] ?? 0; bend < (roads.firstBend[road + 1] ?? 0); bend += 1) {
      bendLonE7[next] = roads.bendLonE7[bend] ?? 0;
      bendLatE7[next] = roads.bendLatE7[bend] ?? 0;
      next += 1;
    }
    firstBend[at + 1] = next;
  }
  return { firstBend, bendLonE7, bendLatE7 };
}
