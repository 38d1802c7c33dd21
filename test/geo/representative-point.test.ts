import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import fc from 'fast-check';
import type { Geometry, Polygon } from 'geojson';
import { expect, test } from 'vitest';
import { representativePoint } from '../../src/geo/representative-point.ts';

const box = (west: number, south: number, east: number, north: number) => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
];
const [hole = []] = box(1, 1, 9, 9);

test.each<[string, Geometry, [number, number]]>([
  [
    'a point, with its height dropped',
    { type: 'Point', coordinates: [-75.6972, 45.4215, 70] },
    [-75.6972, 45.4215],
  ],
  [
    'points',
    {
      type: 'MultiPoint',
      coordinates: [
        [0, 0],
        [1, 0],
        [9, 0],
      ],
    },
    [1, 0],
  ],
  [
    'a line',
    {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [1, 0],
        [4, 0],
      ],
    },
    [2, 0],
  ],
  [
    'lines',
    {
      type: 'MultiLineString',
      coordinates: [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [5, 0],
          [9, 0],
        ],
      ],
    },
    [7, 0],
  ],
  ['a square', { type: 'Polygon', coordinates: box(0, 0, 2, 2) }, [1, 1]],
  // The centroid lies in the hole; on the parallel through the middle the two sides are equal, the first counts.
  ['a frame', { type: 'Polygon', coordinates: [...box(0, 0, 10, 10), hole] }, [0.5, 5]],
  [
    'the larger of two islands',
    { type: 'MultiPolygon', coordinates: [box(0, 0, 1, 1), box(4, 0, 8, 4)] },
    [6, 2],
  ],
  ['across the antimeridian', { type: 'Polygon', coordinates: box(179, 0, -177, 2) }, [-179, 1]],
  [
    'cut at it',
    { type: 'MultiPolygon', coordinates: [box(177, 0, 180, 2), box(-180, 0, -179, 2)] },
    [178.5, 1],
  ],
  [
    'a collection',
    {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', coordinates: [9, 9] },
        { type: 'Polygon', coordinates: box(0, 0, 2, 2) },
      ],
    },
    [1, 1],
  ],
  [
    'a polygon flattened to a line',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 5],
          [2, 5],
          [4, 5],
          [0, 5],
        ],
      ],
    },
    [0, 5],
  ],
])('%s', (_, geometry, [lon, lat]) => {
  expect(representativePoint(geometry)).toEqual([expect.closeTo(lon, 9), expect.closeTo(lat, 9)]);
});

test.each<[string, Geometry]>([
  ['no coordinates', { type: 'Point', coordinates: [] }],
  ['coordinates that are no numbers', { type: 'Point', coordinates: [NaN, 45] }],
  ['no lines', { type: 'MultiLineString', coordinates: [] }],
  ['no rings', { type: 'Polygon', coordinates: [] }],
  ['an empty ring', { type: 'Polygon', coordinates: [[]] }],
  ['no polygons', { type: 'MultiPolygon', coordinates: [] }],
  ['nothing collected', { type: 'GeometryCollection', geometries: [] }],
])('%s: nowhere', (_, geometry) => expect(representativePoint(geometry)).toBeNull());

/** Stars of any thinness: a distance from the middle for each direction in turn. */
const stars = fc
  .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 24, size: 'max' })
  .map((radii): Polygon => {
    const ring = radii.map((radius, at) => {
      const angle = (2 * Math.PI * at) / radii.length;
      return [-75 + radius * Math.cos(angle), 45 + radius * Math.sin(angle)];
    });
    return { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)]] };
  });

test('always inside the polygon', () => {
  fc.assert(
    fc.property(stars, (star) => {
      const found = representativePoint(star) ?? [NaN, NaN];
      expect(booleanPointInPolygon(found, star, { ignoreBoundary: true })).toBe(true);
    }),
    { seed: 15, numRuns: 1000 },
  );
});
