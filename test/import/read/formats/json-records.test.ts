import { expect, test } from 'vitest';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { textFile } from '../../read.ts';

async function read(value: unknown, part?: string) {
  const file = textFile(typeof value === 'string' ? value : JSON.stringify(value), 'a.json');
  const { format, table, issues, parts } = await readTable(part === undefined ? file : { ...file, part });
  return {
    format,
    columns: table.columns.map(({ name }) => name),
    cells: table.rows.map(({ cells }) => cells),
    read: table.read,
    codes: issues.map(({ code }) => code),
    parts,
  };
}

test('objects are rows, an object in one gives columns, what is deeper is JSON', async () => {
  const { format, columns, cells } = await read({
    offices: [
      { id: '007', sb: { id: 3, at: { x: 1 } }, tags: [1, 2] },
      { id: 8, open: true, sb: null, 'sb.id': 'own' },
    ],
  });
  expect(format).toBe('json');
  expect(columns).toEqual(['id', 'sb.id', 'sb.at', 'tags', 'open', 'sb', 'sb.id (2)']);
  expect(cells).toEqual([
    ['007', '3', '{"x":1}', '[1,2]', '', '', ''],
    ['8', '', '', '', 'true', '', 'own'],
  ]);
});

test('of several lists the longest is read, or the one that is asked for', async () => {
  const file = { result: { fields: [{ id: 'a' }], records: [{ a: 1 }, { a: 2 }] } };
  const names = ['result.fields', 'result.records'];
  expect(await read(file)).toMatchObject({
    columns: ['a'],
    codes: ['other-parts'],
    parts: { names, read: 'result.records' },
  });
  expect(await read(file, 'result.fields')).toMatchObject({
    columns: ['id'],
    parts: { names, read: 'result.fields' },
  });
});

test('what is no object among them is listed', async () => {
  expect(await read([{ a: 1 }, 7, null, [2], { a: 3 }])).toMatchObject({
    cells: [['1'], ['3']],
    read: 5,
    codes: ['broken-row', 'broken-row', 'broken-row'],
  });
});

test('one object a line', async () => {
  expect(await read('{"a":1}\n{"b":2}\n{"a"')).toMatchObject({
    format: 'jsonl',
    cells: [
      ['1', ''],
      ['', '2'],
    ],
    read: 3,
    codes: ['broken-row'],
  });
});

test.each([['{}'], ['[]'], ['[1,2]'], ['{"a":{"b":{"c":[{"d":1}]}}}']])('%s is no table', async (text) => {
  expect(await read(text)).toMatchObject({ read: 0, codes: ['unknown-format'] });
});
