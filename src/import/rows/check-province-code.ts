import type { Issue } from '../../model/issues.ts';
import { issue } from '../read/findings.ts';
import { provinceOf, provinceOfPostalCode } from '../cells/provinces.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { parsePostalCode } from '../cells/values.ts';

/** A province that is none of Canada's. Where the postal code tells which it should be, the fix writes that. */
export function checkProvinceCode(row: RawRow, reader: RowReader): Issue | null {
  const text = reader.text(row, 'province');
  const column = reader.column('province');
  if (text === null || column === null || provinceOf(text) !== null) return null;
  const told = provinceOfPostalCode(parsePostalCode(reader.text(row, 'postal_code') ?? '') ?? '');
  const found = issue('unknown-code', 'warning', { row: row.number, column, found: text, expected: told });
  if (told === null) return found;
  return { ...found, fix: { kind: 'set-cells', row: row.number, cells: { [column]: told } } };
}
