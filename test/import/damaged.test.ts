import { parquetWriteBuffer } from 'hyparquet-writer';
import { expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { geopackage, geopackageBlob } from './geopackage-bytes.ts';
import { facts } from './read.ts';
import { archive, dbf, pointShapes } from './shapefile-bytes.ts';
import { wkbPoint } from './wkb-bytes.ts';
import { workbook } from './workbook.ts';

const places = [
  [-75, 45],
  [-76, 46],
  [-77, 47],
] as const;
const text = (value: string) => new TextEncoder().encode(value);
const wholes: Record<string, Uint8Array> = {
  csv: text('name,lat,lon\n"Île, B",45,-75\nC,46,-76\n'),
  geojson: text(
    JSON.stringify({
      type: 'FeatureCollection',
      features: places.map((coordinates, index) => ({
        type: 'Feature',
        properties: { name: `${index}` },
        geometry: { type: 'Point', coordinates },
      })),
    }),
  ),
  xlsx: workbook({ Sheet1: [['name', 'lat', 'lon'], ...places.map(([lon, lat]) => ['A', lat, lon])] }),
  shapefile: archive({
    'a.shp': pointShapes(places),
    'a.dbf': dbf([{ name: 'name', type: 'C', length: 9 }], [['A'], ['B'], ['C']]),
  }),
  zip: archive({ 'a.csv': 'name,lat,lon\nA,45,-75\n', 'b.csv': 'name,lat,lon\nB,46,-76\n' }),
  parquet: new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: 'name', data: ['A', 'B', 'C'], type: 'STRING' },
        { name: 'geometry', data: places.map(([lon, lat]) => wkbPoint(lon, lat)), type: 'BYTE_ARRAY' },
      ],
    }),
  ),
  geopackage: await geopackage([
    {
      name: 'offices',
      columns: { name: 'TEXT', geom: 'BLOB' },
      crs: ['EPSG', 4326],
      rows: places.map(([lon, lat]) => ['A', geopackageBlob(wkbPoint(lon, lat))]),
    },
  ]),
};

/** A small generator of numbers in [0, 1) (Marsaglia 2003, doi:10.18637/jss.v008.i14), the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Cuts, changes a few bytes, or writes ones over some in a row. */
function damaged(bytes: Uint8Array, random: () => number): Uint8Array {
  const at = Math.floor(random() * bytes.length);
  const kind = random();
  if (kind < 0.25) return bytes.slice(0, at);
  const copy = bytes.slice();
  if (kind < 0.4) return copy.fill(0xff, at, at + Math.ceil(random() * 8));
  for (let count = Math.ceil(random() * 4); count > 0; count -= 1)
    copy[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
  return copy;
}

const rounds = Number(process.env.GUICHET_FUZZ_ROUNDS ?? 150);

test.each(Object.keys(wholes))('%s damaged at random: rows in are rows kept and listed', async (format) => {
  const random = seeded(20_261_123);
  const whole = wholes[format] ?? new Uint8Array();
  for (let round = 0; round < rounds; round += 1) {
    const { files } = await importFiles([{ name: 'a', bytes: damaged(whole, random) }], null, facts);
    expect(files.length).toBeGreaterThan(0);
    for (const { rows, issues } of files) {
      expect(rows.read).toBe(rows.kept + rows.listed);
      if (rows.kept === 0) expect(issues.some(({ severity }) => severity === 'error')).toBe(true);
    }
  }
});
