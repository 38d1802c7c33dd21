import { expect, test } from 'vitest';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { textFile } from '../../read.ts';
import { workbook } from './workbook.ts';
import { workbookOf } from './workbook-xml.ts';

async function read(file: Parameters<typeof readTable>[0]) {
  const { table, issues } = await readTable(file);
  expect(table.read).toBe(table.rows.length + issues.filter(({ row }) => row !== null).length);
  return {
    rows: table.rows.map(({ cells }) => cells.join('|')),
    notes: issues.map(({ code, row, found }) => [code, row, found]),
  };
}

test('a legend and notes below a table are listed as such', async () => {
  const text =
    'Geography,2016,2021\nCanada,1,2\nYukon,..,4\n\nSymbol legend:\n..,not available\n\nFootnotes:\n1,Random rounding\n';
  expect(await read(textFile(text))).toEqual({
    rows: ['Canada|1|2', 'Yukon|..|4'],
    notes: [
      ['footnote', 3, 'Symbol legend:'],
      ['footnote', 4, '.. not available'],
      ['footnote', 5, 'Footnotes:'],
      ['footnote', 6, '1 Random rounding'],
    ],
  });
});

test.each([
  ['a last row with a name alone', 'name,lat,lon\nA,45,-75\nB,,\n', ['A|45|-75', 'B||']],
  ['a name that is also a heading', 'name,count\nSource,\nB,2\n', ['Source|', 'B|2']],
  ['rows below that fill the table', 'a,b,c\nNote,,\nx,1,2\n', ['Note||', 'x|1|2']],
])('%s is a row', async (_, text, rows) => {
  expect(await read(textFile(text))).toEqual({ rows, notes: [] });
});

test('in a workbook too', async () => {
  const bytes = workbook({ S: [['a', 'b', 'c'], ['x', 1, 2], ['Note:'], ['r', 'revised']] });
  expect(await read({ name: 'a.xlsx', bytes })).toEqual({
    rows: ['x|1|2'],
    notes: [
      ['footnote', 2, 'Note:'],
      ['footnote', 3, 'r revised'],
    ],
  });
});

test.each([
  ['00000', '707', '00707'],
  ['00000', '123456', '123456'],
  ['00000-0000', '70712', '00007-0712'],
  ['000\\ 000;@', '1234', '001 234'],
  ['0.00', '7', '7'],
  ['0', '7', '7'],
  ['#,##0', '7', '7'],
])('the number format %s shows %s as %s', async (format, stored, expected) => {
  const rows = `<row r="1"><c r="A1" t="str"><v>a</v></c><c r="B1" t="str"><v>b</v></c></row><row r="2"><c r="A2" s="1"><v>${stored}</v></c><c r="B2"><v>${stored}</v></c></row>`;
  expect((await read({ name: 'a.xlsx', bytes: workbookOf(rows, format) })).rows).toEqual([
    `${expected}|${stored}`,
  ]);
});
