import { expect, test } from 'vitest';
import { checkOne } from '../../read.ts';
import { workbook, type Cell } from './workbook.ts';
import { readTable } from '../../../../src/import/read/read-table.ts';

const read = async (rows: readonly (readonly Cell[])[], options = {}) => {
  const { table, issues } = await readTable({
    name: 'test.xlsx',
    bytes: workbook({ Sheet1: rows }, options),
  });
  return { table, issues, cells: table.rows.map(({ cells }) => cells) };
};

test('text keeps its zeros, numbers are as stored, empty cells are empty', async () => {
  const { cells, table } = await read([
    ['code', 'name', 'count'],
    ['00501', 'A & <B>', 1.5],
    ['00502', null, 0.1],
  ]);
  expect(table.columns.map(({ name }) => name)).toEqual(['code', 'name', 'count']);
  expect(cells).toEqual([
    ['00501', 'A & <B>', '1.5'],
    ['00502', '', '0.1'],
  ]);
});

test.each([
  ['1900', 43_873, '2020-02-12', {}],
  ['1900, after its false leap day', 61, '1900-03-01', {}],
  ['1904', 42_411, '2020-02-12', { date1904: true }],
  ['a date with a time', 43_873.354166666664, '2020-02-12T08:30:00', {}],
  ['a time without a day', 0.354166666666667, '08:30', {}],
])('a serial number is its date: %s', async (_, serial, text, options) => {
  const { cells } = await read(
    [
      ['name', 'start'],
      ['A', { serial }],
    ],
    options,
  );
  expect(cells).toEqual([['A', text]]);
});

test('lines above the header are skipped and said, footnotes below are listed', async () => {
  const { table, issues, cells } = await read([
    ['Offices by region'],
    ['As of June'],
    [],
    ['name', 'lat', 'lon'],
    ['A', 45, -75],
    [],
    ['Source: the ministry'],
  ]);
  expect(cells).toEqual([['A', '45', '-75']]);
  expect(table.read).toBe(2);
  expect(issues.map(({ code, row, found, expected }) => [code, row, found, expected])).toEqual([
    ['preamble-lines', null, 'Offices by region', '2'],
    ['footnote', 2, 'Source: the ministry', null],
  ]);
});

test('merged groups above the names are joined with them', async () => {
  const { table } = await read([
    ['Geography', '2016', null, '2021', null],
    [null, 'Population', 'Dwellings', 'Population', 'Dwellings'],
    ['Ottawa', 934_243, 395_985, 1_017_449, 427_113],
  ]);
  expect(table.columns.map(({ name }) => name)).toEqual([
    'Geography',
    'Population, 2016',
    'Dwellings, 2016',
    'Population, 2021',
    'Dwellings, 2021',
  ]);
  expect(table.read).toBe(1);
});

const twoSheets = workbook({
  'Read me': [['Notes'], ['Nothing here']],
  Offices: [
    ['name', 'lat', 'lon'],
    ['A', 45.4, -75.7],
    ['B', 45.5, -75.6],
  ],
  Empty: [],
});

test('the fullest sheet is read unless one is picked; the others are named', async () => {
  const { report } = await checkOne({ name: 'a.xlsx', bytes: twoSheets });
  expect(report).toMatchObject({
    format: 'xlsx',
    kind: 'points',
    encoding: null,
    parts: { names: ['Read me', 'Offices', 'Empty'], read: 'Offices' },
    rows: { read: 2, kept: 2, listed: 0 },
  });
  expect(report.issues.find(({ code }) => code === 'other-parts')).toMatchObject({
    severity: 'note',
    found: 'Offices',
    expected: 'Read me',
  });
  const picked = await checkOne({ name: 'a.xlsx', bytes: twoSheets, part: 'Read me' });
  expect(picked.report.parts?.read).toBe('Read me');
  expect(picked.report.rows).toEqual({ read: 1, kept: 0, listed: 1 });
});

const compound = (text: string) =>
  Uint8Array.from([
    ...[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    ...Array<number>(500).fill(0),
    ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0]),
  ]);
const whole = workbook({
  Sheet1: [
    ['name', 'lat'],
    ['A', 45],
  ],
});
const flipped = whole.map((byte, index) => (index === 60 ? byte ^ 0xff : byte));

test.each([
  ['protected by a password', compound('EncryptedPackage'), 'password-protected'],
  ['of before 2007', compound('Workbook'), 'unknown-format'],
  ['cut off', whole.subarray(0, whole.length / 2), 'unreadable'],
  ['cut off in its directory', whole.subarray(0, whole.length - 30), 'unreadable'],
  ['with a byte changed', flipped, 'unreadable'],
  ['without sheets', workbook({}), 'unreadable'],
  ['with an empty sheet', workbook({ Sheet1: [] }), 'no-rows'],
  ['with a header alone', workbook({ Sheet1: [['name', 'lat']] }), 'no-rows'],
])('a workbook %s gives an issue', async (_, bytes, code) => {
  const { report, codes } = await checkOne({ name: 'a.xlsx', bytes });
  expect(codes).toContain(code);
  expect(report.rows).toEqual({ read: 0, kept: 0, listed: 0 });
});
