import { areDates, type ChartKind, type ChartRow } from '../../charts/chart-layout.ts';
import { namesCoordinate } from '../../export/engine-table.ts';
import type { Answer } from '../../tables/console.ts';

/** How an answer is drawn: columns by their place in it. */
export interface ChartChoice {
  kind: ChartKind;
  x: number;
  y: number;
}

/** More rows than this are easier to read as dots than as bars. */
const manyRows = 30;

/**
 * The chart that an answer asks for by itself: dates along a line, two numbers of many rows as dots, else bars by the
 * first column of words. Null where there is no number to draw or nothing to draw it against.
 */
export function defaultChart({ columns, rows }: Answer): ChartChoice | null {
  const places = columns.map((_, place) => place);
  const numbers = places.filter(
    (place) => columns[place]?.kind === 'number' && !namesCoordinate(columns[place].name), // a place is for the map
  );
  const words = places.filter((place) => columns[place]?.kind === 'text');
  const [first, second] = numbers;
  if (first === undefined) return null;
  const dates = words.find((place) => areDates(rows.flatMap((row) => row[place] ?? [])));
  if (dates !== undefined) return { kind: 'line', x: dates, y: first };
  if (second !== undefined && (rows.length > manyRows || words.length === 0))
    return { kind: 'scatter', x: first, y: second };
  const [word] = words;
  return word === undefined ? null : { kind: 'bar', x: word, y: first };
}

/** The rows that have both values; where one is not known, nothing is drawn. */
export function chartRows({ rows }: Answer, { x, y }: ChartChoice): ChartRow[] {
  return rows.flatMap((row) => {
    const [along, value] = [row[x] ?? null, row[y] ?? null];
    return along !== null && typeof value === 'number' && Number.isFinite(value)
      ? [{ x: along, y: value }]
      : [];
  });
}
