import type { TableSchema } from './schema.ts';

/** A name as an identifier: the only way a name enters SQL text. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The statement that makes an empty table of a schema in place of any earlier one. */
export function createTable({ name, columns }: TableSchema): string {
  const list = columns.map((column) => `${identifier(column.name)} ${column.type}`).join(', ');
  return `CREATE OR REPLACE TABLE ${identifier(name)} (${list})`;
}

/** The statement that removes a table, if there is one of this name. */
export const dropTable = (name: string) => `DROP TABLE IF EXISTS ${identifier(name)}`;

/** A transaction that the engine refuses every write in, and its end. */
export const readOnly = { begin: 'START TRANSACTION READ ONLY', end: 'ROLLBACK' };

/** Closes the engine's way to files and to other sites, and its settings. Neither can be opened again. */
export async function lock(run: (statement: string) => Promise<unknown>): Promise<void> {
  await run('SET enable_external_access = false');
  await run('SET lock_configuration = true');
}

/**
 * The project's tables with a mark that changes when a table is replaced or added to: rows of name and version. A table
 * on its way in is none yet.
 */
export const tableVersions = `SELECT table_name AS name, table_oid || ' ' || estimated_size AS version
  FROM duckdb_tables() WHERE NOT internal AND schema_name = 'main' AND NOT ends_with(table_name, ' arriving')
  ORDER BY table_name`;

/** Every row of a table. */
export const everyRow = (table: string) => `SELECT * FROM ${identifier(table)}`;
