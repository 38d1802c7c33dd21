/** What an address gave: a file, an answer that is none, a refusal (no answer that a page may read), or nothing in time. */
export type Fetched =
  | { kind: 'file'; file: File }
  | { kind: 'status'; status: string }
  | { kind: 'refused'; host: string }
  | { kind: 'cancelled' };

/** Asks an address that a person typed for a file. No cookie and no referrer goes along. */
export async function fetchFile(address: string, signal: AbortSignal): Promise<Fetched> {
  const url = new URL(address);
  try {
    const response = await fetch(url, { signal, credentials: 'omit', referrerPolicy: 'no-referrer' });
    if (!response.ok) return { kind: 'status', status: `${response.status} ${response.statusText}`.trim() };
    return { kind: 'file', file: new File([await response.blob()], nameIn(url)) };
  } catch (cause) {
    if (signal.aborted) return { kind: 'cancelled' };
    // A page is told no more than this of a refusal by the other site, of a lost connection, or of its own policy.
    if (cause instanceof TypeError) return { kind: 'refused', host: url.host };
    throw cause;
  }
}

/** The last part of the path, else the host. A percent sign may stand for itself, or encode what is no UTF-8: then as it is written. */
function nameIn({ pathname, host }: URL): string {
  const last = pathname.split('/').at(-1) || host;
  try {
    return decodeURIComponent(last);
  } catch (cause) {
    if (cause instanceof URIError) return last;
    throw cause;
  }
}
