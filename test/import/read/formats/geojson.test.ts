import { expect, test } from 'vitest';
import { geojson } from '../../../../src/import/read/formats/geojson.ts';
import { decode } from '../../../../src/import/read/sniff.ts';

async function read(value: unknown) {
  const bytes = new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
  const opened = geojson.open({ bytes, decoded: decode(bytes) });
  return opened ? { format: opened.format, ...(await opened.read()) } : null;
}
const point = (lon: number, lat: number) => ({ type: 'Point', coordinates: [lon, lat] });
const feature = (geometry: unknown, properties: unknown = {}) => ({ type: 'Feature', properties, geometry });
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const crs = (name: string) => ({ crs: { type: 'name', properties: { name } } });

test('a collection, one feature and a bare geometry are all rows', async () => {
  expect((await read(collection(feature(point(1, 2)), feature(point(3, 4)))))?.table.rows).toHaveLength(2);
  expect((await read(feature(point(1, 2), { a: 1 })))?.table.rows[0]?.cells).toEqual(['1']);
  expect((await read(point(1, 2)))?.table.rows[0]?.geometry).toEqual(point(1, 2));
});

test('columns are all the properties met; missing ones are empty, objects are text', async () => {
  const read2 = await read(collection(feature(null, { a: '01' }), feature(null, { b: { c: 2 }, a: null })));
  expect(read2?.table.columns.map(({ name }) => name)).toEqual(['a', 'b']);
  expect(read2?.table.rows.map(({ cells }) => cells)).toEqual([
    ['01', ''],
    ['', '{"c":2}'],
  ]);
});

test.each([
  ['EPSG:3857 by name', { ...collection(feature(point(1, 2))), ...crs('urn:ogc:def:crs:EPSG::3857') }],
  ['metres', collection(feature(point(7_600_000, 1_200_000)), feature(point(7_600_100, 1_200_000)))],
])('projected coordinates are refused: %s', async (_, value) => {
  const result = await read(value);
  expect(result?.issues.map(({ code, row }) => [code, row])).toEqual([['not-wgs84', null]]);
  expect(result?.table.rows).toEqual([]);
});

test.each(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326', 'urn:ogc:def:crs:EPSG::4269'])(
  '%s is degrees',
  async (name) => {
    expect((await read({ ...collection(feature(point(-65, 46))), ...crs(name) }))?.issues).toEqual([]);
  },
);

test.each([
  ['a ring of text', { type: 'Polygon', coordinates: [[['a', 'b']]] }],
  ['nesting of another type', { type: 'Point', coordinates: [[1, 2]] }],
  ['a curve', { type: 'CircularString', coordinates: [[1, 2]] }],
  ['text', 'POINT(1 2)'],
])('a geometry that is %s lists its row', async (_, geometry) => {
  const result = await read(collection(feature(geometry), feature(point(1, 2))));
  expect(result?.issues.map(({ code, row }) => [code, row])).toEqual([['unsupported-geometry', 1]]);
  expect(result?.table.rows.map(({ number }) => number)).toEqual([2]);
});

test('other JSON and cut-off GeoJSON are named, other text is left to the next format', async () => {
  expect((await read({ offices: [] }))?.issues.map(({ code }) => code)).toEqual(['unknown-format']);
  expect((await read('{"type": "FeatureCollection", "features": ['))?.issues.map(({ code }) => code)).toEqual(
    ['unreadable'],
  );
  expect(await read('name,lat\n')).toBeNull();
});

const lines = [feature(point(1, 2), { a: 1 }), feature(point(3, 4), { b: 'x' })].map((one) =>
  JSON.stringify(one),
);

test.each([
  ['a feature a line', lines.join('\n')],
  ['with blank lines and Windows line ends', `\r\n${lines.join('\r\n\r\n')}\r\n`],
  ['with record separators', lines.map((line) => `\u001e${line}\n`).join('')],
])('reads newline-delimited GeoJSON: %s', async (_, text) => {
  const result = await read(text);
  expect(result?.format).toBe('geojsonl');
  expect(result?.table.rows.map(({ cells }) => cells)).toEqual([
    ['1', ''],
    ['', 'x'],
  ]);
  expect(result?.issues).toEqual([]);
});

test('a line that cannot be read is listed, and no other', async () => {
  const result = await read(`${lines[0]}\n{"type":"Fea\n[1]\n${lines[1]}\n{"type":"Feature","geom`);
  expect(result?.table.read).toBe(5);
  expect(result?.table.rows.map(({ number }) => number)).toEqual([1, 4]);
  expect(result?.issues.map(({ code, row }) => [code, row])).toEqual([
    ['broken-row', 2],
    ['broken-row', 3],
    ['broken-row', 5],
  ]);
});

test('a list of features, and a collection of one geometry, are read', async () => {
  expect((await read([feature(point(1, 2))]))?.table.read).toBe(1);
  const one = { type: 'GeometryCollection', geometries: [point(1, 2)] };
  expect((await read(feature(one)))?.table.rows[0]?.geometry).toEqual(point(1, 2));
});
