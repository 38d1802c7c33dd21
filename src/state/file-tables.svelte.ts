import type { ImportStep } from '../import/import-messages.ts';
import type { ArrowConnector } from '../tables/connector.ts';
import { dropTable } from '../tables/sql.ts';
import type { TableSchema } from '../tables/schema.ts';

/** A file's own cells as a table of the engine. */
export interface FileTable {
  schema: TableSchema;
  /** The file's name, as its report and its source give it. */
  file: string;
  rows: number;
}

/** The files' own cells in the engine: what was imported can be asked as it was written, mapped or not. */
export class FileTables {
  list = $state.raw<readonly FileTable[]>([]);
  readonly #engine: () => Promise<ArrowConnector>;

  constructor(engine: () => Promise<ArrowConnector>) {
    this.#engine = engine;
  }

  /** Puts a file's cells into the engine, in place of those of an earlier file of this name. */
  async take({ file, schema, rows, ipc }: Extract<ImportStep, { kind: 'cells' }>): Promise<void> {
    const engine = await this.#engine();
    await engine.replaceByArrow(schema.name, ipc);
    this.list = [...this.list.filter((table) => table.schema.name !== schema.name), { schema, file, rows }];
  }

  /** Removes the tables of files that none of these names is. */
  async keepOnly(files: ReadonlySet<string>): Promise<void> {
    const engine = await this.#engine();
    const gone = this.list.filter(({ file }) => !files.has(file));
    this.list = this.list.filter(({ file }) => files.has(file));
    for (const { schema } of gone) await engine.query({ sql: dropTable(schema.name), parameters: [] });
  }
}
