import geodesic from 'geographiclib-geodesic';
import { expect, test } from 'vitest';
import { reprojectFrom } from '../../../../src/import/read/formats/reproject.ts';
import { geopackage, geopackageBlob } from './geopackage-bytes.ts';
import { checkOne, textFile } from '../../read.ts';
import { wkbPoint } from './wkb-bytes.ts';

/** Length of the meridian from the equator, in metres, by an independent library (WGS 84 and GRS 80 differ by 0.1 mm). */
const meridianArc = (lat: number) => geodesic.Geodesic.WGS84.Inverse(0, 0, lat, 0).s12 ?? NaN;

async function inDegrees(name: string, position: readonly number[], definition?: unknown) {
  const reproject = await reprojectFrom({ name, definition });
  return reproject ? reproject([...position]) : null;
}

// The origins are those of the EPSG register.
test.each([
  ['EPSG:3347', [6_200_000, 3_000_000], [-91.8666667, 63.390675]],
  ['urn:ogc:def:crs:EPSG::3978', [0, 0], [-95, 49]],
  ['http://www.opengis.net/def/crs/EPSG/0/3005', [1_000_000, 0], [-126, 45]],
  ['EPSG:32198', [0, 0], [-68.5, 44]],
  ['EPSG:6624', [0, 0], [-68.5, 44]],
  ['EPSG:2953', [2_500_000, 7_500_000], [-66.5, 46.5]],
  ['EPSG:2954', [400_000, 800_000], [-63, 47.25]],
  ['EPSG:3579', [500_000, 500_000], [-132.5, 59]],
  ['EPSG:3857', [0, 0], [0, 0]],
  // On the central meridian a transverse Mercator projection only scales the arc.
  ['EPSG:26918', [500_000, 0.9996 * meridianArc(45)], [-75, 45]],
  ['EPSG:2958', [500_000, 0.9996 * meridianArc(44)], [-81, 44]],
  ['EPSG:32610', [500_000, 0.9996 * meridianArc(49)], [-123, 49]],
  ['EPSG:32188', [304_800, 0.9999 * meridianArc(45.5)], [-73.5, 45.5]],
  ['EPSG:2952', [304_800, 0.9999 * meridianArc(43.7)], [-79.5, 43.7]],
  ['EPSG:3400', [500_000, 0.9992 * meridianArc(53)], [-115, 53]],
] as const)('%s places %j at %j', async (name, position, expected) => {
  const [lon = NaN, lat = NaN] = (await inDegrees(name, position)) ?? [];
  expect(lon).toBeCloseTo(expected[0], 6);
  expect(lat).toBeCloseTo(expected[1], 6);
});

test('scale is true on a standard parallel: a kilometre of the map is one on the ground', async () => {
  const middle = [-95, 49] as const;
  const east = (await inDegrees('EPSG:3978', [1000, 0])) ?? [];
  const { s12 } = geodesic.Geodesic.WGS84.Inverse(middle[1], middle[0], east[1] ?? NaN, east[0] ?? NaN);
  expect(s12).toBeCloseTo(1000, 2);
});

const lambert =
  'PROJCS["An office of its own",GEOGCS["NAD83",DATUM["North_American_Datum_1983",SPHEROID["GRS 1980",6378137,298.257222101]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Lambert_Conformal_Conic_2SP"],PARAMETER["standard_parallel_1",49],PARAMETER["standard_parallel_2",77],PARAMETER["latitude_of_origin",49],PARAMETER["central_meridian",-95],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]';

test('a system that has no known code is read from the definition in the file', async () => {
  const own = await inDegrees('local:7', [500_000, 900_000], lambert);
  const known = await inDegrees('EPSG:3978', [500_000, 900_000]);
  expect(own?.[0]).toBeCloseTo(known?.[0] ?? NaN, 9);
  expect(own?.[1]).toBeCloseTo(known?.[1] ?? NaN, 9);
});

test.each([
  ['no definition', undefined],
  ['an empty one', ''],
  ['a broken one', 'PROJCS["x",GEOGCS['],
  ['words', 'a local grid'],
  ['an older datum, whose shifts are not at hand', lambert.replaceAll('1983', '1927')],
  ['PROJJSON that is none', { type: 'ProjectedCRS' }],
])('an unknown code with %s is not guessed', async (_, definition) => {
  expect(await reprojectFrom({ name: 'EPSG:99999', definition })).toBeNull();
});

test('heights stay; a note says from which system a layer came', async () => {
  const reproject = await reprojectFrom({ name: 'EPSG:3347' });
  expect(reproject?.([6_200_000, 3_000_000, 120])?.[2]).toBe(120);
  const bytes = await geopackage([
    {
      name: 'offices',
      columns: { name: 'TEXT', geom: 'BLOB' },
      crs: ['EPSG', 3347],
      rows: [['A', geopackageBlob(wkbPoint(6_200_000, 3_000_000))]],
    },
  ]);
  const { report, project } = await checkOne({ name: 'a.gpkg', bytes });
  expect(report.issues.map(({ code, found }) => [code, found])).toContainEqual(['reprojected', 'EPSG:3347']);
  expect(project.tables.service_point[0]?.lat).toBeCloseTo(63.390675, 6);
});

test('degrees under the name of a projected system contradict it: refused', async () => {
  const named = { type: 'name', properties: { name: 'EPSG:3347' } };
  const point = {
    type: 'Feature',
    properties: { name: 'A' },
    geometry: { type: 'Point', coordinates: [-75, 45] },
  };
  const { codes } = await checkOne(
    textFile(JSON.stringify({ type: 'FeatureCollection', crs: named, features: [point] }), 'a.geojson'),
  );
  expect(codes).toEqual(['not-wgs84']);
});
