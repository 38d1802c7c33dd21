import { deflateRawSync, constants, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adler32 } from '../../../src/network/osm/adler32.ts';
import { Inflater } from '../../../src/network/osm/inflate.ts';

const inflater = new Inflater();
const text = (words: string) => new TextEncoder().encode(words);

/** Bytes of every nature: noise, few letters, long repeats near and far. */
const contents = fc.oneof(
  fc.uint8Array({ maxLength: 2000, size: 'max' }),
  fc.array(fc.constantFrom(1, 2, 3), { maxLength: 3000, size: 'max' }).map((list) => Uint8Array.from(list)),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 500, size: 'max' }), fc.nat(200))
    .map(([unit, times]) =>
      Uint8Array.from({ length: unit.length * times }, (_, at) => unit[at % unit.length] ?? 0),
    ),
);

const { Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE, Z_DEFAULT_STRATEGY } = constants;

test('gives back what zlib packed, at any level and strategy', () => {
  const strategies = fc.constantFrom(Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY, Z_RLE);
  fc.assert(
    fc.property(contents, fc.nat(9), strategies, (content, level, strategy) => {
      const packed = deflateSync(content, { level, strategy });
      expect([...inflater.inflate(packed, content.length)]).toEqual([...content]);
    }),
    { seed: 4, numRuns: 300 },
  );
});

test('a match may reach 32,768 bytes back and be 258 long', () => {
  const content = new Uint8Array(100_000);
  for (let at = 0; at < 32_768; at += 1) content[at] = (Math.imul(at, 2654435761) >>> 13) & 255;
  content.copyWithin(32_768, 0, 32_768);
  content.copyWithin(65_536, 0, 34_464);
  expect(inflater.inflate(deflateSync(content, { level: 9 }), content.length)).toEqual(content);
});

test('the start alone is the same as the start of all', () => {
  fc.assert(
    fc.property(contents, fc.nat(4000), fc.nat(9), (content, count, level) => {
      const start = inflater.start(deflateSync(content, { level }), count);
      expect(start.length).toBeGreaterThanOrEqual(Math.min(count, content.length));
      expect([...start]).toEqual([...content.subarray(0, start.length)]);
    }),
    { seed: 4, numRuns: 200 },
  );
});

test('another size than the stream has is an error', () => {
  const packed = deflateSync(text('Ottawa, Montréal, Ottawa, Montréal'));
  const { length } = text('Ottawa, Montréal, Ottawa, Montréal');
  expect(() => inflater.inflate(packed, length)).not.toThrow();
  for (const wrong of [0, length - 1, length + 1, length + 1000])
    expect(() => inflater.inflate(packed, wrong)).toThrow(/expected \d+ bytes/);
});

test('a stream cut off anywhere is an error', () => {
  const content = text('abcabcabcabd '.repeat(40));
  for (const level of [0, 1, 9]) {
    const packed = deflateSync(content, { level });
    for (let end = 0; end < packed.length; end += 1)
      expect(() => inflater.inflate(packed.subarray(0, end), content.length), `${end}`).toThrow();
  }
});

test('a bit that flipped anywhere is an error', () => {
  const content = text('abcabcabcabd xyz '.repeat(20));
  const packed = deflateSync(content);
  // The level, in the top bits of the second byte, says nothing; the check over it does not allow a single flip either.
  for (let bit = 0; bit < packed.length * 8; bit += 1) {
    const flipped = Uint8Array.from(packed);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(() => inflater.inflate(flipped, content.length), `bit ${bit}`).toThrow();
  }
});

test('codes that cannot be are an error', () => {
  const stream = (...bits: string[]) => {
    const all = bits.join('').padEnd(64, '0');
    const bytes = all.match(/.{8}/g) ?? [];
    return Uint8Array.from([0x78, 0x9c, ...bytes.map((byte) => parseInt([...byte].reverse().join(''), 2))]);
  };
  const last = '1';
  expect(() => inflater.inflate(stream(last, '11'), 1)).toThrow('unknown kind of block');
  expect(() => inflater.inflate(stream(last, '00', '00000', '0'.repeat(32)), 1)).toThrow('unknown length');
  // Fixed codes: symbol 286 is 11000110, never used; a match before any byte.
  expect(() => inflater.inflate(stream(last, '10', '11000110'), 1)).toThrow('unknown code');
  expect(() => inflater.inflate(stream(last, '10', '0000001', '00000'), 3)).toThrow('before the start');
  // Nineteen codes of one bit.
  const crowded = ['00000', '00000', '1111', '100'.repeat(19)];
  expect(() => inflater.inflate(stream(last, '01', ...crowded), 1)).toThrow('more codes');
});

test('streams that are not zlib are an error', () => {
  expect(() => inflater.inflate(deflateRawSync(text('raw')), 3)).toThrow('not zlib');
  expect(() => inflater.inflate(new Uint8Array(), 0)).toThrow('not zlib');
});

test('Adler-32 of “Wikipedia” is 11E60398', () => {
  expect(adler32(text('Wikipedia')).toString(16)).toBe('11e60398');
  expect(adler32(new Uint8Array())).toBe(1);
  // 10,000 bytes of 255: a = 1 + 2,550,000 = 58,983 modulo 65,521; b is the sum of 1 + 255 i, 12,750,000 + ... worked by division.
  const b =
    Array.from({ length: 10_000 }, (_, at) => 1 + 255 * (at + 1)).reduce((sum, a) => sum + a) % 65_521;
  expect(adler32(new Uint8Array(10_000).fill(255))).toBe(b * 65_536 + (2_550_001 % 65_521));
});
