import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { sqliteWasmUrl } from '../../../../src/tables/connectors/sqlite-wasm-url.ts';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { geopackage, geopackageBlob } from './geopackage-bytes.ts';
import { archive, dbf, pointShapes } from './shapefile-bytes.ts';
import { wkbPoint } from './wkb-bytes.ts';
import { workbook } from './workbook.ts';

const text = (value: string) => new TextEncoder().encode(value);
const write: Record<string, () => Uint8Array | Promise<Uint8Array>> = {
  csv: () => text('name,lat,lon\nÎle,45,-75\n'),
  geojson: () =>
    text('{"type":"Feature","properties":{"name":"Île"},"geometry":{"type":"Point","coordinates":[-75,45]}}'),
  xlsx: () =>
    workbook({
      Sheet1: [
        ['name', 'lat', 'lon'],
        ['Île', 45, -75],
      ],
    }),
  shapefile: () =>
    archive({
      'a.shp': pointShapes([[-75, 45]]),
      'a.dbf': dbf([{ name: 'name', type: 'C', length: 9 }], [['Île']], { encoding: 'windows-1252' }),
    }),
  parquet: () =>
    new Uint8Array(parquetWriteBuffer({ columnData: [{ name: 'name', data: ['Île'], type: 'STRING' }] })),
  geopackage: () =>
    geopackage(
      [
        {
          name: 'offices',
          columns: { name: 'TEXT', geom: 'BLOB' },
          crs: ['EPSG', 4326],
          rows: [['Île', geopackageBlob(wkbPoint(-75, 45))]],
        },
      ],
      { locateFile: () => sqliteWasmUrl },
    ),
};

test.each(Object.entries(write))('the browser reads %s', async (format, make) => {
  const contents = await readTable({ name: 'a', bytes: await make() });
  expect(contents.issues).toEqual([]);
  expect(contents.format).toBe(format);
  expect(contents.table.rows.map(({ cells }) => cells[0])).toEqual(['Île']);
});
