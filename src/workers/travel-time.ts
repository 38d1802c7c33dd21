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
  /**
   * Rejects with the signal's reason when aborted, with an `AbortError` when superseded or closed, with an `Error` when
   * the computation failed. A graph must not be changed once it was given.
   */
  matrix(request: TravelRequest, options?: TravelTimeOptions): Promise<TravelMatrix>;
  /** Gives up what is under way and frees the thread; a later request starts anew. */
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
      if (!matrix || mine !== newest) throw superseded();
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

/** Travel times in a thread of their own, started by the first request and again after a failure: for the page. */
export function travelTimeWorker(): TravelTimeClient {
  let worker: Worker | null = null;
  let sentGraph: RoadGraph | null = null;
  let waiting: Waiting | null = null;
  let requests = 0;

  const settle = (act: (now: Waiting) => void) => {
    const now = waiting;
    waiting = null;
    if (now) act(now);
  };
  const stop = (reason: unknown) => {
    worker?.terminate();
    [worker, sentGraph] = [null, null];
    settle(({ reject }) => reject(reason));
  };
  const start = () => {
    const started = new Worker(new URL('./travel-time.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<FromTravelTime>) => {
      if (data.request !== waiting?.request) return; // an answer to a request that was given up
      if (data.kind === 'progress') waiting.onProgress?.(data.done, data.total);
      else if (data.kind === 'matrix') settle(({ resolve }) => resolve(data.matrix));
      else settle(({ reject }) => reject(new Error(data.message)));
    };
    started.onerror = ({ message }) => stop(new Error(`the travel-time worker failed: ${message}`));
    return started;
  };
  const send = (message: ToTravelTime) => (worker ??= start()).postMessage(message);

  return {
    async matrix({ graph, ...ask }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      settle(({ reject }) => reject(superseded()));
      const request = (requests += 1);
      if (graph !== sentGraph) send({ kind: 'graph', graph });
      sentGraph = graph;
      send({ kind: 'matrix', request, ask });
      const giveUp = () => {
        if (waiting?.request !== request) return;
        send({ kind: 'cancel', request });
        settle(({ reject }) => reject(signal?.reason));
      };
      signal?.addEventListener('abort', giveUp);
      try {
        return await new Promise<TravelMatrix>((resolve, reject) => {
          waiting = { request, onProgress, resolve, reject };
        });
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    },
    close: () => stop(superseded()),
  };
}
