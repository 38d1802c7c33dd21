const tables = Array.from({ length: 4 }, () => new Uint32Array(256));
const [first, second, third, fourth] = tables as [Uint32Array, Uint32Array, Uint32Array, Uint32Array];
for (let byte = 0; byte < 256; byte += 1) {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  first[byte] = value;
}
for (let byte = 0; byte < 256; byte += 1) {
  const next = (value: number) => (first[value & 0xff] as number) ^ (value >>> 8);
  second[byte] = next(first[byte] as number);
  third[byte] = next(second[byte] as number);
  fourth[byte] = next(third[byte] as number);
}

/** CRC-32 of ISO 3309, as gzip has it, four bytes at a time (Kounavis & Berry 2005, "slicing by 4"). */
export class Crc32 {
  private state = 0xffffffff;

  add(bytes: Uint8Array): void {
    let value = this.state;
    let at = 0;
    for (; at + 4 <= bytes.length; at += 4) {
      value ^=
        (bytes[at] as number) |
        ((bytes[at + 1] as number) << 8) |
        ((bytes[at + 2] as number) << 16) |
        ((bytes[at + 3] as number) << 24);
      value =
        (fourth[value & 0xff] as number) ^
        (third[(value >>> 8) & 0xff] as number) ^
        (second[(value >>> 16) & 0xff] as number) ^
        (first[value >>> 24] as number);
    }
    for (; at < bytes.length; at += 1)
      value = (first[(value ^ (bytes[at] as number)) & 0xff] as number) ^ (value >>> 8);
    this.state = value;
  }

  get value(): number {
    return (this.state ^ 0xffffffff) >>> 0;
  }
}
