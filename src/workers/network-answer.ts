import { sha256Of } from '../model/checksum.ts';
import { boundsOfGraph, type RoadGraph } from '../network/road-graph.ts';
import type { BuiltNetwork } from './network-build.ts';

/** A graph that was made, with its file, as the page is told of it. */
export const graphAnswer = async (graph: RoadGraph, bytes: Uint8Array): Promise<BuiltNetwork> => ({
  kind: 'built',
  about: graph.about,
  bounds: boundsOfGraph(graph),
  bytes,
  sha256: await sha256Of(bytes),
});
