import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nextOrder, sortRows, sortSteps } from '../../src/ui/table-order.ts';

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

test('more rows than one step takes are in the order of a plain sort, in whatever order they came', () => {
  // 7919 is a prime: each of 0 to 4999 stands once, out of order; a third has no value.
  const many: Row[] = Array.from({ length: 5000 }, (_, at) => {
    const number = (at * 7919) % 5000;
    return { id: String(number), value: number % 3 === 0 ? null : number % 100 };
  });
  const plain = [...many].sort(
    (a, b) =>
      Number(a.value === null) - Number(b.value === null) ||
      Number(b.value) - Number(a.value) ||
      (a.id < b.id ? -1 : 1),
  );
  expect(sort(many, 'descending')).toEqual(plain);
});

test('a sort gives way often: no step is longer than a few hundred rows', () => {
  let looked = 0;
  let most = 0;
  const rows = Array.from({ length: 20_000 }, (_, at) => ({ id: String(at), value: (at * 7919) % 20_000 }));
  const valueOf = ({ value }: { value: number }) => {
    looked += 1;
    return value;
  };
  const steps = sortSteps(rows, valueOf, ({ id }) => id, 'ascending', collator);
  let shares = 0;
  let last = 0;
  for (let step = steps.next(); !step.done; step = steps.next()) {
    most = Math.max(most, looked);
    looked = 0;
    if (step.value < last) shares += 1;
    last = step.value;
  }
  expect(most).toBe(512);
  expect(shares).toBe(0);
});

test('a press on a heading sorts, a second turns it round', () => {
  const first = nextOrder(null, 'people', true);
  expect(first).toEqual({ key: 'people', direction: 'descending' });
  expect(nextOrder(first, 'people', true).direction).toBe('ascending');
  expect(nextOrder(first, 'name', false)).toEqual({ key: 'name', direction: 'ascending' });
});
