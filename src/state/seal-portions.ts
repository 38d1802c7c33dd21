import { sha256Of } from '../model/checksum.ts';
import { joinPortions } from './table-snapshot.ts';

/** A table as it is written, and its sum. */
export interface SealedTable {
  bytes: Uint8Array;
  /** SHA-256, hexadecimal. */
  sha256: string;
}

/** Portions of a table joined to one stream, with its sum. */
export async function sealPortions(portions: readonly Uint8Array[]): Promise<SealedTable> {
  const bytes = joinPortions(portions);
  return { bytes, sha256: await sha256Of(bytes) };
}
