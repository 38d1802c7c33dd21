import type { KeyValue } from 'hyparquet';
import { parquetWriteBuffer, type BasicType, type ColumnSource } from 'hyparquet-writer';
import type { Columns } from '../../tables/connector.ts';
import type { ColumnType, TableSchema } from '../../tables/schema.ts';
import {
  boundsOfGeometries,
  distinctNames,
  geometriesOf,
  tidyRows,
  type ExportKind,
  type ExportTable,
  type Geometries,
} from '../export-table.ts';
import { wkbOf } from './wkb.ts';

const types: Record<ColumnType, BasicType> = {
  VARCHAR: 'STRING',
  DOUBLE: 'DOUBLE',
  BOOLEAN: 'BOOLEAN',
  INTEGER: 'INT32',
};

/** The key of the file's metadata under which the notes stand, as a JSON list of texts. */
export const notesKey = 'guichet:notes';

/** A table as Apache Parquet: every column nullable, null where a value is null, undefined or NaN. */
export function writeParquet({ columns }: TableSchema, values: Columns): Uint8Array {
  return fileOf(columnData(columns, values), []);
}

const columnData = (columns: TableSchema['columns'], values: Columns): ColumnSource[] =>
  columns.map(({ name, type }) => ({
    name,
    type: types[type],
    data: Array.from(values[name] ?? [], (value) =>
      value === undefined || Number.isNaN(value) ? null : value,
    ),
  }));

const fileOf = (columns: ColumnSource[], kvMetadata: KeyValue[]) =>
  new Uint8Array(parquetWriteBuffer({ columnData: columns, kvMetadata, createdBy: 'guichet' }));

/** Dates stay ISO text, as in the engine's own tables. */
const kinds: Record<ExportKind, ColumnType> = {
  text: 'VARCHAR',
  date: 'VARCHAR',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
};

/** The column of geometries; one of the table's own by this name gets another. */
const geometryName = 'geometry';

/**
 * A table on its way out as Apache Parquet, its notes in the file's metadata. One with places or shapes is GeoParquet 1.1: a
 * column `geometry` follows its own, null for a row without.
 */
export function writeParquetTable(table: ExportTable): Uint8Array {
  const geometries = geometriesOf(table);
  const names = distinctNames(table.columns, geometries ? [geometryName] : []);
  const rows = tidyRows(table);
  const columns = table.columns.map(({ kind }, index) => ({ name: names[index] ?? '', type: kinds[kind] }));
  const values = columns.map(({ name }, index) => [name, rows.map((row) => row[index] ?? null)] as const);
  const plain = columnData(columns, Object.fromEntries(values));
  const notes = table.notes.length > 0 ? [{ key: notesKey, value: JSON.stringify(table.notes) }] : [];
  if (!geometries) return fileOf(plain, notes);
  return fileOf([...plain, geometryColumn(geometries)], [...notes, geoMetadata(geometries)]);
}

const geometryColumn = ({ of }: Geometries): ColumnSource => ({
  name: geometryName,
  type: 'BYTE_ARRAY',
  data: of.map((geometry) => geometry && wkbOf(geometry)),
});

/** GeoParquet 1.1.0, "File metadata" and "Column metadata"; without a `crs` it is OGC:CRS84, longitude first. */
function geoMetadata(geometries: Geometries): KeyValue {
  const bbox = boundsOfGeometries(geometries);
  const column = {
    encoding: 'WKB',
    geometry_types: bbox ? [geometries.kind] : [],
    ...(bbox ? { bbox } : {}),
  };
  const geo = { version: '1.1.0', primary_column: geometryName, columns: { [geometryName]: column } };
  return { key: 'geo', value: JSON.stringify(geo) };
}
