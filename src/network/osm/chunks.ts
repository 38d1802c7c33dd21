import { FlateErrorCode, Gunzip } from 'fflate';
import { crc32 } from '../crc32.ts';
import type { OsmProgress, OsmSource } from './osm.ts';
import { OsmRefused } from './refused.ts';

/** A piece of the text of a file, and how much of the file had to be read for it. */
export interface Chunk extends OsmProgress {
  text: Uint8Array;
}

/** Pieces of a file, from its start; may be asked for more than once. */
export type Chunks = () => Generator<Chunk, void, void>;

const chunkBytes = 256 * 1024;

/** Whether a file begins as gzip does. */
export const looksLikeGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

/** The pieces of a file as they are. */
export function* plainChunks(source: OsmSource): Generator<Chunk, void, void> {
  for (let at = 0; at < source.byteLength; at += chunkBytes) {
    const text = source.slice(at, at + chunkBytes);
    yield { text, bytesRead: at + text.length, bytes: source.byteLength };
  }
}

/**
 * The pieces of a gzip file, unpacked.
 * @throws OsmRefused where it is cut off or damaged: the checksum of each member is compared
 */
export function* gunzippedChunks(source: OsmSource): Generator<Chunk, void, void> {
  let texts: Uint8Array[] = [];
  let crc = 0;
  const gunzip = new Gunzip((text) => {
    crc = crc32(text, crc);
    if (text.length > 0) texts.push(text);
  });
  gunzip.onmember = (start) => {
    mustFit(source, start, crc);
    crc = 0;
  };
  const bytes = source.byteLength;
  for (const { text: packed, bytesRead } of plainChunks(source)) {
    unpack(() => gunzip.push(packed, bytesRead >= bytes), bytesRead);
    for (const text of texts) yield { text, bytesRead, bytes };
    texts = [];
  }
  mustFit(source, bytes, crc);
}

/** Compares with the checksum that ends where the next member begins (RFC 1952: CRC-32, then the size). */
function mustFit(source: OsmSource, end: number, crc: number): void {
  const [a = 0, b = 0, c = 0, d = 0] = source.slice(Math.max(0, end - 8), end);
  if ((a | (b << 8) | (c << 16) | (d << 24)) >>> 0 !== crc) throw new OsmRefused('damaged', 'gzip');
}

function unpack(push: () => void, at: number): void {
  try {
    push();
  } catch (cause) {
    if (cause instanceof OsmRefused) throw cause;
    const isCutOff = cause instanceof Error && 'code' in cause && cause.code === FlateErrorCode.UnexpectedEOF;
    throw new OsmRefused(isCutOff ? 'truncated' : 'damaged', `gzip @ ${at}`, { cause });
  }
}
