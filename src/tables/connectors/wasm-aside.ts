import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { QueryError } from '../../model/errors.ts';
import { dropTable, everyRow, readOnly, tableVersions } from '../sql.ts';
import { startWasmEngine, type WasmEngine } from './wasm-engine.ts';

/** How long the engine is given to stop by itself before its worker is ended, milliseconds. */
const patience = 400;

/**
 * A second engine for what people write, with copies of the first one's tables. A worker hears nothing while it
 * computes one step, and a step of a bad join takes minutes: only ending the worker surely stops it, and that must not
 * take the project's tables along. Nor can a question that eats all memory.
 */
export class AsideEngine {
  readonly #source: AsyncDuckDBConnection;
  #engine: WasmEngine | null = null;
  /** Version of each table as copied, by name. */
  #copied = new Map<string, string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(source: AsyncDuckDBConnection) {
    this.#source = source;
  }

  /** One question after the other, each in a transaction that cannot write. See `Connector.ask`. */
  ask<Row>(sql: string, signal?: AbortSignal): Promise<Row[]> {
    const asked = this.#last.then(() => this.#ask<Row>(sql, signal));
    this.#last = asked.catch(() => undefined);
    return asked;
  }

  /** Ends the worker, whatever it does; the next question starts another. */
  stop(): void {
    this.#engine?.worker.terminate();
    this.#engine = null;
    this.#copied = new Map();
  }

  async #ask<Row>(sql: string, signal?: AbortSignal): Promise<Row[]> {
    signal?.throwIfAborted();
    const engine = (this.#engine ??= await startWasmEngine());
    await this.#copyTables(engine.connection);
    signal?.throwIfAborted();
    const rows = this.#read<Row>(engine.connection, sql);
    const ended = signal && this.#endedBy(signal, engine.connection, rows);
    try {
      return await (ended ? Promise.race([rows, ended.rejection]) : rows);
    } catch (cause) {
      signal?.throwIfAborted();
      throw new QueryError(cause instanceof Error ? cause.message : String(cause), sql, { cause });
    } finally {
      ended?.release();
    }
  }

  /** Preparing refuses a second statement; sending would run it. An engine that cannot end what it began is broken. */
  async #read<Row>(connection: AsyncDuckDBConnection, sql: string): Promise<Row[]> {
    await connection.query(readOnly.begin);
    try {
      await (await connection.prepare(sql)).close();
      const rows: Row[] = [];
      for await (const batch of await connection.send(sql))
        for (const row of batch.toArray()) rows.push(row.toJSON() as Row);
      return rows;
    } finally {
      await connection.query(readOnly.end).catch(() => this.stop());
    }
  }

  /** Rejects once an aborted question has stopped: by itself, or with its worker. */
  #endedBy(signal: AbortSignal, connection: AsyncDuckDBConnection, rows: Promise<unknown>) {
    let release = () => {};
    const rejection = new Promise<never>((_, reject) => {
      const abort = () => {
        void connection.cancelSent().catch(() => this.stop());
        const settled = rows.then(
          () => true,
          () => true,
        );
        const late = new Promise<boolean>((resolve) => setTimeout(resolve, patience, false));
        void Promise.race([settled, late]).then((stopped) => {
          if (!stopped) this.stop();
          reject(signal.reason as Error);
        });
      };
      signal.addEventListener('abort', abort, { once: true });
      release = () => signal.removeEventListener('abort', abort);
    });
    return { rejection, release };
  }

  /** Copies the tables that changed since the last question, and drops those that are gone. */
  async #copyTables(target: AsyncDuckDBConnection): Promise<void> {
    const rows = (await this.#source.query(tableVersions)).toArray();
    const present = new Map(rows.map((row) => [String(row['name']), String(row['version'])]));
    for (const name of this.#copied.keys()) if (!present.has(name)) await target.query(dropTable(name));
    for (const [name, version] of present) {
      if (this.#copied.get(name) === version) continue;
      await target.query(dropTable(name));
      await copyTable(this.#source, target, name);
    }
    this.#copied = present;
  }
}

/**
 * A table passes as Arrow without being read here: the file form is eight bytes, then the stream form, then an index
 * (Arrow columnar format, IPC file format).
 */
async function copyTable(
  source: AsyncDuckDBConnection,
  target: AsyncDuckDBConnection,
  name: string,
): Promise<void> {
  const file = await source.useUnsafe((bindings, id) => bindings.runQuery(id, everyRow(name)));
  await target.insertArrowFromIPCStream(file.slice(8), { name, create: true });
}
