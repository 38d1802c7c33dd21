import type { Geometry } from 'geojson';
import { issue } from '../findings.ts';
import { emptyTable, nameColumns, type RawRow } from '../table.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { geometryOf, isLonLat } from './geojson-geometry.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * GeoJSON (RFC 7946): a FeatureCollection, one Feature, or a bare geometry. Coordinates must be WGS 84 degrees; the
 * older `crs` member is read and anything else refused. Other JSON is opened only to say that it is not GeoJSON.
 */
export const geojson: FileFormat = {
  open({ decoded }) {
    if (decoded.kind !== 'text' || !/^\s*[[{]/.test(decoded.text)) return null;
    const parsed = parseJson(decoded.text);
    if (parsed === undefined) {
      const truncated = /"type"\s*:\s*"(FeatureCollection|Feature)"/.test(decoded.text.slice(0, 2000));
      return truncated ? { format: 'geojson', read: async () => refused('unreadable') } : null;
    }
    const features = featuresOf(parsed);
    if (!features) return { format: 'json', read: async () => refused('unknown-format') };
    return { format: 'geojson', read: async () => readFeatures(features, crsOf(parsed)) };
  },
};

const refused = (code: 'unreadable' | 'unknown-format'): ReadTable => ({
  table: emptyTable,
  issues: [issue(code, 'error', { found: 'json', expected: 'geojson' })],
});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // Text that is not JSON is an answer here, not a failure: another format may read it.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const geometryTypes = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

function featuresOf(parsed: unknown): unknown[] | null {
  if (!isObject(parsed)) return null;
  if (parsed.type === 'FeatureCollection') return Array.isArray(parsed.features) ? parsed.features : [];
  if (parsed.type === 'Feature') return [parsed];
  if (typeof parsed.type === 'string' && geometryTypes.has(parsed.type))
    return [{ type: 'Feature', properties: {}, geometry: parsed }];
  return null;
}

/** The name in the obsolete `crs` member, or null. */
function crsOf(parsed: unknown): string | null {
  const crs = isObject(parsed) && isObject(parsed.crs) ? parsed.crs : null;
  const properties = crs && isObject(crs.properties) ? crs.properties : null;
  return typeof properties?.name === 'string' ? properties.name : null;
}

/** WGS 84 and NAD 83 (they differ by about a metre in Canada) by their usual names. */
const isDegreesCrs = (name: string) =>
  /^(urn:ogc:def:crs:)?(OGC:[\d.]*:CRS84|EPSG:[\d.]*:?(4326|4269))$/i.test(name);

function readFeatures(features: readonly unknown[], crs: string | null): ReadTable {
  const properties = features.map(propertiesOf);
  const columns = nameColumns([...new Set(properties.flatMap((values) => Object.keys(values)))]);
  const issues: ReadTable['issues'] = [];
  const rows: RawRow[] = [];
  features.forEach((feature, index) => {
    const number = index + 1;
    const found = isObject(feature)
      ? geometryOf(feature.geometry)
      : { kind: 'broken' as const, type: typeof feature };
    if (found.kind === 'broken')
      issues.push(issue('unsupported-geometry', 'error', { row: number, found: found.type }));
    else rows.push({ number, cells: cellsOf(properties[index], columns), geometry: found.geometry });
  });
  const projected = crs !== null && !isDegreesCrs(crs) ? crs : beyondDegrees(rows);
  const table = { columns, rows, read: features.length, spatial: true };
  if (projected === null) return { table, issues };
  return {
    table: { ...table, rows: [] },
    issues: [issue('not-wgs84', 'error', { column: 'geometry', found: projected, expected: 'WGS 84' })],
  };
}

/** A feature's own `id` counts as a property unless one has that name. */
function propertiesOf(feature: unknown): Json {
  if (!isObject(feature)) return {};
  const properties = isObject(feature.properties) ? feature.properties : {};
  const { id } = feature;
  return typeof id === 'string' || typeof id === 'number' ? { id, ...properties } : properties;
}

const cellsOf = (properties: Json | undefined, columns: readonly { original: string }[]) =>
  columns.map(({ original }) => cellText(properties?.[original]));

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

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
