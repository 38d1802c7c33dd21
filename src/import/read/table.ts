import type { Geometry } from 'geojson';
import { DistinctNames } from '../../model/distinct-names.ts';
import type { PlacedBy } from '../../model/decisions.ts';

/** A column as the file names it. `name` is unique in the table: a repeated `Symbols` is `Symbols (2)`. */
export interface RawColumn {
  name: string;
  original: string;
}

/** One row of the file before anything is understood of it. */
export interface RawRow {
  /** 1-based row of the file's data, header not counted. */
  number: number;
  /** As written, one per column; an empty cell is ''. Codes stay text, so leading zeros survive. */
  cells: readonly string[];
  geometry: Geometry | null;
  /** A place that a person had looked up; it counts before all others. */
  place?: PlacedBy;
}

/** What every format is read into. Plain data, so that it can cross to another thread. */
export interface RawTable {
  columns: readonly RawColumn[];
  /** The rows that could be read; those that could not are named by the reader's issues. */
  rows: readonly RawRow[];
  /** Rows in the file, readable or not. */
  read: number;
  /** True for formats whose rows carry geometries. */
  spatial: boolean;
  /** By column, what the cells say, as the file types it: only for formats that store columns. */
  values?: readonly ArrayLike<unknown>[];
}

/** A table without rows, for a file that could not be read. */
export const emptyTable: RawTable = { columns: [], rows: [], read: 0, spatial: false };

/** Unique names for a header: blanks become `column 3`, repeats get a number, originals are kept beside. */
export function nameColumns(header: readonly string[]): RawColumn[] {
  const names = new DistinctNames();
  return header.map((original, index) => ({
    name: names.take(original.trim() || `column ${index + 1}`),
    original,
  }));
}

const cellsSampled = 2000;

/** Trimmed filled cells of a column: every one of a short table, an even sample of a long one. */
export function sampleOf({ rows }: RawTable, column: number, cells = cellsSampled): string[] {
  const step = Math.max(1, Math.floor(rows.length / cells));
  const sample: string[] = [];
  for (let row = 0; row < rows.length; row += step) {
    const text = rows[row]?.cells[column]?.trim() ?? '';
    if (text !== '') sample.push(text);
  }
  return sample;
}
