import {
  geocoderShapes,
  geocodingUrl,
  readGeocoded,
  type GeocoderService,
} from '../import/places/geocoder.ts';
import type { UnplacedRow } from '../import/places/unplaced.ts';
import type { RowEdit } from '../model/decisions.ts';

const rememberedKey = 'guichet.geocoder';

/** How a run over the rows of a file ended; what was found until then is kept. */
export interface GeocodingRun {
  edits: readonly RowEdit[];
  /** Rows that the service was asked about and knew no place for, or none in Canada. */
  unknown: number;
  /** Null when every row was asked. */
  stopped: { kind: 'cancelled' | 'refused' | 'not understood' } | { kind: 'status'; status: string } | null;
}

/**
 * A geocoder of a person's own. None is set until a person gives its address, which stays in this browser; nothing is asked
 * before a person presses the button for a file, and then one row after another.
 */
export class Geocoding {
  service = $state<GeocoderService>(remembered());
  progress = $state.raw<{ done: number; total: number } | null>(null);
  #stop: AbortController | null = null;

  /** Keeps the service for the next visit; an empty address forgets it. */
  remember(): void {
    try {
      if (this.service.address === '') localStorage.removeItem(rememberedKey);
      else localStorage.setItem(rememberedKey, JSON.stringify(this.service));
    } catch {
      return; // A page without storage asks again next time.
    }
  }

  cancel(): void {
    this.#stop?.abort();
  }

  /** Asks the service where each row is, with a pause of `pauseMilliseconds` between two questions. */
  async run(rows: readonly UnplacedRow[], pauseMilliseconds: number): Promise<GeocodingRun> {
    this.cancel();
    const stop = new AbortController();
    this.#stop = stop;
    const service = $state.snapshot(this.service);
    const run: { edits: RowEdit[]; unknown: number; stopped: GeocodingRun['stopped'] } = {
      edits: [],
      unknown: 0,
      stopped: null,
    };
    try {
      for (const [done, { row, address }] of rows.entries()) {
        this.progress = { done, total: rows.length };
        if (done > 0) await pause(pauseMilliseconds, stop.signal);
        const found = await ask(service, address, stop.signal);
        if (found.kind === 'place') run.edits.push({ kind: 'place', row, place: found.place });
        else if (found.kind === 'nothing') run.unknown += 1;
        else {
          run.stopped = found;
          break;
        }
      }
    } finally {
      if (this.#stop === stop) [this.#stop, this.progress] = [null, null];
    }
    return run;
  }
}

/** Ends after the time, or at once when aborted. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener('abort', end);
  });
}

type Asked = Exclude<ReturnType<typeof readGeocoded>, { kind: 'not understood' }> | GeocodingRun['stopped'];

async function ask(
  service: GeocoderService,
  address: string,
  signal: AbortSignal,
): Promise<NonNullable<Asked>> {
  if (signal.aborted) return { kind: 'cancelled' };
  try {
    const url = geocodingUrl(service, address);
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) return { kind: 'status', status: `${response.status} ${response.statusText}`.trim() };
    return readGeocoded(service, await response.json());
  } catch (cause) {
    if (signal.aborted) return { kind: 'cancelled' };
    // The page is told no more than this of a refusal, a lost connection, or a policy.
    if (cause instanceof TypeError) return { kind: 'refused' };
    if (cause instanceof SyntaxError) return { kind: 'not understood' };
    throw cause;
  }
}

/** Storage may be refused (private windows) or hold another program's text: then no service is set. */
function remembered(): GeocoderService {
  try {
    const { shape, address } = (JSON.parse(localStorage.getItem(rememberedKey) ?? '{}') ??
      {}) as Partial<GeocoderService>;
    const known = geocoderShapes.find((one) => one === shape);
    if (known && typeof address === 'string') return { shape: known, address };
  } catch {
    return { shape: 'pelias', address: '' };
  }
  return { shape: 'pelias', address: '' };
}
