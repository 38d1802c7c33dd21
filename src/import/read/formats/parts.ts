import type { Issue } from '../../../model/issues.ts';
import { issue } from '../findings.ts';

/** Tells which sheets or layers with something in them were not read. */
export const otherParts = (read: string, others: readonly string[]): Issue[] =>
  others.length === 0 ? [] : [issue('other-parts', 'note', { found: read, expected: others.join(', ') })];
