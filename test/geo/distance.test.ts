import fc from 'fast-check';
import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';

/** Karney (2013, 10.1007/s00190-012-0578-z) on WGS 84: the independent truth. */
const geodesicKilometres = (lonA: number, latA: number, lonB: number, latB: number) =>
  (geodesic.Geodesic.WGS84.Inverse(latA, lonA, latB, lonB).s12 ?? NaN) / 1000;

test('one degree along the equator is a 360th of the circle', () => {
  expect(haversineKilometres(0, 0, 1, 0)).toBeCloseTo((2 * Math.PI * 6371.0088) / 360, 9);
});

test.each([
  ['Ottawa to Montréal', -75.6972, 45.4215, -73.5673, 45.5017],
  ['Yellowknife to Inuvik', -114.3718, 62.454, -133.7218, 68.3607],
  ["St. John's to Victoria", -52.7126, 47.5615, -123.3656, 48.4284],
  ['across the antimeridian', 179.9, -16.5, -179.9, -16.6],
] as const)('%s is within 0.6 %% of the geodesic', (_, lonA, latA, lonB, latB) => {
  const truth = geodesicKilometres(lonA, latA, lonB, latB);
  expect(Math.abs(haversineKilometres(lonA, latA, lonB, latB) / truth - 1)).toBeLessThan(0.006);
});

const lon = fc.double({ min: -141, max: -52, noNaN: true });
const lat = fc.double({ min: 41, max: 84, noNaN: true });

test('any two places in Canada are within 0.6 % of the geodesic, the same both ways', () => {
  fc.assert(
    fc.property(lon, lat, lon, lat, (lonA, latA, lonB, latB) => {
      const truth = geodesicKilometres(lonA, latA, lonB, latB);
      const ours = haversineKilometres(lonA, latA, lonB, latB);
      expect(Math.abs(ours - truth)).toBeLessThanOrEqual(0.006 * truth + 1e-9);
      expect(haversineKilometres(lonB, latB, lonA, latA)).toBeCloseTo(ours, 9);
    }),
    { seed: 1, numRuns: 2000 },
  );
});
