import type { SqlJs } from 'sql.js';

let engine: Promise<SqlJs> | null = null;

/** SQLite as WebAssembly, for files that are SQLite databases; started once, and a start that failed is tried again. */
export async function startSqlite(): Promise<SqlJs> {
  engine ??= loadEngine();
  try {
    return await engine;
  } catch (error) {
    engine = null;
    throw error;
  }
}

async function loadEngine(): Promise<SqlJs> {
  const { default: start } = await import('sql.js');
  if (typeof process !== 'undefined' && process.versions?.node) return start();
  const { sqliteWasmUrl } = await import('./sqlite-wasm-url.ts');
  return start({ locateFile: () => sqliteWasmUrl });
}
