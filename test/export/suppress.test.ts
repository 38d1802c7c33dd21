import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportTable } from '../../src/export/export-table.ts';
import { countSmallCells, suppressSmallCells } from '../../src/export/suppress.ts';

const towns = (counts: readonly (number | null)[]): ExportTable => ({
  name: 'towns',
  columns: [
    { name: 'town', label: 'Town', kind: 'text' },
    { name: 'people', label: 'People', kind: 'number', people: true },
    { name: 'offices', label: 'Offices', kind: 'number' },
  ],
  rows: counts.map((count, index) => [`t${index}`, count, 1]),
  notes: [],
});

test('9 is hidden, 10 is not; 0 is hidden too; unknown stays unknown and unmarked; other figures stay', () => {
  const { columns, rows } = suppressSmallCells(towns([9, 10, 0, null]));
  expect(columns.map(({ name }) => name)).toEqual(['town', 'people', 'people_suppressed', 'offices']);
  expect(rows).toEqual([
    ['t0', null, true, 1],
    ['t1', 10, false, 1],
    ['t2', null, true, 1],
    ['t3', null, false, 1],
  ]);
  expect(countSmallCells(towns([9, 10, 0, null]))).toBe(2);
});

test('no count under the threshold is left, none at or above it is touched, and none becomes 0', () => {
  const count = fc.option(fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(fc.array(count), fc.integer({ min: 1, max: 30 }), (counts, threshold) => {
      const { rows } = suppressSmallCells(towns(counts), threshold);
      expect(rows.map((row) => row[1])).toEqual(
        counts.map((value) => (value !== null && value >= threshold ? value : null)),
      );
      expect(rows.filter((row) => row[2] === true)).toHaveLength(countSmallCells(towns(counts), threshold));
    }),
    { seed: 20261102 },
  );
});
