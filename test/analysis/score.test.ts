import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rank, score } from '../../src/analysis/score.ts';

test('worked by hand: known parts are averaged, unknown ones widen the range', () => {
  // 3 x 0.5 + 1 x 1 = 2.5 of 4 known; 1 unknown: between 2.5 / 5 and 3.5 / 5.
  expect(score({ a: 0.5, b: 1, c: null }, { a: 3, b: 1, c: 1 })).toMatchObject({
    value: 0.625,
    low: 0.5,
    high: 0.7,
    known: 0.8,
  });
});

test('without any weight nothing is known', () => {
  expect(score({ a: 1 }, { a: 0 })).toMatchObject({ value: null, low: 0, high: 1, known: 0 });
});

test('half known is ranked, less is listed after without a rank', () => {
  const item = (id: string, a: number | null, b: number | null, weights = { a: 1, b: 1 }) => ({
    id,
    score: score({ a, b }, weights),
  });
  const items = [item('x', null, 1, { a: 2, b: 1 }), item('y', 0.2, null), item('z', 0.9, 0.1)];
  expect(rank(items, ({ id }) => id).map(({ id, rank }) => [id, rank])).toEqual([
    ['z', 1],
    ['y', 2],
    ['x', null],
  ]);
});

const parts = fc.record({
  a: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  b: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
  c: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
});
const weights = fc.record({ a: fc.nat(5), b: fc.nat(5), c: fc.nat(5) });

test('laws: low <= value <= high, and scaling every weight changes nothing', () => {
  fc.assert(
    fc.property(parts, weights, fc.integer({ min: 2, max: 9 }), (scores, w, factor) => {
      const one = score(scores, w);
      const scaled = score(scores, { a: w.a * factor, b: w.b * factor, c: w.c * factor });
      expect(scaled.low).toBeCloseTo(one.low, 12);
      expect(scaled.high).toBeCloseTo(one.high, 12);
      expect(scaled.known).toBeCloseTo(one.known, 12);
      if (one.value === null) return;
      expect(scaled.value).toBeCloseTo(one.value, 12);
      expect(one.low).toBeLessThanOrEqual(one.value + 1e-12);
      expect(one.value).toBeLessThanOrEqual(one.high + 1e-12);
    }),
    { seed: 14, numRuns: 500 },
  );
});
