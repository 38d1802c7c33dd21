import { createHash } from 'node:crypto';
import { runThrough } from '../../src/model/slices.ts';
import { networkSteps } from '../../src/network/build-network.ts';
import { carProfile } from '../../src/network/profile.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { inflateInNode } from '../../scripts/cli/inflate-in-node.ts';

/** The road graph of a file of OpenStreetMap, as the command builds it. */
export function builtNetwork({ name, bytes }: { name: string; bytes: Uint8Array }): RoadGraph {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return runThrough(networkSteps({ name, bytes, sha256 }, carProfile, inflateInNode));
}
