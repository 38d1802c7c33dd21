import type { RoadGraph } from '../network/road-graph.ts';
import { travelSteps } from '../network/travel-matrix.ts';
import type { TravelMatrix, TravelRequest } from '../network/travel-types.ts';
import type { FromTravelTime, ToTravelTime } from './messages.ts';
import { runInSlices } from './slices.ts';

export interface TravelTimeOptions {
  signal?: AbortSignal | undefined;
  /** Points done of all points. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** The only door to travel times, wherever they are computed. The newest request wins: it aborts the one before. */
export interface TravelTimeClient {
  /** Rejects with an `AbortError` when aborted or superseded, with the reason when the computation failed. */
  matrix(request: TravelRequest, options?: TravelTimeOptions): Promise<TravelMatrix>;
  close(): void;
}

const superseded = () => new DOMException('a newer request took its place', 'AbortError');

/** Travel times in this thread: for the command line and tests. */
export function travelTimeHere(): TravelTimeClient {
  let newest = 0;
  return {
    async matrix(request, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const mine = (newest += 1);
      const total = request.points.lon.length;
      const matrix = await runInSlices(travelSteps(request), {
        isCancelled: () => mine !== newest || Boolean(signal?.aborted),
        onStep: (done) => onProgress?.(done, total),
      });
      signal?.throwIfAborted();
      if (!matrix) throw superseded();
      return matrix;
    },
    close: () => (newest += 1),
  };
}

interface Waiting {
  request: number;
  onProgress: TravelTimeOptions['onProgress'];
  resolve: (matrix: TravelMatrix) => void;
  reject: (reason: unknown) => void;
}

/** Travel times in a thread of their own: for the page. */
export function travelTimeWorker(): TravelTimeClient {
  const worker = new Worker(new URL('./travel-time.worker.ts', import.meta.url), { type: 'module' });
  const send = (message: ToTravelTime) => worker.postMessage(message);
  let sentGraph: RoadGraph | null = null;
  let waiting: Waiting | null = null;
  let requests = 0;

  const settle = (act: (now: Waiting) => void) => {
    const now = waiting;
    waiting = null;
    if (now) act(now);
  };
  worker.onmessage = ({ data }: MessageEvent<FromTravelTime>) => {
    if (data.request !== waiting?.request) return; // an answer to a request that was given up
    if (data.kind === 'progress') waiting.onProgress?.(data.done, data.total);
    else if (data.kind === 'matrix') settle(({ resolve }) => resolve(data.matrix));
    else settle(({ reject }) => reject(new Error(data.message)));
  };
  worker.onerror = ({ message }) =>
    settle(({ reject }) => reject(new Error(`the travel-time worker failed: ${message}`)));

  return {
    matrix({ graph, ...ask }, { signal, onProgress } = {}) {
      settle(({ reject }) => reject(superseded()));
      return new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const request = (requests += 1);
        if (graph !== sentGraph) send({ kind: 'graph', graph });
        sentGraph = graph;
        waiting = { request, onProgress, resolve, reject };
        send({ kind: 'matrix', request, ask });
        signal?.addEventListener('abort', () => {
          if (waiting?.request !== request) return;
          send({ kind: 'cancel', request });
          settle((now) => now.reject(signal.reason));
        });
      });
    },
    close() {
      worker.terminate();
      settle(({ reject }) => reject(superseded()));
    },
  };
}
