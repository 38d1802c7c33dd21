import type { ExportColumn, ExportTable, ExportValue } from './export-table.ts';

/** Counts under one of these are hidden when a person asks for it; publishers of small-area data use both. */
export const thresholds = [10, 50] as const;
/** The threshold that is taken where nobody names one. */
export const [usualThreshold] = thresholds;

/** Which values of a column are hidden: counts of people under the threshold, 0 too, for nobody is also told of a group. */
const isSmall = ({ people }: ExportColumn, value: ExportValue | undefined, threshold: number) =>
  people === true && typeof value === 'number' && value < threshold;

/**
 * The table without its small counts of people: an empty cell in place of each (never 0), and beside each such column
 * another, true where a count was hidden. A count of exactly the threshold stays. What was unknown before stays unknown
 * and unmarked. `labelOf` names the column of marks for people; for machines it is `<name>_suppressed`.
 */
export function suppressSmallCells(
  table: ExportTable,
  threshold: number = usualThreshold,
  labelOf: (label: string) => string = (label) => `${label} (suppressed)`,
): ExportTable {
  const columns = table.columns.flatMap((column): ExportColumn[] =>
    column.people
      ? [column, { name: `${column.name}_suppressed`, label: labelOf(column.label), kind: 'boolean' }]
      : [column],
  );
  const rows = table.rows.map((row) =>
    table.columns.flatMap((column, index): ExportValue[] => {
      const value = row[index] ?? null;
      if (!column.people) return [value];
      return isSmall(column, value, threshold) ? [null, true] : [value, false];
    }),
  );
  return { ...table, columns, rows };
}

/** How many counts `suppressSmallCells` hides. */
export function countSmallCells({ columns, rows }: ExportTable, threshold: number = usualThreshold): number {
  return rows.reduce(
    (sum, row) => sum + columns.filter((column, index) => isSmall(column, row[index], threshold)).length,
    0,
  );
}
