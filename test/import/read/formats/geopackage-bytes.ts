import initSqlJs, { type SqlValue } from 'sql.js';

/** The geometry of a GeoPackage: WKB behind its header, without an envelope. */
export function geopackageBlob(wkb: Uint8Array): Uint8Array {
  return Uint8Array.from([0x47, 0x50, 0, 1, 0, 0, 0, 0, ...wkb]);
}

export interface LayerToWrite {
  name: string;
  /** Column names with SQLite types; `geom` holds geometries. */
  columns: Readonly<Record<string, string>>;
  rows: readonly (readonly SqlValue[])[];
  /** Authority and code; absent for a table of attributes. */
  crs?: readonly [string, number];
}

const q = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** A small GeoPackage with these layers. */
export async function geopackage(
  layers: readonly LayerToWrite[],
  config: Parameters<typeof initSqlJs>[0] = {},
): Promise<Uint8Array> {
  const { Database } = await initSqlJs(config);
  const database = new Database();
  database.run(`
    CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY, organization TEXT, organization_coordsys_id INTEGER, definition TEXT);
    CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT, srs_id INTEGER);`);
  if (layers.some(({ crs }) => crs))
    database.run(
      'CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT, geometry_type_name TEXT, srs_id INTEGER)',
    );
  for (const { name, columns, rows, crs } of layers) {
    const defined = Object.entries(columns).map(([column, type]) => `${q(column)} ${type}`);
    database.run(`CREATE TABLE ${q(name)} (${defined.join(', ')})`);
    database.run('INSERT INTO gpkg_contents VALUES (?, ?, ?, ?)', [
      name,
      crs ? 'features' : 'attributes',
      name,
      crs?.[1] ?? null,
    ]);
    if (crs) {
      database.run('INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?)', [
        crs.join(' '),
        crs[1],
        crs[0],
        crs[1],
        '',
      ]);
      database.run("INSERT INTO gpkg_geometry_columns VALUES (?, 'geom', 'GEOMETRY', ?)", [name, crs[1]]);
    }
    const marks = Object.keys(columns).map(() => '?');
    for (const row of rows) database.run(`INSERT INTO ${q(name)} VALUES (${marks.join(', ')})`, row);
  }
  const bytes = database.export();
  database.close();
  return bytes;
}

/** A SQLite database that is no GeoPackage. */
export async function sqlite(): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const database = new Database();
  database.run('CREATE TABLE office (name TEXT)');
  return database.export();
}
