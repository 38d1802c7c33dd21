import { expect, test } from 'vitest';
import { crc32, unpack, zipEntries } from '../../../src/import/read/formats/zip-entries.ts';
import { importFiles } from '../../../src/import/import-files.ts';
import { facts, textFile } from '../read.ts';
import { archive, dbf, pointShapes } from './formats/shapefile-bytes.ts';
import { workbook } from './formats/workbook.ts';

const table = 'name,lat,lon\nA,45,-75\n';
const shapes = pointShapes([[-75, 45]]);
const attributes = dbf([{ name: 'NAME', type: 'C', length: 9 }], [['Bureau']]);
const reportsOf = async (name: string, bytes: Uint8Array) =>
  (await importFiles([{ name, bytes }], null, facts)).files.map(({ file, format, rows, issues }) => ({
    file,
    format,
    rows: rows.read,
    codes: issues.filter(({ severity }) => severity === 'error').map(({ code }) => code),
  }));

test('each file of an archive is a file, named after both; a shapefile in it is one', async () => {
  const bytes = archive({
    'tables/offices.csv': table,
    'book.xlsx': workbook({
      Sheet1: [
        ['name', 'lat', 'lon'],
        ['B', 46, -76],
      ],
    }),
    'gis/places.shp': shapes,
    'gis/places.dbf': attributes,
    'gis/places.shp.xml': '<metadata/>',
    'inner.zip': archive({ 'deep.csv': table }),
    '__MACOSX/._offices.csv': 'litter',
    'read me.pdf': '%PDF-1.7',
  });
  expect(await reportsOf('all.zip', bytes)).toEqual([
    { file: 'all.zip/tables/offices.csv', format: 'csv', rows: 1, codes: [] },
    { file: 'all.zip/book.xlsx', format: 'xlsx', rows: 1, codes: [] },
    { file: 'all.zip/gis/places.shp', format: 'shapefile', rows: 1, codes: [] },
    { file: 'all.zip/inner.zip/deep.csv', format: 'csv', rows: 1, codes: [] },
    { file: 'all.zip/read me.pdf', format: null, rows: 0, codes: ['unknown-format'] },
  ]);
});

test('an archive of one shapefile alone is that file', async () => {
  const bytes = archive({ 'a/places.SHP': shapes, 'a/places.DBF': attributes });
  expect(await reportsOf('places.zip', bytes)).toEqual([
    { file: 'places.zip', format: 'shapefile', rows: 1, codes: [] },
  ]);
});

test('two shapefiles in one archive, and the parts of one dropped side by side', async () => {
  const two = archive({ 'a.shp': shapes, 'a.dbf': attributes, 'b.shp': shapes, 'b.dbf': attributes });
  expect((await reportsOf('two.zip', two)).map(({ file }) => file)).toEqual([
    'two.zip/a.shp',
    'two.zip/b.shp',
  ]);
  const loose = await importFiles(
    [textFile(table, 'offices.csv'), { name: 'a.dbf', bytes: attributes }, { name: 'a.shp', bytes: shapes }],
    null,
    facts,
  );
  expect(loose.files.map(({ file, format }) => [file, format])).toEqual([
    ['offices.csv', 'csv'],
    ['a.shp', 'shapefile'],
  ]);
  expect(loose.project.tables.service_point.map(({ name_en }) => name_en)).toEqual(['A', 'Bureau']);
});

/** The archive with bytes of its one entry's directory record changed. */
function patched(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  const directory = new DataView(copy.buffer).getUint32(copy.length - 6, true);
  new DataView(copy.buffer).setUint32(directory + at, value, true);
  return copy;
}
const one = archive({ 'a.csv': table });
const encrypted = patched(one, 8, 1 | (8 << 16));

test.each([
  ['empty', archive({}), 'empty-file'],
  ['cut off', one.subarray(0, one.length - 8), 'unreadable'],
  ['encrypted', encrypted, 'password-protected'],
  ['with a claim of 4 GB', patched(one, 24, 0xfffffffe), 'too-large'],
  ['with a false claim', patched(one, 24, 5), 'unreadable'],
  ['with a false sum', patched(one, 16, 1), 'unreadable'],
  ['with an entry beyond its end', patched(one, 42, 999_999), 'unreadable'],
])('an archive %s gives an issue', async (_, bytes, code) => {
  const [report, ...others] = await reportsOf('a.zip', bytes);
  expect(report?.codes).toEqual([code]);
  expect(others).toEqual([]);
});

test('a bomb is not unpacked beyond what it claims', async () => {
  const bomb = archive({ 'a.csv': new Uint8Array(20_000_000) });
  expect(bomb.length).toBeLessThan(50_000);
  const [entry] = zipEntries(patched(bomb, 24, 1000)) ?? [];
  if (!entry) throw new Error('no entry');
  expect(await unpack(bomb, entry, 1_000_000)).toEqual({ kind: 'damaged' });
});

test('more files than are read are said in one line', async () => {
  const many = archive(
    Object.fromEntries(Array.from({ length: 203 }, (_, index) => [`${index}.csv`, table])),
  );
  const reports = await reportsOf('many.zip', many);
  expect(reports).toHaveLength(201);
  expect(reports.at(-1)).toEqual({ file: 'many.zip/…', format: null, rows: 0, codes: ['skipped-file'] });
});

test('the sum is that of zip', () => {
  // The check value of CRC-32/ISO-HDLC.
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});
