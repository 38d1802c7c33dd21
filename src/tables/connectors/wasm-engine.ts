import * as duckdb from '@duckdb/duckdb-wasm';
import workerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import wasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { lock } from '../sql.ts';

/** An engine in a worker of its own, with one connection to it. */
export interface WasmEngine {
  worker: Worker;
  database: duckdb.AsyncDuckDB;
  connection: duckdb.AsyncDuckDBConnection;
}

const absolute = (url: string) => new URL(url, document.baseURI).href;

/**
 * Starts DuckDB, in memory, without a way to files or other sites.
 * @throws Error when WebAssembly or workers are not allowed here.
 */
export async function startWasmEngine(): Promise<WasmEngine> {
  const worker = new Worker(absolute(workerUrl));
  const failed = new Promise<never>((_, reject) => {
    worker.onerror = ({ message }) => reject(new Error(`the engine's worker did not start: ${message}`));
  });
  const database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), worker);
  await Promise.race([database.instantiate(absolute(wasmUrl)), failed]);
  await database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } });
  const connection = await database.connect();
  await connection.query('SET autoload_known_extensions = false');
  await connection.query('SET autoinstall_known_extensions = false');
  await lock((statement) => connection.query(statement));
  return { worker, database, connection };
}
