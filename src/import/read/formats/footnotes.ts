import type { Issue } from '../../../model/issues.ts';
import { issue } from '../findings.ts';
import { extentOf, isFilled } from './filled-cells.ts';

/** How publishers begin what stands below a table, in either language. */
const heading =
  /^(symbol|symbole|legend|légende|footnote|note|remarque|renvoi|source|how to cite|comment citer|correction)/i;

/** The widest line of a legend: a mark or a number, and what it means. */
const legendWidth = 2;

/**
 * Where the notes below a table begin: from there on no line is a row. They are lines with text in the first cell
 * alone; or a line that says so (`Symbol legend:`) and all after it, of two cells at most. `body` are the lines below the
 * header, blank ones left out, `width` the columns of the table. In text, where lines have lengths of their own
 * (`ragged`), a line with blank cells after its first is a row. Gives the body's length when there are none.
 */
export function notesFrom(body: readonly (readonly string[])[], width: number, ragged: boolean): number {
  const isAlone = (cells: readonly string[]) => extentOf(cells) === 1 && isText(cells[0]);
  const isNote = (cells: readonly string[]) => isAlone(cells) && (!ragged || cells.length === 1);
  const last = body.findLastIndex((cells) => !isNote(cells));
  // A row of a table of two columns may well lack its second cell.
  const alone = width > legendWidth && last >= 0 ? last + 1 : body.length;
  const narrow = body.findLastIndex((cells) => extentOf(cells) > legendWidth) + 1;
  const said = body.findIndex(
    (cells, index) => index >= narrow && isAlone(cells) && isHeading(cells[0] ?? '', width),
  );
  return Math.min(alone, said < 0 ? body.length : said);
}

const isText = (cell: string | undefined) => /\p{L}/u.test(cell ?? '');

/** In a narrow table a name may be `Source`; a heading there has to end as one. */
const isHeading = (cell: string, width: number) =>
  heading.test(cell.trim()) && (width > legendWidth || /:\s*$/.test(cell));

/** Lists a line below the table, by its number among the body's lines. */
export const footnote = (row: number, cells: readonly string[]): Issue =>
  issue('footnote', 'error', { row, found: cells.filter(isFilled).join(' ').trim() });
