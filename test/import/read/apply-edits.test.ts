import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../../src/import/read/apply-edits.ts';
import type { RawTable } from '../../../src/import/read/table.ts';

const table: RawTable = {
  columns: ['a', 'b'].map((name) => ({ name, original: name })),
  rows: [1, 2, 3].map((number) => ({ number, cells: [`a${number}`, `b${number}`], geometry: null })),
  read: 4,
  spatial: false,
};

test('cells are replaced by column, rows left out by number; what was given stays as it was', () => {
  const { table: changed, issues } = applyEdits(table, [
    { kind: 'set-cells', row: 1, cells: { b: 'B' } },
    { kind: 'leave-out', row: 2 },
  ]);
  expect(changed.rows.map(({ number, cells }) => [number, ...cells])).toEqual([
    [1, 'a1', 'B'],
    [3, 'a3', 'b3'],
  ]);
  expect(changed.read).toBe(4);
  expect(issues).toMatchObject([{ code: 'left-out', severity: 'error', row: 2 }]);
  expect(table.rows[0]?.cells).toEqual(['a1', 'b1']);
});

test('an edit of a row or column that is not there is told', () => {
  const { issues } = applyEdits(table, [
    { kind: 'leave-out', row: 4 },
    { kind: 'set-cells', row: 1, cells: { c: 'C' } },
  ]);
  expect(issues).toMatchObject([
    { code: 'unapplied-edit', row: 4, column: null },
    { code: 'unapplied-edit', row: 1, column: 'c', found: 'C' },
  ]);
});

test('law: no edits change nothing', () => {
  expect(applyEdits(table, [])).toEqual({ table, issues: [] });
  expect(applyEdits(table, []).table).toBe(table);
});

test('law: rows kept and rows left out are the rows there were, each once', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('leave-out' as const), row: fc.integer({ min: 1, max: 5 }) }),
    fc.record({
      kind: fc.constant('set-cells' as const),
      row: fc.integer({ min: 1, max: 5 }),
      cells: fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string()),
    }),
  );
  fc.assert(
    fc.property(fc.array(edit), (edits) => {
      const { table: changed, issues } = applyEdits(table, edits);
      const left = issues.filter(({ code }) => code === 'left-out').map(({ row }) => row);
      const rows = [...changed.rows.map(({ number }) => number), ...left];
      expect(rows.sort()).toEqual([1, 2, 3]);
    }),
    { seed: 11 },
  );
});
