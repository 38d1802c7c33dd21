import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsTable } from '../../../src/import/read/cells-table.ts';
import { nameColumns, type RawTable } from '../../../src/import/read/table.ts';

const table = (header: string[], rows: string[][]): RawTable => ({
  columns: nameColumns(header),
  rows: rows.map((cells, index) => ({ number: index + 1, cells, geometry: null })),
  read: rows.length,
  spatial: false,
});

test('numbers are numbers, codes stay text, an empty cell is null or NaN', () => {
  const { schema, columns } = cellsTable(
    'file_towns',
    table(
      ['code', 'people'],
      [
        ['007', '1200'],
        ['12', ''],
      ],
    ),
  );
  expect(schema).toEqual({
    name: 'file_towns',
    columns: [
      { name: 'row', type: 'INTEGER' },
      { name: 'code', type: 'VARCHAR' },
      { name: 'people', type: 'DOUBLE' },
    ],
  });
  expect(columns).toEqual({ row: [1, 2], code: ['007', '12'], people: Float64Array.of(1200, NaN) });
});

test('a column of the file named like ours, or differing in case alone, gets a name of its own', () => {
  const { schema } = cellsTable('file_x', table(['Row', 'a', 'A'], [['1', '2', '3']]));
  expect(schema.columns.map(({ name }) => name)).toEqual(['row', 'Row (2)', 'a', 'A (2)']);
});

test('rows with a geometry have a place', () => {
  const spatial: RawTable = {
    ...table(['name'], [['here']]),
    rows: [{ number: 1, cells: ['here'], geometry: { type: 'Point', coordinates: [-66, 46] } }],
    spatial: true,
  };
  expect(cellsTable('file_x', spatial).columns).toMatchObject({ lon: [-66], lat: [46] });
});

test('law: no cell is lost or changed but for the spaces around it', () => {
  const cell = fc.string();
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const { columns } = cellsTable('file_x', table(['a', 'b'], rows));
      const back = rows.map((_, row) => ['a', 'b'].map((name) => String(columns[name]?.[row] ?? '')));
      expect(back).toEqual(rows.map((cells) => cells.map((text) => text.trim())));
    }),
    { seed: 7 },
  );
});

test('what is written as a number is one, and nothing else', () => {
  const kindOf = (text: string) => cellsTable('x', table(['a'], [[text]])).schema.columns[1]?.type;
  const numbers = ['0', '-0.5', '12', '123456789012345', '7.250', ' 8 '];
  const codes = ['007', '00', '-', '1.', '.5', '1e5', '1,5', '1234567890123456', '1.2.3', '٣', '--1', '+1'];
  expect(numbers.map(kindOf)).toEqual(numbers.map(() => 'DOUBLE'));
  expect(codes.map(kindOf)).toEqual(codes.map(() => 'VARCHAR'));
});
