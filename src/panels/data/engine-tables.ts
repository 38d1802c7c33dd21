import type { Choice } from '../../model/choice.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { Project } from '../../model/project.ts';
import { projectTableNames } from '../../model/tables.ts';
import type { FileTable } from '../../state/file-tables.svelte.ts';
import { projectSchemas, type TableSchema } from '../../tables/schema.ts';

/** A table of the engine that can be looked at. */
export interface EngineTableChoice {
  choice: Choice;
  schema: TableSchema;
  rows: number;
}

/** The project's tables, then the files' own cells. */
export function engineTables(
  project: Project,
  files: readonly FileTable[],
  { data }: Messages,
): EngineTableChoice[] {
  const own = projectTableNames.map((name) => ({
    choice: { value: name, label: data.table[name], group: data.projectTables },
    schema: projectSchemas[name],
    rows: project.tables[name].length,
  }));
  const cells = files.map(({ file, schema, rows }) => ({
    choice: { value: schema.name, label: file, group: data.fileTables },
    schema,
    rows,
  }));
  return [...own, ...cells];
}
