/**
 * Reading OpenStreetMap files. A builder of a graph reads a file twice: first the ways and the relations, to learn which
 * nodes it needs, then the nodes. Bytes of a file are taken piece by piece, so that memory does not grow with the file.
 *
 *     const osm = openOsm(source); // open-osm.ts
 *     osm.read({ way: { having: ['highway'], keys: ['highway', 'oneway'], see: (way) => ... } });
 *     osm.read({ nodes: (run) => ... });
 */

/**
 * The bytes of a file: a Uint8Array as it is, or a shell over an open file that reads when asked (in a worker
 * `FileReaderSync`). `slice` gives fewer bytes than asked only where the file ends.
 */
export interface OsmSource {
  readonly byteLength: number;
  slice(start: number, end: number): Uint8Array;
}

/** What a file says of itself; null where it is silent. */
export interface OsmHeader {
  format: 'pbf' | 'xml';
  /** WGS 84 degrees; `west` is greater than `east` across the antimeridian. */
  bounds: { west: number; south: number; east: number; north: number } | null;
  /** The program that wrote the file. */
  program: string | null;
  /** Where the writer had the data from. */
  source: string | null;
  /** State of the database that the file shows, as ISO 8601 to the second, UTC. */
  timestamp: string | null;
}

/**
 * What to read of a file; what is left out is passed over as cheaply as the format allows. What the functions are given is
 * lent: it holds something else as soon as they return. They are called in the order of the file.
 */
export interface OsmWants {
  /** Every node of the file that has a place, in runs of some thousands. */
  nodes?: (run: NodeRun) => void;
  /** Nodes one by one, for their tags: after the run that holds them. */
  node?: Wanted<OsmNode>;
  way?: WantedWays;
  relation?: Wanted<OsmRelation>;
}

/** Objects of one type, and the tags that are of interest. */
export interface Wanted<Thing> {
  /** Objects with none of these keys are not seen; left out, all are. Keys are exact: `maxspeed` is not `maxspeed:forward`. */
  having?: readonly string[];
  /** Keys whose values are read. Others are not there for `tags`. */
  keys: readonly string[] | 'all';
  see: (thing: Thing) => void;
}

/** Ways that are wanted for their tags, or because a relation names them. */
export interface WantedWays extends Wanted<OsmWay> {
  /** Ways with these ids are seen whatever their keys. */
  orIds?: ReadonlySet<number>;
}

/** Tags of one object: those of the wanted keys that it has. */
export interface OsmTags {
  /** Undefined where the object has no such tag, or the key was not asked for. */
  get(key: string): string | undefined;
  /** Pairs of key and value, in the order of the file. */
  entries(): [key: string, value: string][];
  readonly size: number;
  /**
   * Number of these tags: what one reading shows with the same number has the same tags in the same order, so that what was
   * worked out of them once holds. Left out where the reader does not number them.
   */
  readonly set?: number | undefined;
}

/**
 * Places of nodes by column; all of one length. Ids are whole numbers below 2^53, negative in files of editors. A file may
 * say a place twice: where it keeps places with its ways, as some extracts do, a run is made of each way.
 */
export interface NodeRun {
  ids: Float64Array;
  /** WGS 84 in ten-millionths of a degree. */
  lonE7: Int32Array;
  latE7: Int32Array;
}

export interface OsmNode {
  id: number;
  tags: OsmTags;
  /** WGS 84 in ten-millionths of a degree. */
  lonE7: number;
  latE7: number;
}

export interface OsmWay {
  id: number;
  tags: OsmTags;
  /** Ids of its nodes, in order; the nodes themselves may be missing from an extract. */
  refs: Float64Array;
}

export interface OsmRelation {
  id: number;
  tags: OsmTags;
  /** By column, in order, all of one length; an extract need not hold the members. */
  members: { types: Uint8Array; ids: Float64Array; roles: readonly string[] };
}

/** Types of members, by the number in `members.types`. */
export const memberTypes = ['node', 'way', 'relation'] as const;

/** How much of the file is behind, in bytes. */
export interface OsmProgress {
  bytesRead: number;
  bytes: number;
}

/** What was passed through, seen or not. */
export interface OsmCounts {
  /** Objects in the file; null for a type that was not wanted, as such objects may be passed over uncounted. */
  nodes: number | null;
  ways: number | null;
  relations: number | null;
  /** Nodes that are in the file without a place on the globe; they are in no run. */
  nodesWithoutPlace: number;
  /** Newest edit among the ways that were seen, as an ISO date (UTC); null where the file keeps none. */
  newestEdit: string | null;
}

/**
 * Bytes of a zlib stream as they were, `size` of them.
 * @throws anything where the stream is cut off, is of another size, or its checksum does not fit
 */
export type Inflate = (zlib: Uint8Array, size: number) => Uint8Array;

/** The same on another thread, such as `node:zlib` has; what it gives is not lent. Rejects where `Inflate` throws. */
export type InflateAhead = (zlib: Uint8Array, size: number) => Promise<Uint8Array>;

export interface ReadOptions {
  /** Asked between pieces of the file; aborting throws its reason. */
  signal?: AbortSignal;
  /** Told after each piece of the file. */
  onProgress?: (progress: OsmProgress) => void;
}

/** A file that was recognised and whose header was read. It may be read as often as wanted. */
export interface OsmFile {
  readonly header: OsmHeader;
  /**
   * Reads the file from one end to the other.
   * @throws OsmRefused (a UserError) where it is cut off, damaged, or uses what this reader does not know; what was seen
   * until then is not to be used
   */
  read(wants: OsmWants, options?: ReadOptions): OsmCounts;
  /**
   * As `read`, while other threads inflate what comes next. Pays in Node; browsers inflate on the thread that asks, and their
   * workers are better off with `read`. Only .osm.pbf is read ahead.
   */
  readAhead(wants: OsmWants, inflate: InflateAhead, options?: ReadOptions): Promise<OsmCounts>;
  /** The same in steps, one piece of the file each (well under a second), for callers that do other things in between. */
  steps(wants: OsmWants): Generator<OsmProgress, OsmCounts, void>;
}

/** What a reader of one format gives; the rest is the same for all. */
export interface OsmReader extends Pick<OsmFile, 'header' | 'steps'> {
  /** Absent where there is nothing to inflate ahead. */
  readAhead?(wants: OsmWants, inflate: InflateAhead, options: ReadOptions): Promise<OsmCounts>;
}
