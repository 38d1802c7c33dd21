/**
 * Remainders of each byte followed by 0 to 15 bytes of zeros, 256 entries a row: sixteen bytes are taken at once
 * ("slicing", Kounavis and Berry 2008, 10.1109/TC.2008.85).
 */
const rows = 16;
const table = new Uint32Array(rows * 256);
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  table[byte] = value;
}
for (let entry = 256; entry < table.length; entry += 1) {
  const before = table[entry - 256] ?? 0;
  table[entry] = (table[before & 0xff] ?? 0) ^ (before >>> 8);
}

/** The remainder of four bytes, each followed by `after` bytes more and those of the word behind it. */
function ofWord(word: number, after: number): number {
  const row = after * 256;
  return (
    (table[row + 768 + (word & 0xff)] ?? 0) ^
    (table[row + 512 + ((word >>> 8) & 0xff)] ?? 0) ^
    (table[row + 256 + ((word >>> 16) & 0xff)] ?? 0) ^
    (table[row + (word >>> 24)] ?? 0)
  );
}

/** CRC-32 as in ISO 3309, ZIP and gzip; `before` is that of the bytes that came before these. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let value = before ^ 0xffffffff;
  const aligned = bytes.byteOffset % 4 === 0 ? Math.floor(bytes.length / rows) * rows : 0;
  const words =
    aligned > 0 ? new Uint32Array(bytes.buffer, bytes.byteOffset, aligned / 4) : table.subarray(0, 0);
  for (let at = 0; at < words.length; at += 4)
    value =
      ofWord((words[at] ?? 0) ^ value, 12) ^
      ofWord(words[at + 1] ?? 0, 8) ^
      ofWord(words[at + 2] ?? 0, 4) ^
      ofWord(words[at + 3] ?? 0, 0);
  for (let at = aligned; at < bytes.length; at += 1)
    value = (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
