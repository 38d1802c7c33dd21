import type { ArcKind } from './road-graph.ts';

/** Why a source's line or way is no road of the graph. A reader counts; "About the data" has the words. */
export const leftOutReasons = [
  'not a road',
  'no access',
  'class left out',
  'class unknown',
  'closed both ways',
  'not a line',
  'fewer than two corners',
  'coordinates out of range',
  'nodes missing',
  'no length',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Why a turn restriction is not in the graph. */
export const droppedBanReasons = [
  'roads apart',
  'closed anyway',
  'not for this vehicle',
  'at certain times',
  'incomplete',
  'kind unknown',
] as const;
export type DroppedBanReason = (typeof droppedBanReasons)[number];

/** What a reader has to say beside the roads themselves. Counts only: the first place to look is the source. */
export const readingWarnings = [
  'possible missing junctions',
  'no direction column',
  'no speed column',
  'no speed limit',
  'direction unknown',
  'class assumed',
  'ferries without duration',
  'roads cut off',
] as const;
export type ReadingWarning = (typeof readingWarnings)[number];

/** How often each reason was met; one that was not is left out. */
export type Counts<Reason extends string> = Partial<Record<Reason, number>>;

/** What the maker of a graph says about it. */
export interface GraphAbout {
  title: string;
  origin: string;
  licence: string;
  /** Year or ISO date that the roads describe. */
  date: string;
  /** Words for the speeds used, e.g. "100/80/60/50 km/h by class". */
  profile: string;
  /** Identity of the profile or mapping, with its version, e.g. "car 3". */
  profileId?: string;
  /** The files read, by the names they had, with their SHA-256 in hexadecimal. */
  files?: readonly { name: string; sha256: string }[];
  /** Lines or ways of the source; what is not in the graph is in `leftOut`. */
  linesRead?: number;
  leftOut?: Counts<LeftOutReason>;
  /** Tags or codes met that the profile has no rule for, the most frequent first, e.g. "surface=snow". */
  unknown?: readonly { what: string; count: number }[];
  /** Turn restrictions that the reader dropped; those dropped in building are added. */
  bansDropped?: Counts<DroppedBanReason>;
  warnings?: Counts<ReadingWarning>;
}

/** Counts of a graph as it was built. */
export interface GraphStatistics {
  /** Version of the builder: higher where the same roads give another graph. */
  builder: number;
  junctions: number;
  /** Copies of junctions for turn restrictions. */
  copies: number;
  edges: number;
  arcs: number;
  kilometres: Record<ArcKind, number>;
  /** Parts whose nodes can all reach each other, large enough that places are led to them; see `servedParts`. */
  partsServed: number;
  /** Kilometres of edges that join no served part, and the number of such edges. */
  kilometresOutside: number;
  edgesOutside: number;
  bansKept: number;
}

/** Where a graph comes from; shown in "About the data" and carried by every result computed on it. */
export interface GraphOrigin extends GraphAbout {
  statistics: GraphStatistics;
}
