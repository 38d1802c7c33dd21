import type { ProjectTableName, ProjectTables } from '../model/tables.ts';
import type { Columns, Connector } from './connector.ts';
import { projectSchemas, type TableSchema } from './schema.ts';

/** Rows turned into columns of a schema; a property that a row lacks is null. */
export function columnsOf(schema: TableSchema, rows: readonly object[]): Columns {
  return Object.fromEntries(
    schema.columns.map(({ name }) => [
      name,
      rows.map((row) => (row as Record<string, unknown>)[name] ?? null),
    ]),
  );
}

/** Fills the engine's tables with a project's, in place of whatever they held. */
export async function loadProject(connector: Connector, tables: ProjectTables): Promise<void> {
  for (const name of Object.keys(projectSchemas) as ProjectTableName[]) {
    const schema = projectSchemas[name];
    await connector.replace(schema, columnsOf(schema, tables[name]));
  }
}
