import type { Connector } from './connector.ts';
import { identifier, tableVersions } from './sql.ts';

/** A table that can be asked, as the engine itself lists it. */
export interface ConsoleTable {
  name: string;
  columns: readonly { name: string; type: string }[];
  rows: number;
}

const columnsSql = `SELECT table_name AS "table", column_name AS name, data_type AS type
  FROM duckdb_columns() WHERE NOT internal AND schema_name = 'main' ORDER BY table_name, column_index`;

/** The engine's tables with their columns and row counts, by name: the project's own, what is computed, imported files. */
export async function readConsoleTables(connector: Connector): Promise<ConsoleTable[]> {
  const tables = await connector.query<{ name: string }>({ sql: tableVersions, parameters: [] });
  if (tables.length === 0) return [];
  const columns = await connector.query<{ table: string; name: string; type: string }>({
    sql: columnsSql,
    parameters: [],
  });
  const counts = tables.map(
    ({ name }, place) => `SELECT ${place} AS place, COUNT(*) AS n FROM ${identifier(name)}`,
  );
  const counted = await connector.query<{ place: number; n: number }>({
    sql: `${counts.join(' UNION ALL ')} ORDER BY place`,
    parameters: [],
  });
  return tables.map(({ name }, place) => ({
    name,
    columns: columns.filter(({ table }) => table === name).map(({ name, type }) => ({ name, type })),
    rows: counted[place]?.n ?? 0,
  }));
}

/** A table's or column's name as a person would write it: in quotes only where they are needed. */
export const writtenName = (name: string) => (/^[a-z_][a-z0-9_]*$/.test(name) ? name : identifier(name));
