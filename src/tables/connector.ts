import type { TableSchema } from './schema.ts';

/** SQL dialects that the named queries are written for. */
export type Dialect = 'duckdb' | 'trino';

/** A value bound to a `?` of a query. */
export type Parameter = string | number | boolean | null;

/** Rows by column, all of one length. Typed arrays pass without a copy where the engine allows it. */
export type Columns = Record<string, ArrayLike<unknown>>;

/** A query of this folder: text with `?` for every value, never a value in the text. */
export interface Query {
  sql: string;
  parameters: readonly Parameter[];
}

/**
 * The only door to a query engine. Implemented by DuckDB in the browser and in Node; nothing outside
 * `tables/` writes SQL, nothing inside it knows where the engine runs.
 */
export interface Connector {
  readonly dialect: Dialect;
  /** Rows as plain objects; BIGINT and DECIMAL arrive as numbers. Throws `QueryError`. Rejects with the signal's reason when aborted. */
  query<Row>(query: Query, signal?: AbortSignal): Promise<Row[]>;
  /**
   * Runs one statement around a text that a person wrote, on a connection of its own, in a transaction that cannot write.
   * Aborting stops the engine's work. Throws `QueryError`, for a second statement too; rejects as `query` does.
   */
  ask<Row>(sql: string, signal?: AbortSignal): Promise<Row[]>;
  /** Creates or empties the table and fills it. Values must fit the schema's column types; `null` and `undefined` are NULL. */
  replace(schema: TableSchema, columns: Columns): Promise<void>;
  /** Adds rows to a table that `replace` made. */
  append(schema: TableSchema, columns: Columns): Promise<void>;
  close(): Promise<void>;
}

/** An engine that takes a whole table as Arrow, which another thread may have made ready. */
export interface ArrowConnector extends Connector {
  /** Puts an Arrow IPC stream in place of the table of this name. The bytes are handed over and must not be used again. */
  replaceByArrow(name: string, ipc: Uint8Array): Promise<void>;
}
