import type { Format } from '../model/format.ts';
import type { MarkKind } from './marks.ts';
import type { CellValue, SortOrder } from './table-order.ts';

/** One column of a table, generic in its rows. */
export interface Column<Row> {
  key: string;
  label: string;
  /** `end` for figures. */
  align?: 'start' | 'end';
  /** What it is sorted by. */
  value: (row: Row) => CellValue;
  /** What is read; empty text is shown with the mark for "not known". */
  text: (row: Row) => string;
  mark?: (row: Row) => MarkKind | null;
  /** Of figures that are written with it, for where they stand alone. */
  unit?: 'km' | 'min';
}

/** A column of words, sorted as they are read. */
export const wordColumn = <Row>(
  key: string,
  label: string,
  word: (row: Row) => string | null,
  mark?: Column<Row>['mark'],
): Column<Row> => ({
  ...{ key, label, value: word, text: (row: Row) => word(row) ?? '' },
  ...(mark ? { mark } : {}),
});

/** A column of figures, which stand at the end of their cells; null is not known. */
export const figureColumn = <Row>(
  key: string,
  label: string,
  figure: (row: Row) => number | null,
  write: (value: number) => string,
  mark?: Column<Row>['mark'],
): Column<Row> => ({
  ...{ key, label, align: 'end', value: figure },
  text: (row) => {
    const value = figure(row);
    return value === null ? '' : write(value);
  },
  ...(mark ? { mark } : {}),
});

/** A column of distances. */
export const kilometresColumn = <Row>(
  key: string,
  label: string,
  kilometres: (row: Row) => number | null,
  format: Pick<Format, 'kilometres'>,
  mark?: Column<Row>['mark'],
): Column<Row> => ({ ...figureColumn(key, label, kilometres, format.kilometres, mark), unit: 'km' });

/** A column of times. */
export const minutesColumn = <Row>(
  key: string,
  label: string,
  minutes: (row: Row) => number | null,
  format: Pick<Format, 'minutes'>,
): Column<Row> => ({ ...figureColumn(key, label, minutes, format.minutes), unit: 'min' });

/** The words of a table, in the reader's language. */
export interface TableWords {
  /** "Rows 1 to 100 of 1,234". */
  rows: (from: string, to: string, of: string) => string;
  sortBy: (column: string) => string;
  previous: string;
  next: string;
  none: string;
  /** Said while a long table is being sorted. */
  sorting: string;
}

/** A table whose rows come a page at a time. */
export interface RemoteRows {
  total: number;
  /** 0-based place of the page's first row. */
  offset: number;
  onask: (offset: number, order: SortOrder | null) => void;
}
