import { untrack } from 'svelte';
import { takeInSlices } from '../model/slices.ts';
import type { Column } from './table-columns.ts';
import { sortRows, sortSteps, type SortOrder } from './table-order.ts';

/** What is sorted, and by what. */
interface Sorting<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Null for rows that stay as they come. */
  sorting: { column: Column<Row>; direction: SortOrder['direction'] } | null;
  collator: Intl.Collator;
}

/** More rows than this are sorted in slices, in which time those before stand. */
const mostAtOnce = 5000;

/**
 * Rows in the order asked for, as a component reads them; to be called while one is set up. Of a long table the rows stand as
 * they were, or as they came, until their new order is found, and `isSorting` says so.
 */
export function sortedRows<Row>(asked: () => Sorting<Row>) {
  const { rows, rowId, sorting, collator } = $derived(asked());
  const isLong = $derived(rows.length > mostAtOnce);
  let slowly = $state.raw<{ of: readonly Row[]; sorted: readonly Row[]; by: typeof sorting } | null>(null);
  const sorted = $derived.by(() => {
    if (!sorting) return rows;
    if (isLong) return slowly?.of === rows ? slowly.sorted : rows;
    return sortRows(rows, sorting.column.value, rowId, sorting.direction, collator);
  });
  const isSorting = $derived(isLong && sorting !== null && (slowly?.by !== sorting || slowly.of !== rows));
  $effect(() => {
    const [of, by, compared] = [rows, sorting, collator];
    if (!isLong || !by) return;
    const steps = sortSteps(of, by.column.value, rowId, by.direction, compared);
    return untrack(() => takeInSlices(steps, (sorted) => (slowly = { of, sorted, by })));
  });
  return {
    get rows() {
      return sorted;
    },
    get isSorting() {
      return isSorting;
    },
  };
}
