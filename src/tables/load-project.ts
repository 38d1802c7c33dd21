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

/** The page stays awake between two portions of this many rows. */
const rowsInPortion = 10_000;

/**
 * Fills the engine's tables with a project's, in place of whatever they held. Rejects with the signal's reason when
 * aborted, and adds nothing more then.
 */
export async function loadProject(
  connector: Connector,
  tables: ProjectTables,
  signal?: AbortSignal,
): Promise<void> {
  for (const name of Object.keys(projectSchemas) as ProjectTableName[]) {
    const schema = projectSchemas[name];
    const rows = tables[name];
    await connector.replace(schema, {});
    for (let from = 0; from < rows.length; from += rowsInPortion) {
      signal?.throwIfAborted();
      await connector.append(schema, columnsOf(schema, rows.slice(from, from + rowsInPortion)));
    }
  }
}
