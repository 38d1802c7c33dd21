import type { Direction } from './edge-ways.ts';
import type { ArcKind, RoadGraph } from './road-graph.ts';

/** Places by index, WGS 84 decimal degrees; the two arrays have one length. */
export interface Locations {
  lon: Float64Array;
  lat: Float64Array;
}

/** How far a place may be from the nearest road it could use, unless somebody says otherwise. */
export const defaultSnapKilometres = 15;

/** How journeys are found, and which are kept. */
export interface TravelOptions {
  /** Straight lines are multiplied by this where there is no road data; 1 or more. */
  detourFactor: number;
  /** km/h that turns an estimated distance into an estimated time, and the way to the road into minutes. */
  estimateSpeed: number;
  /** Farther than this from any road of the main network, a place is off the road. */
  snapLimitKilometres: number;
  /** Journeys longer than this are left out of the matrix; Infinity keeps all. */
  limitKilometres: number;
  /**
   * Journeys that take longer are left out of the matrix, so that no search goes further; Infinity, or left out, keeps all.
   * A pair on the road is then left out also where no road leads.
   */
  limitMinutes?: number;
  /** Kinds of road that nothing may use at present, such as winter roads in summer; none where it is left out. */
  closedKinds?: readonly ArcKind[];
}

/**
 * People travel from `origins` to `points`; or, `from point`, staff go out from the points to the origins, which keep their
 * name. Without a graph every journey is an estimate.
 */
export interface TravelRequest {
  graph: RoadGraph | null;
  origins: Locations;
  points: Locations;
  /** Left out, `to point`. */
  direction?: Direction | undefined;
  options: TravelOptions;
  /** What is found beside the journeys within the limits; nothing where it is left out. */
  beyond?: NearestBeyond | undefined;
}

/**
 * The nearest points of each group of points, however far: a matrix that a limit of minutes thins out still says where the
 * people of each place would go. Where no road leads to a group, its nearest point as the crow flies is a `no road` entry.
 */
export interface NearestBeyond {
  /** The group of each point: numbers from 0 on, none left out. */
  groups: Uint32Array;
  /** How many points of each group, 1 or more. */
  nearest: number;
}

/** How a journey of the matrix came about. Codes are indices into this list. */
export const matrixStates = ['reached', 'winter road', 'ferry', 'no road'] as const;

/**
 * A sparse matrix by column, one entry a pair, ordered by origin, then point. A pair that no entry
 * names is beyond a limit. `no road` entries carry the straight-line kilometres and NaN minutes. A journey whose
 * best route uses a ferry is `ferry`, else a winter road `winter road`, else `reached`.
 */
export interface TravelMatrix {
  origin: Uint32Array;
  point: Uint32Array;
  minutes: Float64Array;
  kilometres: Float64Array;
  state: Uint8Array;
  /** 1 where the journey is the straight line times the detour factor, also on a network. */
  direct: Uint8Array;
  method: 'road' | 'straight line';
  /** Indices of places farther than the snap limit from the main network. */
  originsOffRoad: Uint32Array;
  pointsOffRoad: Uint32Array;
}
