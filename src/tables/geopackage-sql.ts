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
