import fc from 'fast-check';
import type { MultiPolygon, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { PolygonIndex } from '../../src/geo/polygon-index.ts';

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

test('a place is in the polygon that holds it; the first has what lies on a border', () => {
  const index = new PolygonIndex([square(0, 0, 1), square(1, 0, 1), square(8, 8, 1)]);
  expect(index.at(0.5, 0.5)).toBe(0);
  expect(index.at(1, 0.5)).toBe(0);
  expect(index.at(1.5, 0.5)).toBe(1);
  expect(index.at(5, 5)).toBeNull();
});

test('a hole is outside, and each part of a polygon in parts inside', () => {
  const ring: Polygon = {
    type: 'Polygon',
    coordinates: [...square(0, 0, 10).coordinates, ...square(4, 4, 2).coordinates],
  };
  const parts: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [square(20, 0, 1).coordinates, square(30, 0, 1).coordinates],
  };
  const index = new PolygonIndex([ring, parts]);
  expect([5, 1].map((lon) => index.at(lon, lon))).toEqual([null, 0]);
  expect([20.5, 30.5, 25].map((lon) => index.at(lon, 0.5))).toEqual([1, 1, null]);
});

test('without polygons every place is in none', () => {
  expect(new PolygonIndex([]).at(1, 1)).toBeNull();
});

/** A cover of 8 x 8 squares; places on quarters, so that borders are met. */
const cover = Array.from({ length: 64 }, (_, index) => square(index % 8, Math.floor(index / 8), 1));
const quarter = fc.integer({ min: -4, max: 36 }).map((quarters) => quarters / 4);

test('a place is in the first square that reaches over it, as by comparing numbers', () => {
  const index = new PolygonIndex(cover);
  fc.assert(
    fc.property(quarter, quarter, (lon, lat) => {
      const first = cover.findIndex((_, at) => {
        const [west, south] = [at % 8, Math.floor(at / 8)];
        return lon >= west && lon <= west + 1 && lat >= south && lat <= south + 1;
      });
      expect(index.at(lon, lat)).toBe(first < 0 ? null : first);
    }),
    { seed: 3 },
  );
});
