import { mergeSortSteps } from '../model/merge-sort.ts';
import { runThrough } from '../model/slices.ts';

/** What a cell is compared by. `null` is "not known". */
export type CellValue = string | number | null;

/** The column that rows are sorted by, and which way. */
export interface SortOrder {
  key: string;
  direction: 'ascending' | 'descending';
}

/**
 * Rows in the order of one value, in short steps (see `mergeSortSteps`); what is not known comes last in both directions.
 * Equal rows are ordered by id, so that the order never depends on the one the rows came in.
 */
export function sortSteps<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => CellValue,
  idOf: (row: Row) => string,
  direction: SortOrder['direction'],
  collator: Intl.Collator,
): Generator<number, Row[]> {
  const sign = direction === 'ascending' ? 1 : -1;
  return mergeSortSteps(
    rows,
    (row) => ({ value: valueOf(row), id: idOf(row) }),
    (a, b) => compareValues(a.value, b.value, sign, collator) || compareIds(a.id, b.id),
  );
}

/** `sortSteps` at once. */
export const sortRows = <Row>(...asked: Parameters<typeof sortSteps<Row>>): Row[] =>
  runThrough(sortSteps(...asked));

function compareValues(a: CellValue, b: CellValue, sign: number, collator: Intl.Collator): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
  return sign * collator.compare(String(a), String(b));
}

const compareIds = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** The order after a press on a heading: figures start with the largest, words with A, a second press turns it round. */
export function nextOrder(current: SortOrder | null, key: string, figures: boolean): SortOrder {
  const first = figures ? 'descending' : 'ascending';
  const second = figures ? 'ascending' : 'descending';
  return { key, direction: current?.key === key && current.direction === first ? second : first };
}
