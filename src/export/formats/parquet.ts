import { parquetWriteBuffer, type BasicType } from 'hyparquet-writer';
import type { Columns } from '../../tables/connector.ts';
import type { ColumnType, TableSchema } from '../../tables/schema.ts';
import { distinctNames, tidyRows, type ExportKind, type ExportTable } from '../export-table.ts';

const types: Record<ColumnType, BasicType> = {
  VARCHAR: 'STRING',
  DOUBLE: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  INTEGER: 'INT32',
};

/** The key of the file's metadata under which the notes stand, as a JSON list of texts. */
export const notesKey = 'guichet:notes';

/** A table as Apache Parquet: every column nullable, null where a value is null, undefined or NaN. */
export function writeParquet(
  { columns }: TableSchema,
  values: Columns,
  notes: readonly string[] = [],
): Uint8Array {
  const columnData = columns.map(({ name, type }) => ({
    name,
    type: types[type],
    data: Array.from(values[name] ?? [], (value) =>
      value === undefined || Number.isNaN(value) ? null : value,
    ),
  }));
  const kvMetadata = notes.length > 0 ? [{ key: notesKey, value: JSON.stringify(notes) }] : [];
  return new Uint8Array(parquetWriteBuffer({ columnData, kvMetadata, createdBy: 'guichet' }));
}

/** Dates stay ISO text, as in the engine's own tables. */
const kinds: Record<ExportKind, ColumnType> = {
  text: 'VARCHAR',
  date: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** A table on its way out as Apache Parquet, its notes in the file's metadata. */
export function writeParquetTable(table: ExportTable): Uint8Array {
  const names = distinctNames(table.columns);
  const rows = tidyRows(table);
  const columns = table.columns.map(({ kind }, index) => ({ name: names[index] ?? '', type: kinds[kind] }));
  const values = columns.map(({ name }, index) => [name, rows.map((row) => row[index] ?? null)] as const);
  return writeParquet({ name: table.name, columns }, Object.fromEntries(values), table.notes);
}
