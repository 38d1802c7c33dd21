import type * as duckdb from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { QueryError } from '../../model/errors.ts';
import type { ArrowConnector, Columns, Query } from '../connector.ts';
import type { TableSchema } from '../schema.ts';
import { createTable, dropTable, identifier } from '../sql.ts';
import { columnsToIPC } from './arrow-columns.ts';
import { AsideEngine } from './wasm-aside.ts';
import { startWasmEngine } from './wasm-engine.ts';

/**
 * DuckDB in the browser, in a worker of its own, in memory. Its extensions are never fetched: everything runs offline.
 * @throws Error when WebAssembly or workers are not allowed here.
 */
export async function openDuckDbWasm(): Promise<ArrowConnector> {
  const engine = await startWasmEngine();
  const { connection } = engine;
  const aside = new AsideEngine(connection);
  return {
    dialect: 'duckdb',
    query: (query, signal) => run(connection, query, signal),
    ask: (sql, signal) => aside.ask(sql, signal),
    async replace(schema, columns) {
      await connection.query(createTable(schema));
      await append(connection, schema, columns);
    },
    append: (schema, columns) => append(connection, schema, columns),
    async replaceByArrow(name, ipc) {
      await connection.query(dropTable(name));
      await connection.insertArrowFromIPCStream(ipc, { name, create: true });
    },
    async close() {
      aside.stop();
      await connection.close();
      await engine.database.terminate();
    },
  };
}

async function run<Row>(
  connection: duckdb.AsyncDuckDBConnection,
  query: Query,
  signal?: AbortSignal,
): Promise<Row[]> {
  signal?.throwIfAborted();
  try {
    const statement = await connection.prepare(query.sql);
    try {
      const result = await statement.query(...query.parameters);
      signal?.throwIfAborted();
      return plainRows<Row>(result);
    } finally {
      await statement.close();
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw new QueryError(cause instanceof Error ? cause.message : String(cause), query.sql, { cause });
  }
}

/** Rows as plain objects, column by column: Arrow's own row proxies take several times as long to unfold. */
function plainRows<Row>(result: Table): Row[] {
  const columns = result.schema.fields.map(({ name }, index) => ({ name, values: result.getChildAt(index) }));
  return Array.from({ length: result.numRows }, (_, place) => {
    const row: Record<string, unknown> = {};
    for (const { name, values } of columns) row[name] = values?.get(place) ?? null;
    return row as Row;
  });
}

async function append(
  connection: duckdb.AsyncDuckDBConnection,
  schema: TableSchema,
  columns: Columns,
): Promise<void> {
  if (rowsOf(schema, columns) === 0) return;
  const staging = `${schema.name} arriving`;
  await connection.insertArrowFromIPCStream(columnsToIPC(schema, columns), { name: staging, create: true });
  await connection.query(`INSERT INTO ${identifier(schema.name)} SELECT * FROM ${identifier(staging)}`);
  await connection.query(`DROP TABLE ${identifier(staging)}`);
}

const rowsOf = (schema: TableSchema, columns: Columns) =>
  Math.max(0, ...schema.columns.map(({ name }) => columns[name]?.length ?? 0));
