import type { MultiPolygon, Point, Position } from 'geojson';
import { boundsOf, type Bounds } from '../geo/bounds.ts';
import { isCalendarDay } from '../model/calendar-day.ts';
import { DistinctNames } from '../model/distinct-names.ts';
import { UserError } from '../model/errors.ts';

/** Why a format cannot hold a table: no columns of a place, or more rows, columns or letters in a cell than it allows. */
export type RefusalKind = 'no-place' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long';

/** A table that the wanted format cannot hold: another can. `limit` is the most that it holds, null where none is meant. */
export class ExportRefused extends UserError {
  override name = 'ExportRefused';
  constructor(
    readonly kind: RefusalKind,
    readonly limit: number | null = null,
  ) {
    super(`export: ${kind}${limit === null ? '' : ` (at most ${limit})`}`);
  }
}

/** Dates are ISO 8601 text (`2026-11-02`); what a date column holds that is none (a year, a word) is written as text. */
export type ExportKind = 'text' | 'number' | 'date' | 'boolean';

/** Null is "not known" and is written as an empty cell, never as 0. */
export type ExportValue = string | number | boolean | null;

/** A column of a table on its way out. */
export interface ExportColumn {
  /** The name for machines: a property of GeoJSON, a column of GeoPackage and Parquet. */
  name: string;
  /** The name for people: a header of CSV and XLSX. */
  label: string;
  kind: ExportKind;
  /** True for counts of people, which small cells could betray. */
  people?: true;
}

/** Polygons of rings, WGS 84 decimal degrees: the coordinates of a GeoJSON MultiPolygon. */
export type Shape = Position[][][];

/** A table or result on its way out: the one thing that every format is written from. */
export interface ExportTable {
  /** Names the layer or sheet. */
  name: string;
  columns: readonly ExportColumn[];
  /** One value a column, in their order. */
  rows: readonly (readonly ExportValue[])[];
  /** Names of the columns that hold WGS 84 decimal degrees, where a row has a place. */
  place?: { lon: string; lat: string };
  /** The land of each row, null where it has none; a table has places or shapes, not both. */
  shapes?: readonly (Shape | null)[];
  /** What must travel with the rows: the question, its caveats, what is invented, the sources. */
  notes: readonly string[];
}

/** How a table is written; each format heeds what it can. */
export interface ExportOptions {
  /** ISO date and time of the export; the clock is never asked. */
  writtenAt: string;
  /** CSV begins with a UTF-8 byte order mark, which some spreadsheets need to read accents. Without it when absent. */
  byteOrderMark?: boolean;
  /** CSV begins with the notes as lines after `#`. With them when absent; the other formats always carry them. */
  notesInCsv?: boolean;
  /** Title of the sheet of notes in XLSX; `About` when absent. */
  aboutSheet?: string;
}

/** Rows with a value for each column: what JSON and SQL cannot hold (NaN, an infinity) is not known. */
export function tidyRows({ columns, rows }: ExportTable): ExportValue[][] {
  return rows.map((row) =>
    columns.map((_, index) => {
      const value = row[index] ?? null;
      return typeof value === 'number' && !Number.isFinite(value) ? null : value;
    }),
  );
}

/** [longitude, latitude] of each row; null where it has none, or none on the globe. */
export function placesOf(table: ExportTable): ([number, number] | null)[] {
  const at = (name: string | undefined) => table.columns.findIndex((column) => column.name === name);
  const [lonAt, latAt] = [at(table.place?.lon), at(table.place?.lat)];
  return table.rows.map((row) => {
    const [lon, lat] = [row[lonAt], row[latAt]];
    if (typeof lon !== 'number' || typeof lat !== 'number') return null;
    return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? [lon, lat] : null;
  });
}

/** What a table's rows are drawn as: one kind for all of them. */
export type Geometries =
  | { kind: 'Point'; of: readonly (Point | null)[] }
  | { kind: 'MultiPolygon'; of: readonly (MultiPolygon | null)[] };

/** The geometry of each row, null where it has none; null for a table without places and shapes. */
export function geometriesOf(table: ExportTable): Geometries | null {
  if (table.shapes)
    return {
      kind: 'MultiPolygon',
      of: table.shapes.map((shape) => shape && { type: 'MultiPolygon', coordinates: shape }),
    };
  if (!table.place) return null;
  return {
    kind: 'Point',
    of: placesOf(table).map((place) => place && { type: 'Point', coordinates: place }),
  };
}

/** The bounds of the geometries; null when there is none. */
export const boundsOfGeometries = ({ of }: Geometries): Bounds | null => boundsOf(eachCorner(of));

function* eachCorner(geometries: Geometries['of']): Generator<Position> {
  for (const geometry of geometries) yield* cornersOf(geometry);
}

function cornersOf(geometry: Point | MultiPolygon | null): Position[] {
  if (!geometry) return [];
  return geometry.type === 'Point' ? [geometry.coordinates] : geometry.coordinates.flat(2);
}

/** The columns' names made different in more than case, as SQL needs it, and none of those `taken` before. */
export function distinctNames(columns: readonly ExportColumn[], taken: readonly string[] = []): string[] {
  const names = new DistinctNames({ taken, keyOf: (name) => name.toLowerCase() });
  return columns.map(({ name }, index) => names.take(name.trim() || `column ${index + 1}`));
}

/** A calendar day that exists, as `2026-11-02`. */
export const isDay = (value: ExportValue): value is string =>
  typeof value === 'string' && isCalendarDay(value);

/** Whether a spreadsheet would take the text for a formula (OWASP, CSV injection), full-width signs too. */
export const runsAsFormula = (text: string): boolean => /^[=+@\t\r\n＝＋－＠]|^-(?![\d\s.,]+$)/.test(text);
