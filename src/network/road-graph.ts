import { earthRadiusKilometres } from '../model/units.ts';
import type { GraphOrigin } from './graph-origin.ts';

/** What carries an edge: an all-season road, a road open in winter only (ice bridges too), or a ferry. */
export const arcKinds = ['road', 'winter road', 'ferry'] as const;
export type ArcKind = (typeof arcKinds)[number];

export type { GraphAbout, GraphOrigin } from './graph-origin.ts';

/** Time of an arc that nothing may use. */
export const closed = 0xffffffff;

/**
 * A directed road network as compressed sparse rows: the arcs that leave node `n` are `firstArc[n] .. firstArc[n + 1] - 1`.
 * An edge is a piece of road between two junctions as it is drawn; a two-way road is one edge and two arcs. All arrays
 * transfer between threads.
 *
 * Nodes below `lonE7.length - copyOf.length` are junctions, along a Hilbert curve where a builder sorted them. The rest
 * are copies of a junction that a turn restriction split off: they lie where their junction lies, arcs of the restricted
 * road lead to them, and the arcs that leave them are copies too, on the same edges. So a journey to a junction ends at
 * the junction or at any of its copies, and one that sets out along a road goes to the node at the head of its arc.
 */
export interface RoadGraph {
  /** WGS 84 in ten-millionths of a degree, one per node. */
  lonE7: Int32Array;
  latE7: Int32Array;
  /** The junction each copy stands for: entry `i` is of node `lonE7.length - copyOf.length + i`. */
  copyOf: Uint32Array;
  /** Length: nodes + 1. */
  firstArc: Uint32Array;
  /** Node each arc leads to. */
  head: Uint32Array;
  /** Travel time of each arc in tenths of a second, 1 or more, turns and signals at its end counted; or `closed`. */
  deciseconds: Uint32Array;
  /** Twice the edge each arc runs along, plus 1 where it runs from the edge's `to` to its `from`. */
  arcEdge: Uint32Array;
  edges: Edges;
  /** Banks and coasts that the way from a place to its road may not cross; empty where the source has none. */
  shores: Lines;
  about: GraphOrigin;
}

/** Pieces of road by column. */
export interface Edges {
  /** The junctions at the two ends, in the order of drawing; never copies. */
  from: Uint32Array;
  to: Uint32Array;
  /** Length along the road. */
  metres: Float32Array;
  /** Index into `arcKinds`. */
  kind: Uint8Array;
  /** Bends between the ends: those of edge `e` are `firstBend[e] .. firstBend[e + 1] - 1`. Length: edges + 1. */
  firstBend: Uint32Array;
  /**
   * Two numbers a bend, east then north, in millionths of a degree from the bend (or end) before it. A straight too long
   * for 16 bits has bends in between.
   */
  bends: Int16Array;
}

/** Lines by column: line `l` has the corners `first[l] .. first[l + 1] - 1`. */
export interface Lines {
  first: Uint32Array;
  lonE7: Int32Array;
  latE7: Int32Array;
}

/** Ten-millionths of a degree. */
export const toE7 = (degrees: number): number => Math.round(degrees * 1e7);
/** Once round the earth. */
export const fullTurnE7 = 3_600_000_000;
/** Roads and shores across the antimeridian are drawn on to no more than 40 degrees beyond it. */
export const furthestDrawnE7 = fullTurnE7 / 2 + 400_000_000;
/** The short way round from one longitude to another: their difference between -180 and 180 degrees. */
export const shortWayE7 = (e7: number): number =>
  e7 >= -fullTurnE7 / 2 && e7 < fullTurnE7 / 2 ? e7 : e7 - fullTurnE7 * Math.round(e7 / fullTurnE7);
/** Degrees of ten-millionths. */
export const fromE7 = (e7: number): number => e7 / 1e7;
/** How much shorter a degree east is than one north at a latitude, 0 to 1. */
export const parallelE7 = (latE7: number): number => Math.cos(fromE7(latE7) * (Math.PI / 180));
/** Metres of a ten-millionth of a degree to the north. */
export const metresPerE7 = (earthRadiusKilometres * 1000 * Math.PI) / 180 / 1e7;

/** [west, south, east, north] of a graph's junctions, WGS 84 degrees; across the antimeridian west is the greater. */
export function boundsOfGraph({ lonE7, latE7 }: RoadGraph): [number, number, number, number] {
  const middle = lonE7[0] ?? 0;
  let [west, south, east, north] = [0, 90e7, 0, -90e7];
  for (let node = 0; node < lonE7.length; node += 1) {
    const aside = shortWayE7((lonE7[node] ?? 0) - middle);
    const lat = latE7[node] ?? 0;
    if (aside < west) west = aside;
    if (aside > east) east = aside;
    if (lat < south) south = lat;
    if (lat > north) north = lat;
  }
  const lon = (aside: number) => fromE7(shortWayE7(middle + aside));
  return [lon(west), fromE7(south), lon(east), fromE7(north)];
}
