import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { areDates, barLayout, mostBars, plotLayout, type ChartRow } from '../../src/charts/chart-layout.ts';

const frame = { left: 100, right: 20, top: 20, bottom: 20 };
const bars = (rows: ChartRow[]) => barLayout(rows, 320, frame, String);
const size = { width: 320, height: 200 };

describe('bars', () => {
  test('two bars by hand: 200 pixels stand for 0 to 10', () => {
    const { bars: drawn, zero } = bars([
      { x: 'Ontario', y: 10 },
      { x: 'Québec', y: 5 },
    ]);
    expect(zero).toBe(100);
    expect(drawn.map(({ label, x, width }) => [label, x, width])).toEqual([
      ['Ontario', 100, 200],
      ['Québec', 100, 100],
    ]);
  });

  test('a bar starts at zero and is as long as its value, negative ones to the left', () => {
    const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: mostBars }), (values) => {
        const { bars: drawn, zero } = bars(values.map((y, index) => ({ x: `row ${index}`, y })));
        const largest = Math.max(...values.map(Math.abs));
        for (const bar of drawn) {
          expect(bar.width).toBeGreaterThanOrEqual(0);
          expect(bar.value < 0 ? bar.x + bar.width : bar.x).toBeCloseTo(zero, 6);
          expect(bar.x).toBeGreaterThanOrEqual(frame.left - 1e-6);
          expect(bar.x + bar.width).toBeLessThanOrEqual(300 + 1e-6);
        }
        const longest = drawn.reduce((most, bar) => Math.max(most, bar.width), 0);
        const shown = drawn.find(({ value: y }) => Math.abs(y) === largest);
        expect(shown?.width).toBeCloseTo(longest, 6);
      }),
      { seed: 1 },
    );
  });

  test('the smallest and the largest numbers there are can be drawn', () => {
    for (const y of [5e-324, 1e308, -1e308, 0, Number.MAX_VALUE])
      expect(
        bars([
          { x: 'a', y },
          { x: 'b', y: -y },
        ]).bars.every(({ width }) => width >= 0),
      ).toBe(true);
  });

  test('no more bars than can be told apart', () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({ x: `row ${index}`, y: index }));
    expect(bars(rows).bars.length).toBe(mostBars);
  });
});

describe('dots', () => {
  test('a line goes from low to high whatever the order of its rows', () => {
    const { dots } = plotLayout(
      'line',
      [3, 1, 2].map((x) => ({ x, y: 10 * x })),
      size,
      frame,
      String,
    );
    expect(dots.map(({ value }) => value)).toEqual([10, 20, 30]);
    expect(dots[1]?.x).toBeCloseTo(((dots[0]?.x ?? 0) + (dots[2]?.x ?? 0)) / 2, 6);
  });

  test('dates lie by time, not by their number', () => {
    const rows = ['2026-01-01', '2026-01-11', '2026-03-02'].map((x) => ({ x, y: 1 }));
    const [first, second, third] = plotLayout('line', rows, size, frame, String).dots.map(({ x }) => x);
    if (first === undefined || second === undefined || third === undefined) throw new Error('three dots');
    expect((third - second) / (second - first)).toBeCloseTo(5, 6);
  });

  test('one row, or equal rows, are drawn all the same', () => {
    const { dots } = plotLayout('scatter', [{ x: 5, y: 5 }], size, frame, String);
    expect(dots.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
  });
});

test('what is a date', () => {
  expect(areDates(['2026', '2027-05', '2026-11-02', '2026-11-02 08:30:00'])).toBe(true);
  expect(areDates(['2026', 'spring'])).toBe(false);
  expect(areDates([2026])).toBe(false);
  expect(areDates([])).toBe(false);
});
