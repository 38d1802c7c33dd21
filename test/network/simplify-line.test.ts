import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toE7 } from '../../src/network/road-graph.ts';
import { keptCorners } from '../../src/network/simplify-line.ts';

/** Corners in metres east and north of 0, 0, where a degree is 111,195 m. */
const kept = (corners: readonly (readonly [east: number, north: number])[], tolerance = 10) =>
  keptCorners(
    corners.map(([east]) => toE7(east / 111_195)),
    corners.map(([, north]) => toE7(north / 111_195)),
    tolerance,
  );

describe('by hand', () => {
  test('a corner beside the line by less than the tolerance goes, by more it stays', () => {
    expect(
      kept([
        [0, 0],
        [500, 9],
        [1000, 0],
      ]),
    ).toEqual([0, 2]);
    expect(
      kept([
        [0, 0],
        [500, 11],
        [1000, 0],
      ]),
    ).toEqual([0, 1, 2]);
  });

  test('beyond the ends of the line it is the distance to the end that counts', () => {
    expect(
      kept([
        [0, 0],
        [-50, 0],
        [1000, 0],
      ]),
    ).toEqual([0, 1, 2]);
  });

  test('an outline keeps its shape', () => {
    expect(
      kept([
        [0, 0],
        [100, 0],
        [100, 100],
        [50, 101],
        [0, 100],
        [0, 0],
      ]),
    ).toEqual([0, 1, 2, 4, 5]);
  });

  test('one corner, none, and two', () => {
    expect([
      kept([]),
      kept([[0, 0]]),
      kept([
        [0, 0],
        [1, 0],
      ]),
    ]).toEqual([[], [0], [0, 1]]);
  });

  test('the short way across the antimeridian', () => {
    const lons = [179.9999, -179.9999, -179.9997].map(toE7);
    expect(keptCorners(lons, [0, 0, 0], 1)).toEqual([0, 2]);
  });
});

test('no corner that went is farther from the line through the others than the tolerance', () => {
  const corner = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 2, maxLength: 40, size: 'max' }), (corners) => {
      const stays = kept(corners, 25);
      expect(stays[0]).toBe(0);
      expect(stays.at(-1)).toBe(corners.length - 1);
      corners.forEach((one, at) => {
        const next = stays.find((index) => index >= at) ?? 0;
        const before = stays.findLast((index) => index <= at) ?? 0;
        expect(metresFrom(one, corners[before] ?? [0, 0], corners[next] ?? [0, 0])).toBeLessThan(25.1);
      });
    }),
    { seed: 4, numRuns: 200 },
  );
});

type Corner = readonly [number, number];
function metresFrom([x, y]: Corner, [ax, ay]: Corner, [bx, by]: Corner): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const share = length === 0 ? 0 : ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const on = Math.max(0, Math.min(1, share));
  return Math.hypot(x - ax - on * (bx - ax), y - ay - on * (by - ay));
}
