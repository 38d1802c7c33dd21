import fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundsOf } from '../../src/geo/bounds.ts';

test('of nothing there are none; of one position, itself', () => {
  expect(boundsOf([])).toBeNull();
  expect(boundsOf([[-75, 46]])).toEqual([-75, 46, -75, 46]);
});

test('west, south, east and north of all, each from another', () => {
  const places = [
    [-75, 45.5],
    [-73, 45.6],
    [-74, 45],
    [-74.5, 46, 120],
  ];
  expect(boundsOf(places)).toEqual([-75, 45, -73, 46]);
});

test('hold every position, and a position on each side', () => {
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const lat = fc.double({ min: -90, max: 90, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(lon, lat), { minLength: 1 }), (places) => {
      const [west, south, east, north] = boundsOf(places) ?? [NaN, NaN, NaN, NaN];
      expect(places.every(([x, y]) => x >= west && x <= east && y >= south && y <= north)).toBe(true);
      for (const side of [west, east]) expect(places.some(([x]) => x === side)).toBe(true);
      for (const side of [south, north]) expect(places.some(([, y]) => y === side)).toBe(true);
    }),
    { seed: 4 },
  );
});
