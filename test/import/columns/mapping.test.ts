import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mappingOf, recogniseMapping } from '../../../src/import/columns/mapping.ts';
import { nameColumns, type RawTable } from '../../../src/import/read/table.ts';

const table = (...header: string[]): RawTable => ({
  columns: nameColumns(header),
  rows: [],
  read: 0,
  spatial: false,
});
const fields = { a: 'code', b: 'population' };

describe('a kept reading', () => {
  const kept = mappingOf('2026.csv', ['a', 'b', 'c'], { fields });

  test('is recognised by the same header', () => {
    expect(recogniseMapping(table('a', 'b', 'c'), [kept])?.use).toEqual({
      id: kept.id,
      name: '2026.csv',
      missing: [],
      added: [],
    });
  });

  test('suits a header with all its mapped columns, and tells what is new and what is gone', () => {
    expect(recogniseMapping(table('d', 'b', 'a'), [kept])?.use).toMatchObject({
      missing: ['c'],
      added: ['d'],
    });
    expect(recogniseMapping(table('a', 'c'), [kept])).toBe(null);
  });

  test('of the same header comes first, then the one whose header has changed least', () => {
    const wide = mappingOf('wide.csv', ['a', 'x', 'y', 'z'], { fields: { a: 'code' } });
    const near = mappingOf('near.csv', ['a', 'x'], { fields: { a: 'code' } });
    expect(recogniseMapping(table('a', 'x'), [wide, near])?.mapping.name).toBe('near.csv');
    expect(recogniseMapping(table('a', 'w'), [wide, near])?.mapping.name).toBe('near.csv');
    expect(recogniseMapping(table('a', 'x', 'y', 'z'), [near, wide])?.mapping.name).toBe('wide.csv');
  });

  test('that speaks of no column suits its own header only', () => {
    const order = mappingOf('dates.csv', ['a'], { dateOrder: 'day-month-year', fields: {} });
    expect(recogniseMapping(table('a'), [order])).not.toBe(null);
    expect(recogniseMapping(table('b'), [order])).toBe(null);
  });
});

test('long headers that begin alike have readings of their own', () => {
  const long = Array.from({ length: 40 }, (_, index) => `column ${index}`);
  const id = (...header: string[]) => mappingOf('a.csv', header, {}).id;
  expect(id(...long, 'x')).not.toBe(id(...long, 'y'));
  expect(id(...long, 'x')).toBe(id(...long, 'x'));
});

test('a reading is always recognised again by the header it was made for, also as JSON and among others', () => {
  const header = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(header, fc.array(header), (own, others) => {
      const kept = JSON.parse(JSON.stringify(mappingOf('own.csv', own, { kind: 'points' })));
      const rest = others
        .filter((one) => JSON.stringify(one) !== JSON.stringify(own))
        .map((one) => mappingOf('other.csv', one, { kind: 'areas' }));
      expect(recogniseMapping(table(...own), [...rest, kept])?.mapping.name).toBe('own.csv');
    }),
    { seed: 7 },
  );
});
