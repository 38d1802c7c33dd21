import type { Geometry, Position } from 'geojson';

/** Brackets around a position, by type. */
const depth: Record<string, number> = {
  Point: 0,
  MultiPoint: 1,
  LineString: 1,
  MultiLineString: 2,
  Polygon: 2,
  MultiPolygon: 3,
};

/** `read` holds null for a feature without a geometry; `broken` names what stood there instead. */
export type FoundGeometry = { kind: 'read'; geometry: Geometry | null } | { kind: 'broken'; type: string };

/** Collections in collections beyond this are no file that anyone made in earnest. */
const deepest = 8;

/** A geometry whose type and nesting of coordinates agree, its rings closed. An empty one is none; a collection has to hold one geometry alone. */
export function geometryOf(value: unknown, nesting = 0): FoundGeometry {
  if (value === null || value === undefined) return { kind: 'read', geometry: null };
  const { type, coordinates, geometries } = value as Record<string, unknown>;
  if (
    type === 'GeometryCollection' &&
    Array.isArray(geometries) &&
    geometries.length === 1 &&
    nesting < deepest
  )
    return geometryOf(geometries[0], nesting + 1);
  // Own names alone: `__proto__` would find what every object has.
  const levels = typeof type === 'string' && Object.hasOwn(depth, type) ? depth[type] : undefined;
  if (levels === undefined) return { kind: 'broken', type: String(type) };
  if (Array.isArray(coordinates) && coordinates.length === 0) return { kind: 'read', geometry: null };
  if (!isNested(coordinates, levels)) return { kind: 'broken', type: String(type) };
  return { kind: 'read', geometry: closed(value as Geometry) };
}

/** With every ring ending where it began, as RFC 7946 (3.1.6) asks and some writers forget. */
function closed(geometry: Geometry): Geometry {
  if (geometry.type === 'Polygon')
    return geometry.coordinates.every(isClosed)
      ? geometry
      : { ...geometry, coordinates: geometry.coordinates.map(closedRing) };
  if (geometry.type !== 'MultiPolygon' || geometry.coordinates.flat().every(isClosed)) return geometry;
  return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(closedRing)) };
}

function isClosed(ring: Position[]): boolean {
  const [first, last] = [ring[0], ring.at(-1)];
  return first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

const closedRing = (ring: Position[]): Position[] => (isClosed(ring) ? ring : [...ring, ...ring.slice(0, 1)]);

function isNested(value: unknown, levels: number): boolean {
  if (!Array.isArray(value)) return false;
  if (levels > 0) return value.length > 0 && value.every((part) => isNested(part, levels - 1));
  return value.length >= 2 && value.every((number) => typeof number === 'number' && Number.isFinite(number));
}

/** Every position of a geometry that is not a collection. */
function positionsOf(geometry: Geometry): Position[] {
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(positionsOf);
  const levels = depth[geometry.type] ?? 0;
  if (levels === 0) return [geometry.coordinates as Position];
  return geometry.coordinates.flat(levels - 1) as Position[];
}

/** True when every position is within [-180, 180] and [-90, 90] degrees, both ends in. */
export function isLonLat(geometry: Geometry): boolean {
  return positionsOf(geometry).every(([lon = NaN, lat = NaN]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
}
