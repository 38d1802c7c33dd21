import { issue, type Findings } from '../read/findings.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { parsePostalCode } from '../cells/values.ts';

/**
 * The row's postal code in Canada Post's form, or as written where it is no Canadian one. Of a file whose codes are known
 * to have `digits` figures, a shorter one gets back the zeros that a spreadsheet took, and the row says so.
 */
export function postalCodeOf(
  row: RawRow,
  reader: RowReader,
  digits: number | null,
  findings: Findings,
): string | null {
  const text = reader.text(row, 'postal_code');
  if (text === null) return null;
  if (digits === null || !/^\d+$/.test(text) || text.length >= digits) return parsePostalCode(text) ?? text;
  const code = text.padStart(digits, '0');
  const where = { row: row.number, column: reader.column('postal_code'), found: text, expected: code };
  findings.note(issue('lost-zeros', 'note', where));
  return code;
}
