import { runThrough } from '../model/slices.ts';

/** What a cell is compared by. `null` is "not known". */
export type CellValue = string | number | null;

export interface SortOrder {
  key: string;
  direction: 'ascending' | 'descending';
}

/** Rows sorted or merged between two steps. */
const rowsInStep = 512;

/**
 * Rows in the order of one value; what is not known comes last in both directions. Equal rows are ordered by id, so
 * that the order never depends on the one the rows came in. In short steps, each giving the share of the work done: half a
 * million rows take seconds, and whoever runs them can let others in between.
 */
export function* sortSteps<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => CellValue,
  idOf: (row: Row) => string,
  direction: SortOrder['direction'],
  collator: Intl.Collator,
): Generator<number, Row[]> {
  const sign = direction === 'ascending' ? 1 : -1;
  const compare = (a: Keyed<Row>, b: Keyed<Row>) =>
    compareValues(a.value, b.value, sign, collator) || compareIds(a.id, b.id);
  const passes = 1 + Math.ceil(Math.log2(Math.max(1, rows.length / rowsInStep)));
  let runs: Keyed<Row>[][] = [];
  for (let from = 0; from < rows.length; from += rowsInStep) {
    const run = rows.slice(from, from + rowsInStep);
    runs.push(run.map((row) => ({ row, value: valueOf(row), id: idOf(row) })).sort(compare));
    yield from / rows.length / passes;
  }
  for (let pass = 1; runs.length > 1; pass += 1) {
    const merged: Keyed<Row>[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [left = [], right] = [runs[at], runs[at + 1]];
      merged.push(right ? yield* mergeSteps(left, right, compare, pass / passes) : left);
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ row }) => row);
}

interface Keyed<Row> {
  row: Row;
  value: CellValue;
  id: string;
}

function* mergeSteps<One>(
  left: readonly One[],
  right: readonly One[],
  compare: (a: One, b: One) => number,
  share: number,
): Generator<number, One[]> {
  const merged: One[] = [];
  let [l, r] = [0, 0];
  while (l < left.length || r < right.length) {
    const [a, b] = [left[l], right[r]];
    if (b === undefined || (a !== undefined && compare(a, b) <= 0)) {
      if (a !== undefined) merged.push(a);
      l += 1;
    } else {
      merged.push(b);
      r += 1;
    }
    if (merged.length % rowsInStep === 0) yield share;
  }
  return merged;
}

/** `sortSteps` at once. */
export function sortRows<Row>(...asked: Parameters<typeof sortSteps<Row>>): Row[] {
  return runThrough(sortSteps(...asked));
}

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
