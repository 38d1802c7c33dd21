import type { Journey } from '../../model/results.ts';
import { kilometresColumn, minutesColumn, type Column } from '../../ui/table-columns.ts';
import type { Wording } from './wording.ts';

/** Distance, time and kind of a journey, the same in every table that has one; where no way leads, its kind alone. */
export function journeyColumns<Row>(
  journeyOf: (row: Row) => Journey | null,
  { messages, format }: Wording,
): Column<Row>[] {
  const { coverage: words, domain } = messages;
  return [
    kilometresColumn(
      'kilometres',
      words.distance,
      (row) => travelledKilometres(journeyOf(row)),
      format,
      (row) => estimatedMark(journeyOf(row)),
    ),
    minutesColumn('minutes', words.time, (row) => journeyOf(row)?.minutes ?? null, format),
    {
      key: 'state',
      label: words.state,
      value: (row) => journeyOf(row)?.state ?? null,
      text: (row) => {
        const journey = journeyOf(row);
        if (!journey) return '';
        const own = journey.state === 'reached' && journey.method === 'road';
        return own || journey.state !== 'reached'
          ? domain.travelState[journey.state]
          : domain.travelMethod[journey.method];
      },
    },
  ];
}

/** Kilometres of a journey; null where no road leads: the straight line there is nobody's way, and no estimate of one. */
export const travelledKilometres = (journey: Journey | null): number | null =>
  journey?.state === 'no road' ? null : (journey?.kilometres ?? null);

/** Straight lines are marked wherever a distance is written. */
export const estimatedMark = (journey: Journey | null) =>
  journey?.method === 'straight line' && journey.state !== 'no road' ? 'estimated' : null;
