import { expect, test } from 'vitest';
import { csv, findDelimiter } from '../../../../src/import/read/formats/csv.ts';
import { readLoosely } from '../../../../src/import/read/formats/delimited-text.ts';
import { decode } from '../../../../src/import/read/sniff.ts';

async function read(text: string) {
  const bytes = new TextEncoder().encode(text);
  const opened = csv.open({ bytes, decoded: decode(bytes) });
  if (!opened) throw new Error('not opened');
  const { table, issues } = await opened.read();
  return { table, issues, cells: table.rows.map(({ cells }) => cells), format: opened.format };
}

test.each([
  ['a,b\n1,2\n', ','],
  ['a;b\n1,5;2,5\n', ';'],
  ['a\tb\n1\t2\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['name\nOne\n', ','],
  ['"a, b";c\n"x, y, z";2\n', ';'],
  ['a~b~c\n1~2~3\n', '~'],
  ['a^b\n1^2\n', '^'],
  ['a:b\n1:2\n', ':'],
  ['Title, of the table\n\nname;lat;lon\nA;45,1;-75\nB;45,2;-75\n', ';'],
  ['name,hours\nA,08:30-16:00\nB,09:00-15:30\n', ','],
  ['name\n08:30 in #1\nclosed\n', ','],
])('finds the delimiter of %j', (text, delimiter) => {
  expect(findDelimiter(text)).toBe(delimiter);
});

test('a quoted cell may hold delimiters, quotes and line ends', async () => {
  const { cells, issues } = await read('name,address\r\nA,"1 Main, ""B""\r\nSuite 2"\r\nC,D\r\n');
  expect(cells).toEqual([
    ['A', '1 Main, "B"\nSuite 2'],
    ['C', 'D'],
  ]);
  expect(issues).toEqual([]);
});

test('line ends of three kinds in one file end lines alike', async () => {
  expect((await read('a,b\r\n1,2\n3,4\r5,6')).cells).toHaveLength(3);
});

test('repeated and missing column names become unique, and keep their originals', async () => {
  const { table } = await read('Symbols,,Symbols,Symbols (2)\n1,2,3,4\n');
  expect(table.columns.map(({ name }) => name)).toEqual([
    'Symbols',
    'column 2',
    'Symbols (2)',
    'Symbols (2) (2)',
  ]);
  expect(table.columns.map(({ original }) => original)).toEqual(['Symbols', '', 'Symbols', 'Symbols (2)']);
});

test('a row with a cell too many or too few is listed with its number', async () => {
  const { table, issues } = await read('a,b,c\n1,2\n1,2,3\n1,2,3,4\n1,2,3,,\n');
  expect(table.rows.map(({ number }) => number)).toEqual([2, 4]);
  expect(issues.map(({ code, row, expected }) => [code, row, expected])).toEqual([
    ['ragged-row', 1, '3'],
    ['ragged-row', 3, '3'],
  ]);
  expect(table.read).toBe(4);
});

test('names that end with blanks do not make every row ragged', async () => {
  expect((await read('a,b,,\n1,2\n3,4,,\n')).issues).toEqual([]);
});

test('quotes that are not doubled do not shift or swallow cells', async () => {
  const { cells, issues } = await read('"name","code"\n"Lot "B"","01"\n"Next","02"\n');
  expect(cells).toEqual([
    ['Lot "B"', '01'],
    ['Next', '02'],
  ]);
  expect(issues.map(({ code, severity, row }) => [code, severity, row])).toEqual([['ragged-row', 'note', 1]]);
});

test('a quote that never closes lists its own line and loses no other', async () => {
  const { table, issues } = await read('name,code\n"Open,01\nNext,02\nLast,03\n');
  expect(table.rows.map(({ cells }) => cells[0])).toEqual(['Next', 'Last']);
  expect(issues.filter(({ severity }) => severity === 'error').map(({ row }) => row)).toEqual([1]);
  expect(table.read).toBe(3);
});

test('reads one line loosely', () => {
  expect(readLoosely('"a "b" c",,"d""e",f', ',')).toEqual(['a "b" c', '', 'd"e', 'f']);
  expect(readLoosely('', ',')).toEqual(['']);
});

test('a first line may say the delimiter', async () => {
  const { table, cells } = await read('sep=;\nname;town\nA, B;C, D\n');
  expect(table.columns.map(({ name }) => name)).toEqual(['name', 'town']);
  expect(cells).toEqual([['A, B', 'C, D']]);
});

test('lines above the header are skipped and said once', async () => {
  const { table, issues } = await read(
    '"Offices, by region"\n"Release: 2021"\n\nname,lat,lon\nA,45,-75\nB,46,-76\n\n"Source: the ministry"\n',
  );
  expect(table.columns.map(({ name }) => name)).toEqual(['name', 'lat', 'lon']);
  expect(table.rows.map(({ number }) => number)).toEqual([1, 2]);
  expect(table.read).toBe(3);
  expect(issues.map(({ code, row, expected }) => [code, row, expected])).toEqual([
    ['preamble-lines', null, '2'],
    ['footnote', 3, null],
  ]);
});

test('a first line of values is a row, not names', async () => {
  const { table, issues } = await read('A,45.4,-75.7\nB,45.5,-75.8\nC,45.6\n');
  expect(table.columns.map(({ name }) => name)).toEqual(['column 1', 'column 2', 'column 3']);
  expect(table.read).toBe(3);
  expect(table.rows[0]).toMatchObject({ number: 1, cells: ['A', '45.4', '-75.7'] });
  expect(issues.map(({ code, row, found }) => [code, row, found])).toEqual([
    ['no-header', null, 'A 45.4 -75.7'],
    ['ragged-row', 3, 'C,45.6'],
  ]);
});

test.each([
  ['years', 'name,2016,2021\nA,1.5,2.5\n'],
  ['a name over numbers', 'id,0.25,0.5\n1,2,3\n2,4,5\n'],
  ['a gap over numbers', ',0.25,0.5\n1,2,3\n2,4,5\n'],
  ['codes', 'from,1310032,1306022\n1310032,0,90.5\n'],
  ['no other line', 'A,45.4,-75.7\n'],
])('a first line stays the header: %s', async (_, text) => {
  const { table, issues } = await read(text);
  expect(table.columns[1]?.name).toBe(text.split(',')[1]);
  expect(issues).toEqual([]);
});

test('a list of one column has no title, even where a line of it holds a comma', async () => {
  const { table, issues } = await read('name\nOttawa\nToronto\nMontréal, Québec\nHalifax\n');
  expect(table.read).toBe(4);
  expect(issues.map(({ code, row }) => [code, row])).toEqual([['ragged-row', 3]]);
});

test.each([
  [
    'groups over names',
    'Geo,2016,,2021,\n,Men,Women,Men,Women\nA,1,2,3,4\n',
    'Geo|Men, 2016|Women, 2016|Men, 2021|Women, 2021',
  ],
  [
    'groups that fill little',
    'Geo,Urban,,,,Rural,,,\n,a1,a2,a3,a4,a1,a2,a3,a4\nA,1,2,3,4,5,6,7,8\n',
    'Geo|Urban a1|Urban a2|Urban a3|Urban a4|Rural a1|Rural a2|Rural a3|Rural a4',
  ],
  [
    'groups in whose gaps as many names as numbers stand',
    'Office,,Location,\nName,Type,Latitude,Longitude\nA,full,45.5,-73.6\nB,full,46.8,-71.2\n',
    'Office Name|Office Type|Location Latitude|Location Longitude',
  ],
  [
    'units under names',
    'Geo,2016,2021\n,Persons,Persons\nA,"1,234",x\nB,..,"2,345"\n',
    'Geo|Persons, 2016|Persons, 2021',
  ],
])('a header of two rows is joined: %s', async (_, text, names) => {
  const { table } = await read(text);
  expect(table.columns.map(({ name }) => name).join('|')).toBe(names);
  expect(table.read).toBe(text.trim().split('\n').length - 2);
});

test.each([
  ['a first row of text', 'name,city\nA,Ottawa\nB,Gatineau\n', 2],
  ['a first row without a code, numbers below', 'code,name,count\n,Unknown,x\n01,A,5\n02,B,6\n', 3],
  ['names left out, over numbers', 'name,,,,\nA,1,2,3,4\nB,5,6,7,8\n', 2],
  ['names left out, over text', 'name,city,kind,,,\nA,B,C,D,E,x\nF,G,H,I,J,y\n', 2],
  ['a blank name over an index', ',name,lat\n0,A,45\n1,B,46\n', 2],
])('a row is no second header: %s', async (_, text, read_) => {
  expect((await read(text)).table.read).toBe(read_);
});

test('a record of nothing but quotes is no row, and no row less', async () => {
  for (const text of ['""', '""\n\n', '" "\n'])
    expect((await read(text)).table).toMatchObject({ read: 0, rows: [] });
});

test('a quote opened in one line does not hide those of later lines', async () => {
  const { cells, issues } = await read('name,note\n"Open,x\nA,"1, ""B""\n2"\nC,D\n');
  expect(cells).toEqual([
    ['A', '1, "B"\n2'],
    ['C', 'D'],
  ]);
  expect(issues.map(({ code, row }) => [code, row])).toEqual([['ragged-row', 1]]);
});

test('one line of ten million letters and a column of quoted cells without a delimiter take no time', async () => {
  const start = performance.now();
  expect((await read(`name,lat\n${'a'.repeat(10_000_000)}\n`)).table.read).toBe(1);
  expect((await read(`name,lat\n${'a,'.repeat(5_000_000)}\n`)).table.read).toBe(1);
  expect((await read(`name\n${'"one ""two"""\n'.repeat(200_000)}`)).table.read).toBe(200_000);
  expect((await read(`name\n${'"one "two\n'.repeat(200_000)}`)).table.read).toBe(200_000);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('a header wider than any sheet is refused', async () => {
  const { table, issues } = await read(`${'a,'.repeat(20_000)}b\n1,2\n`);
  expect(table.read).toBe(0);
  expect(issues.map(({ code }) => code)).toEqual(['too-large']);
});

test('names repeated thousands of times are numbered', async () => {
  const { table } = await read(`${Array<string>(15_000).fill('x').join(',')}\n`);
  expect(table.columns.at(-1)?.name).toBe('x (15000)');
});
