import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { geopackage, geopackageBlob } from './geopackage-bytes.ts';
import { archive, dbf, pointShapes, polygonShapes } from './shapefile-bytes.ts';
import { wkbPoint, wkbPolygon } from './wkb-bytes.ts';
import { workbook } from './workbook.ts';
import { workbookOf } from './workbook-xml.ts';

const places = [
  [-75, 45],
  [-76, 46],
  [-77, 47],
] as const;
const ring = [
  [-75, 45],
  [-75, 46],
  [-74, 46],
  [-75, 45],
] as const;
const named = (name: string, [lon, lat]: readonly [number, number]) => ({
  type: 'Feature',
  properties: { name },
  geometry: { type: 'Point', coordinates: [lon, lat] },
});
const table = 'name,lat,lon,population\n"Île, B",45,-75,12\n"C ""x""",46,-76,..\nD,47,-77,3\n';
const codec = (name: 'SNAPPY' | 'UNCOMPRESSED') =>
  new Uint8Array(
    parquetWriteBuffer({
      codec: name,
      columnData: [
        { name: 'name', data: ['A', 'A', 'B', null], type: 'STRING' },
        { name: 'lat', data: [45, 46, 47, 48], type: 'DOUBLE' },
        { name: 'lon', data: [-75, -76, -77, -78], type: 'DOUBLE' },
        { name: 'open', data: [true, null, false, true], type: 'BOOLEAN' },
      ],
    }),
  );

/** One tiny whole file of every format; `text` marks those in which letters are also changed. */
export const seeds: Readonly<Record<string, { bytes: Uint8Array; text: boolean }>> = {
  csv: { bytes: strToU8(table), text: true },
  'csv of decimal commas': { bytes: strToU8('name;lat;lon\nA;45,5;-75,25\nB;46;-76\n'), text: true },
  'csv with a title and notes': {
    bytes: strToU8('Table 1,,,\n\nGEO,2016,,2021\n,a,b,a\nX,1,2,3\nY,4,..,6\nNote:\nx\n'),
    text: true,
  },
  'text in UTF-16': {
    bytes: Uint8Array.from(
      [...`\ufeff${table}`].flatMap((letter) => [letter.charCodeAt(0) & 255, letter.charCodeAt(0) >> 8]),
    ),
    text: false,
  },
  geojson: {
    bytes: strToU8(
      JSON.stringify({ type: 'FeatureCollection', features: places.map((place) => named('A', place)) }),
    ),
    text: true,
  },
  'geojson of a projected system': {
    bytes: strToU8(
      JSON.stringify({
        type: 'FeatureCollection',
        crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3347' } },
        features: [named('A', [7_626_000, 1_270_000])],
      }),
    ),
    text: true,
  },
  'geojson a line': {
    bytes: strToU8(places.map((place) => JSON.stringify(named('B', place))).join('\n')),
    text: true,
  },
  json: {
    bytes: strToU8(
      JSON.stringify({ offices: places.map(([lon, lat]) => ({ name: 'A', at: { lat, lon }, tags: [1] })) }),
    ),
    text: true,
  },
  xlsx: {
    bytes: workbook({ Sheet1: [['name', 'lat', 'lon'], ...places.map(([lon, lat]) => ['A', lat, lon])] }),
    text: false,
  },
  'sheet of a workbook': {
    bytes: strToU8(
      '<row r="1"><c r="A1" t="str"><v>name</v></c><c r="B1" t="str"><v>lat</v></c></row><row r="2"><c r="A2" s="1"><v>7</v></c><c r="B2"><v>45</v></c></row>',
    ),
    text: true,
  },
  zip: {
    bytes: archive({ 'a.csv': table, 'b/b.csv': table, 'c.zip': archive({ 'd.csv': table }) }),
    text: false,
  },
  'zip without compression': { bytes: zipSync({ 'a.csv': strToU8(table) }, { level: 0 }), text: false },
  shapefile: {
    bytes: zipSync(
      {
        'a.shp': pointShapes(places),
        'a.dbf': dbf([{ name: 'name', type: 'C', length: 9 }], [['A'], ['B'], ['C']]),
        'a.prj': strToU8(
          'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137,298.257223563]]]',
        ),
      },
      { level: 0 },
    ),
    text: false,
  },
  'shp of polygons': { bytes: polygonShapes([ring, ring]), text: false },
  parquet: { bytes: codec('UNCOMPRESSED'), text: false },
  'parquet packed by snappy': { bytes: codec('SNAPPY'), text: false },
  geoparquet: {
    bytes: new Uint8Array(
      parquetWriteBuffer({
        codec: 'UNCOMPRESSED',
        columnData: [
          { name: 'name', data: ['A', 'B', 'C'], type: 'STRING' },
          {
            name: 'geometry',
            data: [wkbPolygon(ring), ...places.slice(1).map(([lon, lat]) => wkbPoint(lon, lat))],
            type: 'BYTE_ARRAY',
          },
        ],
      }),
    ),
    text: false,
  },
  geopackage: {
    bytes: await geopackage([
      {
        name: 'offices',
        columns: { name: 'TEXT', geom: 'BLOB' },
        crs: ['EPSG', 4326],
        rows: places.map(([lon, lat]) => ['A', geopackageBlob(wkbPoint(lon, lat))]),
      },
    ]),
    text: false,
  },
};

/** What a changed seed is handed over as: some are the inside of a file, whose archive must be whole to be opened. */
export function wrapped(name: string, bytes: Uint8Array): Uint8Array {
  if (name === 'sheet of a workbook') return workbookOf(new TextDecoder().decode(bytes), '00000');
  if (name === 'shapefile') return resummed(bytes);
  return bytes;
}

/** The shapefile's parts packed anew, so that changes of them are met by its readers and not by the sums of the archive. */
function resummed(bytes: Uint8Array): Uint8Array {
  // The three parts stand one behind the other, each behind its name.
  const text = new TextDecoder('latin1').decode(bytes);
  const from = ['a.shp', 'a.dbf', 'a.prj'].map((part) => text.indexOf(part) + part.length);
  const [shp = 0, dbase = 0, prj = 0] = from;
  if (shp < 5 || dbase < shp || prj < dbase) return bytes;
  const gap = 35;
  return zipSync(
    {
      'a.shp': bytes.subarray(shp, dbase - gap),
      'a.dbf': bytes.subarray(dbase, prj - gap),
      'a.prj': bytes.subarray(prj, prj + 90),
    },
    { level: 0 },
  );
}
