import type { ImportStep } from '../import/import-messages.ts';
import { openImportThread, type ImportThread } from '../import/import-thread.ts';
import type { Project } from '../model/project.ts';
import type { ArrowConnector } from '../tables/connector.ts';
import { dropTable } from '../tables/sql.ts';
import type { TableSchema } from '../tables/schema.ts';
import type { Original } from './originals.ts';

type Cells = Extract<ImportStep, { kind: 'cells' }>;

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
  #thread: ImportThread | null = null;
  #taken: Promise<unknown> = Promise.resolve();

  constructor(engine: () => Promise<ArrowConnector>) {
    this.#engine = engine;
  }

  /** Puts a file's cells into the engine, in place of those of an earlier file of this name, one file after the other. */
  take(cells: Cells): Promise<void> {
    const taken = this.#taken.then(() => this.#replace(cells));
    // Who asked hears of a failure; the next file is taken all the same.
    this.#taken = taken.catch(() => null);
    return taken;
  }

  async #replace({ file, schema: proposed, rows, ipc }: Cells): Promise<void> {
    const engine = await this.#engine();
    const schema = { ...proposed, name: this.#nameFor(file, proposed.name) };
    await engine.replaceByArrow(schema.name, ipc);
    this.list = [...this.list.filter((table) => table.file !== file), { schema, file, rows }];
  }

  /** The name that a file's table has, else one that no other file's has: `a-b.csv` and `a_b.csv` are alike in SQL. */
  #nameFor(file: string, proposed: string): string {
    const known = this.list.find((table) => table.file === file);
    if (known) return known.schema.name;
    const taken = new Set(this.list.map(({ schema }) => schema.name));
    let name = proposed;
    for (let repeat = 2; taken.has(name); repeat += 1) name = `${proposed}_${repeat}`;
    return name;
  }

  /** Makes the tables those of a project's files: others go, missing ones are read again from the files kept. */
  async settle(
    { tables: { source } }: Project,
    originals: readonly Original[],
    signal: AbortSignal,
  ): Promise<void> {
    const names = new Set(source.flatMap(({ file_name }) => file_name ?? []));
    await this.#keepOnly(names);
    const present = new Set(this.list.map(({ file }) => file));
    const files = originals.filter(({ name }) => names.has(name) && !present.has(name));
    signal.throwIfAborted();
    if (files.length === 0) return;
    const arriving: Promise<void>[] = [];
    this.#thread ??= openImportThread();
    const onStep = (step: ImportStep) => {
      if (step.kind === 'cells') arriving.push(this.take(step));
    };
    await this.#thread.cells(
      files.map(({ name, blob }) => ({ name, blob })),
      { signal, onStep },
    );
    await Promise.all(arriving);
  }

  /** Removes the tables of files that none of these names is. */
  async #keepOnly(files: ReadonlySet<string>): Promise<void> {
    const gone = this.list.filter(({ file }) => !files.has(file));
    if (gone.length === 0) return;
    const engine = await this.#engine();
    this.list = this.list.filter(({ file }) => files.has(file));
    for (const { schema } of gone) await engine.query({ sql: dropTable(schema.name), parameters: [] });
  }
}
