import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFiles } from '../../../src/import/import-files.ts';
import { facts } from '../read.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => importFiles([{ name: 'f.csv', bytes: bytesOf(text) }], null, facts);

test('each cell with a zero byte is a finding of its row, and its fixes give the file as it would be without', async () => {
  // Row 1 has one in its name and one in its latitude, row 2 has none.
  const text = 'name,lat,lon\nA\0B,45\0,-75\nC,46,-76\n';
  const { files } = await read(text);
  const found = (files[0]?.issues ?? []).filter(({ code }) => code === 'zero-byte');
  expect(found.map(({ row, column, found: cell }) => `${row} ${column} ${cell}`)).toEqual([
    '1 name A␀B',
    '1 lat 45␀',
  ]);
  const edits = found.flatMap(({ fix }) => (fix ? [fix] : []));
  const mended = await importFiles(
    [{ name: 'f.csv', bytes: bytesOf(text), decisions: { edits } }],
    null,
    facts,
  );
  const clean = await read(text.replaceAll('\0', ''));
  expect(mended.files[0]?.issues).toEqual(clean.files[0]?.issues);
  const places = ({ project }: typeof clean) =>
    project.tables.service_point.map(({ name_en, lon, lat }) => ({ name_en, lon, lat }));
  expect(places(mended)).toEqual(places(clean));
});

test('wherever a zero byte falls in a table, its rows are as many as without it', async () => {
  const text = 'name,lat,lon\nÉcole,45,-75\n"B, C",46,-76\nD,47,-77\n';
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (at) => {
      const { files } = await read(`${text.slice(0, at)}\0${text.slice(at)}`);
      const rows = files[0]?.rows ?? { read: 0, kept: 0, listed: 0 };
      expect(rows.read).toBe(rows.kept + rows.listed);
      expect(rows.read).toBeGreaterThanOrEqual(3);
      expect(files[0]?.issues.some(({ code }) => code === 'zero-byte')).toBe(true);
    }),
    { seed: 3, numRuns: 60 },
  );
});
