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
}

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
