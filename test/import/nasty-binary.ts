import { strToU8, zipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { NastyFile } from './nasty-file.ts';
import { archive, dbf, pointShapes, polygonShapes } from './read/formats/shapefile-bytes.ts';
import { workbook } from './read/formats/workbook.ts';
import { workbookOf } from './read/formats/workbook-xml.ts';

const table = 'name,lat,lon\nA,45,-75\n';
const header = ['name', 'lat', 'lon'];
const point = ['A', 45, -75] as const;
const lease = ['name', 'lat', 'lon', 'expiry_date'];

/** A copy with one number, of four bytes, changed; counted from the end when `at` is negative. */
function changed(bytes: Uint8Array, at: number, value: number, { little = true } = {}): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at < 0 ? copy.length + at : at, value, little);
  return copy;
}

/** An archive whose first directory record has another number at an offset (PKWARE APPNOTE 4.3.12). */
const withRecord = (bytes: Uint8Array, at: number, value: number) =>
  changed(bytes, new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 6, true) + at, value);

const one = archive({ 'a.csv': table });
const book = workbook({ Sheet1: [header, point] });
const shp = pointShapes([[-75, 45]]);
const names = dbf([{ name: 'NAME', type: 'C', length: 9 }], [['A']]);
/** A name in code page 863, as byte 29 says. */
const frenchDos = dbf([{ name: 'NAME', type: 'C', length: 9 }], [['_ge']]).map((byte, at) =>
  at === 29 ? 0x6c : byte === 0x5f ? 0x84 : byte,
);
const shapefile = archive({ 'a.shp': shp, 'a.dbf': names });
const zeros = new Uint8Array(10_000_000);
const bomb = zipSync({ 'a.csv': zeros });
const parquet = new Uint8Array(
  parquetWriteBuffer({
    columnData: [
      { name: 'name', data: ['A', 'A', 'B'], type: 'STRING' },
      { name: 'lat', data: [45, 46, 47], type: 'DOUBLE' },
      { name: 'lon', data: [-75, -76, -77], type: 'DOUBLE' },
    ],
  }),
);
/** Two files of one name: the second is written under another of the same length, which is then changed. */
const twice = archive({ 'a.csv': table, 'b.csv': table.replace('A', 'B') }).map((byte, at, all) =>
  byte === 0x62 && all[at + 1] === 0x2e ? 0x61 : byte,
);

/** Archives, workbooks, shapefiles and Parquet that are damaged, hostile or odd. */
export const nastyBinary: readonly NastyFile[] = [
  {
    what: 'a zip bomb',
    bytes: zipSync({ 'a.csv': new Uint8Array(420_000_000) }, { level: 1 }),
    reports: ['null 0 = 0 + 0 too-large'],
  },
  {
    what: 'a bomb of three files',
    bytes: zipSync(Object.fromEntries([1, 2, 3].map((n) => [`${n}.csv`, zeros]))),
    reports: ['null 0 = 0 + 0 unreadable', 'null 0 = 0 + 0 unreadable', 'null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a bomb in an archive in an archive',
    bytes: zipSync({ 'a.zip': zipSync({ 'b.zip': bomb }) }),
    reports: ['zip 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'a claim of 4 GB in a zip',
    bytes: withRecord(one, 24, 0xfffffffe),
    reports: ['null 0 = 0 + 0 too-large'],
  },
  {
    what: 'a claim of 4 GB packed in a zip',
    bytes: withRecord(one, 20, 0xfffffffe),
    reports: ['null 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a claim of 4 GB in a workbook',
    bytes: withRecord(book, 24, 0xfffffffe),
    reports: ['xlsx 0 = 0 + 0 too-large'],
  },
  {
    what: 'a claim of 4 GB in a .dbf',
    bytes: archive({ 'a.shp': shp, 'a.dbf': changed(names, 4, 0xffffffff) }),
    reports: ['shapefile 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a claim of 4 GB in a .shp',
    bytes: archive({ 'a.shp': changed(shp, 24, 0x7fffffff, { little: false }) }),
    reports: ['shapefile 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a record of a .shp that claims 4 GB',
    bytes: archive({ 'a.shp': changed(shp, 104, 0x7fffffff, { little: false }) }),
    reports: ['shapefile 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a polygon of 2 thousand million points',
    bytes: archive({
      'a.shp': changed(
        polygonShapes([
          [
            [0, 0],
            [0, 1],
            [1, 1],
            [0, 0],
          ],
        ]),
        148,
        0x7fffffff,
      ),
      'a.dbf': names,
    }),
    reports: ['shapefile 1 = 0 + 1 unmatched-kind broken-row'],
  },
  {
    what: 'a polygon of 2 thousand million rings',
    bytes: archive({
      'a.shp': changed(
        polygonShapes([
          [
            [0, 0],
            [0, 1],
            [1, 1],
            [0, 0],
          ],
        ]),
        144,
        0x7fffffff,
      ),
      'a.dbf': names,
    }),
    reports: ['shapefile 1 = 0 + 1 unmatched-kind broken-row'],
  },
  {
    what: 'a footer of Parquet that claims 4 GB',
    bytes: changed(parquet, -8, 0xfffffff0),
    reports: ['parquet 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a truncated Parquet',
    bytes: parquet.subarray(0, parquet.length - 20),
    reports: ['parquet 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a Parquet without its middle',
    bytes: Uint8Array.from([...parquet.subarray(0, 30), ...parquet.subarray(60)]),
    reports: ['parquet 0 = 0 + 0 unreadable'],
  },
  { what: 'the magic of Parquet alone', text: 'PAR1', reports: ['parquet 0 = 0 + 0 unreadable'] },
  { what: 'the magic of Parquet twice', text: 'PAR1PAR1', reports: ['parquet 0 = 0 + 0 unreadable'] },
  {
    what: 'a truncated workbook',
    bytes: book.subarray(0, book.length - 100),
    reports: ['zip 0 = 0 + 0 unreadable'],
  },
  { what: 'a truncated archive', bytes: one.subarray(0, 40), reports: ['zip 0 = 0 + 0 unreadable'] },
  {
    what: 'a truncated .shp',
    bytes: archive({ 'a.shp': shp.subarray(0, 110), 'a.dbf': names }),
    reports: ['shapefile 0 = 0 + 0 unreadable'],
  },
  {
    what: 'a .shp cut in its last record, with an honest header',
    bytes: archive({ 'a.shp': changed(shp.subarray(0, 110), 24, 55, { little: false }), 'a.dbf': names }),
    reports: ['shapefile 1 = 0 + 1 unmatched-kind broken-row'],
  },
  { what: 'a .shp alone', file: 'a.shp', bytes: shp, reports: ['shapefile 1 = 1 + 0 unknown-code'] },
  {
    what: 'a shapefile without a .dbf',
    bytes: archive({ 'a.shp': shp }),
    reports: ['shapefile 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a .prj of nonsense',
    bytes: archive({ 'a.shp': shp, 'a.dbf': names, 'a.prj': 'PROJCS["x",GEOGCS[' }),
    reports: ['shapefile 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a .prj that is empty',
    bytes: archive({ 'a.shp': shp, 'a.dbf': names, 'a.prj': '' }),
    reports: ['shapefile 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'a path that climbs out of an archive',
    bytes: archive({ '../../../etc/a.csv': table }),
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'an encrypted archive',
    bytes: withRecord(one, 8, 1 | (8 << 16)),
    reports: ['null 0 = 0 + 0 password-protected'],
  },
  {
    what: 'a name twice in an archive',
    bytes: twice,
    reports: ['csv 1 = 1 + 0 unknown-code', 'csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'an archive with a comment that looks like its end',
    bytes: Uint8Array.from([...one, ...strToU8('PK\u0005\u0006')]),
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'an archive of itself named as a table',
    bytes: archive({ 'a.csv': one }),
    reports: ['csv 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'dates of the 1904 calendar',
    bytes: workbook({ Sheet1: [lease, ['A', 45, -75, { serial: 42_411 }]] }, { date1904: true }),
    reports: ['xlsx 1 = 1 + 0 unknown-code'],
  },
  {
    what: 'errors in cells',
    bytes: workbookOf(
      '<row r="1"><c r="A1" t="str"><v>name</v></c><c r="B1" t="str"><v>lat</v></c><c r="C1" t="str"><v>lon</v></c></row><row r="2"><c r="A2" t="str"><v>A</v></c><c r="B2" t="e"><v>#N/A</v></c><c r="C2" t="e"><v>#DIV/0!</v></c></row>',
    ),
    reports: ['xlsx 1 = 1 + 0 unknown-code missing-coordinates'],
  },
  {
    what: 'numbers shown with leading zeros',
    bytes: workbookOf(
      '<row r="1"><c r="A1" t="str"><v>name</v></c><c r="B1" t="str"><v>lat</v></c><c r="C1" t="str"><v>lon</v></c></row><row r="2"><c r="A2" s="1"><v>707</v></c><c r="B2"><v>45</v></c><c r="C2"><v>-75</v></c></row>',
      '00000',
    ),
    reports: ['xlsx 1 = 1 + 0 unknown-code'],
    holds: ['00707 -75 45'],
  },
  {
    what: 'a cell in row 1,048,576',
    bytes: workbookOf(
      '<row r="1"><c r="A1" t="str"><v>name</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row>',
    ),
    reports: ['xlsx 0 = 0 + 0 too-large'],
  },
  {
    what: 'a dimension of the whole sheet',
    bytes: workbookOf(
      '<row r="1"><c r="A1" t="str"><v>name</v></c></row>',
      null,
      '<dimension ref="A1:XFD1048576"/>',
    ),
    reports: ['xlsx 0 = 0 + 0 no-rows'],
  },
  {
    what: 'a text that is not in the shared list',
    bytes: workbookOf('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
    reports: ['xlsx 0 = 0 + 0 unreadable'],
  },
  {
    what: 'entities that multiply',
    bytes: workbookOf(
      '<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>',
      null,
      '',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>',
    ),
    reports: ['xlsx 0 = 0 + 0 no-rows'],
  },
  {
    what: 'a sheet that is no XML',
    bytes: workbookOf('<row><row><c></v>'),
    reports: ['xlsx 0 = 0 + 0 unreadable'],
  },
  { what: 'an empty workbook', bytes: workbook({ Sheet1: [] }), reports: ['xlsx 0 = 0 + 0 no-rows'] },
  {
    what: 'a workbook with a header alone',
    bytes: workbook({ Sheet1: [header] }),
    reports: ['xlsx 0 = 0 + 0 no-rows'],
  },
  {
    what: 'a text document',
    bytes: archive({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': '<x/>',
      'word/styles.xml': '<x/>',
    }),
    reports: ['zip 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'a workbook of OpenOffice',
    bytes: archive({ mimetype: 'x', 'META-INF/manifest.xml': '<x/>', 'content.xml': '<x/>' }),
    reports: ['zip 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'an extract of OpenStreetMap',
    bytes: Uint8Array.from([0, 0, 0, 14, 10, 9, ...strToU8('OSMHeader'), 24, 125, 16, 114, 0, 0, 255]),
    reports: ['null 0 = 0 + 0 unknown-format'],
  },
  {
    what: 'a shapefile without .prj and .cpg',
    bytes: shapefile,
    reports: ['shapefile 1 = 1 + 0 unknown-code'],
    holds: ['A -75 45'],
  },
  {
    what: 'a shapefile of the code page of French Canada',
    bytes: archive({ 'a.shp': shp, 'a.dbf': frenchDos }),
    reports: ['shapefile 1 = 1 + 0 unknown-code'],
    holds: ['Âge -75 45'],
  },
  {
    what: 'a hidden sheet with less in it',
    bytes: workbook({ Sheet1: [header, point], Hidden: [['secret']] }),
    reports: ['xlsx 1 = 1 + 0 other-parts unknown-code'],
    holds: ['A -75 45'],
  },
];
