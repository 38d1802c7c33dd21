import type { Format } from '../../model/format.ts';
import type { Messages } from '../../model/messages/index.ts';
import type { AreaCoverage } from '../../model/results.ts';
import { nameOf, type Language } from '../../model/text.ts';
import { pointName, type Catalogue } from '../../state/catalogue.ts';
import type { Column } from '../../ui/table-columns.ts';

/** The table twin of the coverage map. */
export function coverageColumns(
  catalogue: Catalogue,
  { coverage, domain }: Messages,
  format: Format,
  language: Language,
): Column<AreaCoverage>[] {
  const people = ({ population }: AreaCoverage) => (population === null ? '' : format.integer(population));
  return [
    {
      key: 'name',
      label: coverage.community,
      value: (row) => nameOf(row, language),
      text: (row) => nameOf(row, language),
    },
    {
      key: 'province',
      label: coverage.province,
      value: (row) => row.province,
      text: (row) => row.province ?? '',
    },
    {
      key: 'population',
      label: coverage.population,
      align: 'end',
      value: (row) => row.population,
      text: people,
    },
    {
      key: 'status',
      label: coverage.status,
      value: (row) => row.pointsInReach,
      text: (row) => domain.status[row.status],
    },
    {
      key: 'points',
      label: coverage.pointsInReach,
      align: 'end',
      value: (row) => row.pointsInReach,
      text: ({ pointsInReach, isAtLeast }) =>
        isAtLeast ? coverage.orMore(format.integer(pointsInReach)) : format.integer(pointsInReach),
    },
    {
      key: 'nearest',
      label: coverage.nearest,
      value: (row) => (row.nearest ? pointName(catalogue, row.nearest.pointId, language) : null),
      text: (row) => (row.nearest ? pointName(catalogue, row.nearest.pointId, language) : ''),
    },
    ...journeyColumns<AreaCoverage>((row) => row.nearest, coverage, domain, format),
  ];
}

/** Distance, time and kind of a journey, the same in every table that has one. */
export function journeyColumns<Row>(
  journeyOf: (row: Row) => AreaCoverage['nearest'],
  words: Messages['coverage'],
  domain: Messages['domain'],
  format: Format,
): Column<Row>[] {
  const kilometres = (row: Row) => journeyOf(row)?.kilometres ?? null;
  const minutes = (row: Row) => journeyOf(row)?.minutes ?? null;
  const written = (value: number | null, write: (value: number) => string) =>
    value === null ? '' : write(value);
  return [
    {
      key: 'kilometres',
      label: words.distance,
      align: 'end',
      value: kilometres,
      text: (row) => written(kilometres(row), format.kilometres),
      mark: (row) => (journeyOf(row)?.method === 'straight line' ? 'estimated' : null),
    },
    {
      key: 'minutes',
      label: words.time,
      align: 'end',
      value: minutes,
      text: (row) => written(minutes(row), format.minutes),
    },
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
