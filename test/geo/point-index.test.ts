import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { PointIndex } from '../../src/geo/point-index.ts';

const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const places = fc.array(place, { minLength: 1, maxLength: 60, size: 'max' });
const indexOf = (all: [number, number][]) =>
  new PointIndex(
    all.map(([lon]) => lon),
    all.map(([, lat]) => lat),
  );

test('no places, no neighbour', () => {
  expect(new PointIndex([], []).nearest(0, 0)).toBeNull();
  expect(new PointIndex([], []).within(0, 0, 1e5)).toEqual([]);
});

test('finds its way across the antimeridian', () => {
  const index = new PointIndex([179.9, 0], [-16.5, 0]);
  expect(index.nearest(-179.9, -16.5)?.index).toBe(0);
});

test('the antipode is found, whatever the rounding', () => {
  fc.assert(
    fc.property(place, ([lon, lat]) => {
      const index = new PointIndex([lon > 0 ? lon - 180 : lon + 180], [-lat]);
      expect(index.nearest(lon, lat)?.index).toBe(0);
    }),
    { seed: 12, numRuns: 500 },
  );
});

test('the poles and many places at one spot need no care', () => {
  const index = new PointIndex(
    [10, 100, ...new Array<number>(50).fill(-75)],
    [90, 89, ...new Array<number>(50).fill(45)],
  );
  expect(index.nearest(-170, 90)?.index).toBe(0);
  expect(index.nearest(-75, 45.001)?.index).toBe(2);
  expect(index.within(-75, 45, 1)).toHaveLength(50);
});

test('a place at the limit is within it, and ties go to the lower index', () => {
  const index = new PointIndex([1, -1, 2], [0, 0, 0]);
  const { kilometres = 0 } = index.nearest(0, 0) ?? {};
  expect(index.nearest(0, 0, kilometres * (1 + 1e-12))?.index).toBe(0);
  expect(index.nearest(0, 0, kilometres * 0.999)).toBeNull();
  expect(index.within(0, 0, 112).map((neighbour) => neighbour.index)).toEqual([0, 1]);
});

test('the nearest is the nearest by brute force', () => {
  fc.assert(
    fc.property(places, place, (all, [lon, lat]) => {
      const distances = all.map(([x, y]) => haversineKilometres(lon, lat, x, y));
      const found = indexOf(all).nearest(lon, lat);
      expect(found?.kilometres).toBeCloseTo(Math.min(...distances), 3);
    }),
    { seed: 2, numRuns: 500 },
  );
});

test('all within a radius are those by brute force', () => {
  fc.assert(
    fc.property(places, place, fc.double({ min: 1, max: 15000, noNaN: true }), (all, [lon, lat], radius) => {
      const expected = all.flatMap(([x, y], index) => {
        const kilometres = haversineKilometres(lon, lat, x, y);
        return Math.abs(kilometres - radius) < 1e-3 || kilometres > radius ? [] : [index];
      });
      const found = indexOf(all).within(lon, lat, radius);
      expect(found.map(({ index }) => index)).toEqual(expect.arrayContaining(expected));
      expect(found.every(({ kilometres }) => kilometres <= radius * (1 + 1e-9))).toBe(true);
    }),
    { seed: 3, numRuns: 500 },
  );
});
