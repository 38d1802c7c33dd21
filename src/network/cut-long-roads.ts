import { enlarged } from './enlarged.ts';
import { closed, parallelE7, shortWayE7 } from './road-graph.ts';
import type { Roads, TurnBan } from './roads.ts';

/** The longest time of an arc, tenths of a second: nearly two hours. A search keeps a bucket for each tenth up to it. */
export const longestDeciseconds = 0xffff;

/**
 * Roads with those that take longer than `longestDeciseconds` in a direction (ferries of many hours) cut into pieces of
 * equal length. Times and metres of the pieces add up to the road's. The cuts are junctions after all others and lie
 * where nobody gets on or off: a place is never snapped to a ferry. The same roads where none is that long.
 */
export function cutLongRoads(roads: Roads): Roads {
  const count = roads.from.length;
  /** First piece of each road; the last entry is their number. */
  const firstPiece = new Uint32Array(count + 1);
  for (let road = 0; road < count; road += 1)
    firstPiece[road + 1] = (firstPiece[road] ?? 0) + piecesOf(roads, road);
  const pieces = firstPiece[count] ?? 0;
  if (pieces === count) return roads;
  const cut = emptyRoads(roads, pieces);
  // Few roads are that long: those between them are copied as they lie.
  let copied = 0;
  for (let road = 0; road < count; road += 1) {
    const first = firstPiece[road] ?? 0;
    if ((firstPiece[road + 1] ?? 0) - first === 1) continue;
    copyRoads(roads, copied, road, cut, firstPiece[copied] ?? 0);
    cutRoad(roads, road, cut, first);
    copied = road + 1;
  }
  copyRoads(roads, copied, count, cut, firstPiece[copied] ?? 0);
  const bans = roads.bans.flatMap((ban) => banOfPieces(roads, ban, firstPiece));
  const { junctions, bends, ...columns } = cut;
  if (junctions !== columns.lonE7.length) throw new Error(`expected a junction a cut, got ${junctions}`);
  const [bendLonE7, bendLatE7] = [cut.bendLonE7.slice(0, bends), cut.bendLatE7.slice(0, bends)];
  return { ...columns, bendLonE7, bendLatE7, bans };
}

function piecesOf({ forward, backward }: Roads, road: number): number {
  const longest = Math.max(ifOpen(forward[road]), ifOpen(backward[road]));
  return longest <= longestDeciseconds ? 1 : Math.ceil(longest / longestDeciseconds);
}

const ifOpen = (deciseconds = closed) => (deciseconds === closed ? 0 : deciseconds);

/** Columns for so many pieces, with the junctions there are; `junctions` and `bends` say how many are written. */
function emptyRoads(roads: Roads, pieces: number) {
  const before = roads.lonE7.length;
  const junctions = before + pieces - roads.from.length;
  return {
    junctions: before,
    lonE7: enlarged(roads.lonE7, junctions),
    latE7: enlarged(roads.latE7, junctions),
    from: new Uint32Array(pieces),
    to: new Uint32Array(pieces),
    forward: new Uint32Array(pieces),
    backward: new Uint32Array(pieces),
    metres: new Float32Array(pieces),
    kind: new Uint8Array(pieces),
    firstBend: new Uint32Array(pieces + 1),
    bends: 0,
    bendLonE7: new Int32Array(roads.bendLonE7.length),
    bendLatE7: new Int32Array(roads.bendLatE7.length),
  };
}
type Pieces = ReturnType<typeof emptyRoads>;

/** Copies the roads from `road` to before `end`, which stay whole, to the pieces from `at` on. */
function copyRoads(roads: Roads, road: number, end: number, cut: Pieces, at: number): void {
  for (const column of ['from', 'to', 'forward', 'backward', 'metres', 'kind'] as const)
    cut[column].set(roads[column].subarray(road, end), at);
  const [first, last] = [roads.firstBend[road] ?? 0, roads.firstBend[end] ?? 0];
  cut.bendLonE7.set(roads.bendLonE7.subarray(first, last), cut.bends);
  cut.bendLatE7.set(roads.bendLatE7.subarray(first, last), cut.bends);
  const shift = cut.bends - first;
  const ends = roads.firstBend.subarray(road + 1, end + 1).map((bend) => bend + shift);
  cut.firstBend.set(ends, at + 1);
  cut.bends += last - first;
}

/** Writes a road as several pieces, from its `from` to its `to`. */
function cutRoad(roads: Roads, road: number, cut: Pieces, first: number): void {
  const pieces = piecesOf(roads, road);
  const line = lineOf(roads, road);
  const part = (total: number, piece: number) => Math.floor((total * piece) / pieces);
  // Driven backward, the last piece comes first; which gets the odd tenth does not matter.
  const share = (total: number, piece: number) =>
    total === closed ? closed : part(total, piece + 1) - part(total, piece);
  let [start, along] = [roads.from[road] ?? 0, 0];
  for (let piece = 0; piece < pieces; piece += 1) {
    const end = (line.length * (piece + 1)) / pieces;
    const at = first + piece;
    for (let corner = 1; corner < line.along.length - 1; corner += 1) {
      const here = line.along[corner] ?? 0;
      if (here <= along || here >= end) continue;
      cut.bendLonE7[cut.bends] = line.lonE7[corner] ?? 0;
      cut.bendLatE7[cut.bends] = line.latE7[corner] ?? 0;
      cut.bends += 1;
    }
    cut.firstBend[at + 1] = cut.bends;
    cut.from[at] = start;
    start = piece === pieces - 1 ? (roads.to[road] ?? 0) : addCut(cut, line, end);
    cut.to[at] = start;
    cut.forward[at] = share(roads.forward[road] ?? closed, piece);
    cut.backward[at] = share(roads.backward[road] ?? closed, piece);
    cut.metres[at] = (roads.metres[road] ?? 0) / pieces;
    cut.kind[at] = roads.kind[road] ?? 0;
    along = end;
  }
}

interface Line {
  lonE7: number[];
  latE7: number[];
  /** How far along the line each corner lies, in units of its own; the last is `length`. */
  along: number[];
  length: number;
}

/** Across the antimeridian, longitudes go on beyond 180 degrees. */
function lineOf(roads: Roads, road: number): Line {
  const [from, to] = [roads.from[road] ?? 0, roads.to[road] ?? 0];
  const [first, end] = [roads.firstBend[road] ?? 0, roads.firstBend[road + 1] ?? 0];
  const lonE7 = [roads.lonE7[from] ?? 0, ...roads.bendLonE7.subarray(first, end), roads.lonE7[to] ?? 0];
  const latE7 = [roads.latE7[from] ?? 0, ...roads.bendLatE7.subarray(first, end), roads.latE7[to] ?? 0];
  const along = [0];
  let length = 0;
  for (let at = 1; at < lonE7.length; at += 1) {
    const before = lonE7[at - 1] ?? 0;
    const east = shortWayE7((lonE7[at] ?? 0) - before);
    lonE7[at] = before + east;
    length += Math.hypot((latE7[at] ?? 0) - (latE7[at - 1] ?? 0), east * parallelE7(latE7[at] ?? 0));
    along.push(length);
  }
  return { lonE7, latE7, along, length };
}

/** A junction at that distance along the line. */
function addCut(cut: Pieces, line: Line, distance: number): number {
  const found = line.along.findIndex((along) => along >= distance);
  const after = Math.max(1, found < 0 ? line.along.length - 1 : found);
  const [before, here] = [line.along[after - 1] ?? 0, line.along[after] ?? 0];
  const share = here > before ? (distance - before) / (here - before) : 0;
  const between = (values: readonly number[]) => {
    const [a, b] = [values[after - 1] ?? 0, values[after] ?? 0];
    return Math.round(a + (b - a) * share);
  };
  cut.lonE7[cut.junctions] = shortWayE7(between(line.lonE7));
  cut.latE7[cut.junctions] = between(line.latE7);
  cut.junctions += 1;
  return cut.junctions - 1;
}

/** The ban on the pieces that its roads became: of the first and last road those next to the turn, of the others all. */
function banOfPieces(roads: Roads, ban: TurnBan, firstPiece: Uint32Array): TurnBan[] {
  const [first, ...rest] = ban.roads;
  if (first === undefined || rest.length === 0) return [ban];
  const piecesAlong = (road: number, isForward: boolean) => {
    const start = firstPiece[road] ?? 0;
    const all = Array.from({ length: (firstPiece[road + 1] ?? 0) - start }, (_, piece) => start + piece);
    return isForward ? all : all.reverse();
  };
  /** Ways along a road out of a junction, or into it, with the junction at the other end. */
  const ways = (road: number, junction: number) => {
    const [from, to] = [roads.from[road] ?? 0, roads.to[road] ?? 0];
    const found = [];
    if (from === junction) found.push({ pieces: piecesAlong(road, true), end: to });
    // Of a road in one piece that ends where it begins, the ban on the road holds both ways.
    const isWhole = (firstPiece[road + 1] ?? 0) - (firstPiece[road] ?? 0) === 1;
    if (to === junction && !(from === to && isWhole))
      found.push({ pieces: piecesAlong(road, false), end: from });
    return found;
  };
  let partial = ways(first, ban.via).map(({ pieces }) => ({ pieces: pieces.slice(0, 1), end: ban.via }));
  for (const [at, road] of rest.entries())
    partial = partial.flatMap(({ pieces, end }) =>
      ways(road, end).map((way) => ({
        pieces: [...pieces, ...(at === rest.length - 1 ? way.pieces.slice(0, 1) : way.pieces)],
        end: way.end,
      })),
    );
  // A ban whose roads do not meet stays as it is, for `splitTurns` to count; its roads are named by their first pieces.
  if (partial.length === 0) return [{ via: ban.via, roads: ban.roads.map((road) => firstPiece[road] ?? 0) }];
  return partial.map(({ pieces }) => ({ via: ban.via, roads: pieces }));
}
