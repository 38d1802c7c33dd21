import { expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { listedRows } from '../../src/import/listed-rows.ts';
import { readTable } from '../../src/import/read/read-table.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function listedOf(text: string) {
  const file = { name: 'towns.csv', bytes: bytes(text) };
  const { files } = await importFiles([file], null, { importedAt: '2026-10-01T00:00:00Z' });
  const [report] = files;
  if (!report) throw new Error('expected a report');
  return { report, listed: listedRows(report.issues, (await readTable(file)).table) };
}

test('a row that is not kept keeps its number, its reasons and its cells', async () => {
  const { report, listed } = await listedOf(
    'code,name,population,latitude,longitude\n001,Aville,1200,46.0,-66.0\n001,Again,5,46.1,-66.1\n',
  );
  expect(report.rows).toEqual({ read: 2, kept: 1, listed: 1 });
  expect(listed.header).toEqual(['code', 'name', 'population', 'latitude', 'longitude']);
  expect(listed.rows).toEqual([
    {
      row: 2,
      reasons: [expect.objectContaining({ code: 'duplicate-id' })],
      cells: ['001', 'Again', '5', '46.1', '-66.1'],
    },
  ]);
});

test('a file refused as a whole lists all its rows', async () => {
  const { report, listed } = await listedOf('a,b\n1,2\n3,4\n');
  expect(report.rows).toEqual({ read: 2, kept: 0, listed: 2 });
  expect(listed.rows.map(({ row }) => row)).toEqual([1, 2]);
});
