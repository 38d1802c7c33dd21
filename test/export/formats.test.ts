import { parquetMetadata } from 'hyparquet';
import { unzipSync } from 'fflate';
import initSqlJs from 'sql.js';
import { describe, expect, test } from 'vitest';
import type { ExportTable } from '../../src/export/export-table.ts';
import { csvText, writeCsv } from '../../src/export/formats/csv.ts';
import { writeGeoJson } from '../../src/export/formats/geojson.ts';
import { writeGeoPackage } from '../../src/export/formats/geopackage.ts';
import { notesKey, writeParquetTable } from '../../src/export/formats/parquet.ts';
import { writeXlsx } from '../../src/export/formats/xlsx.ts';
import { exportFormats } from '../../src/export/list.ts';
import { readTable } from '../../src/import/read/read-table.ts';
import { offices, options, readBack } from './table.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
const oneColumn = (kind: 'text' | 'number' | 'date', values: (string | number | null)[]): ExportTable => ({
  name: 'x',
  columns: [{ name: 'v', label: 'v', kind }],
  rows: values.map((value) => [value]),
  notes: [],
});

describe('csv', () => {
  test('notes, header, raw values; a formula is text; unknown is empty', () => {
    expect(csvText(offices).split('\r\n')).toEqual([
      '# Who lives within 25 km?',
      '"# Source: Statistics Canada; licence Open Government, 2021"',
      'Code,Name,Opened,People,Open,Longitude,Latitude',
      '007,"Montréal, ""centre""",2020-02-29,1200,true,-73.5673,45.5017',
      `008,"'=HYPERLINK(""x"")",,9,false,-66.5,46`,
      '009,<img onerror=1>,,,,,',
      '',
    ]);
  });

  test('the mark and the notes are as asked', () => {
    const plain = text(writeCsv(offices, { ...options, notesInCsv: false }));
    expect(plain.startsWith('Code,')).toBe(true);
    expect(text(writeCsv(offices, { ...options, byteOrderMark: true })).startsWith('\ufeff# Who')).toBe(true);
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['@a', "'@a"],
    ['-a', "'-a"],
    ['＝1', "'＝1"],
    ['\tx', "'\tx"],
    ['-12', '-12'],
    ['a=1', 'a=1'],
    ['a;=1', "a;'=1"],
    ['a; "=1', `"a;' ""=1"`],
    ['a;-cmd', "a;'-cmd"],
    ['9;-1; - b', '9;-1; - b'],
  ])('text %j is written %j', (value, cell) => {
    expect(csvText(oneColumn('text', [value])).split('\r\n')[1]).toBe(cell);
  });

  test('a figure is never taken for a formula', () => {
    expect(
      csvText(oneColumn('number', [-1e-7, NaN]))
        .split('\r\n')
        .slice(1),
    ).toEqual(['-1e-7', '', '']);
  });
});

describe('xlsx', () => {
  const sheet = (bytes: Uint8Array, number = 1) => text(unzipSync(bytes)[`xl/worksheets/sheet${number}.xml`]);

  test('figures and days are such, text is text even where it looks like a formula', () => {
    const xml = sheet(writeXlsx(offices, options));
    expect(xml).toContain('<c r="D2"><v>1200</v></c>');
    // 29 February 2020 is day 43,890 of Excel's calendar.
    expect(xml).toContain('<c r="C2" s="1"><v>43890</v></c>');
    expect(xml).toContain(
      '<c r="B3" s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t>',
    );
    expect(xml).not.toContain('<f>');
  });

  test('notes are on a second sheet', async () => {
    const bytes = writeXlsx(offices, { ...options, aboutSheet: 'À propos' });
    expect(text(unzipSync(bytes)['xl/workbook.xml'])).toContain('name="À propos"');
    expect(sheet(bytes, 2)).toContain('Who lives within 25 km?');
    expect((await readBack(bytes, 'Offices')).cells).toHaveLength(3);
  });

  test('names of sheets are made what Excel allows', () => {
    const bytes = writeXlsx({ ...offices, name: `'a/b:c*?[d]${'x'.repeat(40)}` }, options);
    const [, name = ''] = /sheet name="([^"]*)"/.exec(text(unzipSync(bytes)['xl/workbook.xml'])) ?? [];
    expect(name).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  test('words that JavaScript has properties of, days before the calendar, letters XML has not', async () => {
    const words = ['constructor', '__proto__', '1899-12-31', '1900-02-28', '2026-02-30'];
    expect((await readBack(writeXlsx(oneColumn('date', words), options))).cells.flat()).toEqual(words);
    expect(sheet(writeXlsx(oneColumn('text', ['a\u0001b _x0041_']), options))).toContain(
      'a_x0001_b _x005F_x0041_',
    );
  });

  test('more than Excel opens is refused', () => {
    expect(() => writeXlsx(oneColumn('text', ['x'.repeat(32_768)]), options)).toThrow('cell-too-long');
    const many = { ...oneColumn('number', []), rows: Array.from({ length: 1_048_576 }, () => [1]) };
    expect(() => writeXlsx(many, options)).toThrow('too-many-rows');
  });
});

describe('geojson', () => {
  test('a point a row; a row without a place is there without one', () => {
    const { features, notes, type } = JSON.parse(text(writeGeoJson(offices)));
    expect(type).toBe('FeatureCollection');
    expect(notes).toEqual(offices.notes);
    expect(features[0]).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [-73.5673, 45.5017] },
      properties: {
        code: '007',
        name: 'Montréal, "centre"',
        opened: '2020-02-29',
        people: 1200,
        open: true,
        lon: -73.5673,
        lat: 45.5017,
      },
    });
    expect(features[2].geometry).toBeNull();
  });

  test('what is not on the globe is no place', () => {
    const rows = [['a', 'b', null, 1, true, 4_000_000, 45]];
    expect(JSON.parse(text(writeGeoJson({ ...offices, rows }))).features[0].geometry).toBeNull();
  });

  test('a table without columns of a place is refused', () => {
    expect(() => writeGeoJson(oneColumn('text', ['a']))).toThrow('no-place');
  });
});

describe('geopackage', () => {
  const ask = async (bytes: Uint8Array, sql: string) => {
    const { Database } = await initSqlJs();
    const statement = new Database(bytes).prepare(sql);
    const rows: unknown[][] = [];
    while (statement.step()) rows.push(statement.get());
    return rows;
  };

  test('header, lists, system and bounds are those of a GeoPackage 1.3', async () => {
    const bytes = await writeGeoPackage(offices, options);
    expect(text(bytes.subarray(0, 15))).toBe('SQLite format 3');
    expect(text(bytes.subarray(68, 72))).toBe('GPKG');
    expect(await ask(bytes, 'PRAGMA user_version')).toEqual([[10300]]);
    expect(await ask(bytes, 'PRAGMA integrity_check')).toEqual([['ok']]);
    expect(await ask(bytes, 'PRAGMA foreign_key_check')).toEqual([]);
    expect(await ask(bytes, 'SELECT * FROM gpkg_contents')).toEqual([
      ['Offices', 'features', 'Offices', '', '2026-11-02T12:00:00.000Z', -73.5673, 45.5017, -66.5, 46, 4326],
      ['about', 'attributes', 'about', '', '2026-11-02T12:00:00.000Z', null, null, null, null, null],
    ]);
    expect(await ask(bytes, 'SELECT srs_id FROM gpkg_spatial_ref_sys ORDER BY 1')).toEqual([
      [-1],
      [0],
      [4326],
    ]);
    expect(await ask(bytes, 'SELECT * FROM gpkg_geometry_columns')).toEqual([
      ['Offices', 'geom', 'POINT', 4326, 0, 0],
    ]);
    expect(await ask(bytes, 'SELECT notes FROM about')).toEqual([[offices.notes.join('\n')]]);
    expect(await ask(bytes, "SELECT name, type FROM pragma_table_info('Offices')")).toContainEqual([
      'opened',
      'DATE',
    ]);
  });

  test('names of ours and of theirs do not meet', async () => {
    const columns = ['fid', 'geom', 'Name', 'name'].map((name) => ({
      name,
      label: name,
      kind: 'text' as const,
    }));
    const bytes = await writeGeoPackage(
      { name: 'gpkg_contents', columns, rows: [['a', 'b', 'c', 'd']], notes: ['n'] },
      options,
    );
    expect(await ask(bytes, 'SELECT * FROM "table gpkg_contents"')).toEqual([[1, 'a', 'b', 'c', 'd']]);
  });
});

test('parquet: true types, and the notes in the metadata of the file', async () => {
  const bytes = writeParquetTable(offices);
  const metadata = parquetMetadata(new Uint8Array(bytes).buffer);
  expect(metadata.schema.slice(1).map(({ name, type }) => [name, type])).toContainEqual(['people', 'DOUBLE']);
  expect(metadata.key_value_metadata).toContainEqual({ key: notesKey, value: JSON.stringify(offices.notes) });
});

test('parquet with places is GeoParquet 1.1: points as WKB, null where there is no place', async () => {
  const bytes = writeParquetTable(offices);
  const { key_value_metadata: pairs, schema } = parquetMetadata(new Uint8Array(bytes).buffer);
  expect(JSON.parse(pairs?.find(({ key }) => key === 'geo')?.value ?? '')).toEqual({
    version: '1.1.0',
    primary_column: 'geometry',
    columns: {
      geometry: { encoding: 'WKB', geometry_types: ['Point'], bbox: [-73.5673, 45.5017, -66.5, 46] },
    },
  });
  expect(schema.at(-1)).toMatchObject({ name: 'geometry', type: 'BYTE_ARRAY', repetition_type: 'OPTIONAL' });
  expect((await readBack(bytes)).places).toEqual([[-73.5673, 45.5017], [-66.5, 46], null]);
});

test('parquet: a column of the table that is named geometry stays beside the points', async () => {
  const columns = offices.columns.map((column, at) => (at === 1 ? { ...column, name: 'geometry' } : column));
  const { names, cells, places } = await readBack(writeParquetTable({ ...offices, columns }));
  expect(names).toContain('geometry (2)');
  expect(cells[0]?.[1]).toBe('Montréal, "centre"');
  expect(places[1]).toEqual([-66.5, 46]);
});

test('parquet without places is no GeoParquet', () => {
  const { key_value_metadata: pairs } = parquetMetadata(
    new Uint8Array(writeParquetTable(oneColumn('text', ['a']))).buffer,
  );
  expect((pairs ?? []).map(({ key }) => key)).not.toContain('geo');
});

describe.each(exportFormats)('$id', ({ id, write }) => {
  test('a table without rows is a file all the same', async () => {
    expect((await write({ ...offices, rows: [] }, options)).length).toBeGreaterThan(0);
  });

  test('the same table gives the same bytes', async () => {
    expect(await write(offices, options)).toEqual(await write(offices, options));
  });

  test('our importer reads every row and cell again', async () => {
    const { names, cells, issues } = await readBack(await write(offices, options));
    const wanted = offices.columns.map(({ name, label }) => (id === 'csv' || id === 'xlsx' ? label : name));
    expect(names.filter((name) => name !== 'fid')).toEqual(wanted);
    const at = (column: string) => names.findIndex((name) => name.toLowerCase() === column);
    expect(cells.map((row) => row[at('code')])).toEqual(['007', '008', '009']);
    expect(cells.map((row) => row[at('people')])).toEqual(['1200', '9', '']);
    expect(cells.map((row) => row[at('name')])).toEqual([
      'Montréal, "centre"',
      `${id === 'csv' ? "'" : ''}=HYPERLINK("x")`,
      '<img onerror=1>',
    ]);
    expect(issues.filter((code) => !['preamble-lines', 'other-parts'].includes(code))).toEqual([]);
  });
});

const square = (west: number): [number, number][] => [
  [west, 45],
  [west + 1, 45],
  [west + 1, 46],
  [west, 46],
  [west, 45],
];
const hole: [number, number][] = [
  [-75.75, 45.25],
  [-75.75, 45.5],
  [-75.5, 45.5],
  [-75.75, 45.25],
];

test.each(exportFormats.filter(({ id }) => id !== 'csv' && id !== 'xlsx'))(
  '$id: shapes are read again corner by corner, with their holes; a row without one stays',
  async ({ write }) => {
    const land: ExportTable = {
      ...oneColumn('text', ['two', 'none']),
      shapes: [[[square(-76), hole], [square(-70)]], null],
    };
    const { table } = await readTable({ name: 'x', bytes: await write(land, options) });
    expect(table.rows.map(({ geometry }) => geometry)).toEqual([
      { type: 'MultiPolygon', coordinates: [[square(-76), hole], [square(-70)]] },
      null,
    ]);
  },
);
