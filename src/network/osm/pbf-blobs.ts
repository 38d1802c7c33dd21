import type { Inflate, InflateAhead, OsmSource } from './osm.ts';
import { Message, wire } from './protobuf.ts';
import { OsmRefused } from './refused.ts';

/** The longest that the format allows (wiki.openstreetmap.org/wiki/PBF_Format): beyond it is damage, and nothing is made of it. */
const most = { header: 64 * 1024, blob: 32 * 1024 * 1024 };

/** Compressions that are not read, by the number of their field. */
const otherCompressions: Record<number, string> = { 4: 'LZMA', 5: 'bzip2', 6: 'LZ4', 7: 'Zstandard' };

const latin = new TextDecoder('latin1');

/** Where a blob lies in the file; the next begins at `to`. */
export interface BlobPlace {
  type: string;
  from: number;
  to: number;
}

/**
 * Reads what stands before the blob that begins at a byte (BlobHeader).
 * @throws OsmRefused where the file ends within it, or there is no such thing
 */
export function blobAt(source: OsmSource, at: number): BlobPlace {
  const [a = 0, b = 0, c = 0, d = 0] = take(source, at, at + 4);
  const length = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
  if (length > most.header) throw new OsmRefused('damaged', `BlobHeader @ ${at}`);
  const message = new Message(take(source, at + 4, at + 4 + length));
  let [type, size] = ['', -1];
  while (message.field()) {
    if (message.number === 1) type = latin.decode(message.bytes.subarray(message.span(), message.at));
    else if (message.number === 3) size = message.count();
    else message.skip();
  }
  if (size < 0 || size > most.blob) throw new OsmRefused('damaged', `BlobHeader @ ${at}`);
  const from = at + 4 + length;
  return { type, from, to: from + size };
}

/** A blob as it lies in the file: `bytes` are a zlib stream of `size` bytes, or, where `isRaw`, the content itself. */
export interface PackedBlob {
  bytes: Uint8Array;
  size: number;
  isRaw: boolean;
  at: number;
}

/**
 * Takes a blob from the file (Blob).
 * @throws OsmRefused where the file ends within it, it is damaged, or compressed as this reader does not know
 */
export function packedBlob(source: OsmSource, { from, to }: BlobPlace): PackedBlob {
  const bytes = take(source, from, to);
  const message = new Message(bytes);
  let [raw, zlib]: (Uint8Array | null)[] = [null, null];
  let size = -1;
  while (message.field()) {
    const name = otherCompressions[message.number];
    if (name && message.kind === wire.bytes) throw new OsmRefused('compression', name);
    if (message.number === 1) raw = bytes.subarray(message.span(), message.at);
    else if (message.number === 2) size = message.count();
    else if (message.number === 3) zlib = bytes.subarray(message.span(), message.at);
    else message.skip();
  }
  if (raw) return { bytes: raw, size: raw.length, isRaw: true, at: from };
  if (!zlib || size < 0 || size > most.blob) throw new OsmRefused('damaged', `Blob @ ${from}`);
  return { bytes: zlib, size, isRaw: false, at: from };
}

/**
 * The content of a blob, lent as `inflate` lends it.
 * @throws OsmRefused where it is damaged
 */
export function contentOf(blob: PackedBlob, inflate: Inflate): Uint8Array {
  if (blob.isRaw) return blob.bytes;
  try {
    return ofSize(blob, inflate(blob.bytes, blob.size));
  } catch (cause) {
    throw damaged(blob, cause);
  }
}

/** The same, inflated elsewhere. */
export async function contentAhead(blob: PackedBlob, inflate: InflateAhead): Promise<Uint8Array> {
  if (blob.isRaw) return blob.bytes;
  try {
    return ofSize(blob, await inflate(blob.bytes, blob.size));
  } catch (cause) {
    throw damaged(blob, cause);
  }
}

function ofSize({ size }: PackedBlob, content: Uint8Array): Uint8Array {
  if (content.length === size) return plain(content);
  throw new Error(`expected ${size} bytes, got ${content.length}`);
}

const damaged = ({ at }: PackedBlob, cause: unknown) => new OsmRefused('damaged', `zlib @ ${at}`, { cause });

/** Bytes that must be there. */
function take(source: OsmSource, from: number, to: number): Uint8Array {
  const bytes = to > source.byteLength ? null : source.slice(from, to);
  if (bytes?.length === to - from) return plain(bytes);
  throw new OsmRefused('truncated', `${source.byteLength} < ${to}`);
}

/** The same bytes without the class of Node's buffers: code that meets one class of array only runs fastest. */
const plain = ({ buffer, byteOffset, length }: Uint8Array) => new Uint8Array(buffer, byteOffset, length);
