import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOrder, sortRows } from '../../src/ui/table-order.ts';

interface Row {
  id: string;
  value: number | string | null;
}
const collator = new Intl.Collator('fr-CA', { numeric: true });
const sort = (rows: Row[], direction: 'ascending' | 'descending') =>
  sortRows(
    rows,
    (row) => row.value,
    (row) => row.id,
    direction,
    collator,
  );
const ids = (rows: Row[]) => rows.map(({ id }) => id).join('');

test('figures by size, words by the language, what is not known last both ways', () => {
  const figures = [
    { id: 'a', value: 2 },
    { id: 'b', value: null },
    { id: 'c', value: 10 },
    { id: 'd', value: 0 },
  ];
  expect(ids(sort(figures, 'ascending'))).toBe('dacb');
  expect(ids(sort(figures, 'descending'))).toBe('cadb');
  const words = [
    { id: 'a', value: 'Zone' },
    { id: 'b', value: 'École' },
    { id: 'c', value: 'Dépôt' },
  ];
  expect(ids(sort(words, 'ascending'))).toBe('cba');
});

const rows = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    value: fc.option(fc.integer({ min: 0, max: 5 })),
  }),
  { selector: (row) => row.id },
);

test('laws: every row is kept, and the order they came in never matters', () => {
  fc.assert(
    fc.property(rows, (rows) => {
      const sorted = sort(rows, 'descending');
      expect(new Set(sorted)).toEqual(new Set(rows));
      expect(sort([...rows].reverse(), 'descending')).toEqual(sorted);
    }),
    { seed: 1 },
  );
});

test('a press on a heading sorts, a second turns it round', () => {
  const first = nextOrder(null, 'people', true);
  expect(first).toEqual({ key: 'people', direction: 'descending' });
  expect(nextOrder(first, 'people', true).direction).toBe('ascending');
  expect(nextOrder(first, 'name', false)).toEqual({ key: 'name', direction: 'ascending' });
});
