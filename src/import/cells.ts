import { representativePoint } from '../geo/representative-point.ts';
import type { Columns } from '../tables/connector.ts';
import type { ColumnType, TableSchema } from '../tables/schema.ts';
import type { RawTable } from './table.ts';

/** A file's own cells as an engine's table: every column, mapped or not, so that nothing a file carries is lost. */
export interface CellsTable {
  schema: TableSchema;
  columns: Columns;
}

/**
 * The table, kept and listed rows alike, in the file's order. The first column, `row`, is the row's number in reports. A
 * column is numeric when all its filled cells are; an empty cell is null. Places of a geometry become `lon` and `lat`.
 */
export function cellsTable(name: string, table: RawTable): CellsTable {
  const taken = new Set<string>();
  const columns: Columns = {};
  const types: { name: string; type: ColumnType }[] = [];
  const add = (label: string, type: ColumnType, values: ArrayLike<unknown>) => {
    const unique = uniqueName(label, taken);
    columns[unique] = values;
    types.push({ name: unique, type });
  };
  const { texts } = table;
  add('row', 'INTEGER', texts ? Array.from({ length: table.read }, (_, row) => row + 1) : numbersOf(table));
  table.columns.forEach((column, index) => {
    const cells = texts?.[index] ?? table.rows.map((row) => row.cells[index] ?? '');
    const numbers = numbersIn(cells);
    add(column.name, numbers ? 'DOUBLE' : 'VARCHAR', numbers ?? cells.map((cell) => cell.trim() || null));
  });
  if (!texts && table.rows.some(({ geometry }) => geometry)) {
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
  return { schema: { name, columns: types }, columns };
}

/** SQL names are the same in either case, and so must differ in more than it. */
function uniqueName(label: string, taken: Set<string>): string {
  const base = label.trim() === '' ? 'column' : label.trim();
  let name = base;
  for (let repeat = 2; taken.has(name.toLowerCase()); repeat += 1) name = `${base} (${repeat})`;
  taken.add(name.toLowerCase());
  return name;
}

const numbersOf = ({ rows }: RawTable) => rows.map(({ number }) => number);

/** A column's cells as numbers, NaN for an empty one; null when a filled one is none, or all are empty. */
function numbersIn(cells: readonly string[]): Float64Array | null {
  const numbers = new Float64Array(cells.length);
  let filled = false;
  let at = 0;
  for (const cell of cells) {
    const text = cell.trim();
    if (text !== '' && !isNumber(text)) return null;
    numbers[at] = text === '' ? NaN : Number(text);
    filled ||= text !== '';
    at += 1;
  }
  return filled ? numbers : null;
}

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
