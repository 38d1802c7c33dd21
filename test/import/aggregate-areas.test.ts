import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { aggregateAreas, type CountedPoint } from '../../src/import/aggregate-areas.ts';

const square = (west: number, south: number, side: number): Polygon => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + side, south],
      [west + side, south + side],
      [west, south + side],
      [west, south],
    ],
  ],
});
const point = (lon: number | null, lat: number | null, count: number | null, weight = 1): CountedPoint => ({
  lon,
  lat,
  count,
  weight,
});

test('counts add up in the boundary that holds them, by weight; the first has what lies on a border', () => {
  const { sums, outside } = aggregateAreas(
    [
      point(0.5, 0.5, 100),
      point(0.2, 0.2, 60, 0.25), // 15 of its people live here
      point(1, 0.5, 7), // on the border of both
      point(1.5, 0.5, null), // suppressed
      point(5, 5, 9),
      point(null, null, 3),
    ],
    [square(0, 0, 1), square(1, 0, 1), square(8, 8, 1)],
  );
  expect(sums).toEqual([
    { count: 122, points: 3, unknown: 0 },
    { count: null, points: 1, unknown: 1 },
    { count: null, points: 0, unknown: 0 },
  ]);
  expect(outside).toEqual([4, 5]);
});

test('a hole is outside, and each part of a boundary in parts inside', () => {
  const ring: Polygon = {
    type: 'Polygon',
    coordinates: [...square(0, 0, 10).coordinates, ...square(4, 4, 2).coordinates],
  };
  const parts: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [square(20, 0, 1).coordinates, square(30, 0, 1).coordinates],
  };
  const places = [
    point(5, 5, 1),
    point(1, 1, 2),
    point(20.5, 0.5, 4),
    point(30.5, 0.5, 8),
    point(25, 0.5, 16),
  ];
  const { sums, outside } = aggregateAreas(places, [ring, parts]);
  expect(sums.map(({ count }) => count)).toEqual([2, 12]);
  expect(outside).toEqual([0, 4]);
});

test('without boundaries everything is outside', () => {
  expect(aggregateAreas([point(1, 1, 1)], [])).toEqual({ sums: [], outside: [0] });
});

/** A cover of 8 x 8 squares; places on quarters, so that borders are met. */
const cover = Array.from({ length: 64 }, (_, index) => square(index % 8, Math.floor(index / 8), 1));
const places = fc.array(
  fc.record({
    lon: fc.integer({ min: -4, max: 36 }).map((quarter) => quarter / 4),
    lat: fc.integer({ min: -4, max: 36 }).map((quarter) => quarter / 4),
    count: fc.option(fc.nat(1000)),
  }),
  { maxLength: 60 },
);

test('every point is in one boundary or outside, and nobody is lost or counted twice', () => {
  fc.assert(
    fc.property(places, (points) => {
      const { sums, outside } = aggregateAreas(points, cover);
      const inside = sums.reduce((sum, one) => sum + one.points, 0);
      expect(inside + outside.length).toBe(points.length);
      const people = (all: readonly { count: number | null }[]) =>
        all.reduce((sum, { count }) => sum + (count ?? 0), 0);
      expect(people(sums) + people(outside.flatMap((index) => points[index] ?? []))).toBe(people(points));
    }),
    { seed: 3 },
  );
});

test('the order of the points does not matter', () => {
  fc.assert(
    fc.property(places, (points) => {
      expect(aggregateAreas([...points].reverse(), cover).sums).toEqual(aggregateAreas(points, cover).sums);
    }),
    { seed: 4 },
  );
});
