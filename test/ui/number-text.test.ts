import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFormat } from '../../src/model/format.ts';
import { languages } from '../../src/model/text.ts';
import { readNumber, stepNumber } from '../../src/ui/number-text.ts';

test.each([
  ['25', 25, 25],
  [' 12.5 ', 12.5, 12.5],
  ['12,5', 12.5, 12.5],
  ['1 234', 1234, 1234],
  ['1\u00a0234', 1234, 1234],
  ['1,500', 1500, 1.5],
  ['1,234.5', 1234.5, null],
])('%s is %d in English, %d in French', (text, english, french) => {
  const read = (sign: '.' | ',') => {
    const reading = readNumber(text, 0, 1e7, sign);
    return reading.kind === 'number' ? reading.value : null;
  };
  expect([read('.'), read(',')]).toEqual([english, french]);
});

test.each(['', '12a', 'Infinity', '1e3', '1.2.3', '--1'])('%j is no number', (text) => {
  expect(readNumber(text, 0, 1e7, '.')).toEqual({ kind: 'not a number' });
});

test('both limits are in', () => {
  expect(readNumber('1', 1, 900, '.').kind).toBe('number');
  expect(readNumber('900', 1, 900, '.').kind).toBe('number');
  expect(readNumber('0.9', 1, 900, '.').kind).toBe('out of range');
  expect(readNumber('901', 1, 900, '.').kind).toBe('out of range');
});

test.each(languages)('law: a whole number of the formats is read back, %s', (language) => {
  const format = createFormat(language);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e7 }), (value) => {
      const sign = language === 'fr' ? ',' : '.';
      expect(readNumber(format.integer(value), 0, 1e7, sign)).toEqual({ kind: 'number', value });
    }),
    { seed: 1 },
  );
});

test('steps land on the grid and stop at the limits', () => {
  expect(stepNumber(25, 1, 5, 1, 900)).toBe(30);
  expect(stepNumber(27, 1, 5, 1, 900)).toBe(30);
  expect(stepNumber(27, -1, 5, 1, 900)).toBe(25);
  expect(stepNumber(3, -1, 5, 1, 900)).toBe(1);
  expect(stepNumber(899, 10, 5, 1, 900)).toBe(900);
  expect(stepNumber(0.2, 1, 0.1, 0, 1)).toBe(0.3);
});
