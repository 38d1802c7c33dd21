import { isRecord, parseJson } from '../../../model/json.ts';
import { readFeatures, type RawFeature } from './features.ts';
import type { FileFormat, OpenedFile } from './format.ts';
import { openJson, openJsonLines } from './json-records.ts';
import { refused } from './refused.ts';

/**
 * GeoJSON (RFC 7946): a FeatureCollection, one Feature, a list of them, a bare geometry, or one of these a line
 * (RFC 8142, with or without its separators). Coordinates are WGS 84 degrees; the older `crs` member is read, and
 * coordinates of a projected system brought to degrees. Other JSON is read as a table of its objects.
 */
export const geojson: FileFormat = {
  open({ decoded }) {
    if (decoded.kind !== 'text' || !/^[\s\u001e]*[[{]/.test(decoded.text)) return null;
    const parsed = parseJson(decoded.text);
    if (parsed === undefined) return openLines(decoded.text) ?? openCutOff(decoded.text);
    const features = featuresOf(parsed);
    if (!features) return openJson(parsed);
    return {
      format: 'geojson',
      read: () => readFeatures(features.map(rawFeature), { crs: crsOf(parsed) }),
    };
  },
};

/** One feature, or one object of any kind, a line; a line that is none is a row that cannot be read. Null when the first line is none. */
function openLines(text: string): OpenedFile | null {
  const lines = text.split(/[\n\r\u001e]+/).filter((line) => line.trim() !== '');
  const first = parseJson(lines[0] ?? '');
  if (lines.length < 2 || !isRecord(first)) return null;
  const values = lines.map(parseJson);
  if (featuresOf(first)?.length !== 1) return openJsonLines(values);
  const features = values.flatMap((value) => featuresOf(value)?.map(rawFeature) ?? [null]);
  return { format: 'geojsonl', read: () => readFeatures(features, { crs: null }) };
}

function openCutOff(text: string): OpenedFile | null {
  const begun = /"type"\s*:\s*"(FeatureCollection|Feature)"/.test(text.slice(0, 2000));
  return begun ? { format: 'geojson', read: async () => refused('unreadable', 'geojson') } : null;
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

const isFeature = (value: unknown) => isRecord(value) && value.type === 'Feature';

function featuresOf(parsed: unknown): unknown[] | null {
  if (Array.isArray(parsed)) return parsed.length > 0 && parsed.every(isFeature) ? parsed : null;
  if (!isRecord(parsed)) return null;
  if (parsed.type === 'FeatureCollection') return Array.isArray(parsed.features) ? parsed.features : [];
  if (parsed.type === 'Feature') return [parsed];
  if (typeof parsed.type === 'string' && geometryTypes.has(parsed.type))
    return [{ type: 'Feature', properties: {}, geometry: parsed }];
  return null;
}

/** The name in the obsolete `crs` member, or null. */
function crsOf(parsed: unknown): string | null {
  const crs = isRecord(parsed) && isRecord(parsed.crs) ? parsed.crs : null;
  const properties = crs && isRecord(crs.properties) ? crs.properties : null;
  return typeof properties?.name === 'string' ? properties.name : null;
}

/** A feature's own `id` counts as a property unless one has that name. */
function rawFeature(feature: unknown): RawFeature | null {
  if (!isRecord(feature)) return null;
  const properties = isRecord(feature.properties) ? feature.properties : {};
  const { id, geometry } = feature;
  const named = typeof id === 'string' || typeof id === 'number' ? { id, ...properties } : properties;
  return { properties: named, geometry };
}
