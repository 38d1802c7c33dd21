import { expect, test } from 'vitest';
import { readBlob } from '../../../../src/import/read/formats/geopackage.ts';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { geopackage, geopackageBlob, sqlite, type LayerToWrite } from './geopackage-bytes.ts';
import { checkOne } from '../../read.ts';
import { wkbPoint } from './wkb-bytes.ts';

const columns = { fid: 'INTEGER PRIMARY KEY', name: 'TEXT', code: 'TEXT', big: 'INTEGER', geom: 'BLOB' };
const place = (lon: number, lat: number) => geopackageBlob(wkbPoint(lon, lat));
const offices: LayerToWrite = {
  name: 'offices "A"',
  columns,
  crs: ['EPSG', 4326],
  rows: [
    [1, 'Île', '0012', 9_007_199_254_740_993n, place(-75, 45)],
    [2, 'B', null, null, null],
    [3, 'C', '', 0, new Uint8Array([1, 2, 3])],
  ],
};
const staff: LayerToWrite = {
  name: 'staff',
  columns: { office: 'TEXT', count: 'INTEGER' },
  rows: Array.from({ length: 9 }, (_, index) => ['A', index]),
};

test('the layer of features is read before larger ones of attributes; the others are named', async () => {
  const bytes = await geopackage([staff, offices, { ...offices, name: 'empty', rows: [] }]);
  const { table, issues, parts, format } = await readTable({ name: 'a.gpkg', bytes });
  expect(format).toBe('geopackage');
  expect(parts).toEqual({ names: ['staff', 'offices "A"', 'empty'], read: 'offices "A"' });
  expect(table.columns.map(({ name }) => name)).toEqual(['fid', 'name', 'code', 'big']);
  expect(table.rows.map(({ number, cells, geometry }) => [number, ...cells, geometry])).toEqual([
    [1, '1', 'Île', '0012', '9007199254740993', { type: 'Point', coordinates: [-75, 45] }],
    [2, '2', 'B', '', '', null],
  ]);
  expect(issues.map(({ code, row, expected }) => [code, row, expected])).toEqual([
    ['other-parts', null, 'staff'],
    ['unsupported-geometry', 3, null],
  ]);
});

test('a layer can be picked; attributes alone are no spatial table', async () => {
  const both = await geopackage([staff, offices]);
  expect((await readTable({ name: 'a.gpkg', bytes: both, part: 'staff' })).table).toMatchObject({
    read: 9,
    spatial: false,
  });
  const alone = await readTable({ name: 'a.gpkg', bytes: await geopackage([staff]) });
  expect(alone.table.rows[1]?.cells).toEqual(['A', '1']);
});

test('a projected layer is refused with the name of its system', async () => {
  const bytes = await geopackage([{ ...offices, crs: ['EPSG', 3347] }]);
  const { report } = await checkOne({ name: 'a.gpkg', bytes });
  expect(report.rows).toEqual({ read: 3, kept: 0, listed: 3 });
  expect(report.issues.map(({ code, found }) => [code, found])).toContainEqual(['not-wgs84', 'EPSG:3347']);
});

test('headers with envelopes, empty geometries and other bytes', () => {
  const wkb = wkbPoint(-75, 45);
  const header = (flags: number, envelope: number) =>
    Uint8Array.from([0x47, 0x50, 0, flags, 0, 0, 0, 0, ...Array<number>(envelope).fill(0), ...wkb]);
  for (const [code, envelope] of [
    [0, 0],
    [1, 32],
    [2, 48],
    [3, 48],
    [4, 64],
  ] as const)
    expect(readBlob(header((code << 1) | 1, envelope))).toEqual({ type: 'Point', coordinates: [-75, 45] });
  expect(readBlob(header(0x11, 0))).toBeNull();
  expect(readBlob(header(5 << 1, 0))).toEqual({ type: 'BLOB' });
  expect(readBlob('POINT(1 2)')).toEqual({ type: 'BLOB' });
});

test('a damaged, foreign or empty database gives an issue', async () => {
  const whole = await geopackage([offices]);
  const torn = whole.map((byte, index) => (index > 100 && index < 20_000 ? 0xff : byte));
  const cases: [Uint8Array, string][] = [
    [whole.subarray(0, whole.length - 4096), 'unreadable'],
    [whole.subarray(0, 50), 'unreadable'],
    [torn, 'unreadable'],
    [await sqlite(), 'unknown-format'],
    [await geopackage([]), 'no-rows'],
    [await geopackage([{ ...offices, rows: [] }]), 'no-rows'],
  ];
  for (const [bytes, code] of cases) {
    const { report, codes } = await checkOne({ name: 'a.gpkg', bytes });
    expect(codes).toContain(code);
    expect(report.rows).toEqual({ read: 0, kept: 0, listed: 0 });
  }
});
