import type { Geometry } from 'geojson';
import { parseJson } from '../../../model/json.ts';
import { geometryOf } from './geojson-geometry.ts';

const names: Readonly<Record<string, Geometry['type']>> = {
  POINT: 'Point',
  MULTIPOINT: 'MultiPoint',
  LINESTRING: 'LineString',
  MULTILINESTRING: 'MultiLineString',
  POLYGON: 'Polygon',
  MULTIPOLYGON: 'MultiPolygon',
};

const tagged = /^(?:SRID=\d+;)?([A-Z]+?)Z?M?(?:\s+(?:Z|M|ZM))?\s*(\(.*\))$/is;
/** What stands between brackets and commas. */
const pieces = /[^(),]+/g;

/**
 * Reads well-known text (OGC 06-103r4, 7) with or without PostGIS's `SRID=`; heights and measures are dropped. Null for
 * an empty geometry, a collection, and text that is no WKT.
 */
export function readWkt(text: string): Geometry | null {
  const [, tag = '', body = ''] = tagged.exec(text.trim()) ?? [];
  const type = names[tag.toUpperCase()];
  if (type === undefined) return null;
  // Brackets or numbers that do not fit together are no WKT.
  const nested = parseJson(body.replace(pieces, lonLat).replaceAll('(', '[').replaceAll(')', ']'));
  if (!Array.isArray(nested)) return null;
  // `MULTIPOINT ((1 2), (3 4))` and `MULTIPOINT (1 2, 3 4)` say the same.
  const coordinates: unknown =
    type === 'Point' ? nested[0] : type === 'MultiPoint' ? nested.map(inBrackets) : nested;
  const found = geometryOf({ type, coordinates });
  return found.kind === 'read' ? found.geometry : null;
}

function lonLat(piece: string): string {
  if (piece.trim() === '') return '';
  const [lon, lat] = piece.trim().split(/\s+/);
  return `[${Number(lon)},${Number(lat)}]`;
}

const inBrackets = (point: unknown): unknown =>
  Array.isArray(point) && Array.isArray(point[0]) ? (point[0] as unknown) : point;
