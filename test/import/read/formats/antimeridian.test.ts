import type { Geometry, Position } from 'geojson';
import { expect, test } from 'vitest';
import { withinMeridians } from '../../../../src/import/read/formats/antimeridian.ts';

const box = (west: number, east: number, south = -1, north = 1): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const polygon = (...coordinates: Position[][]): Geometry => ({ type: 'Polygon', coordinates });
/** West and east ends of each part. */
const extents = (geometry: Geometry) => {
  const parts =
    geometry.type === 'MultiPolygon'
      ? geometry.coordinates
      : geometry.type === 'Polygon'
        ? [geometry.coordinates]
        : [];
  return parts.map((rings) =>
    rings.map((ring) => {
      const longitudes = ring.map(([lon = NaN]) => lon);
      return [Math.min(...longitudes), Math.max(...longitudes)];
    }),
  );
};

test.each([
  ['counted on', polygon(box(179, 182))],
  ['with a jump', polygon(box(179, -178))],
])('a polygon across the 180th meridian is cut in two there: %s', (_, across) => {
  expect(extents(withinMeridians(across))).toEqual([[[179, 180]], [[-180, -178]]]);
});

test('each part keeps its own holes', () => {
  const holes = [box(179.2, 179.4, -0.5, 0.5), box(-179.4, -179.2, -0.5, 0.5)];
  const parts = extents(withinMeridians(polygon(box(179, -178), ...holes)));
  expect(parts.map((rings) => rings.length)).toEqual([2, 2]);
  expect(parts[1]?.[1]?.[0]).toBeCloseTo(-179.4, 9);
});

test('longitudes from 0 to 360 are brought back', () => {
  expect(withinMeridians({ type: 'Point', coordinates: [285, 45, 7] })).toEqual({
    type: 'Point',
    coordinates: [-75, 45, 7],
  });
  expect(extents(withinMeridians(polygon(box(284, 286))))).toEqual([[[-76, -74]]]);
});

test.each([
  ['the world', polygon(box(-180, 180, -90, 90))],
  ['a wide one', polygon(box(-100, 80))],
  ['one that touches', polygon(box(170, 180))],
  ['metres', { type: 'Point', coordinates: [7_600_000, 1_200_000] } as Geometry],
])('what does not cross is left alone: %s', (_, geometry) => {
  expect(withinMeridians(geometry)).toBe(geometry);
});
