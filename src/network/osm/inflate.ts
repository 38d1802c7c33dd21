import { adler32 } from './adler32.ts';
import { Codes, entryKind, entryOf } from './huffman.ts';
import type { Inflate } from './osm.ts';

const longestMatch = 258;

/** Width of the first table of literals and lengths: 9 and 11 were no faster. */
const literalBits = 10;

const lengthBases = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115,
];
lengthBases.push(131, 163, 195, 227, 258);
const lengthExtra = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const orderOfLengths = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** Literals 0 to 255, the end of a block, lengths of matches; two symbols that never occur. */
const literalSymbols = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 256) return entryOf(entryKind.literal, 0, symbol);
  if (symbol === 256) return entryOf(entryKind.end, 0, 0);
  const base = lengthBases[symbol - 257];
  return base === undefined
    ? entryKind.invalid
    : entryOf(entryKind.base, lengthExtra[symbol - 257] ?? 0, base);
});

const distanceSymbols = Int32Array.from({ length: 32 }, (_, symbol) => {
  if (symbol >= 30) return entryKind.invalid;
  const extra = symbol < 2 ? 0 : (symbol >> 1) - 1;
  const base = symbol < 2 ? symbol + 1 : ((2 + (symbol & 1)) << extra) + 1;
  return entryOf(entryKind.base, extra, base);
});

const lengthSymbols = Int32Array.from({ length: 19 }, (_, symbol) => entryOf(entryKind.literal, 0, symbol));

/** Lengths of the codes of a block that brings none of its own (RFC 1951, 3.2.6). */
const fixedLengths = Uint8Array.from({ length: 320 }, (_, at) =>
  at < 144 ? 8 : at < 256 ? 9 : at < 280 ? 7 : at < 288 ? 8 : 5,
);

/**
 * Inflates zlib streams (RFC 1950, 1951) of known size, into one buffer again and again: what it gives is lent until the next
 * time. It can stop after the first bytes.
 */
export class Inflater {
  private readonly literals = new Codes(literalBits, literalSymbols);
  private readonly distances = new Codes(8, distanceSymbols);
  private readonly lengthCodes = new Codes(7, lengthSymbols);
  private readonly lengths = new Uint8Array(320);
  private buffer = new Uint8Array();
  private bytes: Uint8Array = new Uint8Array();
  /** The next byte, and `bits` bits before it that are still to be used. */
  private at = 0;
  private hold = 0;
  private bits = 0;
  private written = 0;

  /** As `Inflate`: all bytes, checked. */
  readonly inflate: Inflate = (zlib, size) => {
    const isEnded = this.run(zlib, size);
    if (!isEnded || this.written !== size) throw new Error(`expected ${size} bytes, got ${this.written}`);
    const content = this.buffer.subarray(0, size);
    this.checkEnd(content);
    return content;
  };

  /** At least the first `count` bytes, unchecked; fewer where the stream has no more. */
  start(zlib: Uint8Array, count: number): Uint8Array {
    this.run(zlib, count);
    return this.buffer.subarray(0, this.written);
  }

  /** Writes until the stream ends (true) or there are more than `limit` bytes (false). */
  private run(zlib: Uint8Array, limit: number): boolean {
    const [method = 0, flags = 0] = zlib;
    if ((method & 15) !== 8 || ((method << 8) | flags) % 31 !== 0 || flags & 32) throw new Error('not zlib');
    if (limit + longestMatch + 1 > this.buffer.length)
      this.buffer = new Uint8Array(2 ** Math.ceil(Math.log2(limit + longestMatch + 1)));
    this.bytes = zlib;
    this.at = 2;
    this.hold = 0;
    this.bits = 0;
    this.written = 0;
    for (let isLast = false; !isLast;) {
      isLast = this.take(1) === 1;
      this.block(this.take(2), limit);
      if (this.written > limit) return false;
      if (this.at - (this.bits >> 3) > zlib.length) throw new Error('the stream is cut off');
    }
    return true;
  }

  private block(type: number, limit: number): void {
    if (type === 0) return this.stored(limit);
    if (type === 3) throw new Error('unknown kind of block');
    if (type === 1) {
      this.literals.build(fixedLengths.subarray(0, 288));
      this.distances.build(fixedLengths.subarray(288));
    } else this.readCodes();
    this.coded(limit);
  }

  private checkEnd(content: Uint8Array): void {
    const end = this.at - (this.bits >> 3);
    const [a = 0, b = 0, c = 0, d = 0] = this.bytes.subarray(end, end + 4);
    if (adler32(content) !== ((a << 24) | (b << 16) | (c << 8) | d) >>> 0)
      throw new Error('the checksum does not fit');
  }

  /** The next bits, up to 16. */
  private take(count: number): number {
    if (this.bits < 16) {
      this.hold |= ((this.bytes[this.at] ?? 0) | ((this.bytes[this.at + 1] ?? 0) << 8)) << this.bits;
      this.at += 2;
      this.bits += 16;
    }
    const value = this.hold & ((1 << count) - 1);
    this.hold >>>= count;
    this.bits -= count;
    return value;
  }

  /** Bytes as they are, from the next whole byte on. */
  private stored(limit: number): void {
    this.take(this.bits & 7);
    const length = this.take(16);
    if ((this.take(16) ^ length) !== 0xffff) throw new Error('a block of unknown length');
    const from = this.at - (this.bits >> 3);
    const to = Math.min(from + length, from + limit + 1 - this.written);
    if (to > this.bytes.length) throw new Error('the stream is cut off');
    this.buffer.set(this.bytes.subarray(from, to), this.written);
    this.written += to - from;
    this.at = to;
    this.hold = 0;
    this.bits = 0;
  }

  /** The codes that a block brings with it (RFC 1951, 3.2.7). */
  private readCodes(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const given = this.take(4) + 4;
    const lengthLengths = new Uint8Array(19);
    for (let at = 0; at < given; at += 1) lengthLengths[orderOfLengths[at] ?? 0] = this.take(3);
    this.lengthCodes.build(lengthLengths);
    const all = this.lengths.subarray(0, literals + distances);
    for (let at = 0; at < all.length;) at = this.readLength(all, at);
    this.literals.build(all.subarray(0, literals));
    this.distances.build(all.subarray(literals));
  }

  /** Reads a length, or several alike; gives where the next belongs. */
  private readLength(all: Uint8Array, at: number): number {
    const entry = this.lengthCodes.entries[this.peek() & this.lengthCodes.mask] as number;
    this.take(entry & 15);
    if (entry & entryKind.invalid) throw new Error('unknown code');
    const symbol = entry >>> 16;
    if (symbol < 16) {
      all[at] = symbol;
      return at + 1;
    }
    const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
    if (at + times > all.length || (symbol === 16 && at === 0)) throw new Error('too many lengths');
    all.fill(symbol === 16 ? (all[at - 1] as number) : 0, at, at + times);
    return at + times;
  }

  private peek(): number {
    this.take(0);
    return this.hold;
  }

  /** Literals and matches up to the end of the block. Nearly all time is spent here, so nothing is called and all is local. */
  private coded(limit: number): void {
    const { bytes, buffer, literals, distances } = this;
    const [codes, mask, farCodes, farMask] = [
      literals.entries,
      literals.mask,
      distances.entries,
      distances.mask,
    ];
    let { at, hold, bits, written } = this;
    while (written <= limit) {
      if (bits < 16) {
        hold |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << bits;
        at += 2;
        bits += 16;
      }
      let entry = codes[hold & mask] as number;
      hold >>= entry & 15;
      bits -= entry & 15;
      if ((entry & 0xf0) === entryKind.literal) {
        buffer[written++] = entry >> 16;
        if (bits < literalBits) continue;
        entry = codes[hold & mask] as number;
        if ((entry & 0xf0) !== entryKind.literal) continue;
        hold >>= entry & 15;
        bits -= entry & 15;
        buffer[written++] = entry >> 16;
        continue;
      }
      if ((entry & 0xf0) === entryKind.longer) {
        entry = codes[(entry >> 16) + (hold & ((1 << ((entry >> 8) & 255)) - 1))] as number;
        hold >>= entry & 15;
        bits -= entry & 15;
        if ((entry & 0xf0) === entryKind.literal) {
          buffer[written++] = entry >> 16;
          continue;
        }
      }
      if ((entry & 0xf0) !== entryKind.base) {
        if (entry & entryKind.invalid) throw new Error('unknown code');
        break;
      }
      if (bits < 16) {
        hold |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << bits;
        at += 2;
        bits += 16;
      }
      let extra = (entry >> 8) & 15;
      let length = (entry >> 16) + (hold & ((1 << extra) - 1));
      hold >>= extra;
      bits -= extra;
      if (bits < 16) {
        hold |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << bits;
        at += 2;
        bits += 16;
      }
      entry = farCodes[hold & farMask] as number;
      hold >>= entry & 15;
      bits -= entry & 15;
      if ((entry & 0xf0) === entryKind.longer) {
        entry = farCodes[(entry >> 16) + (hold & ((1 << ((entry >> 8) & 255)) - 1))] as number;
        hold >>= entry & 15;
        bits -= entry & 15;
      }
      if (bits < 16) {
        hold |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << bits;
        at += 2;
        bits += 16;
      }
      extra = (entry >> 8) & 15;
      let from = written - (entry >> 16) - (hold & ((1 << extra) - 1));
      hold >>= extra;
      bits -= extra;
      if (from < 0 || entry & entryKind.invalid) throw new Error('a match before the start');
      do buffer[written++] = buffer[from++] as number;
      while (--length > 0);
    }
    this.at = at;
    this.hold = hold;
    this.bits = bits;
    this.written = written;
  }
}
