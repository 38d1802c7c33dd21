import type { Language } from '../../model/text.ts';
import type { Answer, Cell } from '../../tables/console.ts';
import type { Column } from '../../ui/table-columns.ts';

/** A row of an answer with its place in it. */
export interface AnswerRow {
  index: number;
  cells: readonly Cell[];
}

/** The rows of an answer, numbered from 0. */
export const answerRows = ({ rows }: Answer): AnswerRow[] => rows.map((cells, index) => ({ index, cells }));

/** The columns of an answer, named as the engine names them. */
export function answerColumns({ columns }: Answer, language: Language): Column<AnswerRow>[] {
  const write = cellWriter(language);
  return columns.map(({ name, kind }, place) => ({
    key: String(place),
    label: name,
    align: kind === 'number' ? 'end' : 'start',
    value: ({ cells }) => cells[place] ?? null,
    text: ({ cells }) => write(cells[place] ?? null),
  }));
}

/** Writes a cell. Whole numbers of up to four digits may be years or codes: they are not grouped. */
export function cellWriter(language: Language): (cell: Cell) => string {
  const number = new Intl.NumberFormat(`${language}-CA`, { maximumFractionDigits: 6 });
  return (cell) => {
    if (cell === null) return '';
    if (typeof cell !== 'number') return cell;
    return Number.isInteger(cell) && Math.abs(cell) < 10_000 ? String(cell) : number.format(cell);
  };
}
