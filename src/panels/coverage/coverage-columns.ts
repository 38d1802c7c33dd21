import type { AreaCoverage, Journey } from '../../model/results.ts';
import { nameOf } from '../../model/text.ts';
import { pointName } from '../../state/catalogue.ts';
import {
  figureColumn,
  kilometresColumn,
  minutesColumn,
  wordColumn,
  type Column,
} from '../../ui/table-columns.ts';
import type { Wording } from '../frame/wording.ts';

/** The table twin of the coverage map. */
export function coverageColumns(wording: Wording): Column<AreaCoverage>[] {
  const { catalogue, messages, format, language } = wording;
  const { coverage, domain } = messages;
  return [
    wordColumn('name', coverage.community, (row) => nameOf(row, language)),
    wordColumn('province', coverage.province, ({ province }) => province),
    figureColumn('population', coverage.population, ({ population }) => population, format.integer),
    {
      key: 'status',
      label: coverage.status,
      value: ({ pointsInReach }) => pointsInReach,
      text: ({ status }) => domain.status[status],
    },
    {
      key: 'points',
      label: coverage.pointsInReach,
      align: 'end',
      value: ({ pointsInReach }) => pointsInReach,
      text: ({ pointsInReach, isAtLeast }) =>
        isAtLeast ? coverage.orMore(format.integer(pointsInReach)) : format.integer(pointsInReach),
    },
    wordColumn('nearest', coverage.nearest, ({ nearest }) =>
      nearest ? pointName(catalogue, nearest.pointId, language) : null,
    ),
    ...journeyColumns<AreaCoverage>(({ nearest }) => nearest, wording),
  ];
}

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
