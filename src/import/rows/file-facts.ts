import type { Reading } from '../../model/decisions.ts';
import type { KnownFile } from '../columns/known-files.ts';

/** What is known of a file beside its content; it names the rows' source and, where needed, their owner. */
export interface FileFacts {
  /** File name without folder and extension. */
  stem: string;
  sourceId: string;
  /** ISO date and time. */
  importedAt: string;
  known: KnownFile | null;
  /** How it is read, as a person or a kept reading says. */
  reading: Reading;
}
