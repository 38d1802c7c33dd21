import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RegionIndex } from '../../src/geo/region-index.ts';

/** Two squares of ten degrees side by side at the equator, the first with a hole of two degrees in its middle. */
const square = (west: number, south: number, size: number) => [
  ...[west, south, west + size, south, west + size, south + size, west, south + size, west, south],
];
const index = new RegionIndex([[square(0, 0, 10), square(4, 4, 2)], [square(10, 0, 10)]]);

test('a place is in the region whose rings hold it, and not in its hole', () => {
  expect(index.at(2, 2)).toBe(0);
  expect(index.at(5, 5)).toBeNull();
  expect(index.at(12, 2)).toBe(1);
  expect(index.at(25, 2)).toBeNull();
  expect(index.at(2, -1)).toBeNull();
});

test('the same answer the second time, when the cell is known', () => {
  expect([index.at(7.6, 7.6), index.at(7.61, 7.61), index.at(30, 30), index.at(30, 30)]).toEqual([
    0,
    0,
    null,
    null,
  ]);
});

test('near is within the distance of a border, which counts itself', () => {
  // A degree of longitude on the equator is 111.195 km.
  expect(index.isWithin(-0.05, 0, 5.56, 0)).toBe(true);
  expect(index.isWithin(-0.05, 0, 5.55, 0)).toBe(false);
  expect(index.isWithin(10.02, 5, 5, 0)).toBe(true);
  expect(index.isWithin(12, 5, 5, 0)).toBe(false);
  expect(index.isWithin(12, 5, 5, null)).toBe(true);
  expect(index.isWithin(5, 5, 5, null)).toBe(false);
});

test('a line to and fro holds nothing, and places lie near it', () => {
  const island = new RegionIndex([[[1, 1, 1.01, 1, 1, 1]]]);
  expect(island.at(1.005, 1)).toBeNull();
  expect(island.isWithin(1.02, 1, 2, null)).toBe(true);
});

test('law: a place in a rectangle is found there, whatever was asked before', () => {
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(degrees(-5, 25), degrees(-5, 15)), { maxLength: 30, size: 'max' }),
      (places) => {
        const fresh = new RegionIndex([[square(0, 0, 10)], [square(10, 0, 10)]]);
        for (const [lon, lat] of places) {
          const inside = lat > 0 && lat < 10 && lon > 0 && lon < 20 && lon !== 10;
          if (inside) expect(fresh.at(lon, lat)).toBe(lon < 10 ? 0 : 1);
          else if (lat < 0 || lat > 10 || lon < 0 || lon > 20) expect(fresh.at(lon, lat)).toBeNull();
        }
      },
    ),
    { seed: 7 },
  );
});
