import { expect, test } from 'vitest';
import { readTable } from '../../../../src/import/read/read-table.ts';
import { archive, dbf, pointShapes, polygonShapes, type Column } from './shapefile-bytes.ts';
import { checkOne } from '../../read.ts';

const columns: Column[] = [
  { name: 'NAME', type: 'C', length: 20 },
  { name: 'CODE', type: 'C', length: 4 },
  { name: 'COUNT', type: 'N', length: 6 },
  { name: 'OPENED', type: 'D', length: 8 },
  { name: 'ACTIVE', type: 'L', length: 1 },
];
const rows = [
  ['Île d’Orléans', '0012', '  1081', '20200212', 'T'],
  ['Lévis', '0013', '', '', '?'],
];
const places = pointShapes([
  [-71, 46.9],
  [-71.2, 46.8],
]);
const degrees =
  'GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
/** NAD 83 / Statistics Canada Lambert, EPSG:3347. */
const lambert = `PROJCS["NAD_1983_Statistics_Canada_Lambert",${degrees},PROJECTION["Lambert_Conformal_Conic"],PARAMETER["False_Easting",6200000.0],PARAMETER["False_Northing",3000000.0],PARAMETER["Central_Meridian",-91.8666666666667],PARAMETER["Standard_Parallel_1",49.0],PARAMETER["Standard_Parallel_2",77.0],PARAMETER["Latitude_Of_Origin",63.390675],UNIT["Meter",1.0]]`;

const read = async (files: Record<string, Uint8Array | string>) =>
  readTable({ name: 'a.zip', bytes: archive(files) });

test('cells are as stored: zeros kept, dates ISO, blanks empty', async () => {
  const { table, format } = await read({ 'a.shp': places, 'a.dbf': dbf(columns, rows), 'a.prj': degrees });
  expect(format).toBe('shapefile');
  expect(table.columns.map(({ name }) => name)).toEqual(['NAME', 'CODE', 'COUNT', 'OPENED', 'ACTIVE']);
  expect(table.rows.map(({ cells }) => cells)).toEqual([
    ['Île d’Orléans', '0012', '1081', '2020-02-12', 'true'],
    ['Lévis', '0013', '', '', ''],
  ]);
  expect(table.rows[0]?.geometry).toEqual({ type: 'Point', coordinates: [-71, 46.9] });
});

test.each([
  ['UTF-8 without .cpg', 'utf-8', undefined, 'utf-8'],
  ['Windows-1252 without .cpg', 'windows-1252', undefined, 'windows-1252'],
  ['UTF-8 as its .cpg says', 'utf-8', 'UTF-8', 'utf-8'],
  ['Windows-1252 as its .cpg says', 'windows-1252', '1252', 'windows-1252'],
  ['Windows-1252 whose .cpg says UTF-8', 'windows-1252', 'UTF-8', 'windows-1252'],
])('reads %s', async (_, encoding, cpg, expected) => {
  const attributes = dbf(columns, rows, { encoding });
  const found = await read({
    'a.shp': places,
    'a.dbf': attributes,
    'a.prj': degrees,
    ...(cpg ? { 'a.cpg': cpg } : {}),
  });
  expect(found.encoding).toBe(expected);
  expect(found.table.rows.map(({ cells }) => cells[0])).toEqual(['Île d’Orléans', 'Lévis']);
});

test.each([
  ['a .cpg of DOS', '850', 0, 0x82, 'é', 'ibm850'],
  ['a .cpg in words', 'OEM 850', 0, 0xb7, 'À', 'ibm850'],
  ['a .cpg of Central Europe', 'windows-1250', 0, 0xf8, 'ř', 'windows-1250'],
  ['the language driver of French Canada', undefined, 0x6c, 0x84, 'Â', 'ibm863'],
  ['the language driver of DOS', undefined, 0x01, 0x82, 'é', 'ibm437'],
  ['the language driver of Windows', undefined, 0x57, 0xe9, 'é', 'windows-1252'],
  ['a .cpg over the language driver', '1252', 0x02, 0xe9, 'é', 'windows-1252'],
])('a code page by %s', async (_, cpg, driver, byte, letter, expected) => {
  const attributes = dbf(columns, [['Qu_bec', '', '', '', '']]).map((one) => (one === 0x5f ? byte : one));
  attributes[29] = driver;
  const found = await read({
    'a.shp': pointShapes([[-71, 46.9]]),
    'a.dbf': attributes,
    'a.prj': degrees,
    ...(cpg ? { 'a.cpg': cpg } : {}),
  });
  expect(found.encoding).toBe(expected);
  expect(found.table.rows[0]?.cells[0]).toBe(`Qu${letter}bec`);
});

test('UTF-8 is told from the code page of a language driver that says otherwise', async () => {
  const attributes = dbf(columns, rows);
  attributes[29] = 0x02;
  const { encoding } = await read({ 'a.shp': places, 'a.dbf': attributes, 'a.prj': degrees });
  expect(encoding).toBe('utf-8');
});

test('shapes are reprojected by the .prj; without it metres are refused', async () => {
  // The origin of the projection, in metres and in degrees (EPSG:3347).
  const origin = pointShapes([[6_200_000, 3_000_000]]);
  const attributes = dbf(columns, rows.slice(0, 1));
  const { table } = await read({ 'a.shp': origin, 'a.dbf': attributes, 'a.prj': lambert });
  const geometry = table.rows[0]?.geometry;
  const [lon = NaN, lat = NaN] = geometry?.type === 'Point' ? geometry.coordinates : [];
  expect(lon).toBeCloseTo(-91.866667, 5);
  expect(lat).toBeCloseTo(63.390675, 5);
  const refused = await read({ 'a.shp': origin, 'a.dbf': attributes });
  expect(refused.issues.map(({ code }) => code)).toEqual(['not-wgs84']);
});

test('a polygon, a null shape, a record without a shape and a deleted record', async () => {
  const ring: [number, number][] = [
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 0],
    [0, 0],
  ];
  const areas = await read({ 'a.shp': polygonShapes([ring]), 'a.prj': degrees });
  expect(areas.table.rows[0]?.geometry).toEqual({ type: 'Polygon', coordinates: [ring] });
  const more = dbf(columns, [...rows, ...rows], { deleted: [2] });
  const { table, issues } = await read({
    'a.shp': pointShapes([null, [1, 2], [3, 4]]),
    'a.dbf': more,
  });
  expect(table.read).toBe(3);
  expect(table.rows.map(({ number, geometry }) => [number, geometry?.type ?? null])).toEqual([
    [1, null],
    [2, 'Point'],
  ]);
  expect(issues.map(({ code, row }) => [code, row])).toEqual([['broken-row', 3]]);
});

test('one shape that cannot be read does not lose the others', async () => {
  const broken = pointShapes([
    [Infinity, 1],
    [-71, 46],
  ]);
  const attributes = dbf(columns, rows);
  const { table, issues } = await read({ 'a.shp': broken, 'a.dbf': attributes, 'a.prj': lambert });
  expect(table.read).toBe(2);
  expect(issues.filter(({ row }) => row === 1)).toHaveLength(1);
  expect(table.rows.map(({ number }) => number)).toEqual([2]);
});

const header = dbf(columns, rows);
test.each([
  ['a cut-off .shp', { 'a.shp': places.subarray(0, 120), 'a.dbf': header }, 'unreadable'],
  ['an empty .shp', { 'a.shp': new Uint8Array(), 'a.dbf': header }, 'unreadable'],
  ['a .shp of another kind', { 'a.shp': 'not a shapefile'.repeat(10), 'a.dbf': header }, 'unreadable'],
  ['a cut-off .dbf', { 'a.shp': places, 'a.dbf': header.subarray(0, 250) }, 'unreadable'],
  ['no rows', { 'a.shp': pointShapes([]), 'a.dbf': dbf(columns, []) }, 'no-rows'],
])('%s gives an issue', async (_, files, code) => {
  const { report, codes } = await checkOne({ name: 'a.zip', bytes: archive(files) });
  expect(codes).toContain(code);
  expect(report.rows.kept).toBe(0);
});
