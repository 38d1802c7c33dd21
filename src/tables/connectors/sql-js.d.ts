/** What is used of a package without types. */
declare module 'sql.js' {
  export type SqlValue = number | bigint | string | Uint8Array | null;
  export interface Statement {
    bind(values: readonly SqlValue[]): boolean;
    step(): boolean;
    get(params?: null, options?: { useBigInt?: boolean }): SqlValue[];
    getColumnNames(): string[];
    reset(): void;
    free(): boolean;
  }
  export interface Database {
    run(sql: string, values?: readonly SqlValue[]): Database;
    prepare(sql: string): Statement;
    export(): Uint8Array;
    close(): void;
  }
  export interface SqlJs {
    Database: new (bytes?: Uint8Array) => Database;
  }
  export default function initSqlJs(config?: { locateFile?: (file: string) => string }): Promise<SqlJs>;
}
