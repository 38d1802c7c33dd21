import type { Geometry } from 'geojson';
import type { Issue } from '../../../model/issues.ts';
import { issue } from '../findings.ts';
import { nameColumns, type RawColumn, type RawRow } from '../table.ts';
import { withinMeridians } from './antimeridian.ts';
import type { ReadTable } from './format.ts';
import { geometryOf, isLonLat, type FoundGeometry } from './geojson-geometry.ts';
import { isDegreesCrs, reprojectFrom, reprojected, type Reproject } from './reproject.ts';

/** One row of a spatial file: values by the file's own names, and whatever stands for its place. */
export interface RawFeature {
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

/** What a file says of its coordinates: a null `crs` says nothing, which stands for WGS 84. */
export interface Spatial {
  crs: string | null;
  /** The system's definition, where the file carries it: well-known text or PROJJSON. */
  definition?: unknown;
  /** Names of the columns in order, where the format says them; else those that the features have. */
  names?: readonly string[];
}

/**
 * Features to a table, in WGS 84. One that is null cannot be read; one whose geometry is of no known shape is listed.
 * Coordinates of a known projected system are brought to degrees, and a note says so. All are listed by one issue
 * when the system is not known, or when the file names none and most coordinates are no degrees.
 */
export async function readFeatures(
  features: readonly (RawFeature | null)[],
  { crs, definition, names = namesIn(features) }: Spatial,
): Promise<ReadTable> {
  const columns = nameColumns(names);
  if (crs === null || isDegreesCrs(crs))
    return inDegrees(readRows(features, columns, null), features.length, columns);
  const reproject = await reprojectFrom({ name: crs, definition });
  if (!reproject) return notInDegrees(crs, features.length, columns);
  const read = readRows(features, columns, reproject);
  // Degrees that are called metres would all come to lie in one place: the file contradicts itself.
  if (isAllDegrees(features)) return notInDegrees(crs, features.length, columns);
  const note = issue('reprojected', 'note', { column: 'geometry', found: crs, expected: 'WGS 84' });
  return inDegrees({ ...read, issues: [note, ...read.issues] }, features.length, columns);
}

/** True when there are coordinates and all of them, as they are written, could be degrees. */
function isAllDegrees(features: readonly (RawFeature | null)[]): boolean {
  const places = features.flatMap((feature) => {
    const found = geometryOf(feature?.geometry);
    return found.kind === 'read' && found.geometry ? [found.geometry] : [];
  });
  return places.length > 0 && places.every(isLonLat);
}

interface ReadRows {
  rows: RawRow[];
  issues: Issue[];
}

function readRows(
  features: readonly (RawFeature | null)[],
  columns: readonly RawColumn[],
  reproject: Reproject | null,
): ReadRows {
  const rows: RawRow[] = [];
  const issues: Issue[] = [];
  features.forEach((feature, index) => {
    const number = index + 1;
    const cells = feature && orBroken(() => cellsOf(feature, columns));
    const found = feature ? placeOf(feature.geometry, reproject) : null;
    if (!cells || !found) issues.push(issue('broken-row', 'error', { row: number }));
    else if (found.kind === 'broken')
      issues.push(issue('unsupported-geometry', 'error', { row: number, found: found.type }));
    else rows.push({ number, cells, geometry: found.geometry && withinMeridians(found.geometry) });
  });
  return { rows, issues };
}

/** A property that only JavaScript's own objects have (`constructor`) is no cell. */
const cellsOf = ({ properties }: RawFeature, columns: readonly RawColumn[]): string[] =>
  columns.map(({ original }) => (Object.hasOwn(properties, original) ? cellText(properties[original]) : ''));

function placeOf(value: unknown, reproject: Reproject | null): FoundGeometry {
  const found = geometryOf(value);
  if (!reproject || found.kind === 'broken' || !found.geometry) return found;
  const geometry = reprojected(found.geometry, reproject);
  return geometry ? { kind: 'read', geometry } : { kind: 'broken', type: found.geometry.type };
}

function inDegrees({ rows, issues }: ReadRows, read: number, columns: RawColumn[]): ReadTable {
  const beyond = beyondDegrees(rows);
  return beyond === null
    ? { table: { columns, rows, read, spatial: true }, issues }
    : notInDegrees(beyond, read, columns);
}

const notInDegrees = (found: string, read: number, columns: RawColumn[]): ReadTable => ({
  table: { columns, rows: [], read, spatial: true },
  issues: [issue('not-wgs84', 'error', { column: 'geometry', found, expected: 'WGS 84' })],
});

/** Null where a value is nested deeper than can be written as text (JavaScript then ends with a RangeError). */
export function orBroken<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const namesIn = (features: readonly (RawFeature | null)[]) => {
  const names = new Set<string>();
  for (const feature of features) for (const name of Object.keys(feature?.properties ?? {})) names.add(name);
  return [...names];
};

/** A value as text: bytes are text if they are UTF-8, else hexadecimal; nothing is '', a date is ISO 8601 (without a time at midnight UTC), a list or object is JSON. */
export function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (value instanceof Uint8Array) return bytesText(value);
  if (typeof value === 'object')
    return JSON.stringify(value, (_, part) => (typeof part === 'bigint' ? `${part}` : part));
  return typeof value === 'number' && Number.isNaN(value) ? '' : String(value);
}

const longestHex = 64;

/** Old writers do not mark text as such; a picture in a cell is only told by its size. */
function bytesText(bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (!text.includes('\ufffd') && !text.includes('\0')) return text;
  if (bytes.length > longestHex) return `(${bytes.length} B)`;
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  return date
    .toISOString()
    .replace(/T00:00:00\.000Z$/, '')
    .replace(/\.000Z$/, 'Z');
}

/** The first coordinates that are no degrees when most features have such; a few are left to the checks by row. */
function beyondDegrees(rows: readonly RawRow[]): string | null {
  const located = rows.flatMap(({ geometry }) => (geometry ? [geometry] : []));
  const beyond = located.filter((geometry) => !isLonLat(geometry));
  const first = beyond[0];
  return first && beyond.length * 2 > located.length ? positionText(first) : null;
}

function positionText(geometry: Geometry): string {
  return geometry.type === 'GeometryCollection'
    ? geometry.type
    : geometry.coordinates.flat(3).slice(0, 2).join(', ');
}
