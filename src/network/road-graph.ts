/** What carries an arc: an all-season road, a road open in winter only, or a ferry. */
export const arcKinds = ['road', 'winter road', 'ferry'] as const;

/**
 * A directed road network as compressed sparse rows: the arcs that leave node `n` are
 * `firstArc[n] .. firstArc[n + 1] - 1`. Two-way roads are two arcs. All arrays transfer between threads.
 */
export interface RoadGraph {
  /** WGS 84 decimal degrees, one per node. */
  lon: Float64Array;
  lat: Float64Array;
  /** Length: nodes + 1. */
  firstArc: Uint32Array;
  /** Node each arc leads to. */
  head: Uint32Array;
  /** Travel time of each arc in tenths of a second, 1 or more. */
  deciseconds: Uint32Array;
  metres: Float32Array;
  /** Index into `arcKinds`, one per arc. */
  kind: Uint8Array;
  about: GraphOrigin;
}

/** Where a graph comes from; shown in "About the data" and carried by every result computed on it. */
export interface GraphOrigin {
  title: string;
  origin: string;
  licence: string;
  /** Year or ISO date that the roads describe. */
  date: string;
  /** Words for the speeds used, e.g. "100/80/60/50 km/h by class". */
  profile: string;
}
