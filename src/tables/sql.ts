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
