import { cellText } from './features.ts';
import type { RawColumn, RawRow, RawTable } from '../table.ts';

/**
 * The table of a format that stores columns. Its rows are made when they are first asked for: a table can be looked at
 * before half a million rows of text are. A value is a number, text, yes or no, or nothing.
 */
export function tableOfColumns(
  columns: readonly RawColumn[],
  values: readonly ArrayLike<unknown>[],
  count: number,
): RawTable {
  let rows: readonly RawRow[] | null = null;
  return {
    columns,
    get rows() {
      return (rows ??= cellsOf(values, count).map((cells, index) => ({
        number: index + 1,
        cells,
        geometry: null,
      })));
    },
    read: count,
    spatial: false,
    values,
  };
}

/** The cells of each row as text: numbers that come again share one string. */
export function cellsOf(values: readonly ArrayLike<unknown>[], count: number): string[][] {
  const texts = values.map(sharedTexts);
  return Array.from({ length: count }, (_, row) =>
    values.map((column, place) => texts[place]?.(column[row]) ?? ''),
  );
}

/** A column with more values than this hardly repeats them. */
const mostShared = 131_072;

function sharedTexts(): (value: unknown) => string {
  const known = new Map<number, string>();
  return (value) => {
    if (typeof value === 'string') return value;
    if (typeof value !== 'number' || known.size >= mostShared) return cellText(value);
    const text = known.get(value) ?? cellText(value);
    known.set(value, text);
    return text;
  };
}
