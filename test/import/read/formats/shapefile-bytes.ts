import { strToU8, zipSync } from 'fflate';

type Point = readonly [number, number];

/** A .shp of points (ESRI 1998, shape type 1); null is a null shape. */
export function pointShapes(points: readonly (Point | null)[]): Uint8Array {
  const records = points.map((point, index) => {
    const record = new DataView(new ArrayBuffer(point ? 28 : 12));
    record.setInt32(0, index + 1);
    record.setInt32(4, point ? 10 : 2);
    record.setInt32(8, point ? 1 : 0, true);
    point?.forEach((value, place) => record.setFloat64(12 + place * 8, value, true));
    return new Uint8Array(record.buffer);
  });
  return shapes(1, records);
}

/** A .shp of one-ringed polygons (shape type 5); rings are clockwise and closed. */
export function polygonShapes(rings: readonly (readonly Point[])[]): Uint8Array {
  const records = rings.map((ring, index) => {
    const length = 56 + ring.length * 16;
    const record = new DataView(new ArrayBuffer(length));
    record.setInt32(0, index + 1);
    record.setInt32(4, (length - 8) / 2);
    record.setInt32(8, 5, true);
    record.setInt32(44, 1, true);
    record.setInt32(48, ring.length, true);
    ring.forEach(([x, y], place) => {
      record.setFloat64(56 + place * 16, x, true);
      record.setFloat64(64 + place * 16, y, true);
    });
    return new Uint8Array(record.buffer);
  });
  return shapes(5, records);
}

function shapes(type: number, records: readonly Uint8Array[]): Uint8Array {
  const length = records.reduce((sum, record) => sum + record.length, 100);
  const bytes = new Uint8Array(length);
  const header = new DataView(bytes.buffer);
  header.setInt32(0, 9994);
  header.setInt32(24, length / 2);
  header.setInt32(28, 1000, true);
  header.setInt32(32, type, true);
  let at = 100;
  for (const record of records) {
    bytes.set(record, at);
    at += record.length;
  }
  return bytes;
}

export interface Column {
  name: string;
  type: 'C' | 'N' | 'D' | 'L';
  length: number;
}

/** A .dbf of these cells, with text in UTF-8 or Windows-1252; records whose number is in `deleted` are marked so. */
export function dbf(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  { encoding = 'utf-8', deleted = [] as number[] } = {},
): Uint8Array {
  const encode = (text: string) =>
    encoding === 'utf-8'
      ? new TextEncoder().encode(text)
      : Uint8Array.from(text, (letter) => (letter === '’' ? 0x92 : letter.charCodeAt(0)));
  const [start, size] = [33 + columns.length * 32, columns.reduce((sum, { length }) => sum + length, 1)];
  const bytes = new Uint8Array(start + rows.length * size + 1).fill(0x20, start);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, 3);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, start, true);
  view.setUint16(10, size, true);
  columns.forEach(({ name, type, length }, index) => {
    bytes.set(encode(name).subarray(0, 10), 32 + index * 32);
    view.setUint8(43 + index * 32, type.charCodeAt(0));
    view.setUint8(48 + index * 32, length);
  });
  view.setUint8(start - 1, 0x0d);
  rows.forEach((cells, row) => {
    let at = start + row * size;
    if (deleted.includes(row)) view.setUint8(at, 0x2a);
    at += 1;
    columns.forEach(({ length }, column) => {
      bytes.set(encode(cells[column] ?? '').subarray(0, length), at);
      at += length;
    });
  });
  view.setUint8(bytes.length - 1, 0x1a);
  return bytes;
}

/** A zip archive of bytes or text by path. */
export const archive = (files: Readonly<Record<string, Uint8Array | string>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, data]) => [path, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );
