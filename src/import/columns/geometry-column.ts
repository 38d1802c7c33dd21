import type { Geometry } from 'geojson';
import type { Issue } from '../../model/issues.ts';
import { parseJson } from '../../model/json.ts';
import { isCanadianLongitude } from '../cells/canada.ts';
import { issue } from '../read/findings.ts';
import { geometryOf } from '../read/formats/geojson-geometry.ts';
import { readWkt } from '../read/formats/wkt.ts';
import { matchColumns } from './match-columns.ts';
import { normaliseName } from '../cells/names.ts';
import { sampleOf, type RawTable } from '../read/table.ts';
import { parseDegrees } from '../cells/values.ts';

/** Reads a cell as a geometry; null when it is none. */
type Reader = (cell: string) => Geometry | null;

/** Share of a column's filled cells that must be geometries. */
const leastFit = 0.95;
const cellsTried = 200;

const isGeometryText = /^\s*(?:\{|(?:SRID=\d+;)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\b)/i;
const pair = /^\s*\(?\s*([-+]?\d{1,3}\.\d+)\s*[,;]\s*([-+]?\d{1,3}\.\d+)\s*\)?\s*$/;

/** Two numbers may be anything: the column has to be named for places. */
const namesPlaces =
  /\b(location|localisation|emplacement|position|gps|geo|geom|geometry|geo ?point|point|place|lieu|lat|latitude|coord|coords|coordinates|coordonnees)\b/;

/**
 * Gives the rows of a table the geometries that a column holds as text, as open-data portals write them: well-known text,
 * GeoJSON, or a pair of degrees. Points give way to columns of latitude and longitude. The column stays as it is.
 */
export function withGeometries(table: RawTable): { table: RawTable; issues: Issue[] } {
  const unchanged = { table, issues: [] };
  if (table.spatial) return unchanged;
  const found = table.columns
    .map((_, column) => ({ column, read: readerOf(table, column) }))
    .find((one): one is { column: number; read: Reader } => one.read !== null);
  if (!found) return unchanged;
  const { column, read } = found;
  const rows = table.rows.map((row) => ({ ...row, geometry: read(row.cells[column] ?? '') }));
  const points = rows.every(({ geometry }) => geometry === null || geometry.type === 'Point');
  if (points && hasCoordinates(table)) return unchanged;
  const name = table.columns[column]?.name ?? null;
  return { table: { ...table, rows }, issues: [issue('geometry-column', 'note', { column: name })] };
}

function hasCoordinates(table: RawTable): boolean {
  const fields = new Set(matchColumns(table).map(({ field }) => field));
  return fields.has('lat') && fields.has('lon');
}

/** Looked up where a format stores columns, whose rows of text are not made before they are asked for. */
function firstFilled(table: RawTable, column: number): string | null {
  const cells = table.values
    ? table.values[column]
    : table.rows.slice(0, cellsTried).map((row) => row.cells[column]);
  const texts = Array.from({ length: Math.min(cellsTried, cells?.length ?? 0) }, (_, row) => cells?.[row]);
  return texts.find((text): text is string => typeof text === 'string' && text.trim() !== '') ?? null;
}

/** How nearly all of a column's cells are read as geometries; null where they are not. */
function readerOf(table: RawTable, column: number): Reader | null {
  const first = firstFilled(table, column);
  if (first === null || (!isGeometryText.test(first) && !pair.test(first))) return null;
  const cells = sampleOf(table, column, cellsTried);
  const isText = isGeometryText.test(first);
  const read = isText ? readGeometryText : pairReader(cells);
  if (!isText && !namesPlaces.test(normaliseName(table.columns[column]?.original ?? ''))) return null;
  return cells.filter((cell) => read(cell) !== null).length >= cells.length * leastFit ? read : null;
}

function readGeometryText(cell: string): Geometry | null {
  const text = cell.trim();
  if (!text.startsWith('{')) return readWkt(text);
  const found = geometryOf(parseJson(text));
  return found.kind === 'read' ? found.geometry : null;
}

/** Latitude comes first, as people write it; longitude where only that fits: all first numbers are Canadian ones, or one is beyond 90. */
function pairReader(cells: readonly string[]): Reader {
  const firsts = cells.flatMap((cell) => parseDegrees(pair.exec(cell)?.[1] ?? '') ?? []);
  const lonFirst = firsts.every(isCanadianLongitude) || firsts.some((degrees) => Math.abs(degrees) > 90);
  return (cell) => {
    const [, first, second] = pair.exec(cell) ?? [];
    if (first === undefined || second === undefined) return null;
    const [lat, lon] = lonFirst ? [second, first] : [first, second];
    return { type: 'Point', coordinates: [Number(lon), Number(lat)] };
  };
}
