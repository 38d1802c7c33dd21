import type { Columns } from '../tables/connector.ts';
import type { ColumnType, TableSchema } from '../tables/schema.ts';
import {
  isDay,
  type ExportColumn,
  type ExportKind,
  type ExportTable,
  type ExportValue,
} from './export-table.ts';

const kinds: Record<ColumnType, ExportKind> = {
  VARCHAR: 'text',
  DOUBLE: 'number',
  INTEGER: 'number',
  BOOLEAN: 'boolean',
};

/** Columns of the project's tables that count residents, by table. */
const people: Partial<Record<string, readonly string[]>> = { area: ['population', 'households'] };

/** Whether any column of the table counts residents. */
export const countsPeople = (table: string): boolean => people[table] !== undefined;

const longitudes = /^(lon|lng|long|longitude)$/i;
const latitudes = /^(lat|latitude)$/i;

/** Whether a column is named as a longitude or a latitude is. */
export const namesCoordinate = (name: string): boolean => longitudes.test(name) || latitudes.test(name);

/**
 * A table of the engine on its way out, every column under its own name. Text that is all days is a column of dates;
 * `place` is what the caller knows of, else the columns named as longitude and latitude are.
 */
export function exportOfColumns(
  { name, columns }: TableSchema,
  values: Columns,
  {
    notes = [],
    place = placeByName(columns),
  }: { notes?: readonly string[]; place?: ExportTable['place'] } = {},
): ExportTable {
  const counted = people[name] ?? [];
  const count = Math.max(0, ...columns.map((column) => values[column.name]?.length ?? 0));
  const read = columns.map((column) =>
    Array.from({ length: count }, (_, row) => valueOf(values[column.name]?.[row])),
  );
  const described = columns.map((column, index): ExportColumn => ({
    name: column.name,
    label: column.name,
    kind: kindOf(column.type, read[index] ?? []),
    ...(counted.includes(column.name) ? { people: true } : {}),
  }));
  const rows = Array.from({ length: count }, (_, row) => read.map((column) => column[row] ?? null));
  return { name, columns: described, rows, notes, ...(place ? { place } : {}) };
}

/** The columns that are named as a longitude and a latitude are, and hold numbers; undefined when there is no pair. */
export function placeByName(columns: TableSchema['columns']): ExportTable['place'] {
  const named = (names: RegExp) =>
    columns.find(({ name, type }) => type === 'DOUBLE' && names.test(name))?.name;
  const [lon, lat] = [named(longitudes), named(latitudes)];
  return lon !== undefined && lat !== undefined ? { lon, lat } : undefined;
}

function kindOf(type: ColumnType, values: readonly ExportValue[]): ExportKind {
  if (type !== 'VARCHAR') return kinds[type];
  const filled = values.filter((value) => value !== null);
  return filled.length > 0 && filled.every(isDay) ? 'date' : 'text';
}

function valueOf(value: unknown): ExportValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new Error(`export: a value of type ${typeof value}`);
}
