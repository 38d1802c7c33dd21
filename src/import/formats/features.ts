import type { Geometry } from 'geojson';
import { issue } from '../findings.ts';
import { nameColumns, type RawRow } from '../table.ts';
import { withinMeridians } from './antimeridian.ts';
import type { ReadTable } from './format.ts';
import { geometryOf, isLonLat } from './geojson-geometry.ts';

/** One row of a spatial file: values by the file's own names, and whatever stands for its place. */
export interface RawFeature {
  properties: Readonly<Record<string, unknown>>;
  geometry: unknown;
}

/** What a file says of its coordinates: null when it says nothing, which stands for WGS 84. */
export interface Spatial {
  crs: string | null;
  /** Names of the columns in order, where the format says them; else those that the features have. */
  names?: readonly string[];
}

/**
 * Features to a table. One that is null cannot be read; one whose geometry is of no known shape is listed. All are
 * listed by one issue when the coordinates are projected: the file says so, or most of them are no degrees.
 */
export function readFeatures(
  features: readonly (RawFeature | null)[],
  { crs, names = namesIn(features) }: Spatial,
): ReadTable {
  const columns = nameColumns(names);
  const issues: ReadTable['issues'] = [];
  const rows: RawRow[] = [];
  features.forEach((feature, index) => {
    const row = index + 1;
    const found = feature ? geometryOf(feature.geometry) : null;
    if (!feature || !found) issues.push(issue('broken-row', 'error', { row }));
    else if (found.kind === 'broken')
      issues.push(issue('unsupported-geometry', 'error', { row, found: found.type }));
    else
      rows.push({
        number: row,
        cells: columns.map(({ original }) => cellText(feature.properties[original])),
        geometry: found.geometry && withinMeridians(found.geometry),
      });
  });
  const projected = crs !== null && !isDegreesCrs(crs) ? crs : beyondDegrees(rows);
  const table = { columns, rows, read: features.length, spatial: true };
  if (projected === null) return { table, issues };
  return {
    table: { ...table, rows: [] },
    issues: [issue('not-wgs84', 'error', { column: 'geometry', found: projected, expected: 'WGS 84' })],
  };
}

const namesIn = (features: readonly (RawFeature | null)[]) => {
  const names = new Set<string>();
  for (const feature of features) for (const name of Object.keys(feature?.properties ?? {})) names.add(name);
  return [...names];
};

/** WGS 84 and NAD 83 (they differ by about a metre in Canada) by their usual names. */
export const isDegreesCrs = (name: string) =>
  /^(urn:ogc:def:crs:)?(OGC:[\d.]*:?CRS(84|83)h?|EPSG:[\d.]*:?(4326|4269|4617|4979|4955))$/i.test(name);

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
