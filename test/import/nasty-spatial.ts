import type { NastyFile } from './nasty-file.ts';
import { geopackage, geopackageBlob, sqlite } from './read/formats/geopackage-bytes.ts';
import { wkbPoint, wkbPolygon } from './read/formats/wkb-bytes.ts';

const feature = (geometry: unknown, properties: unknown = { name: 'A' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const polygon = (...ring: unknown[]) => ({ type: 'Polygon', coordinates: [ring] });
const json = JSON.stringify;
const nested = (depth: number): string =>
  `${'{"type":"GeometryCollection","geometries":['.repeat(depth)}${json(point(-75, 45))}${']}'.repeat(depth)}`;
const deepFeature = (geometry: string) =>
  `{"type":"Feature","properties":{"name":"A"},"geometry":${geometry}}`;

const layer = await geopackage([
  {
    name: 'offices',
    columns: { name: 'TEXT', geom: 'BLOB' },
    crs: ['EPSG', 4326],
    rows: [['A', geopackageBlob(wkbPoint(-75, 45))]],
  },
]);
const blobs = (...all: Uint8Array[]) =>
  geopackage([
    {
      name: 'offices',
      columns: { name: 'TEXT', geom: 'BLOB' },
      crs: ['EPSG', 4326],
      rows: all.map((blob, index) => [`${index}`, blob]),
    },
  ]);
const claim = wkbPolygon([
  [0, 0],
  [0, 1],
  [1, 1],
  [0, 0],
]);
new DataView(claim.buffer).setUint32(9, 0xffffffff, true);

/** GeoJSON, other JSON and GeoPackages that are damaged, hostile or odd. */
export const nastySpatial: readonly NastyFile[] = [
  {
    what: 'a null geometry',
    text: json(collection(feature(null), feature(point(-75, 45)))),
    reports: ['geojson 2 = 2 + 0 unknown-code missing-coordinates'],
  },
  {
    what: 'a feature that is null',
    text: json(collection(null, feature(point(-75, 45)))),
    reports: ['geojson 2 = 1 + 1 unknown-code broken-row'],
  },
  {
    what: 'heights',
    text: json(collection(feature(point(-75, 45, 120)))),
    reports: ['geojson 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'a position of one number',
    text: json(collection(feature(point(-75)))),
    reports: ['geojson 1 = 0 + 1 unmatched-kind unsupported-geometry'],
  },
  {
    what: 'a position of text',
    text: json(collection(feature(point('-75', '45')))),
    reports: ['geojson 1 = 0 + 1 unmatched-kind unsupported-geometry'],
  },
  {
    what: 'a position beyond all numbers',
    text: '{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[1e999,45]}}',
    reports: ['geojson 1 = 0 + 1 unmatched-kind unsupported-geometry'],
  },
  {
    what: 'NaN in GeoJSON',
    text: '{"type":"Feature","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[NaN,45]}}',
    reports: ['geojson 0 = 0 + 0 unreadable'],
  },
  {
    what: 'collections in collections, 5 deep',
    text: deepFeature(nested(5)),
    reports: ['geojson 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'collections in collections, 20,000 deep',
    text: deepFeature(nested(20_000)),
    reports: ['geojson 1 = 0 + 1 unmatched-kind unsupported-geometry'],
  },
  {
    what: 'lists in lists, 200,000 deep',
    text: `${'['.repeat(200_000)}${']'.repeat(200_000)}`,
    reports: ['json 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'a property 100,000 lists deep',
    text: `{"type":"Feature","properties":{"name":"A","x":${'['.repeat(100_000)}${']'.repeat(100_000)}},"geometry":null}`,
    reports: ['geojson 1 = 0 + 1 unmatched-kind broken-row'],
  },
  {
    what: '__proto__ and constructor as keys',
    text: `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"A","__proto__":{"polluted":1},"constructor":"x"},"geometry":${json(point(-75, 45))}},${json(feature(point(-76, 46), { name: 'B' }))}]}`,
    reports: ['geojson 2 = 2 + 0 unknown-code'],
    holds: ['A -75 45', 'B -76 46'],
  },
  {
    what: 'properties that are a list',
    text: json(collection(feature(point(-75, 45), ['A']))),
    reports: ['geojson 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a polygon that crosses itself',
    text: json(collection(feature(polygon([-75, 45], [-74, 46], [-74, 45], [-75, 46], [-75, 45])))),
    reports: ['geojson 1 = 1 + 0 unjoined-area'],
  },
  {
    what: 'a polygon of two positions',
    text: json(collection(feature(polygon([-75, 45], [-74, 46])))),
    reports: ['geojson 1 = 0 + 1 missing-coordinates'],
  },
  {
    what: 'a polygon that is not closed',
    text: json(collection(feature(polygon([-75, 45], [-74, 45], [-74, 46])))),
    reports: ['geojson 1 = 1 + 0 unjoined-area'],
  },
  {
    what: 'a polygon without area',
    text: json(collection(feature(polygon([-75, 45], [-75, 45], [-75, 45], [-75, 45])))),
    reports: ['geojson 1 = 1 + 0 unjoined-area'],
  },
  {
    what: 'an empty polygon',
    text: json(collection(feature({ type: 'Polygon', coordinates: [] }))),
    reports: ['geojson 1 = 0 + 1 unmatched-kind'],
  },
  {
    what: 'a polygon across the antimeridian',
    text: json(collection(feature(polygon([179, 60], [-179, 60], [-179, 61], [179, 61], [179, 60])))),
    reports: ['geojson 1 = 1 + 0 unjoined-area impossible-coordinates'],
  },
  {
    what: 'swapped positions',
    text: json(collection(feature(point(45, -75)))),
    reports: ['geojson 1 = 1 + 0 unknown-code swapped-coordinates'],
  },
  { what: 'no features', text: json(collection()), reports: ['geojson 0 = 0 + 0 no-rows'] },
  {
    what: 'features that are no list',
    text: '{"type":"FeatureCollection","features":7}',
    reports: ['geojson 0 = 0 + 0 no-rows'],
  },
  {
    what: 'GeoJSON cut off',
    text: json(collection(feature(point(-75, 45)))).slice(0, -4),
    reports: ['geojson 0 = 0 + 0 unreadable'],
  },
  {
    what: 'metres of a known system',
    text: json({
      ...collection(feature(point(7_626_000, 1_270_000))),
      crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3347' } },
    }),
    reports: ['geojson 1 = 1 + 0 reprojected unknown-code'],
  },
  {
    what: 'metres of an unknown system',
    text: json({
      ...collection(feature(point(7_626_000, 1_270_000))),
      crs: { type: 'name', properties: { name: 'EPSG:99999' } },
    }),
    reports: ['geojson 1 = 0 + 1 not-wgs84'],
  },
  {
    what: 'metres of no system',
    text: json(collection(feature(point(7_626_000, 1_270_000)))),
    reports: ['geojson 1 = 0 + 1 not-wgs84'],
  },
  {
    what: 'a list of objects',
    text: json([
      { name: 'A', lat: 45, lon: -75, sb: { id: 3 } },
      { name: 'B', lat: 46, lon: -76 },
    ]),
    reports: ['json 2 = 2 + 0 unknown-code'],
    holds: ['A -75 45', 'B -76 46'],
  },
  {
    what: 'a list with other things among its objects',
    text: json([{ name: 'A', lat: 45, lon: -75 }, 7, null, 'x']),
    reports: ['json 4 = 1 + 3 unknown-code broken-row'],
  },
  {
    what: 'an object with lists',
    text: json({
      next: null,
      offices: [{ name: 'A', lat: 45, lon: -75 }],
      tags: [{ t: 1 }, { t: 2 }].slice(0, 1),
    }),
    reports: ['json 1 = 1 + 0 other-parts unknown-code'],
  },
  {
    what: 'objects a line, one of them cut',
    text: '{"name":"A","lat":45,"lon":-75}\n{"name":"B","lat"',
    reports: ['jsonl 2 = 1 + 1 unknown-code broken-row'],
  },
  { what: 'an empty object', text: '{}', reports: ['json 0 = 0 + 0 unknown-format'] },
  { what: 'a number', text: '7', reports: ['csv 0 = 0 + 0 no-rows'] },
  {
    what: 'a truncated GeoPackage',
    bytes: layer.subarray(0, layer.length - 5000),
    reports: ['geopackage 0 = 0 + 0 unreadable'],
  },
  {
    what: 'the header of a GeoPackage alone',
    bytes: layer.subarray(0, 100),
    reports: ['geopackage 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a GeoPackage with zeros in its middle',
    bytes: layer.slice().fill(0, 4096, 8192),
    reports: ['geopackage 0 = 0 + 0 unreadable'],
  },
  { what: 'another database', bytes: await sqlite(), reports: ['geopackage 0 = 0 + 0 unknown-format'] },
  {
    what: 'blobs that are no geometry, or claim 4 GB',
    bytes: await blobs(
      new Uint8Array(),
      Uint8Array.from([1, 2, 3]),
      geopackageBlob(claim),
      geopackageBlob(wkbPoint(-75, 45)),
    ),
    reports: ['geopackage 4 = 1 + 3 unknown-code unsupported-geometry'],
  },
];
