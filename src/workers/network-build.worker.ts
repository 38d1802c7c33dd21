import { sha256Of } from '../model/checksum.ts';
import { UserError } from '../model/errors.ts';
import { networkSteps } from '../network/build-network.ts';
import { decodeGraph, encodeGraph } from '../network/graph-file.ts';
import { OsmRefused } from '../network/osm/refused.ts';
import { carProfile } from '../network/profile.ts';
import { roadFileKind } from '../network/road-file.ts';
import type { RoadGraph } from '../network/road-graph.ts';
import { graphAnswer, noRoadsAnswer } from './network-answer.ts';
import type { NetworkAnswer, RoadFile } from './network-build.ts';
import { answerRequests } from './thread.ts';

answerRequests<RoadFile, number, NetworkAnswer>(build, (end) =>
  end.kind === 'built' ? [end.bytes.buffer] : [],
);

async function build(file: RoadFile, step: (share: number) => void): Promise<NetworkAnswer> {
  const bytes = new Uint8Array(await file.blob.arrayBuffer());
  try {
    if (roadFileKind(bytes) === 'graph') return await graphAnswer(decodeGraph(bytes), bytes);
    const graph = made(
      networkSteps({ name: file.name, bytes, sha256: await sha256Of(bytes) }, carProfile),
      step,
    );
    return await graphAnswer(graph, encodeGraph(graph));
  } catch (error) {
    if (error instanceof OsmRefused) return { kind: 'refused', reason: error.reason, detail: error.detail };
    const noRoads = noRoadsAnswer(error);
    if (noRoads) return noRoads;
    if (error instanceof UserError) return { kind: 'not a graph', detail: error.message };
    throw error;
  }
}

/** Tells a step where it is a hundredth further: more would only keep the page busy. */
function made(steps: Generator<number, RoadGraph>, step: (share: number) => void): RoadGraph {
  let told = 0;
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    if (next.value < told + 0.01) continue;
    told = next.value;
    step(told);
  }
}
