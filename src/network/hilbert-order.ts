import { addUp } from './add-up.ts';
import { curveBits, hilbertDistance } from './hilbert-curve.ts';
import type { Roads } from './roads.ts';

/**
 * The same roads with junctions numbered along a Hilbert curve and roads in the order of the junctions they begin at, so
 * that what is near on the map is near in memory. Junctions of one cell and roads of one junction keep their order.
 */
export function hilbertOrder(roads: Roads): Roads {
  const junctionAt = orderAlongCurve(roads.lonE7, roads.latE7);
  const junctionNow = inverse(junctionAt);
  const roadAt = sorted(roads.from.map((junction) => junctionNow[junction] as number));
  const roadNow = inverse(roadAt);
  return {
    ...junctionsInOrder(roads, junctionAt),
    ...roadsInOrder(roads, roadAt, junctionNow),
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
  for (let at = 0; at < keys.length; at += 1)
    keys[at] = hilbertDistance(column[at] as number, row[at] as number);
  return keys;
}

/** Each value's cell of 2^16 between the least and the greatest. */
function cells(values: Int32Array): Uint32Array {
  let [least, most] = [0x7fffffff, -0x80000000];
  for (let at = 0; at < values.length; at += 1) {
    least = Math.min(least, values[at] as number);
    most = Math.max(most, values[at] as number);
  }
  const scale = (2 ** curveBits - 1) / Math.max(1, most - least);
  const cell = new Uint32Array(values.length);
  for (let at = 0; at < cell.length; at += 1) cell[at] = ((values[at] as number) - least) * scale;
  return cell;
}

/** Indices by rising key, equal keys in the order they came: two passes of a counting sort over half a key each. */
function sorted(keys: Uint32Array): Uint32Array {
  let order = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at += 1) order[at] = at;
  for (const shift of [0, 16]) order = sortedByHalf(keys, order, shift);
  return order;
}

function sortedByHalf(keys: Uint32Array, order: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(0x10001);
  for (let at = 0; at < keys.length; at += 1) {
    const digit = (((keys[at] as number) >>> shift) & 0xffff) + 1;
    next[digit] = (next[digit] as number) + 1;
  }
  addUp(next);
  const moved = new Uint32Array(keys.length);
  for (let at = 0; at < order.length; at += 1) {
    const index = order[at] as number;
    const digit = ((keys[index] as number) >>> shift) & 0xffff;
    const place = next[digit] as number;
    moved[place] = index;
    next[digit] = place + 1;
  }
  return moved;
}

function inverse(order: Uint32Array): Uint32Array {
  const now = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at += 1) now[order[at] as number] = at;
  return now;
}

function junctionsInOrder({ lonE7, latE7 }: Roads, junctionAt: Uint32Array) {
  const moved = { lonE7: new Int32Array(junctionAt.length), latE7: new Int32Array(junctionAt.length) };
  for (let at = 0; at < junctionAt.length; at += 1) {
    const junction = junctionAt[at] as number;
    moved.lonE7[at] = lonE7[junction] as number;
    moved.latE7[at] = latE7[junction] as number;
  }
  return moved;
}

/** Every column in one loop: what belongs to a road is fetched while it is near, and each line meets one kind of array. */
function roadsInOrder(roads: Roads, roadAt: Uint32Array, junctionNow: Uint32Array) {
  const moved = {
    from: new Uint32Array(roadAt.length),
    to: new Uint32Array(roadAt.length),
    forward: new Uint32Array(roadAt.length),
    backward: new Uint32Array(roadAt.length),
    metres: new Float32Array(roadAt.length),
    kind: new Uint8Array(roadAt.length),
    firstBend: new Uint32Array(roadAt.length + 1),
    bendLonE7: new Int32Array(roads.bendLonE7.length),
    bendLatE7: new Int32Array(roads.bendLatE7.length),
  };
  let next = 0;
  for (let at = 0; at < roadAt.length; at += 1) {
    const road = roadAt[at] as number;
    moved.from[at] = junctionNow[roads.from[road] as number] as number;
    moved.to[at] = junctionNow[roads.to[road] as number] as number;
    moved.forward[at] = roads.forward[road] as number;
    moved.backward[at] = roads.backward[road] as number;
    moved.metres[at] = roads.metres[road] as number;
    moved.kind[at] = roads.kind[road] as number;
    const end = roads.firstBend[road + 1] as number;
    for (let bend = roads.firstBend[road] as number; bend < end; bend += 1) {
      moved.bendLonE7[next] = roads.bendLonE7[bend] as number;
      moved.bendLatE7[next] = roads.bendLatE7[bend] as number;
      next += 1;
    }
    moved.firstBend[at + 1] = next;
  }
  return moved;
}
