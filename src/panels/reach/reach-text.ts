import type { ExportTable, ExportValue } from '../../export/export-table.ts';
import type { Direction } from '../../model/direction.ts';
import type { PointReach, ReachResult } from '../../model/results.ts';
import { nameOf } from '../../model/text.ts';
import type { ReachLand } from '../../analysis/reach-land.ts';
import { organizationOf, pointName } from '../../state/catalogue.ts';
import { figureColumn, minutesColumn, wordColumn, type Column } from '../../ui/table-columns.ts';
import type { Wording } from '../frame/wording.ts';

/** The table twin of the catchments on the map. */
export function reachColumns(
  { catalogue, messages, format, language }: Wording,
  direction: Direction,
): Column<PointReach>[] {
  const words = messages.reach;
  const name = ({ pointId }: PointReach) => pointName(catalogue, pointId, language);
  const organization = ({ pointId }: PointReach) => {
    const found = organizationOf(catalogue, pointId);
    return found ? nameOf(found, language) : '';
  };
  const { integer } = format;
  return [
    wordColumn('point', words.point, name),
    wordColumn('organization', words.organization, organization),
    figureColumn('people', words.nearestTo, ({ people }) => people, integer),
    figureColumn('communities', words.nearestCommunities, ({ communities }) => communities, integer),
    minutesColumn(
      'mean_minutes',
      words.ways[direction].meanMinutes,
      ({ meanMinutes }) => meanMinutes,
      format,
    ),
    figureColumn('people_lost', words.lostPeople, ({ ifClosed }) => ifClosed.lost.people, integer),
    figureColumn(
      'communities_lost',
      words.lostCommunities,
      ({ ifClosed }) => ifClosed.lost.communities,
      integer,
    ),
    minutesColumn('extra_minutes', words.extraMinutes, ({ ifClosed }) => ifClosed.extraMinutes, format),
  ];
}

/** Keys of the columns above, and names of those below, that count people. */
export const reachPeople = ['people', 'people_lost'];

/** The land on its way out: a row and a shape for each isochrone, then for each catchment. */
export function landExport(
  { bands, catchments }: ReachLand,
  result: ReachResult,
  notes: readonly string[],
  { catalogue, messages, language }: Wording,
): ExportTable {
  const words = messages.reach;
  const greatest = Math.max(...result.question.minutes);
  const way = words.ways[result.question.direction].short;
  const served = new Map(result.points.map((point) => [point.pointId, point]));
  const bandRows = bands.map(({ minutes }): ExportValue[] => {
    const band = result.bands.find((one) => one.minutes === minutes);
    return [words.band, minutes, way, null, null, band?.people ?? null, band?.communities ?? null];
  });
  const catchmentRows = catchments.map(({ pointId }): ExportValue[] => {
    const point = served.get(pointId);
    const name = pointName(catalogue, pointId, language);
    return [words.catchment, greatest, way, pointId, name, point?.people ?? null, point?.communities ?? null];
  });
  return {
    name: words.land,
    columns: [
      { name: 'kind', label: words.kind, kind: 'text' },
      { name: 'minutes', label: words.limit, kind: 'number' },
      { name: 'travel', label: words.direction, kind: 'text' },
      { name: 'point_id', label: 'ID', kind: 'text' },
      { name: 'point', label: words.point, kind: 'text' },
      { name: 'people', label: words.people, kind: 'number', people: true },
      { name: 'communities', label: words.communities, kind: 'number' },
    ],
    rows: [...bandRows, ...catchmentRows],
    shapes: [...bands, ...catchments].map(({ polygons }) => polygons),
    notes,
  };
}
