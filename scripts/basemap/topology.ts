import type { LonLat } from '../roads/lambert.ts';
import type { PolygonRings, Ring } from './rings.ts';

/** A stretch of border between two junctions, or a whole ring that meets no other. */
export interface Arc {
  points: LonLat[];
  /** Indexes of the areas on its sides: one on a coast, two on a shared border. */
  areas: Set<number>;
}

export interface ArcUse {
  arc: Arc;
  reversed: boolean;
}

/** Areas whose shared borders are the same arc, so that a border is simplified once and leaves no gap. */
export interface Topology {
  arcs: Arc[];
  /** Area, polygon, ring, arcs in order. */
  areas: ArcUse[][][][];
}

const keyOf = ([lon, lat]: LonLat) => `${lon},${lat}`;

/** Cuts every ring where borders part or join. Points of a shared border must be equal in both areas. */
export function topologyOf(areas: readonly PolygonRings[][]): Topology {
  const junctions = junctionsOf(areas.flat(2));
  const arcs = new Map<string, Arc>();
  const cut = (ring: Ring, area: number) =>
    pieces(ring, junctions).map((piece): ArcUse => {
      const reversed = isReversed(piece);
      const points = reversed ? piece.toReversed() : piece;
      const key = points.map(keyOf).join(' ');
      const arc = arcs.get(key) ?? { points, areas: new Set<number>() };
      arcs.set(key, arc);
      arc.areas.add(area);
      return { arc, reversed };
    });
  const cutAreas = areas.map((polygons, area) =>
    polygons.map((rings) => rings.map((ring) => cut(ring, area))),
  );
  return { arcs: [...arcs.values()], areas: cutAreas };
}

/** The ring that a list of arcs makes, each drawn by `lineOf`. */
export function ringOf(uses: readonly ArcUse[], lineOf: (arc: Arc) => LonLat[]): Ring {
  const ring: Ring = [];
  for (const { arc, reversed } of uses) {
    const line = reversed ? lineOf(arc).toReversed() : lineOf(arc);
    ring.push(...(ring.length === 0 ? line : line.slice(1)));
  }
  return ring;
}

/** A point is a junction when, over all rings, it has other than two different neighbours. */
function junctionsOf(rings: readonly Ring[]): Set<string> {
  const neighbours = new Map<string, Set<string>>();
  for (const ring of rings) {
    const keys = ring.slice(1).map(keyOf);
    for (const [index, key] of keys.entries()) {
      const known = neighbours.get(key) ?? new Set<string>();
      neighbours.set(key, known);
      known.add(keys[(index + 1) % keys.length] ?? key).add(keys.at(index - 1) ?? key);
    }
  }
  return new Set([...neighbours].filter(([, known]) => known.size !== 2).map(([key]) => key));
}

function pieces(ring: Ring, junctions: Set<string>): LonLat[][] {
  const open = ring.slice(1);
  const first = open.findIndex((point) => junctions.has(keyOf(point)));
  const start = first >= 0 ? first : indexOfLeast(open);
  const turned = [...open.slice(start), ...open.slice(0, start + 1)];
  const cuts = turned.flatMap((point, index) => (junctions.has(keyOf(point)) ? [index] : []));
  if (first < 0) return [turned];
  return cuts.slice(1).map((end, index) => turned.slice(cuts[index], end + 1));
}

/** Where a ring without junctions starts, so that the same ring in two areas starts at the same point. */
function indexOfLeast(points: readonly LonLat[]): number {
  return points.reduce((least, point, index) => (isBefore(point, points[least]) ? index : least), 0);
}

function isBefore(a: LonLat, b: LonLat | undefined): boolean {
  return b === undefined || a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** One of a line's two directions is its own; a closed line is told by its second point. */
function isReversed(line: readonly LonLat[]): boolean {
  const closed = line.length > 2 && keyOf(line[0] ?? [0, 0]) === keyOf(line.at(-1) ?? [0, 0]);
  const [start, end] = closed ? [line[1], line.at(-2)] : [line[0], line.at(-1)];
  return end !== undefined && start !== undefined && isBefore(end, start);
}
