import { UserError } from '../model/errors.ts';
import { decodeGraph } from '../network/graph-file.ts';
import type { RoadGraph } from '../network/road-graph.ts';
import type { FromTravelTime, ToTravelTime } from './messages.ts';
import { runInSlices } from '../model/slices.ts';
import { travelWork, type AskKind, type TravelAsks } from './travel-asks.ts';

let bytes: Uint8Array | null = null;
let graph: RoadGraph | null = null;
/** The request under way of each kind: the newest wins. */
const current = new Map<AskKind, number>();

const say = (message: FromTravelTime, transfer: Transferable[] = []) =>
  self.postMessage(message, { transfer });

/** Buffers of the arrays of an answer. */
const buffersIn = (answer: unknown): ArrayBuffer[] =>
  typeof answer === 'object' && answer !== null
    ? Object.values(answer).flatMap((value) =>
        ArrayBuffer.isView(value) ? [value.buffer as ArrayBuffer] : [],
      )
    : [];

/** Decoded when it is first asked of, so that whoever asks hears of a damaged file. */
function graphNow(): RoadGraph | null {
  graph ??= bytes && decodeGraph(bytes);
  return graph;
}

async function answer<Kind extends AskKind>(request: number, what: Kind, ask: TravelAsks[Kind]['ask']) {
  current.set(what, request);
  try {
    const { steps, total } = travelWork[what];
    const at = graphNow();
    const found = await runInSlices(steps(at, ask), {
      isCancelled: () => current.get(what) !== request,
      onStep: (done) => say({ kind: 'progress', request, done, total: total(at, ask) }),
    });
    if (found) say({ kind: 'answer', request, answer: found.value }, buffersIn(found.value));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say({ kind: 'failed', request, message, isUserError: error instanceof UserError });
  }
}

self.onmessage = ({ data }: MessageEvent<ToTravelTime>) => {
  if (data.kind === 'graph') [bytes, graph] = [data.bytes, null];
  else if (data.kind === 'ask') void answer(data.request, data.what, data.ask);
  else for (const [what, request] of current) if (request === data.request) current.delete(what);
};
