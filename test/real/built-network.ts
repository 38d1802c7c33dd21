import { createHash } from 'node:crypto';
import { runThrough } from '../../src/model/slices.ts';
import { networkAhead, networkSteps } from '../../src/network/build-network.ts';
import { carProfile } from '../../src/network/profile.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { inflateAheadInNode, inflateInNode } from '../../scripts/cli/inflate-in-node.ts';

interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

const withSum = ({ name, bytes }: NamedBytes) => ({
  name,
  bytes,
  sha256: createHash('sha256').update(bytes).digest('hex'),
});

/** The road graph of a file of OpenStreetMap, read in turn. */
export const builtNetwork = (file: NamedBytes): RoadGraph =>
  runThrough(networkSteps(withSum(file), carProfile, inflateInNode));

/** The same inflated ahead, as the command builds it. */
export const builtAhead = (file: NamedBytes): Promise<RoadGraph> =>
  networkAhead(withSum(file), carProfile, inflateAheadInNode);
