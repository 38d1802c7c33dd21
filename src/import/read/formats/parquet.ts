import type { AsyncBuffer, FileMetaData } from 'hyparquet';
import { nameColumns } from '../table.ts';
import { cellsOf, tableOfColumns } from './typed-columns.ts';
import { cellText, readFeatures } from './features.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { geoColumnOf, type GeoColumn } from './geoparquet.ts';
import { checkPages, claimProblem, largestUnpackedBytes } from './parquet-guard.ts';
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

type Libraries = Awaited<ReturnType<typeof loadLibraries>>;

async function loadLibraries() {
  const [reader, pages, columns, schema, { compressors }] = await Promise.all([
    import('hyparquet'),
    import('hyparquet/src/datapage.js'),
    import('hyparquet/src/column.js'),
    import('hyparquet/src/schema.js'),
    import('hyparquet-compressors'),
  ]);
  return { ...reader, ...pages, ...columns, ...schema, compressors };
}

async function readParquet(bytes: Uint8Array, libraries: Libraries): Promise<ReadTable> {
  const file: AsyncBuffer = {
    byteLength: bytes.length,
    slice: (start, end) => new Uint8Array(bytes.subarray(start, end)).buffer,
  };
  const metadata = await libraries.parquetMetadataAsync(file, { geoparquet: false });
  const problem = claimProblem(metadata, bytes.length);
  if (problem === 'too large') return refused('too-large', `${metadata.num_rows}`, `${largestUnpackedBytes}`);
  if (problem === 'damaged') return refused('unreadable', 'parquet');
  const geo = geoColumnOf(metadata);
  const names = topNames(metadata).filter((name) => !geo?.covering.includes(name));
  checkPages(bytes, metadata, new Set(names), libraries);
  const count = Number(metadata.num_rows);
  const read = (name: string, put: Put) => readColumn({ file, metadata, columns: [name] }, put, libraries);
  const others = names.filter((name) => name !== geo?.name);
  const columns: unknown[][] = [];
  for (const name of others) {
    const values = new Array<unknown>(count);
    await read(name, (row, found) => (values[row] = plain(found)));
    columns.push(values);
  }
  if (!geo || others.length === names.length)
    return { table: tableOfColumns(nameColumns(names), columns, count), issues: [] };
  const places = new Array<unknown>(count).fill(null);
  await read(geo.name, (row, found) => (places[row] = geo.read(found)));
  return withGeometries(cellsOf(columns, count), others, { places, geo });
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

type Put = (row: number, found: unknown) => void;

/** Hands over the values of the one column wanted, in order. Fewer or more than the file has rows are damage. */
async function readColumn(
  what: { file: AsyncBuffer; metadata: FileMetaData; columns: [string] },
  put: Put,
  { parquetRead, compressors }: Libraries,
): Promise<void> {
  const expected = Number(what.metadata.num_rows);
  let row = 0;
  // Chunks come in the order of their row groups; one out of it would leave a gap.
  const onChunk = ({ columnData, rowStart }: { columnData: ArrayLike<unknown>; rowStart: number }) => {
    if (rowStart !== row || row + columnData.length > expected) return;
    for (let at = 0; at < columnData.length; at += 1) put(row + at, columnData[at]);
    row += columnData.length;
  };
  await parquetRead({ ...what, compressors, utf8: false, parsers, onChunk });
  if (row !== expected) throw new Error(`parquet: ${row} of ${expected} values of ${what.columns[0]}`);
}

const asBytes = (bytes: Uint8Array) => bytes;
const decoder = new TextDecoder();

const parsers = {
  stringFromBytes: textOf,
  // A cell is text in the end, and one that is no JSON is a cell all the same.
  jsonFromBytes: textOf,
  geometryFromBytes: asBytes,
  geographyFromBytes: asBytes,
};

/** Longer text is decoded faster by the platform, shorter by letter: Latin letters take one byte or two (RFC 3629). */
const longestByLetter = 48;

function textOf(bytes: Uint8Array | undefined): string | undefined {
  if (!bytes || bytes.length > longestByLetter) return bytes && decoder.decode(bytes);
  const letters: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const [byte, next] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    if (byte < 0x80) letters.push(byte);
    else if (byte >= 0xc2 && byte < 0xe0 && next >= 0x80 && next < 0xc0) {
      letters.push(((byte & 0x1f) << 6) | (next & 0x3f));
      at += 1;
    } else return decoder.decode(bytes);
  }
  return String.fromCharCode(...letters);
}

/** Numbers and texts as they are; what is neither is the text of its cell. */
const plain = (found: unknown) => (typeof found === 'object' && found !== null ? cellText(found) : found);

function withGeometries(
  cells: readonly (readonly string[])[],
  names: readonly string[],
  { places, geo }: { places: readonly unknown[]; geo: GeoColumn },
): Promise<ReadTable> {
  const features = cells.map((row, index) => ({
    properties: Object.fromEntries(names.map((name, column) => [name, row[column]])),
    geometry: places[index],
  }));
  return readFeatures(features, { crs: geo.crs, definition: geo.definition, names });
}
