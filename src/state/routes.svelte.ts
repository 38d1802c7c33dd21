import type { Place, RouteAnswer } from '../network/route.ts';
import type { Results } from './results.svelte.ts';

/** A way that is to be drawn along the roads. */
export interface WantedRoute {
  id: string;
  from: Place;
  to: Place;
}

/** The ways along the roads of what is selected, looked up one after another. */
export class Routes {
  readonly #results: Pick<Results, 'route'>;
  readonly #onfailed: (cause: unknown) => void;
  /** By the id of what was wanted; what is not there yet is on its way. */
  found = $state.raw<ReadonlyMap<string, RouteAnswer>>(new Map());

  constructor(results: Pick<Results, 'route'>, onfailed: (cause: unknown) => void) {
    this.#results = results;
    this.#onfailed = onfailed;
  }

  /** Looks these up in place of the ones before; gives the way to stop. */
  follow(wanted: readonly WantedRoute[]): () => void {
    const stop = new AbortController();
    this.found = new Map();
    void this.#find(wanted, stop.signal).catch((cause: unknown) => {
      if (!stop.signal.aborted) this.#onfailed(cause);
    });
    return () => stop.abort();
  }

  async #find(wanted: readonly WantedRoute[], signal: AbortSignal): Promise<void> {
    for (const { id, from, to } of wanted) {
      const answer = await this.#results.route(from, to, signal);
      signal.throwIfAborted();
      if (answer) this.found = new Map([...this.found, [id, answer]]);
    }
  }
}
