/** So many bytes may be added up before the sums leave 31 bits, in which engines add fastest (zlib takes 5552 for 32). */
const span = 3800;

/** Adler-32, the checksum of a zlib stream (RFC 1950). */
export function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length;) {
    const end = Math.min(at + span, bytes.length);
    for (; at < end; at += 1) {
      a += bytes[at] as number;
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  return ((b << 16) | a) >>> 0;
}
