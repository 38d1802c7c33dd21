import type { IssueCode } from '../../model/issues.ts';
import { issue } from '../findings.ts';
import { emptyTable } from '../table.ts';
import type { ReadTable } from './format.ts';

/** No rows, and the reason why: what a file gives that cannot be read as a whole. */
export const refused = (
  code: IssueCode,
  found: string | null = null,
  expected: string | null = null,
): ReadTable => ({ table: emptyTable, issues: [issue(code, 'error', { found, expected })] });

/**
 * What the reader of a binary format gives, or `unreadable` when it fails: these libraries throw on any damage, and a
 * damaged file is a person's to mend, not ours. An abort passes.
 */
export async function orUnreadable(format: string, read: () => Promise<ReadTable>): Promise<ReadTable> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return refused('unreadable', format);
  }
}
