/**
 * Codes of one alphabet of DEFLATE as a table to look up the next bits in. An entry holds, from the lowest bit: 4 bits length
 * of the code, 4 bits kind, 8 bits how many extra bits follow (or width of the second table), 16 bits value (or where the
 * second table begins).
 */
export type Entries = Int32Array;

/** Kinds of entries, in place. */
export const entryKind = { literal: 0, base: 16, end: 32, longer: 48, invalid: 64 } as const;

export const entryOf = (kind: number, extraBits: number, value: number): number =>
  kind | (extraBits << 8) | (value << 16);

const longest = 15;
const reversed = Uint16Array.from({ length: 1 << longest }, (_, code) => {
  let turned = 0;
  for (let bit = 0; bit < longest; bit += 1) turned |= ((code >> bit) & 1) << (longest - 1 - bit);
  return turned;
});

/** A code table that is filled again for every block: short codes in a first table, long ones in second tables behind it. */
export class Codes {
  readonly entries: Entries;
  readonly mask: number;
  private readonly counts = new Uint16Array(longest + 1);
  private readonly next = new Uint16Array(longest + 1);

  /** `firstBits` is the width of the first table; `symbols[s]` the entry of symbol `s` but for the length of its code. */
  constructor(
    private readonly firstBits: number,
    private readonly symbols: Int32Array,
  ) {
    const seconds = Math.ceil(symbols.length / 2) << (longest - firstBits);
    this.entries = new Int32Array((1 << firstBits) + seconds);
    this.mask = (1 << firstBits) - 1;
  }

  /** Takes the lengths of the codes of the symbols; 0 for those without (RFC 1951, 3.2.2). */
  build(lengths: Uint8Array): void {
    const longestHere = this.countLengths(lengths);
    const { entries, firstBits } = this;
    entries.fill(entryKind.invalid | 1, 0, 1 << firstBits);
    let free = 1 << firstBits;
    for (let symbol = 0; symbol < lengths.length; symbol += 1) {
      const length = lengths[symbol] as number;
      if (length === 0) continue;
      const code = this.next[length] as number;
      this.next[length] = code + 1;
      const turned = (reversed[code] as number) >> (longest - length);
      const entry = this.symbols[symbol] as number;
      if (length <= firstBits) this.put(entry | length, turned, length, 0, 1 << firstBits);
      else free = this.putLong(entry, turned, length, longestHere, free);
    }
  }

  /** Counts codes by length, finds the first code of each length, and gives the longest. */
  private countLengths(lengths: Uint8Array): number {
    const { counts, next } = this;
    counts.fill(0);
    for (const length of lengths) counts[length] = (counts[length] as number) + 1;
    let [code, longestHere, left, used] = [0, 0, 1, 0];
    for (let length = 1; length <= longest; length += 1) {
      const count = counts[length] as number;
      code = (code + (length > 1 ? (counts[length - 1] as number) : 0)) << 1;
      left = left * 2 - count;
      used += count;
      if (left < 0) throw new Error('more codes than there can be');
      next[length] = code;
      if (count > 0) longestHere = length;
    }
    // One code alone may leave the others free; no code at all where none is used.
    if (left > 0 && used > 1) throw new Error('fewer codes than there must be');
    return longestHere;
  }

  private put(entry: number, from: number, step: number, start: number, end: number): void {
    for (let at = start + from; at < end; at += 1 << step) this.entries[at] = entry;
  }

  /** Puts a code that is longer than the first table is wide; gives where the next second table may begin. */
  private putLong(entry: number, turned: number, length: number, longestHere: number, free: number): number {
    const { entries, firstBits, mask } = this;
    const width = longestHere - firstBits;
    const first = entries[turned & mask] as number;
    const isNew = (first & 0xf0) !== entryKind.longer;
    const start = isNew ? free : first >>> 16;
    const end = start + (1 << width);
    if (isNew) {
      entries[turned & mask] = entryOf(entryKind.longer, width, start) | firstBits;
      entries.fill(entryKind.invalid | 1, start, end);
    }
    const rest = length - firstBits;
    this.put(entry | rest, turned >> firstBits, rest, start, end);
    return isNew ? end : free;
  }
}
