import { area } from '@turf/area';
import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Geometry, Position } from 'geojson';

/** WGS 84 decimal degrees: longitude from -180 to 180, latitude. */
export type LonLat = [lon: number, lat: number];

/**
 * A place that stands for a geometry, or null where the geometry is empty or holds no numbers.
 *
 * - Point: itself. Several points: the one nearest to their mean.
 * - Lines: halfway along the longest.
 * - Polygons: strictly inside the largest; its centroid where that is inside, else the middle of the widest stretch of
 *   a parallel through it (as `ST_PointOnSurface` of PostGIS does).
 * - A collection: its polygons, else its lines, else its points.
 *
 * A part that spans more than 180 degrees of longitude is taken to cross the antimeridian. A polygon that holds a pole
 * is not catered for.
 */
export function representativePoint(geometry: Geometry): LonLat | null {
  const parts: Parts = { points: [], lines: [], polygons: [] };
  collect(geometry, parts);
  const polygons = parts.polygons.map((rings) => unwrap(rings)).filter(([ring]) => ring && ring.length >= 4);
  const lines = parts.lines.flatMap((line) => unwrap([line])).filter((line) => line.length >= 2);
  const [points = []] = unwrap([parts.points]);
  const found = insideLargest(polygons) ?? halfwayLongest(lines) ?? middlemost(points);
  return found && [found[0] > 180 ? found[0] - 360 : found[0], found[1]];
}

interface Parts {
  points: Position[];
  lines: Position[][];
  polygons: Position[][][];
}

function collect(geometry: Geometry, parts: Parts): void {
  if (geometry.type === 'GeometryCollection') geometry.geometries.forEach((part) => collect(part, parts));
  else if (geometry.type === 'Point') parts.points.push(geometry.coordinates);
  else if (geometry.type === 'MultiPoint') for (const point of geometry.coordinates) parts.points.push(point);
  else if (geometry.type === 'LineString') parts.lines.push(geometry.coordinates);
  else if (geometry.type === 'MultiLineString')
    for (const line of geometry.coordinates) parts.lines.push(line);
  else if (geometry.type === 'Polygon') parts.polygons.push(geometry.coordinates);
  else for (const polygon of geometry.coordinates) parts.polygons.push(polygon);
}

/** Drops what is no number, and moves a part that crosses the antimeridian to longitudes of 0 to 360. */
function unwrap(rings: Position[][]): LonLat[][] {
  const known = rings.map((ring) =>
    ring.flatMap(([lon = NaN, lat = NaN]): LonLat[] =>
      Number.isFinite(lon) && Number.isFinite(lat) ? [[lon, lat]] : [],
    ),
  );
  let [west, east] = [Infinity, -Infinity];
  for (const [lon] of known.flat()) [west, east] = [Math.min(west, lon), Math.max(east, lon)];
  if (east - west <= 180) return known;
  return known.map((ring) => ring.map(([lon, lat]) => [lon < 0 ? lon + 360 : lon, lat]));
}

/** The first of the greatest. */
function greatest<T>(all: readonly T[], size: (one: T) => number): T | undefined {
  let best: T | undefined;
  let bestSize = -Infinity;
  for (const one of all) {
    const itsSize = size(one);
    if (itsSize > bestSize) [best, bestSize] = [one, itsSize];
  }
  return best;
}

const polygonOf = (coordinates: LonLat[][]) => ({ type: 'Polygon' as const, coordinates });

function insideLargest(polygons: LonLat[][][]): LonLat | null {
  const rings = greatest(polygons, (polygon) => area(polygonOf(polygon)));
  if (!rings) return null;
  const centre = centroid(rings);
  if (centre && booleanPointInPolygon(centre, polygonOf(rings), { ignoreBoundary: true })) return centre;
  return middleOfWidest(rings);
}

/** Centroid of the outer ring by the shoelace formula, in degrees about its first vertex; null where it has no area. */
function centroid([ring = []]: LonLat[][]): LonLat | null {
  const [[lon0, lat0] = [0, 0]] = ring;
  let [twice, lon, lat] = [0, 0, 0];
  for (const [[x1, y1], [x2, y2]] of sides(ring)) {
    const cross = (x1 - lon0) * (y2 - lat0) - (x2 - lon0) * (y1 - lat0);
    twice += cross;
    lon += (x1 + x2 - 2 * lon0) * cross;
    lat += (y1 + y2 - 2 * lat0) * cross;
  }
  return twice === 0 ? null : [lon0 + lon / (3 * twice), lat0 + lat / (3 * twice)];
}

/**
 * The middle of the widest stretch inside the rings along the parallel halfway between two neighbouring vertex
 * latitudes, the two about the middle of the box: no vertex lies on it, so each side is crossed or not, never touched.
 */
function middleOfWidest(rings: LonLat[][]): LonLat {
  const lats = [...new Set(rings.flatMap((ring) => ring.map(([, lat]) => lat)))].sort((a, b) => a - b);
  const [first = 0, last = 0] = [lats[0], lats.at(-1)];
  const above = lats.findIndex((lat) => lat > (first + last) / 2);
  if (above < 1) return rings[0]?.[0] ?? [first, last]; // a polygon flattened to a parallel: any vertex
  const lat = ((lats[above - 1] ?? 0) + (lats[above] ?? 0)) / 2;
  const crossings = rings
    .flatMap((ring) => sides(ring))
    .filter(([[, y1], [, y2]]) => y1 > lat !== y2 > lat)
    .map(([[x1, y1], [x2, y2]]) => x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1))
    .sort((a, b) => a - b);
  const stretches = crossings.flatMap((west, at): [number, number][] =>
    at % 2 === 0 ? [[west, crossings[at + 1] ?? west]] : [],
  );
  const [west, east] = greatest(stretches, ([from, to]) => to - from) ?? [0, 0];
  return [(west + east) / 2, lat];
}

function halfwayLongest(lines: LonLat[][]): LonLat | null {
  const line = greatest(lines, lengthOf);
  if (!line) return null;
  let left = lengthOf(line) / 2;
  for (const [a, b] of sides(line)) {
    const length = Math.max(planeLength(a, b), Number.MIN_VALUE);
    if (left <= length) return between(a, b, left / length);
    left -= length;
  }
  return line.at(-1) ?? null;
}

function middlemost(points: LonLat[]): LonLat | null {
  const mean: LonLat = [0, 0];
  for (const [lon, lat] of points) {
    mean[0] += lon / points.length;
    mean[1] += lat / points.length;
  }
  return greatest(points, (point) => -planeLength(point, mean)) ?? null;
}

const sides = (line: LonLat[]): [LonLat, LonLat][] =>
  line.slice(1).flatMap((to, at): [LonLat, LonLat][] => {
    const from = line[at];
    return from ? [[from, to]] : [];
  });

const lengthOf = (line: LonLat[]) => sides(line).reduce((sum, [a, b]) => sum + planeLength(a, b), 0);

const between = ([x1, y1]: LonLat, [x2, y2]: LonLat, share: number): LonLat => [
  x1 + (x2 - x1) * share,
  y1 + (y2 - y1) * share,
];

/** Degrees of latitude on a plane that narrows with it: enough to compare and halve lines. */
const planeLength = ([x1, y1]: LonLat, [x2, y2]: LonLat) =>
  Math.hypot((x2 - x1) * Math.cos((((y1 + y2) / 2) * Math.PI) / 180), y2 - y1);
