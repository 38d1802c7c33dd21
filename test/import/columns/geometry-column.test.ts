import { expect, test } from 'vitest';
import { withGeometries } from '../../../src/import/columns/geometry-column.ts';
import { readWkt } from '../../../src/import/read/formats/wkt.ts';
import type { RawTable } from '../../../src/import/read/table.ts';
import { tableOfColumns } from '../../../src/import/read/formats/typed-columns.ts';
import { checkOne, textFile } from '../read.ts';

test.each([
  ['POINT (-75.7 45.4)', { type: 'Point', coordinates: [-75.7, 45.4] }],
  ['SRID=4326;Point Z(-75.7 45.4 12)', { type: 'Point', coordinates: [-75.7, 45.4] }],
  [
    'MULTIPOINT ((1 2), (3 4))',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'MULTIPOINT (1 2, 3 4)',
    {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    },
  ],
  [
    'POLYGON((0 0,1 0,1 .5,0 0))',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 0],
          [1, 0.5],
          [0, 0],
        ],
      ],
    },
  ],
  ['POINTZ(1 2 3)', { type: 'Point', coordinates: [1, 2] }],
  ['POINT EMPTY', null],
  [`POINT (${'1'.repeat(1_000_000)}`, null],
  [`POINT${' '.repeat(1_000_000)}x`, null],
  [`POINT (1${' '.repeat(1_000_000)}2)`, { type: 'Point', coordinates: [1, 2] }],
  ['POINT (a b)', null],
  ['POINT (1)', null],
  ['POLYGON ((0 0, 1 1', null],
  ['GEOMETRYCOLLECTION (POINT (1 2))', null],
  ['Pointe-Claire', null],
])('well-known text %j', (text, geometry) => expect(readWkt(text)).toEqual(geometry));

test.each([
  ['well-known text', 'POINT (-75.7 45.4)', 'POINT (-75.8 45.5)'],
  [
    'GeoJSON',
    '"{""type"": ""Point"", ""coordinates"": [-75.7, 45.4]}"',
    '"{""type"": ""Point"", ""coordinates"": [-75.8, 45.5]}"',
  ],
  ['latitude and longitude', '"(45.4, -75.7)"', '"(45.5, -75.8)"'],
  ['longitude and latitude', '"-75.7, 45.4"', '"-75.8, 45.5"'],
])('a column of %s places the rows', async (_, first, second) => {
  const { report, project } = await checkOne(
    textFile(`name,location\nA,${first}\nB,${second}\nC,\n`, 'x.csv'),
  );
  expect(report).toMatchObject({ kind: 'points', rows: { read: 3, kept: 3, listed: 0 } });
  expect(report.issues).toContainEqual(
    expect.objectContaining({ code: 'geometry-column', column: 'location' }),
  );
  expect(project.tables.service_point.map(({ lon, lat }) => [lon, lat])).toEqual([
    [-75.7, 45.4],
    [-75.8, 45.5],
    [null, null],
  ]);
});

test('columns of latitude and longitude come before a column of points, polygons before both', async () => {
  const points = await checkOne(
    textFile('name,lat,lon,place\nA,45.4,-75.7,POINT (0 1)\nB,45.5,-75.8,POINT (0 1)\n', 'x.csv'),
  );
  expect(points.project.tables.service_point[0]).toMatchObject({ lon: -75.7, lat: 45.4 });
  const square = '"POLYGON ((-76 45, -75 45, -75 46, -76 46, -76 45))"';
  const areas = await checkOne(textFile(`code,name,shape\n001,A,${square}\n`, 'x.csv'));
  expect(areas.report).toMatchObject({ kind: 'boundaries', rows: { read: 1, kept: 1, listed: 0 } });
  expect(areas.project.tables.area[0]).toMatchObject({ code: '001', lon: -75.5, lat: 45.5 });
});

test('two numbers in a column that is not named for places are no place', async () => {
  const { report } = await checkOne(textFile('code,name,size\n01,A,"1.5, 2.5"\n02,B,"1.5, 3.5"\n', 'x.csv'));
  expect(report.issues.map(({ code }) => code)).not.toContain('geometry-column');
});

test('a cell here and there that looks like a pair of degrees places nothing', async () => {
  const { report } = await checkOne(textFile('name,location\nA,"1.5, 2.5"\nB,large\nC,small\n', 'x.csv'));
  expect(report.issues.map(({ code }) => code)).not.toContain('geometry-column');
});

test('a table of stored columns without such a column makes no rows of text', () => {
  const table = tableOfColumns(
    [
      { name: 'code', original: 'code' },
      { name: 'place', original: 'place' },
    ],
    [
      [1, 2],
      ['Ash', 'Birch'],
    ],
    2,
  );
  const watched: RawTable = Object.defineProperty({ ...table }, 'rows', {
    get: () => expect.fail('rows were made'),
  });
  expect(withGeometries(watched).table).toBe(watched);
  const placed = tableOfColumns(
    [{ name: 'wkt', original: 'wkt' }],
    [['POINT (1 2)', null, 'POINT (3 4)']],
    3,
  );
  expect(withGeometries(placed).table.rows.map(({ geometry }) => geometry?.type)).toEqual([
    'Point',
    undefined,
    'Point',
  ]);
});
