import fc from 'fast-check';
import { expect, test } from 'vitest';
import { longestBar, scaleBar } from '../../../src/panels/frame/scale-bar.ts';

test('96 pixels of 625 m are 60 km: the bar is 50 km, 80 pixels long', () => {
  expect(scaleBar(625)).toEqual({ metres: 50_000, pixels: 80 });
});

test('a length that fits exactly is taken', () => {
  expect(scaleBar(1000 / longestBar)).toEqual({ metres: 1000, pixels: 96 });
});

test('at any scale the bar is more than half as long as it may be', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 200_000, noNaN: true }), (metresPerPixel) => {
      const { pixels } = scaleBar(metresPerPixel);
      expect(pixels).toBeLessThanOrEqual(longestBar + 1e-9);
      // From 5 to 10 is the widest step.
      expect(pixels).toBeGreaterThan(longestBar / 2 - 1e-9);
    }),
    { seed: 7 },
  );
});
