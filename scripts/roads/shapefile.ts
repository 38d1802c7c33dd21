import { fromLambert, type LonLat } from './lambert.ts';

/** Rows of a dBASE III table as trimmed text; layout: header, 32 bytes a field, then rows with a deletion mark. */
export function readTable(bytes: Buffer): Record<string, string>[] {
  const count = bytes.readUInt32LE(4);
  const headerLength = bytes.readUInt16LE(8);
  const rowLength = bytes.readUInt16LE(10);
  const fields: { name: string; start: number; end: number }[] = [];
  let start = 1;
  for (let at = 32; bytes[at] !== 0x0d; at += 32) {
    const end = start + bytes.readUInt8(at + 16);
    const name = bytes.toString('latin1', at, at + 11).split('\0', 1)[0] ?? '';
    fields.push({ name, start, end });
    start = end;
  }
  return Array.from({ length: count }, (_, row) => {
    const from = headerLength + row * rowLength;
    return Object.fromEntries(
      fields.map(({ name, start, end }) => [name, bytes.toString('utf8', from + start, from + end).trim()]),
    );
  });
}

const polyline = 3;
const polygon = 5;

/**
 * One entry per shape of a file in the NRCan atlas's conic: its parts or rings, in degrees (ESRI Shapefile Technical
 * Description, 1998: PolyLine and Polygon have the same layout). Throws on any other kind of shape.
 */
export function readLambertShapes(bytes: Buffer): LonLat[][][] {
  const shapes: LonLat[][][] = [];
  for (let at = 100; at < bytes.length; at += 8 + bytes.readInt32BE(at + 4) * 2) {
    const type = bytes.readInt32LE(at + 8);
    if (type !== polyline && type !== polygon) {
      throw new Error(`shape ${shapes.length + 1}: type ${type}, expected 3 or 5`);
    }
    shapes.push(readParts(bytes, at + 8));
  }
  return shapes;
}

function readParts(bytes: Buffer, at: number): LonLat[][] {
  const partCount = bytes.readInt32LE(at + 36);
  const pointCount = bytes.readInt32LE(at + 40);
  const firstPoint = at + 44 + 4 * partCount;
  const starts = Array.from({ length: partCount }, (_, part) => bytes.readInt32LE(at + 44 + 4 * part));
  return starts.map((start, part) =>
    Array.from({ length: (starts[part + 1] ?? pointCount) - start }, (_, offset) => {
      const point = firstPoint + 16 * (start + offset);
      return fromLambert(bytes.readDoubleLE(point), bytes.readDoubleLE(point + 8));
    }),
  );
}
