import { sha256Of } from '../model/checksum.ts';
import { boundsOfGraph, type RoadGraph } from '../network/road-graph.ts';
import { NoRoads } from '../network/no-roads.ts';
import type { BuiltNetwork, NetworkAnswer } from './network-build.ts';

/** A graph that was made, with its file, as the page is told of it. */
export const graphAnswer = async (graph: RoadGraph, bytes: Uint8Array): Promise<BuiltNetwork> => ({
  kind: 'built',
  about: graph.about,
  bounds: boundsOfGraph(graph),
  bytes,
  sha256: await sha256Of(bytes),
});

/** The answer where the files hold no road; null of any other error. */
export const noRoadsAnswer = (error: unknown): Extract<NetworkAnswer, { kind: 'no roads' }> | null =>
  error instanceof NoRoads
    ? { kind: 'no roads', file: error.file, linesRead: error.linesRead, leftOut: error.leftOut }
    : null;
