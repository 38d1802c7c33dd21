import type { Database, SqlJs, SqlValue } from 'sql.js';
import {
  attributeLayersSql,
  countRowsSql,
  hasTableSql,
  layersSql,
  rowsSql,
} from '../../../tables/geopackage-sql.ts';
import { startSqlite } from '../../../tables/connectors/sqlite.ts';
import { cellText, readFeatures } from './features.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { otherParts } from './parts.ts';
import { orUnreadable, refused } from './refused.ts';
import { readWkb } from './wkb.ts';

const magic = [...'SQLite format 3\0'].map((letter) => letter.charCodeAt(0));

/** GeoPackage (OGC 12-128r18): one layer of features or attributes. Other SQLite databases are named and refused. */
export const geopackage: FileFormat = {
  open({ bytes }) {
    if (!magic.every((byte, index) => bytes[index] === byte)) return null;
    return {
      format: 'geopackage',
      read: (part = null) =>
        isCutOff(bytes)
          ? Promise.resolve(refused('unreadable', 'gpkg'))
          : orUnreadable('gpkg', startSqlite, (sql) => readDatabase(bytes, part, sql)),
    };
  },
};

/** The header of SQLite (its file format, 1.3) gives the size of a page and how many there are. */
function isCutOff(bytes: Uint8Array): boolean {
  if (bytes.length < 100) return true;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const pageBytes = view.getUint16(16);
  return view.getUint32(28) * (pageBytes === 1 ? 65_536 : pageBytes) > bytes.length;
}

async function readDatabase(bytes: Uint8Array, part: string | null, { Database }: SqlJs): Promise<ReadTable> {
  const database = new Database(bytes);
  try {
    if (!hasTable(database, 'gpkg_contents')) return refused('unknown-format', 'sqlite', 'gpkg');
    return await pickLayer(database, layersOf(database), part);
  } finally {
    database.close();
  }
}

const hasTable = (database: Database, name: string) =>
  query(database, hasTableSql, [name]).rows[0]?.[0] === 1n;

interface Layer {
  name: string;
  /** Null for a table of attributes. */
  geometry: string | null;
  crs: string | null;
  /** Well-known text of the system. */
  definition: string | null;
  rows: number;
}

function layersOf(database: Database): Layer[] {
  const spatial = hasTable(database, 'gpkg_geometry_columns');
  return query(database, spatial ? layersSql : attributeLayersSql).rows.map((row) => {
    const [name, kind, geometry, authority, code, system, definition = null] = row.map((value) =>
      value === null || value === undefined ? null : String(value),
    );
    const table = name ?? '';
    const defined = authority && code && !/^none$/i.test(authority) ? `${authority}:${code}` : null;
    return {
      name: table,
      geometry: kind === 'features' ? (geometry ?? null) : null,
      crs: defined ?? (system && !/^undefined/i.test(system) ? system : null),
      definition,
      rows: Number(query(database, countRowsSql(table)).rows[0]?.[0] ?? 0),
    };
  });
}

/** The layer that was asked for, else the features with the most rows, else the attributes with the most. */
async function pickLayer(
  database: Database,
  layers: readonly Layer[],
  part: string | null,
): Promise<ReadTable> {
  const rank = ({ geometry, rows }: Layer) => (rows > 0 && geometry !== null ? 1 : 0);
  const best = [...layers].sort((a, b) => rank(b) - rank(a) || b.rows - a.rows)[0];
  const picked = layers.find(({ name }) => name === part) ?? best;
  if (!picked) return refused('no-rows');
  const others = layers.filter((layer) => layer !== picked && layer.rows > 0).map(({ name }) => name);
  const { table, issues } = await readLayer(database, picked);
  return {
    table,
    issues: [...otherParts(picked.name, others), ...issues],
    parts: { names: layers.map(({ name }) => name), read: picked.name },
  };
}

async function readLayer(database: Database, { name, geometry, crs, definition }: Layer): Promise<ReadTable> {
  const { columns, rows } = query(database, rowsSql(name));
  const place = geometry === null ? -1 : columns.indexOf(geometry);
  const names = columns.filter((_, column) => column !== place);
  const features = rows.map((values) => ({
    properties: Object.fromEntries(
      columns.flatMap((column, index) => (index === place ? [] : [[column, cellText(values[index])]])),
    ),
    geometry: place < 0 ? null : readBlob(values[place]),
  }));
  const { table, issues } = await readFeatures(features, { crs, definition, names });
  return { table: { ...table, spatial: place >= 0 }, issues };
}

/** Bytes of the envelope by its code (OGC 12-128r18, 2.1.3). */
const envelopeBytes = [0, 32, 48, 48, 64];

/** A GeoPackage's geometry is WKB behind a header of its own. */
export function readBlob(value: unknown): unknown {
  if (value === null || value === undefined) return null;
  if (!(value instanceof Uint8Array) || value[0] !== 0x47 || value[1] !== 0x50) return { type: 'BLOB' };
  const flags = value[3] ?? 0;
  const envelope = envelopeBytes[(flags >> 1) & 7];
  if (envelope === undefined) return { type: 'BLOB' };
  return (flags & 0x10) !== 0 ? null : readWkb(value.subarray(8 + envelope));
}

/** Whole numbers come as bigint, so that none is rounded. */
function query(database: Database, sql: string, values: readonly SqlValue[] = []) {
  const statement = database.prepare(sql);
  try {
    statement.bind(values);
    const rows: SqlValue[][] = [];
    while (statement.step()) rows.push(statement.get(null, { useBigInt: true }));
    return { columns: statement.getColumnNames(), rows };
  } finally {
    statement.free();
  }
}
