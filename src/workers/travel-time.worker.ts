import type { RoadGraph } from '../network/road-graph.ts';
import { travelSteps } from '../network/travel-matrix.ts';
import type { TravelMatrix } from '../network/travel-types.ts';
import type { FromTravelTime, ToTravelTime } from './messages.ts';
import { runInSlices } from './slices.ts';

let graph: RoadGraph | null = null;
let current = 0;

const answer = (message: FromTravelTime, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

const buffersOf = (matrix: TravelMatrix) =>
  Object.values(matrix).flatMap((value) => (typeof value === 'string' ? [] : [value.buffer]));

self.onmessage = async ({ data }: MessageEvent<ToTravelTime>) => {
  if (data.kind === 'graph') graph = data.graph;
  else if (data.kind === 'cancel') current = current === data.request ? 0 : current;
  else {
    const { request, ask } = data;
    current = request; // the newest request wins
    try {
      const total = ask.points.lon.length;
      const matrix = await runInSlices(travelSteps({ ...ask, graph }), {
        isCancelled: () => current !== request,
        onStep: (done) => answer({ kind: 'progress', request, done, total }),
      });
      if (matrix) answer({ kind: 'matrix', request, matrix }, buffersOf(matrix));
    } catch (error) {
      answer({ kind: 'failed', request, message: error instanceof Error ? error.message : String(error) });
    }
  }
};
