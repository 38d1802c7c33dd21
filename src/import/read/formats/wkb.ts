import type { Geometry, Position } from 'geojson';

/**
 * What well-known binary says: a geometry; null for an empty one; or only the name of its type, for one that GeoJSON
 * has not (curves, surfaces) and for bytes that are no WKB.
 */
export type WkbGeometry = Geometry | { type: string } | null;

const types = [
  'Geometry',
  'Point',
  'LineString',
  'Polygon',
  'MultiPoint',
  'MultiLineString',
  'MultiPolygon',
  'GeometryCollection',
  'CircularString',
  'CompoundCurve',
  'CurvePolygon',
  'MultiCurve',
  'MultiSurface',
  'Curve',
  'Surface',
  'PolyhedralSurface',
  'TIN',
  'Triangle',
] as const;

/** Reads WKB (OGC 06-103r4, 8) with either byte order, its Z and M by thousands, and PostGIS's flags for them. M is dropped. */
export function readWkb(bytes: Uint8Array): WkbGeometry {
  try {
    return readGeometry({ view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), at: 0 }, 0);
  } catch (error) {
    // A DataView says so when the bytes end before the geometry does.
    if (error instanceof RangeError) return { type: 'WKB' };
    throw error;
  }
}

interface Cursor {
  view: DataView;
  at: number;
}

interface Layout {
  little: boolean;
  z: boolean;
  m: boolean;
}

const flags = { z: 0x80000000, m: 0x40000000, srid: 0x20000000 };
const deepest = 8;

function readGeometry(cursor: Cursor, depth: number): WkbGeometry {
  if (depth > deepest) return { type: 'GeometryCollection' };
  const little = cursor.view.getUint8(cursor.at) === 1;
  const code = cursor.view.getUint32(cursor.at + 1, little);
  cursor.at += 5;
  if ((code & flags.srid) !== 0) cursor.at += 4;
  const plainCode = code & 0x0fffffff;
  const thousands = Math.floor(plainCode / 1000);
  const layout = {
    little,
    z: (code & flags.z) !== 0 || thousands === 1 || thousands === 3,
    m: (code & flags.m) !== 0 || thousands === 2 || thousands === 3,
  };
  return readBody(cursor, types[plainCode % 1000] ?? 'WKB', layout, depth);
}

function readBody(cursor: Cursor, type: string, layout: Layout, depth: number): WkbGeometry {
  const position = () => readPosition(cursor, layout);
  const line = () => list(cursor, layout, position);
  switch (type) {
    case 'Point': {
      const coordinates = position();
      return coordinates.every(Number.isNaN) ? null : { type, coordinates };
    }
    case 'LineString':
      return orNone({ type, coordinates: line() });
    case 'Polygon':
      return orNone({ type, coordinates: list(cursor, layout, line) });
    case 'MultiPoint':
    case 'MultiLineString':
    case 'MultiPolygon':
    case 'GeometryCollection':
      return collected(
        type,
        list(cursor, layout, () => readGeometry(cursor, depth + 1)),
      );
    default:
      return { type };
  }
}

const orNone = <Kind extends { coordinates: unknown[] }>(geometry: Kind): Kind | null =>
  geometry.coordinates.length > 0 ? geometry : null;

function list<Item>(cursor: Cursor, { little }: Layout, read: () => Item): Item[] {
  const count = cursor.view.getUint32(cursor.at, little);
  cursor.at += 4;
  // Nothing takes less than four bytes: a count beyond that is damage, not a reason to wait.
  if (count * 4 > cursor.view.byteLength - cursor.at) throw new RangeError(`${count} parts`);
  return Array.from({ length: count }, read);
}

function readPosition(cursor: Cursor, { little, z, m }: Layout): Position {
  const values = Array.from({ length: z ? 3 : 2 }, (_, index) =>
    cursor.view.getFloat64(cursor.at + index * 8, little),
  );
  cursor.at += (2 + Number(z) + Number(m)) * 8;
  return values;
}

function collected(type: string, members: readonly WkbGeometry[]): WkbGeometry {
  const filled = members.filter((member) => member !== null);
  const read = filled.filter(
    (member): member is Geometry => 'coordinates' in member || 'geometries' in member,
  );
  if (read.length < filled.length)
    return { type: filled.find((member) => !('coordinates' in member))?.type ?? type };
  if (read.length === 0) return null;
  if (type === 'GeometryCollection') return { type, geometries: read };
  const coordinates = read.flatMap((member) => ('coordinates' in member ? [member.coordinates] : []));
  return { type, coordinates } as Geometry;
}
