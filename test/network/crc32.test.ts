import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc32 } from '../../src/network/crc32.ts';

/** Bit by bit, as ISO 3309 defines it. */
function byBits(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes)
    for (let bit = 0; bit < 8; bit += 1)
      value = ((value ^ (byte >> bit)) & 1) !== 0 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return ~value >>> 0;
}

test('the check value of the standard', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('any bytes, wherever they begin', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200, size: 'max' }), fc.nat(16), (bytes, from) => {
      const part = bytes.subarray(from);
      expect(crc32(part)).toBe(byBits(part));
    }),
    { seed: 41, numRuns: 500 },
  );
});

test('in two pieces as in one', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200, size: 'max' }), fc.nat(200), (bytes, cut) => {
      expect(crc32(bytes.subarray(cut), crc32(bytes.subarray(0, cut)))).toBe(crc32(bytes));
    }),
    { seed: 41, numRuns: 200 },
  );
});
