import type { FileMetaData } from 'hyparquet';
import { isRecord, parseJson } from '../../../model/json.ts';
import { readWkb } from './wkb.ts';

/** The column of a GeoParquet file that places its rows. */
export interface GeoColumn {
  name: string;
  /** `EPSG:3347`, `OGC:CRS84`; null when the file leaves it out, which stands for WGS 84. */
  crs: string | null;
  /** The system as PROJJSON, where the file carries it. */
  definition?: unknown;
  /** Columns that repeat the geometries' extents, of use to readers of a part of the file only. */
  covering: string[];
  /** A cell of it as GeoJSON, in whatever state: the features' checks judge it. */
  read: (value: unknown) => unknown;
}

/** Found by the `geo` metadata (GeoParquet 1.1), by Parquet's own types for geometries, or by an old writer's column name. */
export function geoColumnOf(metadata: FileMetaData): GeoColumn | null {
  return byMetadata(metadata) ?? byType(metadata) ?? byName(metadata);
}

function byMetadata({ key_value_metadata: pairs }: FileMetaData): GeoColumn | null {
  const text = pairs?.find(({ key }) => key === 'geo')?.value;
  // Metadata that is no JSON says nothing; the columns are then judged by themselves.
  const geo = text === undefined ? null : parseJson(text);
  const columns = isRecord(geo) && isRecord(geo.columns) ? geo.columns : {};
  const name =
    isRecord(geo) && typeof geo.primary_column === 'string' ? geo.primary_column : Object.keys(columns)[0];
  const column = name === undefined ? undefined : columns[name];
  if (name === undefined || !isRecord(column)) return null;
  const encoding = typeof column.encoding === 'string' ? column.encoding : 'WKB';
  const read = encoding === 'WKB' ? fromWkb : fromNested(encoding);
  return {
    name,
    crs: crsName(column.crs),
    definition: column.crs,
    covering: coveringColumns(column.covering),
    read,
  };
}

function byType({ schema }: FileMetaData): GeoColumn | null {
  const found = schema.find(
    ({ logical_type: type }) => type?.type === 'GEOMETRY' || type?.type === 'GEOGRAPHY',
  );
  if (!found) return null;
  const { logical_type: type } = found;
  const crs = type && 'crs' in type && typeof type.crs === 'string' ? type.crs : null;
  return { name: found.name, crs, covering: [], read: fromWkb };
}

function byName({ schema }: FileMetaData): GeoColumn | null {
  const found = schema.find(
    ({ name, type, logical_type: logical, converted_type: converted }) =>
      /^(geometry|geom|wkb_geometry|the_geom)$/i.test(name) &&
      type === 'BYTE_ARRAY' &&
      !logical &&
      !converted,
  );
  return found ? { name: found.name, crs: null, covering: [], read: fromWkb } : null;
}

/** PROJJSON names a system by its authority and code; one without them by its name. Null is none, undefined the default. */
function crsName(crs: unknown): string | null {
  if (!isRecord(crs)) return null;
  const id = isRecord(crs.id) ? crs.id : null;
  if (id) return `${String(id.authority)}:${String(id.code)}`;
  return typeof crs.name === 'string' && !/^WGS[ _]?(19)?84/i.test(crs.name) ? crs.name : null;
}

/** `{ bbox: { xmin: ['bbox', 'xmin'], ... } }`: the first of each path is the column. */
function coveringColumns(covering: unknown): string[] {
  const bbox = isRecord(covering) && isRecord(covering.bbox) ? covering.bbox : {};
  const paths = Object.values(bbox).flatMap((path) => (Array.isArray(path) ? [String(path[0])] : []));
  return [...new Set(paths)];
}

const fromWkb = (value: unknown) => (value instanceof Uint8Array ? readWkb(value) : null);

const nestedTypes: Record<string, string> = {
  point: 'Point',
  linestring: 'LineString',
  polygon: 'Polygon',
  multipoint: 'MultiPoint',
  multilinestring: 'MultiLineString',
  multipolygon: 'MultiPolygon',
};

/** GeoArrow's encodings: lists of lists of groups `{ x, y, z }`. */
function fromNested(encoding: string): (value: unknown) => unknown {
  const type = nestedTypes[encoding.toLowerCase()] ?? encoding;
  return (value) => (value === null || value === undefined ? null : { type, coordinates: positions(value) });
}

function positions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(positions);
  if (!isRecord(value)) return value;
  const { x, y, z } = value;
  return typeof z === 'number' ? [x, y, z] : [x, y];
}
