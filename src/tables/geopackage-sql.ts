import { identifier } from './sql.ts';

/** Whether a SQLite database has a table of this name: one row, one number. */
export const hasTableSql = "SELECT count(*) FROM sqlite_master WHERE type IN ('table', 'view') AND name = ?";

/**
 * The layers of a GeoPackage (OGC 12-128r18, 1.1.3): name, kind (`features`, `attributes`), and for features the
 * geometry's column and its system's authority, code, name and definition (well-known text).
 */
export const layersSql = `
  SELECT c.table_name, c.data_type, g.column_name, s.organization, s.organization_coordsys_id, s.srs_name, s.definition
  FROM gpkg_contents c
  LEFT JOIN gpkg_geometry_columns g ON g.table_name = c.table_name
  LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
  WHERE c.data_type IN ('features', 'attributes')
  ORDER BY c.rowid`;

/** The same for one that holds attributes alone, and so no table of geometry columns. */
export const attributeLayersSql = `
  SELECT table_name, data_type, NULL, NULL, NULL, NULL, NULL
  FROM gpkg_contents
  WHERE data_type = 'attributes'
  ORDER BY rowid`;

/** Rows of a layer, counted. */
export const countRowsSql = (table: string) => `SELECT count(*) FROM ${identifier(table)}`;

/** Every row of a layer, in the order it is stored. */
export const rowsSql = (table: string) => `SELECT * FROM ${identifier(table)}`;

/** A column of a layer to be made, with a type of GeoPackage (OGC 12-128r18, table 1). */
export interface LayerColumn {
  name: string;
  type: 'TEXT' | 'DOUBLE' | 'BOOLEAN' | 'DATE' | 'INTEGER';
}

/** A layer to be made: its first column is the row's number, its second the point where `geometry` names one. */
export interface Layer {
  name: string;
  rowId: string;
  geometry: string | null;
  columns: readonly LayerColumn[];
}

/** `GPKG` in the header of SQLite, and version 1.3 (OGC 12-128r18, 1.1.1.1.1). */
const markFileSql = 'PRAGMA application_id = 1196444487; PRAGMA user_version = 10300';

const wgs84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AUTHORITY["EPSG","4326"]]';

/** The tables that every GeoPackage has, with the three systems that it must know (OGC 12-128r18, C.1 to C.4). */
export const newGeoPackageSql = `
  ${markFileSql};
  CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER NOT NULL PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
  INSERT INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinate reference system'),
    ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinate reference system'),
    ('WGS 84 geodetic', 4326, 'EPSG', 4326, '${wgs84}', 'longitude and latitude in decimal degrees on WGS 84');
  CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
    last_change DATETIME NOT NULL, min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
    CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
  CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
    z TINYINT NOT NULL, m TINYINT NOT NULL,
    CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
    CONSTRAINT uk_gc_table_name UNIQUE (table_name),
    CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
    CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys (srs_id));`;

/** Makes the table of a layer, without rows. */
export function createLayerSql({ name, rowId, geometry, columns }: Layer): string {
  const list = [
    `${identifier(rowId)} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL`,
    ...(geometry === null ? [] : [`${identifier(geometry)} POINT`]),
    ...columns.map((column) => `${identifier(column.name)} ${column.type}`),
  ];
  return `CREATE TABLE ${identifier(name)} (${list.join(', ')})`;
}

/** A row of a layer, bound: the geometry, where there is one, then a value for each column. The row's number is given by itself. */
export function insertRowSql({ name, geometry, columns }: Layer): string {
  const names = [...(geometry === null ? [] : [geometry]), ...columns.map((column) => column.name)];
  const marks = names.map(() => '?').join(', ');
  return `INSERT INTO ${identifier(name)} (${names.map(identifier).join(', ')}) VALUES (${marks})`;
}

/** Lists a layer, bound: name, kind, name, date of change, four bounds, system. */
export const listLayerSql = `
  INSERT INTO gpkg_contents (table_name, data_type, identifier, last_change, min_x, min_y, max_x, max_y, srs_id)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Lists the geometries of a layer, bound: name of the layer, of the column, their kind in capitals. */
export const listGeometrySql = 'INSERT INTO gpkg_geometry_columns VALUES (?, ?, ?, 4326, 0, 0)';

/** Around many rows: one transaction is a thousand times quicker than one a row. */
export const transaction = { begin: 'BEGIN', end: 'COMMIT' };
