import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api';
import { QueryError } from '../../model/errors.ts';
import type { Columns, Connector } from '../connector.ts';
import { createTable, lock, readOnly } from '../sql.ts';
import type { ColumnType, TableSchema } from '../schema.ts';

/** DuckDB in this process, in memory: for the command line, tests and builders. Nothing is read from or sent outside. */
export async function openDuckDbNode(): Promise<Connector> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  await lock((statement) => connection.run(statement));
  return {
    dialect: 'duckdb',
    async query<Row>(
      { sql, parameters }: { sql: string; parameters: readonly DuckDBValue[] },
      signal?: AbortSignal,
    ) {
      signal?.throwIfAborted();
      const interrupt = () => connection.interrupt();
      signal?.addEventListener('abort', interrupt);
      try {
        const reader = await connection.runAndReadAll(sql, [...parameters]);
        return reader.getRowObjectsJS().map(numbers) as Row[];
      } catch (cause) {
        signal?.throwIfAborted();
        throw new QueryError(cause instanceof Error ? cause.message : String(cause), sql, { cause });
      } finally {
        signal?.removeEventListener('abort', interrupt);
      }
    },
    ask: (sql, signal) => ask(instance, sql, signal),
    async replace(schema, columns) {
      await connection.run(createTable(schema));
      await append(connection, schema, columns);
    },
    append: (schema, columns) => append(connection, schema, columns),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

type Connection = Awaited<ReturnType<DuckDBInstance['connect']>>;
type Appender = Awaited<ReturnType<Connection['createAppender']>>;

/** Preparing refuses a second statement; the connection is its own, so that interrupting it stops nothing else. */
async function ask<Row>(instance: DuckDBInstance, sql: string, signal?: AbortSignal): Promise<Row[]> {
  signal?.throwIfAborted();
  const connection = await instance.connect();
  const interrupt = () => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    await connection.run(readOnly.begin);
    const prepared = await connection.prepare(sql);
    const reader = await prepared.runAndReadAll();
    signal?.throwIfAborted();
    return reader.getRowObjectsJS().map(numbers) as Row[];
  } catch (cause) {
    signal?.throwIfAborted();
    throw new QueryError(cause instanceof Error ? cause.message : String(cause), sql, { cause });
  } finally {
    signal?.removeEventListener('abort', interrupt);
    connection.closeSync();
  }
}

async function append(connection: Connection, schema: TableSchema, columns: Columns): Promise<void> {
  const appender = await connection.createAppender(schema.name);
  const vectors = schema.columns.map(({ name, type }) => ({ values: columns[name], append: appendAs[type] }));
  const rows = Math.max(0, ...vectors.map(({ values }) => values?.length ?? 0));
  for (let row = 0; row < rows; row += 1) {
    for (const vector of vectors) {
      const value = vector.values?.[row] ?? null;
      if (value === null || Number.isNaN(value)) appender.appendNull();
      else vector.append(appender, value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

const appendAs: Record<ColumnType, (appender: Appender, value: unknown) => void> = {
  VARCHAR: (appender, value) => appender.appendVarchar(String(value)),
  DOUBLE: (appender, value) => appender.appendDouble(Number(value)),
  INTEGER: (appender, value) => appender.appendInteger(Number(value)),
  BOOLEAN: (appender, value) => appender.appendBoolean(Boolean(value)),
};

/** Counts arrive as BIGINT; every count here is far below 2^53. */
function numbers(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
