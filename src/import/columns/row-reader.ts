import type { Field } from './fields.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawRow } from '../read/table.ts';

/** Cells by meaning. */
export interface RowReader {
  /** The trimmed cell, or null when it is empty or no column has this meaning. */
  text(row: RawRow, field: Field): string | null;
  /** The file's own name of the column, for an issue to quote; null when there is none. */
  column(field: Field): string | null;
}

/** Reads rows of the table whose columns were matched, by what the columns mean. */
export function createRowReader(matches: readonly ColumnMatch[]): RowReader {
  const places = new Map<Field, number>();
  matches.forEach(({ field }, index) => {
    if (field !== null) places.set(field, index);
  });
  return {
    text(row, field) {
      const place = places.get(field);
      return place === undefined ? null : row.cells[place]?.trim() || null;
    },
    column(field) {
      const place = places.get(field);
      return place === undefined ? null : (matches[place]?.name ?? null);
    },
  };
}
