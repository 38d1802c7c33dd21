import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ExportTable, ExportValue } from '../../src/export/export-table.ts';
import { exportFormats } from '../../src/export/list.ts';
import { options, readBack } from './table.ts';

/** Text of printable letters that no CSV takes for a formula and no reader trims. */
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter(
    (text) =>
      text === text.trim() && !/(^|;)[\s"]*[=+@＝＋－＠-]/.test(text) && !/[\p{C}\r\n\ufffd]/u.test(text),
  );
const row = fc.tuple(
  fc.nat({ max: 9999 }),
  fc.option(word),
  fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
  fc.option(fc.boolean()),
  fc.option(fc.date({ min: new Date('1900-03-01'), max: new Date('2199-12-31'), noInvalidDate: true })),
  fc.option(fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))),
);

const columns: ExportTable['columns'] = [
  { name: 'id', label: 'id', kind: 'text' },
  { name: 'word', label: 'word', kind: 'text' },
  { name: 'figure', label: 'figure', kind: 'number' },
  { name: 'truth', label: 'truth', kind: 'boolean' },
  { name: 'day', label: 'day', kind: 'date' },
  { name: 'lon', label: 'lon', kind: 'number' },
  { name: 'lat', label: 'lat', kind: 'number' },
];

const tables = fc.array(row, { minLength: 2, maxLength: 8 }).map((rows): ExportTable => ({
  name: 'table',
  columns,
  rows: rows.map(([id, text, figure, truth, day, place]) => [
    `id-${id}`,
    text,
    figure,
    truth,
    day && day.toISOString().slice(0, 10),
    place && place[0],
    place && place[1],
  ]),
  place: { lon: 'lon', lat: 'lat' },
  notes: [],
}));

/** As our readers give a cell: figures by value, since `1e21` and `1e+21` are one; SQLite's truths are 1 and 0. */
function sameCell(kind: ExportTable['columns'][number]['kind'], value: ExportValue, cell: string): boolean {
  if (value === null) return cell === '';
  if (kind === 'number') return cell !== '' && Object.is(Number(cell) + 0, Number(value) + 0);
  if (kind === 'boolean') return /^(true|1)$/i.test(cell) === value && cell !== '';
  return cell === value;
}

describe.each(exportFormats)('$id', ({ write }) => {
  test('what is written is read again: every row, every cell, unknown as unknown', async () => {
    await fc.assert(
      fc.asyncProperty(tables, async (table) => {
        const { names, cells } = await readBack(await write(table, options));
        const wrong = table.rows.flatMap((values, index) =>
          columns.flatMap(({ name, kind }, column) => {
            const [value, cell] = [values[column] ?? null, cells[index]?.[names.indexOf(name)] ?? ''];
            return sameCell(kind, value, cell) ? [] : [{ name, value, cell }];
          }),
        );
        expect(wrong).toEqual([]);
        expect(cells).toHaveLength(table.rows.length);
      }),
      { seed: 20261102, numRuns: 60 },
    );
  });
});
