import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { nameColumns, type RawRow } from '../table.ts';
import { cellText, readFeatures } from './features.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { geoColumnOf, type GeoColumn } from './geoparquet.ts';
import { orUnreadable, refused } from './refused.ts';

/** `PAR1`, at both ends of the file. */
const magic = [0x50, 0x41, 0x52, 0x31];

/** Apache Parquet, and GeoParquet 1.x with its geometries; lists and groups in a cell are JSON text. */
export const parquet: FileFormat = {
  open({ bytes }) {
    if (!magic.every((byte, index) => bytes[index] === byte)) return null;
    return {
      format: 'parquet',
      read: () => orUnreadable('parquet', loadLibraries, (libraries) => readParquet(bytes, libraries)),
    };
  },
};

// Hazard: the library (1.31.5) believes the length of a run of levels or dictionary indices inside a page, so that a file
// damaged just there (seen at the 374th random change of a tiny file) keeps it busy for minutes. Only a worker that is ended helps.

/** What is unpacked has to fit in memory several times over. */
const largestUnpackedBytes = 1024 * 1024 * 1024;

type Libraries = Awaited<ReturnType<typeof loadLibraries>>;

async function loadLibraries() {
  const [reader, { compressors }] = await Promise.all([import('hyparquet'), import('hyparquet-compressors')]);
  return { ...reader, compressors };
}

async function readParquet(bytes: Uint8Array, libraries: Libraries): Promise<ReadTable> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
  const metadata = await libraries.parquetMetadataAsync(file, { geoparquet: false });
  const size = metadata.row_groups.reduce((sum, group) => sum + Number(group.total_byte_size), 0);
  if (size > largestUnpackedBytes) return refused('too-large', `${size}`, `${largestUnpackedBytes}`);
  const geo = geoColumnOf(metadata);
  const names = topNames(metadata).filter((name) => !geo?.covering.includes(name));
  const rows = await readRows(file, metadata, names, libraries);
  return geo && names.includes(geo.name) ? withGeometries(rows, names, geo) : plainTable(rows, names);
}

/** The columns of the first level: the children of the schema's root, whose own children follow each. */
function topNames({ schema }: FileMetaData): string[] {
  const names: string[] = [];
  let at = 1;
  const skip = (): void => {
    const children = schema[at]?.num_children ?? 0;
    at += 1;
    for (let child = 0; child < children; child += 1) skip();
  };
  for (let child = 0; child < (schema[0]?.num_children ?? 0); child += 1) {
    names.push(schema[at]?.name ?? '');
    skip();
  }
  return names;
}

async function readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  { parquetRead, compressors }: Libraries,
): Promise<unknown[][]> {
  const asBytes = (bytes: Uint8Array) => bytes;
  let rows: unknown[][] = [];
  await parquetRead({
    file,
    metadata,
    columns,
    compressors,
    utf8: false,
    parsers: { geometryFromBytes: asBytes, geographyFromBytes: asBytes },
    onComplete: (read) => {
      rows = read;
    },
  });
  const expected = Number(metadata.num_rows);
  if (rows.length !== expected) throw new Error(`parquet: ${rows.length} rows of ${expected}`);
  return rows;
}

function plainTable(rows: readonly unknown[][], names: readonly string[]): ReadTable {
  const table = rows.map((values, index): RawRow => ({
    number: index + 1,
    cells: values.map(cellText),
    geometry: null,
  }));
  return {
    table: { columns: nameColumns(names), rows: table, read: rows.length, spatial: false },
    issues: [],
  };
}

function withGeometries(
  rows: readonly unknown[][],
  names: readonly string[],
  geo: GeoColumn,
): Promise<ReadTable> {
  const place = names.indexOf(geo.name);
  const others = names.filter((name) => name !== geo.name);
  const features = rows.map((values) => ({
    properties: Object.fromEntries(
      names.map((name, column) => [name, column === place ? '' : cellText(values[column])]),
    ),
    geometry: geo.read(values[place]),
  }));
  return readFeatures(features, { crs: geo.crs, definition: geo.definition, names: others });
}
