import type { Format } from '../../model/format.ts';
import type { Score } from '../../model/results.ts';
import { figureColumn, type Column } from '../../ui/table-columns.ts';

/** Place and score of an opportunity, the first columns of every ranking's table; what is not ranked has a dash. */
export const rankColumns = <Row extends { rank: number | null; score: Score<string> }>(
  words: { rank: string; score: string },
  format: Format,
): Column<Row>[] => [
  {
    ...figureColumn<Row>('rank', words.rank, ({ rank }) => rank, format.integer),
    text: ({ rank }) => (rank === null ? '–' : format.integer(rank)),
  },
  figureColumn(
    'score',
    words.score,
    ({ score }) => score.value,
    (value) => format.integer(value * 100),
  ),
];
