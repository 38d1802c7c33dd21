import type { Geometry } from 'geojson';
import type { ParseShapes } from 'shpjs';
import { readDbf, type DbfTable } from './dbf.ts';
import { readFeatures, type RawFeature } from './features.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { orUnreadable, refused } from './refused.ts';
import { unpack, zipEntries, type ZipEntry } from './zip-entries.ts';

const extensionOf = (path: string) => /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';

/** The unpacked parts of a shapefile are held in memory together. */
const largestShapefileBytes = 400 * 1024 * 1024;

/**
 * A shapefile in a zip archive (ESRI 1998), alone in it: shapes from the .shp, reprojected to WGS 84 by the .prj;
 * cells from the .dbf. A shape without a record, or the other way round, is a row that cannot be read.
 */
export const shapefile: FileFormat = {
  open({ bytes }) {
    const entries = zipEntries(bytes);
    const shapes = entries?.filter(({ path }) => extensionOf(path) === 'shp') ?? [];
    const [shape] = shapes;
    if (!entries || shapes.length !== 1 || !shape) return null;
    const stem = shape.path.slice(0, -3).toLowerCase();
    const parts = entries.filter(({ path }) => path.toLowerCase().startsWith(stem));
    return {
      format: 'shapefile',
      read: () => orUnreadable('shp', loadLibraries, (parse) => readParts(bytes, parts, parse)),
    };
  },
};

async function loadLibraries(): Promise<ParseShapes> {
  const [{ parseShp }] = await Promise.all([import('shpjs'), import('fflate')]);
  return parseShp;
}

async function readParts(
  archive: Uint8Array,
  entries: readonly ZipEntry[],
  parse: ParseShapes,
): Promise<ReadTable> {
  const parts = new Map<string, Uint8Array>();
  for (const entry of entries.filter(({ path }) => /\.(shp|dbf|prj|cpg)$/i.test(path))) {
    const part = await unpack(archive, entry, largestShapefileBytes);
    if (part.kind === 'encrypted') return refused('password-protected', 'zip');
    if (part.kind === 'too large') return refused('too-large', `${part.claim}`, `${largestShapefileBytes}`);
    if (part.kind !== 'bytes') return refused('unreadable', entry.path);
    parts.set(extensionOf(entry.path), part.bytes);
  }
  const shapes = parts.get('shp');
  if (!shapes || isCutOff(shapes)) return refused('unreadable', 'shp');
  const attributes = parts.get('dbf');
  const table = attributes ? readDbf(attributes, textOf(parts.get('cpg'))) : null;
  if (attributes && !table) return refused('unreadable', 'dbf');
  // Without records to count by, shapes behind a broken one would be missed and nobody told.
  if (!table && !endsWhole(shapes)) return refused('unreadable', 'shp');
  return joinParts(readShapes(shapes, textOf(parts.get('prj')), parse), table);
}

const textOf = (bytes: Uint8Array | undefined) => (bytes ? new TextDecoder().decode(bytes) : null);

const headerBytes = 100;
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** The header says the length in words of two bytes; the code 9994 begins every file. */
function isCutOff(shapes: Uint8Array): boolean {
  if (shapes.length < headerBytes) return true;
  const view = viewOf(shapes);
  return view.getInt32(0) !== 9994 || view.getInt32(24) * 2 > shapes.length;
}

/** Undefined stands for a shape that cannot be read. */
type Shape = Geometry | null | undefined;

/** WGS 84 and NAD 83 in degrees: nothing to reproject, and nothing to round. */
const isDegrees = /^\s*GEOGCS\["[^"]*",\s*DATUM\["(D_)?(WGS_1984|North_American_(Datum_)?1983)"/i;

function readShapes(shapes: Uint8Array, prj: string | null, parse: ParseShapes): Shape[] {
  const from = prj !== null && !isDegrees.test(prj) ? prj : undefined;
  const all = orNull(() => parse(viewOf(shapes), from));
  // One broken shape fails the whole file: then each is read by itself, as a file of one.
  return all ?? recordsOf(shapes).map((one) => orNull(() => parse(viewOf(one), from))?.[0]);
}

/** Null where the library throws on a damaged shape; the row is then listed. */
function orNull<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Where each record begins and ends, up to the first whose length cannot be right. */
function extentsOf(shapes: Uint8Array): (readonly [start: number, end: number])[] {
  const view = viewOf(shapes);
  const extents: (readonly [number, number])[] = [];
  let at = headerBytes;
  while (at + 8 <= shapes.length) {
    const end = at + 8 + view.getInt32(at + 4) * 2;
    if (end < at + 8 || end > shapes.length) break;
    extents.push([at, end]);
    at = end;
  }
  return extents;
}

/** True when the records fill the length that the header says. */
function endsWhole(shapes: Uint8Array): boolean {
  const end = extentsOf(shapes).at(-1)?.[1] ?? headerBytes;
  return end >= viewOf(shapes).getInt32(24) * 2;
}

/** Each record behind a copy of the header. */
const recordsOf = (shapes: Uint8Array): Uint8Array[] =>
  extentsOf(shapes).map(([start, end]) => {
    const one = new Uint8Array(headerBytes + end - start);
    one.set(shapes.subarray(0, headerBytes));
    one.set(shapes.subarray(start, end), headerBytes);
    return one;
  });

/** The publisher's deleted records are no rows. */
async function joinParts(shapes: readonly Shape[], table: DbfTable | null): Promise<ReadTable> {
  const names = table?.names ?? [];
  const count = Math.max(shapes.length, table?.records.length ?? 0);
  const features = Array.from({ length: count }, (_, index): RawFeature | null | 'deleted' => {
    const record = table ? table.records[index] : [];
    if (record === null) return 'deleted';
    const shape = shapes[index];
    if (record === undefined || shape === undefined) return null;
    const properties = Object.fromEntries(names.map((name, column) => [name, record[column]]));
    return { properties, geometry: shape && plain(shape) };
  });
  const rows = features.filter((feature) => feature !== 'deleted');
  const encoding = table?.encoding;
  return { ...(await readFeatures(rows, { crs: null, names })), ...(encoding ? { encoding } : {}) };
}

/** Without the library's own members. */
const plain = (geometry: Geometry) =>
  geometry.type === 'GeometryCollection'
    ? geometry
    : { type: geometry.type, coordinates: geometry.coordinates };
