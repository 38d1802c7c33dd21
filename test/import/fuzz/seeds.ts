import { strToU8, unzipSync, zipSync } from 'fflate';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { geopackage, geopackageBlob } from '../read/formats/geopackage-bytes.ts';
import { dbf, pointShapes, polygonShapes } from '../read/formats/shapefile-bytes.ts';
import { wkbPoint, wkbPolygon } from '../read/formats/wkb-bytes.ts';
import { workbook } from '../read/formats/workbook.ts';
import { mutated, pick, type Random } from './mutate.ts';

/** A small whole file to be damaged. Of an archive, a member or the archive itself. */
export type Seed =
  | { kind: 'text' | 'bytes'; bytes: Uint8Array }
  | { kind: 'archive'; members: Readonly<Record<string, Uint8Array>> };

const text = (content: string): Seed => ({ kind: 'text', bytes: strToU8(content) });
const bytes = (content: Uint8Array): Seed => ({ kind: 'bytes', bytes: content });
const archive = (members: Readonly<Record<string, Uint8Array>>): Seed => ({ kind: 'archive', members });

const utf16 = (content: string) =>
  Uint8Array.from(
    [...`\ufeff${content}`].flatMap((letter) => [letter.charCodeAt(0) & 0xff, letter.charCodeAt(0) >> 8]),
  );

const places = [
  [-75, 45],
  [-76.5, 46.25],
  [-123.1, 49.3],
] as const;
const ring: [number, number][] = [
  [-75, 45],
  [-74, 45],
  [-74, 46],
  [-75, 45],
];

const offices = `name,address,lat,lon,postal code,lease expiry,hours
"Île, ""B""",1 Main St,45.5,-75.5,K1A 0B1,2027-01-31,Mon-Fri 08:30-16:00
Woodstock,"2 King
Suite 3",46.15,-67.6,E7M 1A1,31/12/2026,
Minto,3 Rue,46.08,-66.08,E4B 3Y5,,9 - 5
`;
const counts = `Offices of 2021;;\nGEO_CODE;Population, 2021;Dwellings\n1301001;1 234;500\n1301002;..;x\n1301003;5,5;7\nSymbol legend:\n.. not available\n`;
const years = 'Geography\t2016\t2021\nOttawa\t934243\t1017449\nGatineau\t276245\t291041\n';
const twoRows = 'Geo,2016,,2021,\n,Men,Women,Men,Women\nA,1,2,3,4\nB,..,6,7,8\n';
const long =
  'DGUID,GEO_NAME,CHARACTERISTIC_ID,CHARACTERISTIC_NAME,C1_COUNT_TOTAL\n2021A00051301001,Alma,1,"Population, 2021",500\n2021A00051301001,Alma,2,"Population, 2016",480\n';

const feature = (properties: object, geometry: object | null) => ({ type: 'Feature', properties, geometry });
const collection = {
  type: 'FeatureCollection',
  features: [
    feature({ name: 'A', n: 1 }, { type: 'Point', coordinates: places[0] }),
    feature({ name: 'B', list: [1, { a: 2 }] }, { type: 'Polygon', coordinates: [ring] }),
    feature({ name: 'C' }, { type: 'MultiPoint', coordinates: places }),
    feature({ name: 'D' }, null),
  ],
};
const lambert = {
  type: 'FeatureCollection',
  crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::3347' } },
  features: [feature({ DGUID: '2021A00051301001' }, { type: 'Point', coordinates: [8_200_000, 1_500_000] })],
};
const records = places.map(([lon, lat], index) => ({ name: `R${index}`, at: { lat, lon }, tags: ['a'] }));

const attributes = dbf(
  [
    { name: 'NAME', type: 'C', length: 12 },
    { name: 'COUNT', type: 'N', length: 6 },
    { name: 'OPENED', type: 'D', length: 8 },
  ],
  [
    ['Île', '12', '20200212'],
    ['B', '7', '20200230'],
    ['C', '**', ''],
  ],
);
const degrees =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const utm = `PROJCS["NAD83 / UTM zone 18N",${degrees},PROJECTION["Transverse_Mercator"],PARAMETER["latitude_of_origin",0],PARAMETER["central_meridian",-75],PARAMETER["scale_factor",0.9996],PARAMETER["false_easting",500000],PARAMETER["false_northing",0],UNIT["metre",1]]`;

const columns: ColumnSource[] = [
  { name: 'name', data: ['A', 'B', null], type: 'STRING' },
  { name: 'count', data: [1n, null, 3n], type: 'INT64' },
  { name: 'kind', data: ['x', 'x', 'x'], type: 'STRING', encoding: 'RLE_DICTIONARY' },
  { name: 'open', data: [true, false, true], type: 'BOOLEAN' },
  { name: 'at', data: [new Date(0), null, new Date(86_400_000)], type: 'TIMESTAMP' },
];
const geometry: ColumnSource = {
  name: 'geometry',
  data: [wkbPoint(-75, 45), wkbPolygon(ring), null],
  type: 'BYTE_ARRAY',
};
const geo = JSON.stringify({
  version: '1.1.0',
  primary_column: 'geometry',
  columns: { geometry: { encoding: 'WKB', crs: { id: { authority: 'EPSG', code: 4326 } } } },
});
const parquet = (codec: 'SNAPPY' | 'UNCOMPRESSED', columnData: ColumnSource[], geo?: string) =>
  bytes(
    new Uint8Array(
      parquetWriteBuffer({
        columnData,
        codec,
        ...(geo === undefined ? {} : { kvMetadata: [{ key: 'geo', value: geo }] }),
      }),
    ),
  );

const book = workbook(
  {
    Offices: [
      ['name', 'lat', 'lon', 'since'],
      ['A', 45, -75, { serial: 43_873 }],
      ['B', 46.5, -76, { serial: 61.5 }],
    ],
    Notes: [['Source: the ministry']],
  },
  { date1904: true },
);

/** Small whole files of every format that is read, and how many damaged ones of each format are tried. */
export const seeds: Readonly<Record<string, { inputs: number; seeds: readonly Seed[] }>> = {
  csv: {
    inputs: 3000,
    seeds: [...[offices, counts, years, twoRows, long].map(text), bytes(utf16(offices))],
  },
  geojson: {
    inputs: 2200,
    seeds: [
      ...[collection, lambert, { type: 'Polygon', coordinates: [ring] }, records].map((json) =>
        text(JSON.stringify(json)),
      ),
      text(collection.features.map((one) => JSON.stringify(one)).join('\n')),
    ],
  },
  xlsx: { inputs: 1300, seeds: [archive(unzipSync(book))] },
  shapefile: {
    inputs: 1300,
    seeds: [
      archive({ 'a.shp': pointShapes(places), 'a.dbf': attributes, 'a.prj': strToU8(degrees) }),
      archive({ 'a.shp': polygonShapes([ring, ring, ring]), 'a.dbf': attributes, 'a.cpg': strToU8('UTF-8') }),
      archive({ 'b.shp': pointShapes([[500_000, 5_000_000]]), 'b.prj': strToU8(utm) }),
    ],
  },
  zip: {
    inputs: 600,
    seeds: [
      archive({
        'a.csv': strToU8(offices),
        'b/c.geojson': strToU8(JSON.stringify(collection)),
        'd.zip': zipSync({ 'e.csv': strToU8(years) }),
      }),
    ],
  },
  parquet: {
    inputs: 1200,
    seeds: [
      parquet('SNAPPY', columns),
      parquet('UNCOMPRESSED', columns),
      parquet('UNCOMPRESSED', [...columns.slice(0, 1), geometry], geo),
    ],
  },
  geopackage: {
    inputs: 400,
    seeds: [
      bytes(
        await geopackage([
          {
            name: 'offices',
            columns: { name: 'TEXT', geom: 'BLOB' },
            crs: ['EPSG', 4326],
            rows: places.map(([lon, lat]) => ['A', geopackageBlob(wkbPoint(lon, lat))]),
          },
        ]),
      ),
    ],
  },
};

/** A damaged file: always the same for the same random numbers. */
export function damaged(all: readonly Seed[], random: Random): Uint8Array {
  const seed = pick(random, all);
  if (seed.kind !== 'archive') return mutated(seed.bytes, seed.kind, random);
  // Without compression, damage reaches what is in the archive; with it, mostly the archive.
  const options = { mtime: new Date(2000, 0, 1), level: pick(random, [0, 6] as const) };
  if (random() < 0.35) return mutated(zipSync({ ...seed.members }, options), 'bytes', random);
  const name = pick(random, Object.keys(seed.members));
  const member = seed.members[name] ?? new Uint8Array();
  const kind = /\.(xml|rels|csv|geojson|prj|cpg)$/.test(name) ? 'text' : 'bytes';
  return zipSync({ ...seed.members, [name]: mutated(member, kind, random) }, options);
}
