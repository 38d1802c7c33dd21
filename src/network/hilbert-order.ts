import type { Roads } from './roads.ts';

/** The curve runs through a grid of 2^16 cells a side: 76 m for a country of 5,000 km. */
const bits = 16;

/**
 * The same roads with junctions numbered along a Hilbert curve and roads in the order of the junctions they begin at, so
 * that what is near on the map is near in memory. Junctions of one cell and roads of one junction keep their order.
 */
export function hilbertOrder(roads: Roads): Roads {
  const junctionAt = sorted(hilbertKeys(roads.lonE7, roads.latE7));
  const junctionNow = inverse(junctionAt);
  const roadAt = sorted(roads.from.map((junction) => junctionNow[junction] ?? 0));
  const roadNow = inverse(roadAt);
  const bends = bendsInOrder(roads, roadAt);
  const renumbered = (ends: Uint32Array) => roadAt.map((road) => junctionNow[ends[road] ?? 0] ?? 0);
  return {
    lonE7: Int32Array.from(junctionAt, (junction) => roads.lonE7[junction] ?? 0),
    latE7: Int32Array.from(junctionAt, (junction) => roads.latE7[junction] ?? 0),
    from: renumbered(roads.from),
    to: renumbered(roads.to),
    forward: roadAt.map((road) => roads.forward[road] ?? 0),
    backward: roadAt.map((road) => roads.backward[road] ?? 0),
    metres: Float32Array.from(roadAt, (road) => roads.metres[road] ?? 0),
    kind: Uint8Array.from(roadAt, (road) => roads.kind[road] ?? 0),
    ...bends,
    bans: roads.bans.map((ban) => ({
      via: junctionNow[ban.via] ?? 0,
      roads: ban.roads.map((road) => roadNow[road] ?? 0),
    })),
  };
}

/** The distance along the curve of each place's cell in the grid over all of them. */
function hilbertKeys(lonE7: Int32Array, latE7: Int32Array): Uint32Array {
  const [column, row] = [cells(lonE7), cells(latE7)];
  return column.map((x, at) => hilbertDistance(x, row[at] ?? 0));
}

/** Each value's cell of 2^16 between the least and the greatest. */
function cells(values: Int32Array): Uint32Array {
  let [least, most] = [0x7fffffff, -0x80000000];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const scale = (2 ** bits - 1) / Math.max(1, most - least);
  return Uint32Array.from(values, (value) => (value - least) * scale);
}

/** Distance of a cell along the curve of Hilbert (1891, 10.1007/BF01199431), from the largest quarters to the smallest. */
function hilbertDistance(column: number, row: number): number {
  let [x, y, distance] = [column, row, 0];
  for (let side = 2 ** (bits - 1); side >= 1; side /= 2) {
    const right = (x & side) === 0 ? 0 : 1;
    const upper = (y & side) === 0 ? 0 : 1;
    distance = distance * 4 + ((3 * right) ^ upper);
    if (upper === 1) continue;
    // The lower quarters are turned, the right one over as well.
    const whole = 2 ** bits - 1;
    [x, y] = right === 1 ? [whole - y, whole - x] : [y, x];
  }
  return distance;
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
    for (let digit = 1; digit < next.length; digit += 1)
      next[digit] = (next[digit] ?? 0) + (next[digit - 1] ?? 0);
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

function bendsInOrder(roads: Roads, roadAt: Uint32Array) {
  const firstBend = new Uint32Array(roadAt.length + 1);
  const bendLonE7 = new Int32Array(roads.bendLonE7.length);
  const bendLatE7 = new Int32Array(roads.bendLatE7.length);
  for (let at = 0; at < roadAt.length; at += 1) {
    const road = roadAt[at] ?? 0;
    const [first, end] = [roads.firstBend[road] ?? 0, roads.firstBend[road + 1] ?? 0];
    const start = firstBend[at] ?? 0;
    bendLonE7.set(roads.bendLonE7.subarray(first, end), start);
    bendLatE7.set(roads.bendLatE7.subarray(first, end), start);
    firstBend[at + 1] = start + end - first;
  }
  return { firstBend, bendLonE7, bendLatE7 };
}
