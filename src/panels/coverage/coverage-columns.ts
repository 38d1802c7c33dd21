import type { AreaCoverage } from '../../model/results.ts';
import { nameOf } from '../../model/text.ts';
import { pointName } from '../../state/catalogue.ts';
import { figureColumn, wordColumn, type Column } from '../../ui/table-columns.ts';
import { journeyColumns } from '../frame/journey-columns.ts';
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
