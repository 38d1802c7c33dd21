import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Horizon } from '../../src/network/horizon.ts';
import { Shores } from '../../src/network/shores.ts';

type Corner = readonly [x: number, y: number];

/** What the lines hide from a place at 0, 0. */
function horizonOf(lines: readonly (readonly Corner[])[]): Horizon {
  const horizon = new Horizon();
  for (const [first = [0, 0] as const, ...corners] of lines) {
    horizon.begin(...first);
    for (const corner of corners) horizon.lead(...corner);
  }
  return horizon;
}

/** Part of a ring about the place. */
const ring = (radius: number, corners: number, from: number, turn: number): Corner[] =>
  Array.from({ length: corners + 1 }, (_, at) => {
    const angle = from + (turn * at) / corners;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });

test('a ring hides what is beyond it, on every side, and nothing inside', () => {
  for (const lines of [[ring(10, 500, 0, 6.4)], [ring(10, 7, 0, 6.4)], [ring(10, 300, 1, -6.4)]]) {
    const horizon = horizonOf(lines);
    expect(horizon.hides(20, -5, 30, 5)).toBe(true);
    expect(horizon.hides(-30, -40, 30, -20)).toBe(true);
    expect(horizon.hides(5, 1, 30, 5)).toBe(false);
    expect(horizon.hides(-1, -1, 1, 1)).toBe(false);
  }
});

test('through a gap one sees out', () => {
  const horizon = horizonOf([ring(10, 100, 0.5, 2 * Math.PI - 1)]);
  expect(horizon.hides(-30, -5, -20, 5)).toBe(true);
  expect(horizon.hides(20, -1, 30, 1)).toBe(false);
  expect(horizon.hides(-30, -30, 30, -20)).toBe(true);
  expect(horizon.hides(5, 12, 30, 20)).toBe(false);
});

test('two lines that meet nowhere close no sector between them', () => {
  const side = Math.PI / 128;
  const halves = [ring(10, 4, 3.2 * side, 0.3 * side), ring(10, 4, 3.6 * side, 0.3 * side)];
  expect(horizonOf(halves).hides(20, 1.7, 20.1, 1.8)).toBe(false);
});

const number = fc.integer({ min: -40, max: 40 });
const corner = fc.tuple(number, number);

test('what is hidden lies behind a line, whichever place of the box one looks at', () => {
  let hidden = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(corner, { minLength: 2, maxLength: 40 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(corner, fc.nat(6), fc.nat(6)), { minLength: 20, maxLength: 20 }),
      (lines, boxes) => {
        const horizon = horizonOf(lines);
        const first = Uint32Array.from([0, ...lines.map(({ length }) => length)]);
        for (let at = 1; at < first.length; at += 1) first[at] = (first[at] ?? 0) + (first[at - 1] ?? 0);
        const shores = new Shores({
          first,
          lonE7: Int32Array.from(lines.flat(), ([x]) => x),
          latE7: Int32Array.from(lines.flat(), ([, y]) => y),
        });
        for (const [[west, south], wide, high] of boxes) {
          const [east, north] = [west + wide, south + high];
          if (!horizon.hides(west, south, east, north)) continue;
          hidden += 1;
          for (let x = west; x <= east; x += 1)
            for (let y = south; y <= north; y += 1)
              expect([x, y, shores.isBetween(0, 0, x, y)]).toEqual([x, y, true]);
        }
      },
    ),
    { seed: 61, numRuns: 600 },
  );
  expect(hidden).toBeGreaterThan(200);
});
