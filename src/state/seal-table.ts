import type { TableSchema } from '../tables/schema.ts';
import { openThread } from '../workers/thread.ts';
import { sealPortions, type SealedTable } from './seal-portions.ts';
import { encodePortions } from './table-snapshot.ts';

/** Rows as a sealed table. A large one is joined and summed in a thread: both are one step, of a hundred megabytes or more. */
export async function sealTable(schema: TableSchema, rows: readonly object[]): Promise<SealedTable> {
  const portions: Uint8Array[] = [];
  for await (const portion of encodePortions(schema, rows)) portions.push(portion);
  if (portions.length === 1) return sealPortions(portions);
  const thread = openThread<readonly Uint8Array[]>(
    () => new Worker(new URL('./seal.worker.ts', import.meta.url), { type: 'module' }),
  );
  try {
    return await thread.ask<never, SealedTable>(portions, { transfer: portions.map(({ buffer }) => buffer) });
  } finally {
    thread.close();
  }
}
