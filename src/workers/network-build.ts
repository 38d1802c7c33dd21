import type { OsmRefusal } from '../network/osm/refused.ts';
import type { Counts, LeftOutReason } from '../network/graph-origin.ts';
import type { GraphOrigin } from '../network/road-graph.ts';
import { openThread, type AskOptions } from './thread.ts';

/** A file of roads: an OpenStreetMap extract to make a graph of, or a graph. */
export interface RoadFile {
  name: string;
  blob: Blob;
}

/** A graph, ready to be kept. */
export interface BuiltNetwork {
  kind: 'built';
  about: GraphOrigin;
  /** [west, south, east, north] of its junctions, WGS 84 degrees. */
  bounds: [number, number, number, number];
  /** The graph's file. */
  bytes: Uint8Array;
  sha256: string;
}

/** A person's mistake is an answer: a file that is not read, and why. `columns` are the first of a file of lines. */
export type NetworkAnswer =
  | BuiltNetwork
  | { kind: 'refused'; reason: OsmRefusal; detail: string }
  | { kind: 'not a graph'; detail: string }
  | { kind: 'no roads'; file: string; linesRead: number; leftOut: Counts<LeftOutReason> }
  | { kind: 'unknown lines'; file: string; columns: readonly string[] };

/** Makes road graphs in a thread of their own. Steps are the share done, 0 to 1. */
export interface NetworkBuilder {
  build(file: RoadFile, options: AskOptions<number>): Promise<NetworkAnswer>;
  close(): void;
}

export function openNetworkBuilder(): NetworkBuilder {
  const thread = openThread<RoadFile>(
    () => new Worker(new URL('./network-build.worker.ts', import.meta.url), { type: 'module' }),
  );
  return {
    build: (file, options) => thread.ask<number, NetworkAnswer>(file, options),
    close: () => thread.close(),
  };
}
