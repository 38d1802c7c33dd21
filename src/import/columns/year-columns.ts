import type { ColumnMatch } from './match-columns.ts';
import type { RawTable } from '../read/table.ts';
import { parseCount } from '../cells/values.ts';

/** A column whose name is a year and whose cells are numbers. */
export interface YearColumn {
  column: number;
  year: number;
}

/** Fewer years than this are columns like any other. */
const fewestYears = 3;

/** The columns of a wide table of years; none when there are fewer than three. */
export function yearColumns({ columns, rows }: RawTable): YearColumn[] {
  const found = columns.flatMap(({ original }, column) => {
    const year = /^\s*((?:18|19|20|21)\d\d)\s*$/.exec(original)?.[1];
    const numbers = rows.every(({ cells }) => parseCount(cells[column] ?? '').kind !== 'not a number');
    return year !== undefined && numbers ? [{ column, year: Number(year) }] : [];
  });
  return found.length >= fewestYears ? found : [];
}

/** The columns that say what a row of a wide table counts: those with words and no other meaning. */
export function seriesColumns(
  { rows }: RawTable,
  matches: readonly ColumnMatch[],
  years: readonly YearColumn[],
): number[] {
  const taken = new Set(years.map(({ column }) => column));
  return matches.flatMap(({ field }, column) => {
    const words = rows.some(({ cells }) => /\p{L}/u.test(cells[column] ?? ''));
    return !taken.has(column) && words && (field === null || field === 'series') ? [column] : [];
  });
}
