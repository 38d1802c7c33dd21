/** One file inside a zip archive (PKWARE APPNOTE 6.3.10), as the archive's directory describes it. */
export interface ZipEntry {
  /** With `/` between folders. */
  path: string;
  encrypted: boolean;
  /** 0 stored, 8 deflated; others are not read. */
  method: number;
  crc: number;
  packedBytes: number;
  /** What the directory claims, which a hostile archive need not keep to. */
  unpackedBytes: number;
  /** Of the entry's local header, from the start of the archive. */
  offset: number;
}

/** A zip archive begins so, even one cut off. */
export const isZip = (bytes: Uint8Array) => startsWithPk(bytes, 3, 4) || startsWithPk(bytes, 5, 6);

const startsWithPk = (bytes: Uint8Array, third: number, fourth: number) =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === third && bytes[3] === fourth;

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const longestComment = 65_535;
const endBytes = 22;

/** Every file of the archive, folders left out; null when the directory at its end is cut off or damaged. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entrySignature) return null;
    const [nameBytes, extraBytes] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)];
    const next = at + 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (next > view.byteLength) return null;
    const entry = readEntry(view, at, nameBytes, extraBytes);
    if (!entry.path.endsWith('/')) entries.push(entry);
    at = next;
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const last = view.byteLength - endBytes;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1)
    if (view.getUint32(at, true) === endSignature) return at;
  return null;
}

function readEntry(view: DataView, at: number, nameBytes: number, extraBytes: number): ZipEntry {
  const name = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameBytes);
  const sizes = [24, 20, 42].map((field) => view.getUint32(at + field, true));
  const [unpackedBytes = 0, packedBytes = 0, offset = 0] = longSizes(
    view,
    at + 46 + nameBytes,
    extraBytes,
    sizes,
  );
  return {
    path: pathText(name).replaceAll('\\', '/'),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packedBytes,
    unpackedBytes,
    offset,
  };
}

/** Zip64: a size of all ones is said in eight bytes in the extra field 1, in the order of `sizes`. */
function longSizes(view: DataView, from: number, bytes: number, sizes: readonly number[]): number[] {
  if (!sizes.includes(0xffffffff)) return [...sizes];
  for (let at = from; at + 4 <= from + bytes; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let place = at + 4;
    return sizes.map((size) => {
      if (size !== 0xffffffff || place + 8 > from + bytes) return size;
      place += 8;
      return Number(view.getBigUint64(place - 8, true));
    });
  }
  return [...sizes];
}

/** Older archivers write names in the code page of their machine. */
function pathText(name: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(name);
  } catch (error) {
    if (error instanceof TypeError) return new TextDecoder('windows-1252').decode(name);
    throw error;
  }
}

/** What one entry unpacks to, or why it cannot be. */
export type Unpacked =
  | { kind: 'bytes'; bytes: Uint8Array }
  | { kind: 'encrypted' | 'damaged' }
  | { kind: 'too large'; claim: number };

/** Reads one entry into no more than `limitBytes`, whatever the archive claims, and checks its sum (CRC 32). */
export async function unpack(archive: Uint8Array, entry: ZipEntry, limitBytes: number): Promise<Unpacked> {
  if (entry.encrypted) return { kind: 'encrypted' };
  if (entry.unpackedBytes > limitBytes) return { kind: 'too large', claim: entry.unpackedBytes };
  const packed = packedBytesOf(archive, entry);
  if (!packed) return { kind: 'damaged' };
  const bytes = entry.method === 0 ? packed.slice() : await inflate(packed, entry);
  const whole = bytes?.length === entry.unpackedBytes && crc32(bytes) === entry.crc;
  return bytes && whole ? { kind: 'bytes', bytes } : { kind: 'damaged' };
}

function packedBytesOf(archive: Uint8Array, { offset, packedBytes }: ZipEntry): Uint8Array | null {
  if (offset + 30 > archive.length) return null;
  const header = new DataView(archive.buffer, archive.byteOffset + offset, 30);
  const start = offset + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  return start + packedBytes > archive.length ? null : archive.subarray(start, start + packedBytes);
}

async function inflate(packed: Uint8Array, { method, unpackedBytes }: ZipEntry): Promise<Uint8Array | null> {
  if (method !== 8) return null;
  const { inflateSync } = await import('fflate');
  try {
    // A buffer of a fixed size: what would flow over is dropped, and the sum then tells.
    return inflateSync(packed, { out: new Uint8Array(unpackedBytes) });
  } catch {
    // Only bytes that are no deflate stream make it throw; the caller says `damaged`.
    return null;
  }
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The cyclic redundancy check of zip (ISO 3309), unsigned. */
export function crc32(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  // By index: an iterator takes several times as long.
  for (let at = 0; at < bytes.length; at += 1)
    sum = (crcTable[(sum ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}
