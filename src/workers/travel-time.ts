import { UserError } from '../model/errors.ts';
import { decodeGraph, encodeGraph } from '../network/graph-file.ts';
import type { RoadGraph } from '../network/road-graph.ts';
import type { FromTravelTime, ToTravelTime } from './messages.ts';
import { runInSlices } from '../model/slices.ts';
import { travelWork, type AskKind, type TravelAsks } from './travel-asks.ts';

export interface TravelTimeOptions {
  signal?: AbortSignal | undefined;
  /** How much is done of all there is to do: points of a matrix, places of a search for the nearest. */
  onProgress?: ((done: number, total: number) => void) | undefined;
}

/** A road graph in its file, read when it is first asked of, and again by a thread that is started anew. */
export interface GraphFile {
  /** Bytes that belong to the reader from then on. */
  read: () => Promise<Uint8Array>;
  /** SHA-256 of the bytes, hexadecimal; left out where nobody told. */
  sha256?: string | undefined;
}

/** One and the same object each time, so that a graph is handed over once; it must not be changed. Null: estimates. */
export type TravelGraph = RoadGraph | GraphFile | null;

export type TravelAsk<Kind extends AskKind> = TravelAsks[Kind]['ask'] & { graph: TravelGraph };

/** The only door to travel times, wherever they are computed. The newest request of a kind wins: it aborts the one before. */
export interface TravelTimeClient {
  /**
   * Rejects with the signal's reason when aborted, with an `AbortError` when superseded or closed, with a `UserError` when
   * the graph cannot be read, with an `Error` when the computation failed.
   */
  ask<Kind extends AskKind>(
    kind: Kind,
    request: TravelAsk<Kind>,
    options?: TravelTimeOptions,
  ): Promise<TravelAsks[Kind]['answer']>;
  /** Gives up what is under way and frees the thread; a later request starts anew. */
  close(): void;
}

const superseded = () => new DOMException('a newer request took its place', 'AbortError');
const isFile = (graph: RoadGraph | GraphFile): graph is GraphFile => 'read' in graph;

/** Travel times in this thread: for the command line and tests. */
export function travelTimeHere(): TravelTimeClient {
  const newest = new Map<AskKind, number>();
  const decoded = new WeakMap<GraphFile, Promise<RoadGraph>>();
  let requests = 0;
  const graphOf = async (graph: TravelGraph): Promise<RoadGraph | null> => {
    if (!graph || !isFile(graph)) return graph;
    const known = decoded.get(graph) ?? graph.read().then(decodeGraph);
    decoded.set(graph, known);
    return known;
  };
  return {
    async ask(kind, { graph: given, ...ask }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      const mine = (requests += 1);
      newest.set(kind, mine);
      const isCancelled = () => newest.get(kind) !== mine || Boolean(signal?.aborted);
      const graph = await graphOf(given);
      const { steps, total } = travelWork[kind];
      const found = isCancelled()
        ? null
        : await runInSlices(steps(graph, ask), {
            isCancelled,
            onStep: (done) => onProgress?.(done, total(graph, ask)),
          });
      signal?.throwIfAborted();
      if (!found || isCancelled()) throw superseded();
      return found.value;
    },
    close: () => newest.clear(),
  };
}

interface Waiting {
  kind: AskKind;
  onProgress: TravelTimeOptions['onProgress'];
  resolve: (answer: never) => void;
  reject: (reason: unknown) => void;
}

/** Travel times in a thread of their own, started by the first request and again after a failure: for the page. */
export function travelTimeWorker(): TravelTimeClient {
  let worker: Worker | null = null;
  /** The graph that the worker holds; undefined before there is a worker. */
  let sent: TravelGraph | undefined;
  /** Requests leave one after another, each behind its graph. */
  let outbox: Promise<void> = Promise.resolve();
  const waiting = new Map<number, Waiting>();
  let requests = 0;

  const settle = (request: number, act: (now: Waiting) => void) => {
    const now = waiting.get(request);
    waiting.delete(request);
    if (now) act(now);
  };
  const stop = (reason: unknown) => {
    worker?.terminate();
    [worker, sent] = [null, undefined];
    for (const request of [...waiting.keys()]) settle(request, ({ reject }) => reject(reason));
  };
  const start = () => {
    const started = new Worker(new URL('./travel-time.worker.ts', import.meta.url), { type: 'module' });
    started.onmessage = ({ data }: MessageEvent<FromTravelTime>) => {
      // What is not waiting was given up.
      if (data.kind === 'progress') waiting.get(data.request)?.onProgress?.(data.done, data.total);
      else if (data.kind === 'answer') settle(data.request, ({ resolve }) => resolve(data.answer as never));
      else {
        const error = data.isUserError ? new UserError(data.message) : new Error(data.message);
        settle(data.request, ({ reject }) => reject(error));
      }
    };
    started.onerror = ({ message }) => stop(new Error(`the travel-time worker failed: ${message}`));
    return started;
  };
  const send = (message: ToTravelTime, transfer: Transferable[] = []) =>
    (worker ??= start()).postMessage(message, { transfer });

  async function deliver<Kind extends AskKind>(
    request: number,
    what: Kind,
    graph: TravelGraph,
    ask: TravelAsks[Kind]['ask'],
  ) {
    if (graph !== sent && waiting.has(request)) {
      const bytes = graph && (isFile(graph) ? await graph.read() : encodeGraph(graph));
      if (!waiting.has(request)) return; // the next to ask reads it again
      send({ kind: 'graph', bytes }, bytes ? [bytes.buffer] : []);
      sent = graph;
    }
    if (waiting.has(request)) send({ kind: 'ask', request, what, ask });
  }

  return {
    async ask(kind, { graph, ...ask }, { signal, onProgress } = {}) {
      signal?.throwIfAborted();
      for (const [request, other] of waiting)
        if (other.kind === kind) settle(request, ({ reject }) => reject(superseded()));
      const request = (requests += 1);
      const giveUp = () => {
        if (worker && waiting.has(request)) send({ kind: 'cancel', request });
        settle(request, ({ reject }) => reject(signal?.reason));
      };
      signal?.addEventListener('abort', giveUp);
      try {
        return await new Promise((resolve, reject) => {
          waiting.set(request, { kind, onProgress, resolve, reject });
          outbox = outbox
            .then(() => deliver(request, kind, graph, ask))
            .catch((error: unknown) => settle(request, () => reject(error)));
        });
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    },
    close: () => stop(superseded()),
  };
}
