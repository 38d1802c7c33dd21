import type { Issue } from '../model/issues.ts';
import { issue } from './findings.ts';
import { provinceOf, provinceOfPostalCode } from './provinces.ts';
import type { RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';
import { parsePostalCode } from './values.ts';

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
