import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { checkOne } from '../../read.ts';
import { wkbPoint, wkbPolygon } from './wkb-bytes.ts';

const write = (columnData: ColumnSource[], geo?: unknown) =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData,
      kvMetadata: geo === undefined ? [] : [{ key: 'geo', value: JSON.stringify(geo) }],
    }),
  );
const read = async (columnData: ColumnSource[], geo?: unknown) =>
  readTable({ name: 'a.parquet', bytes: write(columnData, geo) });

test('values become text: integers whole, dates ISO, nothing empty, groups JSON', async () => {
  const { table, format } = await read([
    { name: 'code', data: ['0012', null], type: 'STRING' },
    { name: 'count', data: [9_007_199_254_740_993n, 5n], type: 'INT64' },
    { name: 'share', data: [0.1, null], type: 'DOUBLE' },
    { name: 'open', data: [true, false], type: 'BOOLEAN' },
    {
      name: 'at',
      data: [new Date('2020-02-12T00:00:00Z'), new Date('2020-02-12T08:30:00Z')],
      type: 'TIMESTAMP',
    },
    { name: 'old', data: [new TextEncoder().encode('Île'), new Uint8Array([0, 255])], type: 'BYTE_ARRAY' },
    { name: 'group', data: [{ a: 1 }, null], type: 'JSON' },
  ]);
  expect(format).toBe('parquet');
  expect(table.columns.map(({ name }) => name)).toEqual([
    'code',
    'count',
    'share',
    'open',
    'at',
    'old',
    'group',
  ]);
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['0012', '9007199254740993', '0.1', 'true', '2020-02-12', 'Île', '{"a":1}'],
    ['', '5', '', 'false', '2020-02-12T08:30:00Z', '00ff', ''],
  ]);
});

const names: ColumnSource = { name: 'name', data: ['A', 'B', 'C'], type: 'STRING' };
const points: ColumnSource = {
  name: 'geom',
  data: [wkbPoint(-75, 45), null, new Uint8Array([1, 2, 3])],
  type: 'BYTE_ARRAY',
};
const geo = (column: object) => ({ version: '1.1.0', primary_column: 'geom', columns: { geom: column } });

test('GeoParquet places its rows; one whose bytes are broken is listed', async () => {
  const { table, issues } = await read([names, points], geo({ encoding: 'WKB', geometry_types: ['Point'] }));
  expect(table.spatial).toBe(true);
  expect(table.columns.map(({ name }) => name)).toEqual(['name']);
  expect(table.rows.map(({ number, geometry }) => [number, geometry])).toEqual([
    [1, { type: 'Point', coordinates: [-75, 45] }],
    [2, null],
  ]);
  expect(issues.map(({ code, row }) => [code, row])).toEqual([['unsupported-geometry', 3]]);
});

test.each([
  ['projected by its code', { id: { authority: 'EPSG', code: 3347 } }, ['not-wgs84']],
  ['projected by its name', { name: 'NAD83 / Statistics Canada Lambert' }, ['not-wgs84']],
  ['in degrees', { id: { authority: 'OGC', code: 'CRS84' } }, []],
  ['in degrees by another code', { id: { authority: 'EPSG', code: 4326 } }, []],
])('GeoParquet %s', async (_, crs, codes) => {
  const place: ColumnSource = { name: 'geom', data: [wkbPoint(-75, 45)], type: 'BYTE_ARRAY' };
  const { issues } = await read([place], geo({ encoding: 'WKB', crs }));
  expect(issues.map(({ code }) => code)).toEqual(codes);
});

test('polygons, and geometries without metadata under a usual name', async () => {
  const ring: [number, number][] = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ];
  const { table } = await read([{ name: 'geometry', data: [wkbPolygon(ring)], type: 'BYTE_ARRAY' }]);
  expect(table.rows[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] });
});

const whole = write([names]);
const noRows = write([{ name: 'name', data: [], type: 'STRING' }]);
test.each([
  ['cut off', whole.subarray(0, whole.length - 20), 'unreadable'],
  ['cut off after its first bytes', whole.subarray(0, 4), 'unreadable'],
  ['without its beginning', whole.subarray(4), 'unreadable'],
  ['without rows', noRows, 'no-rows'],
])('a Parquet file %s gives an issue', async (_, bytes, code) => {
  const { report, codes } = await checkOne({ name: 'a.parquet', bytes });
  expect(codes).toContain(code);
  expect(report.rows).toEqual({ read: 0, kept: 0, listed: 0 });
});

test('a whole import from GeoParquet', async () => {
  const place: ColumnSource = {
    name: 'geom',
    data: [wkbPoint(-75, 45), wkbPoint(-76, 46)],
    type: 'BYTE_ARRAY',
  };
  const bytes = write([{ name: 'name', data: ['A', 'B'], type: 'STRING' }, place], geo({ encoding: 'WKB' }));
  const { report, project } = await checkOne({ name: 'offices.parquet', bytes });
  expect(report).toMatchObject({ format: 'parquet', kind: 'points', rows: { read: 2, kept: 2, listed: 0 } });
  expect(project.tables.service_point.map(({ lon, lat }) => [lon, lat])).toEqual([
    [-75, 45],
    [-76, 46],
  ]);
});
