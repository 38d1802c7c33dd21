import { representativePoint } from '../geo/representative-point.ts';
import type { Columns } from '../tables/connector.ts';
import type { ColumnType, TableSchema } from '../tables/schema.ts';
import type { RawTable } from './table.ts';

/** A file's own cells as an engine's table: every column, mapped or not, so that nothing a file carries is lost. */
export interface CellsTable {
  schema: TableSchema;
  columns: Columns;
}

/** Numbers that a person would call numbers: a leading zero, or more digits than a double holds, makes a code. */
const number = /^-?(0|[1-9]\d{0,14})(\.\d+)?$/;

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
  add(
    'row',
    'INTEGER',
    table.rows.map((row) => row.number),
  );
  table.columns.forEach((column, index) => {
    const numeric = isNumeric(table, index);
    const read = (text: string) => (text === '' ? null : numeric ? Number(text) : text);
    add(
      column.name,
      numeric ? 'DOUBLE' : 'VARCHAR',
      table.rows.map(({ cells }) => read(cells[index]?.trim() ?? '')),
    );
  });
  if (table.rows.some(({ geometry }) => geometry)) {
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

function isNumeric({ rows }: RawTable, column: number): boolean {
  let filled = false;
  for (const { cells } of rows) {
    const text = cells[column]?.trim() ?? '';
    if (text === '') continue;
    if (!number.test(text)) return false;
    filled = true;
  }
  return filled;
}
