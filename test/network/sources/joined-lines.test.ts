import fc from 'fast-check';
import { expect, test } from 'vitest';
import { joinedAtEnds } from '../../../src/network/sources/joined-lines.ts';

/** Lines written as words: a letter is a place. */
const joined = (...words: string[]) =>
  joinedAtEnds(words.map((word) => Int32Array.from(word, (letter) => letter.charCodeAt(0)))).map((line) =>
    String.fromCharCode(...line),
  );

test.each([
  ['head to tail', ['ab', 'bcd', 'de'], ['abcde']],
  ['turned round where they meet head to head', ['ab', 'cb', 'dc'], ['abcd']],
  ['at both ends of the first', ['cd', 'bc', 'ab', 'de'], ['abcde']],
  ['to a ring', ['abc', 'adc'], ['abcda']],
  ['a ring that is one already stays', ['abca', 'ad'], ['abca', 'ad']],
  ['rings beside each other', ['ab', 'xy', 'ba', 'yx'], ['aba', 'xyx']],
  ['two of three that meet', ['ab', 'bc', 'bd'], ['abc', 'bd']],
  ['none', [], []],
])('%s', (_, lines, expected) => {
  expect(joined(...lines)).toEqual(expected);
});

test('every piece of every line is in the joined ones once, whichever way round', () => {
  const piece = (from: number, to: number) => `${Math.min(from, to)}-${Math.max(from, to)}`;
  const pieces = (lines: readonly Int32Array[]) =>
    lines.flatMap((line) => [...line.slice(1)].map((place, at) => piece(line[at] ?? -1, place))).sort();
  const line = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (drawn) => {
      const lines = drawn.map((places) => Int32Array.from(places));
      expect(pieces(joinedAtEnds(lines))).toEqual(pieces(lines));
    }),
    { seed: 4, numRuns: 300 },
  );
});
