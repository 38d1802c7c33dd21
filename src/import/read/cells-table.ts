import { representativePoint } from '../../geo/representative-point.ts';
import { DistinctNames } from '../../model/distinct-names.ts';
import type { Columns } from '../../tables/connector.ts';
import type { ColumnType, TableSchema } from '../../tables/schema.ts';
import { cellText } from './formats/features.ts';
import type { RawTable } from './table.ts';

/** A file's own cells as an engine's table: every column, mapped or not, so that nothing a file carries is lost. */
export interface CellsTable {
  schema: TableSchema;
  columns: Columns;
  rows: number;
}

/**
 * The table, kept and listed rows alike, in the file's order. The first column, `row`, is the row's number in reports. A
 * column is numeric when all its filled cells are; an empty cell is null. Places of a geometry become `lon` and `lat`.
 */
export function cellsTable(name: string, table: RawTable): CellsTable {
  // SQL names are the same in either case, and so must differ in more than it.
  const names = new DistinctNames({ keyOf: (label) => label.toLowerCase() });
  const columns: Columns = {};
  const types: { name: string; type: ColumnType }[] = [];
  const add = (label: string, type: ColumnType, values: ArrayLike<unknown>) => {
    const unique = names.take(label.trim() || 'column');
    columns[unique] = values;
    types.push({ name: unique, type });
  };
  const rows = table.values ? table.read : table.rows.length;
  const numberOf = table.values ? (row: number) => row + 1 : (row: number) => table.rows[row]?.number;
  add(
    'row',
    'INTEGER',
    Array.from({ length: rows }, (_, row) => numberOf(row)),
  );
  table.columns.forEach((column, index) => {
    const values = table.values?.[index] ?? table.rows.map(({ cells }) => cells[index]);
    const numbers = numbersIn(values);
    add(column.name, numbers ? 'DOUBLE' : 'VARCHAR', numbers ?? textsIn(values));
  });
  if (!table.values && table.rows.some(({ geometry }) => geometry)) {
    const places = table.rows.map(({ geometry }) => (geometry ? representativePoint(geometry) : null));
    add(
      'lon',
      'DOUBLE',
      places.map((place) => place?.[0] ?? null),
    );
    add(
      'lat',
      'DOUBLE',
      places.map((place) => place?.[1] ?? null),
    );
  }
  return { schema: { name, columns: types }, columns, rows };
}

const textsIn = (values: ArrayLike<unknown>) => Array.from(values, (value) => textOf(value).trim() || null);

const textOf = (value: unknown) => (typeof value === 'string' ? value : cellText(value));

/** What the cells of a column say as numbers, NaN for an empty one; null when a filled one is none, or all are empty. */
function numbersIn(values: ArrayLike<unknown>): Float64Array | null {
  const numbers = new Float64Array(values.length);
  let filled = false;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    const number = typeof value === 'number' && isShort(value) ? value : numberIn(textOf(value).trim());
    if (number === null) return null;
    numbers[row] = number;
    filled ||= !Number.isNaN(number);
  }
  return filled ? numbers : null;
}

/** NaN for an empty cell, null for one that is no number. */
function numberIn(text: string): number | null {
  if (text === '') return NaN;
  return isNumber(text) ? Number(text) : null;
}

/** A number that is written without an exponent and that `isNumber` takes: its digits need not be looked at. */
const isShort = (value: number) => Math.abs(value) >= 1e-6 && Math.abs(value) < 1e15;

const mostDigits = 15;
const [minus, point, zero, nine] = [45, 46, 48, 57];

/**
 * Numbers that a person would call numbers, such as -12.50: a leading zero, or more digits before the point than a double
 * holds, makes a code. Letter by letter, since a large file has millions of them.
 */
function isNumber(text: string): boolean {
  const first = text.charCodeAt(0) === minus ? 1 : 0;
  let at = first;
  while (isDigit(text.charCodeAt(at))) at += 1;
  const digits = at - first;
  if (digits === 0 || digits > mostDigits) return false;
  if (digits > 1 && text.charCodeAt(first) === zero) return false;
  if (at === text.length) return true;
  if (text.charCodeAt(at) !== point || at + 1 === text.length) return false;
  for (at += 1; at < text.length; at += 1) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

/** Beyond the end of a text there is NaN, which is no digit. */
const isDigit = (letter: number) => letter >= zero && letter <= nine;
