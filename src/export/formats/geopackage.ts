import type { Database, SqlValue } from 'sql.js';
import { startSqlite } from '../../tables/connectors/sqlite.ts';
import {
  createLayerSql,
  insertRowSql,
  listLayerSql,
  listGeometrySql,
  newGeoPackageSql,
  transaction,
  type Layer,
  type LayerColumn,
} from '../../tables/geopackage-sql.ts';
import {
  boundsOfGeometries,
  distinctNames,
  geometriesOf,
  isDay,
  tidyRows,
  type ExportKind,
  type ExportOptions,
  type ExportTable,
  type ExportValue,
  type Geometries,
} from '../export-table.ts';
import { wkbOf } from './wkb.ts';

/** The name of the layer that holds the notes, in one row. */
const aboutName = 'about';

/**
 * A table as a GeoPackage (OGC 12-128r18): a layer of points or polygons where it has any, else one of attributes, with a null
 * geometry for a row that has none; the notes in a layer `about`.
 */
export async function writeGeoPackage(table: ExportTable, options: ExportOptions): Promise<Uint8Array> {
  const { Database } = await startSqlite();
  const database = new Database();
  try {
    database.run(newGeoPackageSql);
    database.run(transaction.begin);
    writeLayer(database, table, options);
    if (table.notes.length > 0) writeNotes(database, table.notes, options);
    database.run(transaction.end);
    return database.export();
  } finally {
    database.close();
  }
}

function writeLayer(database: Database, table: ExportTable, { writtenAt }: ExportOptions): void {
  const rows = tidyRows(table);
  const names = distinctNames(table.columns, ['fid', 'geom']);
  const geometries = geometriesOf(table);
  const layer: Layer = {
    name: layerName(table.name),
    rowId: 'fid',
    geometry: geometries ? 'geom' : null,
    columns: table.columns.map(({ kind }, index) => ({
      name: names[index] ?? '',
      type: typeOf(
        kind,
        rows.map((row) => row[index] ?? null),
      ),
    })),
  };
  database.run(createLayerSql(layer));
  list(database, layer, geometries, writtenAt);
  fill(
    database,
    layer,
    rows.map((row, index) => [
      ...(geometries ? [geometryBlob(geometries.of[index] ?? null)] : []),
      ...row.map(sqlValue),
    ]),
  );
}

function writeNotes(database: Database, notes: readonly string[], { writtenAt }: ExportOptions): void {
  const columns: LayerColumn[] = [{ name: 'notes', type: 'TEXT' }];
  const about: Layer = { name: aboutName, rowId: 'fid', geometry: null, columns };
  database.run(createLayerSql(about));
  list(database, about, null, writtenAt);
  fill(database, about, [[sqlValue(notes.join('\n'))]]);
}

function fill(database: Database, layer: Layer, rows: readonly SqlValue[][]): void {
  const statement = database.prepare(insertRowSql(layer));
  try {
    for (const row of rows) {
      statement.bind(row);
      statement.step();
      statement.reset();
    }
  } finally {
    statement.free();
  }
}

/** Bounds are those of the rows with a geometry; null where there is none. */
function list(database: Database, layer: Layer, geometries: Geometries | null, writtenAt: string): void {
  const kind = geometries ? 'features' : 'attributes';
  const changed = new Date(writtenAt).toISOString();
  database.run(listLayerSql, [
    layer.name,
    kind,
    layer.name,
    changed,
    ...((geometries && boundsOfGeometries(geometries)) ?? [null, null, null, null]),
    geometries ? 4326 : null,
  ]);
  if (geometries && layer.geometry !== null)
    database.run(listGeometrySql, [layer.name, layer.geometry, geometries.kind.toUpperCase()]);
}

/** A GeoPackage's DATE holds days alone: a column with anything else is text. */
function typeOf(kind: ExportKind, values: readonly ExportValue[]): LayerColumn['type'] {
  if (kind === 'number') return 'DOUBLE';
  if (kind === 'boolean') return 'BOOLEAN';
  const days = kind === 'date' && values.every((value) => value === null || isDay(value));
  return days ? 'DATE' : 'TEXT';
}

/** SQLite has no truth values but 1 and 0, and its text ends at a NUL for many who read it. */
function sqlValue(value: ExportValue): SqlValue {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' ? value.replaceAll('\0', '\ufffd') : value;
}

/** `GP`, version 1, little-endian without envelope, system 4326; then WKB (OGC 12-128r18, 2.1.3). */
function geometryBlob(geometry: Geometries['of'][number]): Uint8Array | null {
  if (!geometry) return null;
  const wkb = wkbOf(geometry);
  const bytes = new Uint8Array(8 + wkb.length);
  bytes.set([0x47, 0x50, 0, 1]);
  new DataView(bytes.buffer).setUint32(4, 4326, true);
  bytes.set(wkb, 8);
  return bytes;
}

/** Names that SQLite and GeoPackage keep for themselves, and that of the notes, get a word before them. */
function layerName(name: string): string {
  const base = name.replaceAll('\0', '').trim() || 'table';
  return /^(gpkg_|sqlite_|rtree_)|^about$/i.test(base) ? `table ${base}` : base;
}
