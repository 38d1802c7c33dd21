import type { Issue } from '../../../model/issues.ts';
import { issue } from '../findings.ts';
import { isMark, parseNumber } from '../../cells/values.ts';
import { extentOf, isFilled } from './filled-cells.ts';

/** Where a grid of cells has its header, and the names that it gives. */
export interface Header {
  /** Lines of text above the header (a title, a date, a note): no rows. */
  preamble: number;
  /** Rows of the header itself: 1, or 2 where a row of groups or of units stands with the names; 0 where there is none. */
  rows: number;
  names: string[];
}

const linesSampled = 200;
const longestPreamble = 40;
/** Share of the usual width that a header fills, and that a line of preamble does not. */
const headerShare = 0.6;

const filledIn = (cells: readonly string[]) => cells.filter(isFilled).length;

/**
 * Finds the header below any lines of title, and joins its two rows into one where Statistics Canada and others put
 * groups above the names (`2016`, blank, `2021`, blank) or units below them. Without evidence the first line is it;
 * where it is a row like those below, there is none, and the columns have no names.
 */
export function findHeader(lines: readonly (readonly string[])[]): Header {
  const width = usualWidth(lines);
  const first = firstWideLine(lines, width);
  const above = lines[first - 1];
  const names = lines[first] ?? [];
  if (above && isGroups(above, names, width))
    return { preamble: first - 1, rows: 2, names: joined(spread(above, width), names, width) };
  if (isRow(names, lines.slice(first + 1, first + linesSampled)))
    return { preamble: first, rows: 0, names: Array<string>(Math.max(width, names.length)).fill('') };
  const below = lines[first + 1];
  if (below && isSecondRow(names, below, lines.slice(first + 2, first + linesSampled), width))
    return { preamble: first, rows: 2, names: joined(spread(names, width), below, width) };
  return { preamble: first, rows: 1, names: [...names] };
}

/** Says that no line names the columns. */
export const headerlessNote = ({ rows }: Header, lines: readonly (readonly string[])[]): Issue[] =>
  rows > 0 ? [] : [issue('no-header', 'note', { found: lines[0]?.join(' ').trim() ?? '' })];

/** Says how many lines stand above the header, and the first of them. */
export const preambleNote = (lines: readonly (readonly string[])[], count: number): Issue[] =>
  count === 0
    ? []
    : [issue('preamble-lines', 'note', { found: lines[0]?.join(' ').trim() ?? '', expected: `${count}` })];

/** The extent that explains most cells: common, and wide. Lines of one cell never outweigh a table. */
function usualWidth(lines: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const cells of lines.slice(0, linesSampled)) {
    const extent = extentOf(cells);
    counts.set(extent, (counts.get(extent) ?? 0) + 1);
  }
  const weight = ([extent, count]: readonly [number, number]) => count * (extent - 1);
  return [...counts].reduce<readonly [number, number]>(
    (best, one) => (weight(one) > weight(best) ? one : best),
    [1, 0],
  )[0];
}

/**
 * The first line that fills most of the width, where it holds names and those above are short, and most below are not
 * (footnotes at the end aside); else 0. A table of one column has no title.
 */
function firstWideLine(lines: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  const enough = Math.max(2, Math.ceil(width * headerShare));
  const found = lines.slice(0, longestPreamble).findIndex((cells) => filledIn(cells) >= enough);
  const names = lines[found] ?? [];
  const isTitle = (cells: readonly string[]) => filledIn(cells) <= Math.max(1, width * (1 - headerShare));
  const above = lines.slice(0, Math.max(0, found));
  const titles = above.every(
    (cells, index) => isTitle(cells) || (index === found - 1 && isGroups(cells, names, width)),
  );
  const table = lines.slice(found, lines.findLastIndex((cells) => extentOf(cells) > 1) + 1);
  const wide = table.filter((cells) => extentOf(cells) >= enough).length;
  return found > 0 && titles && namesColumns(names) && wide > 1 && wide * 2 > table.length ? found : 0;
}

/** Names of columns are no numbers, years aside: a line with others is a row, under a header that leaves names out. */
const namesColumns = (cells: readonly string[]) =>
  cells.every((cell) => parseNumber(cell) === null || /^\s*(18|19|20|21)\d\d\s*$/.test(cell));

/** A number that no column is named for. Whole ones may be years, ages or codes; these are coordinates and measures. */
function isMeasure(cell: string): boolean {
  const value = parseNumber(cell);
  return value !== null && (value < 0 || !Number.isInteger(value));
}

/** A first line of values: it holds a measure, and neither a name nor a gap stands over a column of numbers. */
function isRow(first: readonly string[], body: readonly (readonly string[])[]): boolean {
  return (
    first.some(isMeasure) &&
    body.length > 0 &&
    first.every((cell, column) => parseNumber(cell) !== null || isMark(cell) || !holdsNumbers(body, column))
  );
}

/** Text that names something: neither a number nor a mark that stands for one, nor a date. */
const isLabel = (cell: string | undefined) =>
  isFilled(cell) && parseNumber(cell ?? '') === null && !isMark(cell ?? '') && /\p{L}/u.test(cell ?? '');

/** A row of groups above the names: as wide as the table, with gaps that merged cells leave, and names that repeat. */
function isGroups(above: readonly string[], names: readonly string[], width: number): boolean {
  const filled = names.filter(isFilled).map((name) => name.trim());
  const repeats = new Set(filled).size < filled.length;
  return repeats && above.length >= width * headerShare && filledIn(above) >= 2 && filledIn(above) < width;
}

/**
 * A second row of labels over numbers: it fills the gaps of the first, or names units below it (its own first cell is
 * blank), and holds neither a number nor a mark, while the rows after it hold numbers where it holds labels.
 */
function isSecondRow(
  top: readonly string[],
  second: readonly string[],
  body: readonly (readonly string[])[],
  width: number,
): boolean {
  const columns = Array.from({ length: width }, (_, column) => column);
  const labelled = columns.filter((column) => isFilled(second[column]));
  if (labelled.length < 2 || !labelled.every((column) => isLabel(second[column]))) return false;
  if (!columns.every((column) => isFilled(top[column]) || isFilled(second[column]))) return false;
  const gaps = columns.some((column) => !isFilled(top[column]));
  if (!gaps && isFilled(second[0])) return false;
  return (
    isFilled(top[0]) && labelled.filter((column) => holdsNumbers(body, column)).length * 2 >= labelled.length
  );
}

/** Most of the column's filled cells are numbers or their marks, and one at least is a number. */
function holdsNumbers(body: readonly (readonly string[])[], column: number): boolean {
  const filled = body.flatMap((cells) => (isFilled(cells[column]) ? [cells[column] ?? ''] : []));
  const numbers = filled.filter((cell) => parseNumber(cell) !== null);
  const marks = filled.filter((cell) => isMark(cell));
  return numbers.length > 0 && (numbers.length + marks.length) * 2 > filled.length;
}

/** A merged cell says its text once; the blanks to its right have it too. */
function spread(cells: readonly string[], width: number): string[] {
  let last = '';
  return Array.from({ length: width }, (_, column) => {
    const own = cells[column]?.trim() ?? '';
    last = own || last;
    return last;
  });
}

/** `Women` over `Count` is `Women Count`; `2021` over `Population` is `Population, 2021`; a name that stands alone is itself. */
function joined(top: readonly string[], second: readonly string[], width: number): string[] {
  return Array.from({ length: Math.max(width, second.length) }, (_, column) => {
    const below = second[column]?.trim() ?? '';
    const above = top[column] ?? '';
    if (above === below) return above;
    return /^\d{4}$/.test(above) && below !== '' ? `${below}, ${above}` : `${above} ${below}`.trim();
  });
}
