import { graphAnswer, noRoadsAnswer } from '../../workers/network-answer.ts';
import type { NetworkAnswer, RoadFile } from '../../workers/network-build.ts';
import { answerRequests } from '../../workers/thread.ts';
import { encodeGraph } from '../../network/graph-file.ts';
import { lineNetwork, UnknownLines } from './line-network.ts';

answerRequests<readonly RoadFile[], number, NetworkAnswer>(build, (end) =>
  end.kind === 'built' ? [end.bytes.buffer] : [],
);

async function build(files: readonly RoadFile[], onStep: (share: number) => void): Promise<NetworkAnswer> {
  const read = files.map(async ({ name, blob }) => ({
    name,
    bytes: new Uint8Array(await blob.arrayBuffer()),
  }));
  try {
    const graph = await lineNetwork(await Promise.all(read), { onStep });
    return await graphAnswer(graph, encodeGraph(graph));
  } catch (error) {
    if (error instanceof UnknownLines)
      return { kind: 'unknown lines', file: error.file, columns: error.columns };
    const noRoads = noRoadsAnswer(error);
    if (noRoads) return noRoads;
    throw error;
  }
}
