/** What a thread says of one request: steps on the way, then one end. */
export type ThreadAnswer<Step, End> =
  | { kind: 'step'; request: number; step: Step }
  | { kind: 'end'; request: number; end: End }
  | { kind: 'failed'; request: number; message: string };

export interface AskOptions<Step> {
  signal?: AbortSignal | undefined;
  onStep?: ((step: Step) => void) | undefined;
  /** What of the request is handed over rather than copied. */
  transfer?: Transferable[] | undefined;
}

/** A thread that answers one request at a time. The newest request wins; giving one up stops the thread at once. */
export interface Thread<Ask> {
  /**
   * Rejects with the signal's reason when aborted, with an `AbortError` when superseded or closed, with an `Error` when
   * the work failed.
   */
  ask<Step, End>(request: Ask, options?: AskOptions<Step>): Promise<End>;
  /** Stops the thread, whatever it is doing. A later request starts it anew. */
  close(): void;
}

interface Waiting {
  request: number;
  onStep: ((step: unknown) => void) | undefined;
  resolve: (end: unknown) => void;
  reject: (reason: unknown) => void;
}

const superseded = () => new DOMException('a newer request took its place', 'AbortError');

/**
 * A thread started by its first request and again after it was stopped. What it was doing cannot be trusted to hear a
 * cancel (a reader may be deep in a damaged file), so a request given up ends the thread.
 */
export function openThread<Ask>(start: () => Worker): Thread<Ask> {
  let worker: Worker | null = null;
  let waiting: Waiting | null = null;
  let requests = 0;

  const stop = (reason: unknown) => {
    worker?.terminate();
    worker = null;
    const given = waiting;
    waiting = null;
    given?.reject(reason);
  };
  const hear = ({ data }: MessageEvent<ThreadAnswer<unknown, unknown>>) => {
    if (data.request !== waiting?.request) return;
    if (data.kind === 'step') return waiting.onStep?.(data.step);
    const done = waiting;
    waiting = null;
    if (data.kind === 'end') done.resolve(data.end);
    else done.reject(new Error(data.message));
  };
  const started = () => {
    const thread = start();
    thread.onmessage = hear;
    thread.onerror = ({ message }) => stop(new Error(`the thread failed: ${message}`));
    return thread;
  };

  return {
    async ask<Step, End>(ask: Ask, { signal, onStep, transfer = [] }: AskOptions<Step> = {}): Promise<End> {
      signal?.throwIfAborted();
      if (waiting) stop(superseded());
      const request = (requests += 1);
      const giveUp = () => {
        if (waiting?.request === request) stop(signal?.reason);
      };
      signal?.addEventListener('abort', giveUp);
      try {
        return await new Promise<End>((resolve, reject) => {
          waiting = {
            request,
            onStep: onStep as Waiting['onStep'],
            resolve: resolve as Waiting['resolve'],
            reject,
          };
          worker ??= started();
          worker.postMessage({ request, ask }, { transfer });
        });
      } finally {
        signal?.removeEventListener('abort', giveUp);
      }
    },
    close: () => stop(superseded()),
  };
}

/**
 * The other end: answers each request of the page with what `work` returns. Values listed by `transfer` are handed over
 * rather than copied. Call once, in the worker's own file.
 */
export function answerRequests<Ask, Step, End>(
  work: (ask: Ask, step: (step: Step, transfer?: Transferable[]) => void) => Promise<End>,
  transferOf: (end: End) => Transferable[] = () => [],
): void {
  self.onmessage = async ({ data }: MessageEvent<{ request: number; ask: Ask }>) => {
    const { request, ask } = data;
    const say = (answer: ThreadAnswer<Step, End>, transfer: Transferable[] = []) =>
      self.postMessage(answer, { transfer });
    try {
      const end = await work(ask, (step, transfer) => say({ kind: 'step', request, step }, transfer));
      say({ kind: 'end', request, end }, transferOf(end));
    } catch (error) {
      say({ kind: 'failed', request, message: error instanceof Error ? error.message : String(error) });
    }
  };
}
