import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSortSteps } from '../../src/model/merge-sort.ts';
import { runThrough } from '../../src/model/slices.ts';

const byKey = (a: number, b: number) => a - b;

test('law: the order is that of the platform, equal items as they came', () => {
  const items = fc
    .array(fc.nat(40), { maxLength: 3000, size: 'max' })
    .map((keys) => keys.map((key, at) => ({ key, at })));
  fc.assert(
    fc.property(items, (list) => {
      const sorted = runThrough(mergeSortSteps(list, ({ key }) => key, byKey));
      expect(sorted).toEqual([...list].sort((a, b) => a.key - b.key));
    }),
    { seed: 11, numRuns: 50 },
  );
});

test('the share done rises with the steps', () => {
  const items = Array.from({ length: 5000 }, (_, at) => (at * 7919) % 5000);
  const shares = [...mergeSortSteps(items, (item) => item, byKey)];
  expect(shares.length).toBeGreaterThan(20);
  expect(shares).toEqual([...shares].sort(byKey));
  expect(shares[0]).toBe(0);
});
