import type { HeadCount, PointReach, ReachQuestion, ReachResult } from '../model/results.ts';
import type { Connector } from '../tables/connector.ts';
import { areaReach, listCountedPoints, type AreaReachRow, type CountedPointRow } from '../tables/coverage.ts';
import { secondNearest, type SecondNearestRow } from '../tables/reach.ts';
import { travelTables } from '../tables/schema.ts';
import { areaCaveats } from './coverage.ts';
import {
  illustrativeCaveat,
  locationCaveats,
  readDataQuality,
  travelCaveats,
  type AnalysisFacts,
} from './data-caveats.ts';

/**
 * Whom points reach within each limit, whom each of them is nearest to, and where those people would go should it close. People
 * are counted by the journeys of their areas, as for coverage, never from drawn land. Needs the engine's tables loaded and
 * `computeTravel` run in the question's direction.
 */
export async function reach(
  connector: Connector,
  question: ReachQuestion,
  facts: AnalysisFacts,
  signal?: AbortSignal,
): Promise<ReachResult> {
  const { points, minutes, direction } = question;
  const table = travelTables[direction];
  const greatest = Math.max(...minutes);
  const areas = await connector.query<AreaReachRow>(
    areaReach(points, { kind: 'minutes', minutes: greatest }, table),
    signal,
  );
  const seconds = await connector.query<SecondNearestRow>(secondNearest(points, table), signal);
  const counted = await connector.query<CountedPointRow>(listCountedPoints(points), signal);
  const quality = await readDataQuality(connector, signal);
  const service = points.serviceId === null ? [] : (['offering'] as const);
  return {
    question,
    total: headCount(areas),
    bands: minutes.map((limit) => ({ minutes: limit, ...headCount(areas.filter(isWithin(limit))) })),
    points: pointReaches(
      counted.map(({ id }) => id),
      areas.filter(isWithin(greatest)),
      new Map(seconds.map((row) => [row.code, row])),
      greatest,
    ),
    caveats: [
      ...illustrativeCaveat(quality, ['service_point', ...service]),
      ...travelCaveats(facts, areas, true),
      ...locationCaveats(quality),
      ...areaCaveats(areas, facts),
    ],
  };
}

/** Journeys without a way have no minutes. */
const isWithin =
  (limit: number) =>
  ({ minutes }: { minutes: number | null }) =>
    minutes !== null && minutes <= limit;

/** An area without a known population counts as a community only. */
const headCount = (areas: readonly AreaReachRow[]): HeadCount => ({
  people: areas.reduce((sum, { population }) => sum + (population ?? 0), 0),
  communities: areas.length,
});

function pointReaches(
  ids: readonly string[],
  reached: readonly AreaReachRow[],
  seconds: ReadonlyMap<string, SecondNearestRow>,
  greatest: number,
): PointReach[] {
  const served = new Map<string, AreaReachRow[]>(ids.map((id) => [id, []]));
  for (const area of reached) served.get(area.point_id ?? '')?.push(area);
  return [...served]
    .map(([pointId, areas]) => pointReach(pointId, areas, seconds, greatest))
    .sort(
      (a, b) =>
        b.ifClosed.lost.people - a.ifClosed.lost.people ||
        b.people - a.people ||
        (a.pointId < b.pointId ? -1 : 1),
    );
}

function pointReach(
  pointId: string,
  areas: readonly AreaReachRow[],
  seconds: ReadonlyMap<string, SecondNearestRow>,
  greatest: number,
): PointReach {
  const secondMinutes = ({ code }: AreaReachRow) => seconds.get(code)?.minutes ?? Infinity;
  const lost = areas.filter((area) => secondMinutes(area) > greatest);
  const kept = areas.filter((area) => secondMinutes(area) <= greatest);
  return {
    pointId,
    ...headCount(areas),
    meanMinutes: meanByPeople(areas, ({ minutes }) => minutes ?? NaN),
    ifClosed: {
      lost: headCount(lost),
      extraMinutes: meanByPeople(kept, (area) => secondMinutes(area) - (area.minutes ?? NaN)),
    },
  };
}

function meanByPeople(areas: readonly AreaReachRow[], value: (area: AreaReachRow) => number): number | null {
  const { people } = headCount(areas);
  if (people === 0) return null;
  return areas.reduce((sum, area) => sum + (area.population ?? 0) * value(area), 0) / people;
}
