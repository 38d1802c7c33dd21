/** How a notice is meant. */
export type NoticeTone = 'info' | 'success' | 'error';

/** A thing said to the person, until it is dismissed. */
export interface Notice {
  id: number;
  tone: NoticeTone;
  text: string;
  /** What went wrong in its own words, for a report; may be in English only. */
  detail: string | null;
}

/** The one place where errors and outcomes are said. */
export class Notices {
  list = $state<Notice[]>([]);
  #next = 1;

  say(tone: NoticeTone, text: string, cause: unknown = null): void {
    const detail = cause === null ? null : cause instanceof Error ? cause.message : String(cause);
    this.list = [
      ...this.list.filter((notice) => notice.text !== text),
      { id: this.#next++, tone, text, detail },
    ];
  }

  dismiss(id: number): void {
    this.list = this.list.filter((notice) => notice.id !== id);
  }
}
