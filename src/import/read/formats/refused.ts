import type { IssueCode } from '../../../model/issues.ts';
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
 * damaged file is a person's to mend, not ours. A library that cannot be loaded is no damage of the file: that rejects.
 */
export async function orUnreadable<Library>(
  format: string,
  load: () => Promise<Library>,
  read: (library: Library) => Promise<ReadTable> | ReadTable,
): Promise<ReadTable> {
  const library = await load();
  try {
    return await read(library);
  } catch {
    return refused('unreadable', format);
  }
}
