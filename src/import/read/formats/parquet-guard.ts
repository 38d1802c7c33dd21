import type { ColumnMetaData, Compressors, FileMetaData, PageHeader, SchemaTree } from 'hyparquet';

/** The parts of the library that say where the pages are and how they are packed. */
export interface PageReaders {
  parquetHeader: (reader: { view: DataView; offset: number }) => PageHeader;
  decompressPage: (
    packed: Uint8Array,
    bytes: number,
    codec: ColumnMetaData['codec'],
    all?: Compressors,
  ) => Uint8Array;
  getSchemaPath: (schema: FileMetaData['schema'], path: string[]) => SchemaTree[];
  getMaxRepetitionLevel: (path: SchemaTree[]) => number;
  getMaxDefinitionLevel: (path: SchemaTree[]) => number;
  compressors: Compressors;
}

/** More cells than a table of this tool can hold: each takes some 60 bytes. */
const mostCells = 50_000_000;
/** What is unpacked has to fit in memory several times over. */
export const largestUnpackedBytes = 1024 * 1024 * 1024;

/**
 * What the file says of its own size, against its length: why it is not read, or null. The library (hyparquet 1.31.5)
 * believes counts and lengths, so that a damaged file can keep it busy for minutes or fill the memory.
 */
export function claimProblem(metadata: FileMetaData, fileBytes: number): 'damaged' | 'too large' | null {
  const { schema, row_groups: groups, num_rows: rows } = metadata;
  const children = schema.reduce(
    (sum, { num_children: count = 0 }) => sum + (count < 0 ? Infinity : count),
    0,
  );
  if (children !== schema.length - 1) return 'damaged';
  if (groups.some(({ num_rows: count }) => count < 0n)) return 'damaged';
  if (groups.reduce((sum, { num_rows: count }) => sum + count, 0n) !== rows) return 'damaged';
  const chunks = groups.flatMap(({ columns }) => columns.map(({ meta_data: chunk }) => chunk));
  if (chunks.some((chunk) => chunk === undefined || !isInside(chunk, fileBytes))) return 'damaged';
  const unpacked = groups.reduce((sum, { total_byte_size: bytes }) => sum + Number(bytes), 0);
  const cells = Number(rows) * Math.max(1, schema[0]?.num_children ?? 0);
  return cells > mostCells || unpacked > largestUnpackedBytes ? 'too large' : null;
}

const startOf = ({ dictionary_page_offset: dictionary, data_page_offset: data }: ColumnMetaData) =>
  Number(dictionary || data);

function isInside(chunk: ColumnMetaData, fileBytes: number): boolean {
  const [start, length] = [startOf(chunk), Number(chunk.total_compressed_size)];
  return start >= 4 && length >= 0 && start + length <= fileBytes;
}

/**
 * Walks every page of the columns wanted and throws when a count, a size or a run of values in it is more than the page
 * can hold. Costs one more unpacking of the file; nothing of it is kept.
 */
export function checkPages(
  bytes: Uint8Array,
  { schema, row_groups: groups }: FileMetaData,
  wanted: ReadonlySet<string>,
  readers: PageReaders,
): void {
  let left = largestUnpackedBytes;
  for (const { columns, num_rows: rows } of groups) {
    for (const { meta_data: chunk } of columns) {
      if (!chunk || !wanted.has(chunk.path_in_schema[0] ?? '')) continue;
      const path = readers.getSchemaPath(schema, chunk.path_in_schema);
      const levels = [readers.getMaxRepetitionLevel(path), readers.getMaxDefinitionLevel(path)] as const;
      left -= checkChunk(
        bytes.subarray(startOf(chunk), startOf(chunk) + Number(chunk.total_compressed_size)),
        chunk,
        { rows: Number(rows), mostBytes: left },
        levels,
        readers,
      );
    }
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Gives the bytes that the chunk unpacks to. */
function checkChunk(
  bytes: Uint8Array,
  chunk: ColumnMetaData,
  { rows, mostBytes }: { rows: number; mostBytes: number },
  levels: readonly [repetition: number, definition: number],
  readers: PageReaders,
): number {
  const reader = { view: viewOf(bytes), offset: 0 };
  const mostValues = Number(chunk.num_values);
  let [values, unpacked] = [0, 0];
  // As the library does: it leaves a last byte, and stops when it has all the values.
  while (reader.offset < bytes.length - 1) {
    const header = readers.parquetHeader(reader);
    const end = reader.offset + header.compressed_page_size;
    expect(header.compressed_page_size >= 0 && end <= bytes.length, 'page size');
    unpacked += header.uncompressed_page_size;
    expect(header.uncompressed_page_size >= 0 && unpacked <= mostBytes, 'unpacked size');
    const packed = bytes.subarray(reader.offset, end);
    reader.offset = end;
    values += checkPage(packed, header, chunk, levels, readers);
    expect(values <= mostValues, 'values');
  }
  // A row has a value at least in each of its columns, even if it is nothing.
  expect(values >= rows, 'rows');
  return unpacked;
}

/** Gives the number of values that the page adds to its column. */
function checkPage(
  packed: Uint8Array,
  header: PageHeader,
  { codec, type }: ColumnMetaData,
  [repetition, definition]: readonly [number, number],
  { decompressPage, compressors }: PageReaders,
): number {
  const unpack = (part: Uint8Array, bytes: number) => decompressPage(part, bytes, codec, compressors);
  const { data_page_header: v1, data_page_header_v2: v2, dictionary_page_header: dictionary } = header;
  if (header.type === 'DICTIONARY_PAGE' && dictionary) {
    // A value takes a byte at least, booleans have no dictionary.
    expect(
      isCount(dictionary.num_values) && dictionary.num_values <= header.uncompressed_page_size,
      'dictionary',
    );
    return 0;
  }
  if (header.type === 'DATA_PAGE' && v1) {
    expect(isCount(v1.num_values), 'count');
    const page = unpack(packed, header.uncompressed_page_size);
    let at = 0;
    for (const level of [repetition, definition])
      if (level > 0) at = checkPrefixed(page, at, widthOf(level), v1.num_values);
    checkValues(page, at, v1.encoding, type, v1.num_values);
    return v1.num_values;
  }
  if (header.type !== 'DATA_PAGE_V2' || !v2) return 0;
  const { repetition_levels_byte_length: first, definition_levels_byte_length: second } = v2;
  expect(isCount(v2.num_values) && isCount(v2.num_nulls) && v2.num_nulls <= v2.num_values, 'count');
  expect(isCount(first) && isCount(second) && first + second <= packed.length, 'levels');
  if (repetition > 0) checkRuns(packed, 0, first, widthOf(repetition), v2.num_values);
  if (definition > 0) checkRuns(packed, first, first + second, widthOf(definition), v2.num_values);
  const rest = packed.subarray(first + second);
  const page =
    v2.is_compressed === false ? rest : unpack(rest, header.uncompressed_page_size - first - second);
  checkValues(page, 0, v2.encoding, type, v2.num_values);
  return v2.num_values;
}

/** Only dictionary indices and booleans come in runs; other encodings take bytes for each value, and end with them. */
function checkValues(page: Uint8Array, at: number, encoding: string, type: string, most: number): void {
  if (!/RLE|DICTIONARY/.test(encoding) || at >= page.length) return;
  if (type === 'BOOLEAN') checkPrefixed(page, at, 1, most);
  else if (page[at] !== 0) checkRuns(page, at + 1, page.length, page[at] ?? 0, most);
}

const widthOf = (level: number) => 32 - Math.clz32(level);

/** Runs behind their length in four bytes; gives where they end. */
function checkPrefixed(page: Uint8Array, at: number, width: number, most: number): number {
  const end = at + 4 + viewOf(page).getUint32(at, true);
  checkRuns(page, at + 4, Math.min(end, page.length), width, most);
  return end;
}

/** Bit-packed runs come in eights, and old writers fill up to 63 of these. */
const slack = 63 * 8;

/** Runs of the hybrid encoding (Parquet format 2.11, RLE = 3): no more values than the page has, within the bytes. */
function checkRuns(page: Uint8Array, start: number, end: number, width: number, most: number): void {
  expect(width <= 32, 'bit width');
  let [at, seen] = [start, 0];
  while (seen < most && at < end) {
    let [header, shift, byte] = [0, 0, 0x80];
    while (byte >= 0x80) {
      byte = page[at] ?? 0;
      at += 1;
      header += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    }
    const packed = header % 2 === 1;
    const count = packed ? ((header - 1) / 2) * 8 : header / 2;
    seen += count;
    expect(seen <= most + (packed ? slack : 0), 'run');
    at += packed ? (count * width) / 8 : Math.ceil(width / 8);
  }
}

const isCount = (value: unknown) => typeof value === 'number' && value >= 0;

function expect(holds: boolean, what: string): void {
  if (!holds) throw new RangeError(`parquet: ${what} beyond the page`);
}
