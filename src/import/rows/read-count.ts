import { parseCount, suppressionIn } from '../cells/values.ts';
import type { Field } from '../columns/fields.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { RawRow } from '../read/table.ts';

/**
 * A count of people or things, or null: when the cell is empty, holds a mark of suppression (which is said), is no
 * number or is negative (which is said too). `symbol` is the column of marks beside it, where there is one.
 */
export function readCount(
  row: RawRow,
  field: Field,
  reader: RowReader,
  findings: Findings,
  symbol: Field | null = null,
): number | null {
  const text = reader.text(row, field) ?? '';
  const count = parseCount(text);
  const where = { row: row.number, column: reader.column(field), found: text };
  const withheld = symbol === null ? null : suppressionIn(reader.text(row, symbol) ?? '');
  if (count.kind === 'suppressed' || (count.kind === 'empty' && withheld !== null)) {
    const found = count.kind === 'suppressed' ? count.code : withheld;
    findings.note(issue('suppressed-value', 'warning', { ...where, found }));
  } else if (count.kind === 'not a number') {
    findings.note(issue('not-a-number', 'warning', where));
  } else if (count.kind === 'number' && count.value < 0) {
    findings.note(issue('negative-number', 'warning', { ...where, expected: '≥ 0' }));
  } else if (count.kind === 'number') {
    return count.value;
  }
  return null;
}
