import type { Caveat } from '../model/caveats.ts';
import type {
  AreaCoverage,
  CoverageCount,
  CoverageGroup,
  CoverageQuestion,
  CoverageResult,
  Journey,
} from '../model/results.ts';
import type { OrderOfGovernment, TravelState } from '../model/tables.ts';
import type { Cutoff } from '../model/units.ts';
import type { Connector } from '../tables/connector.ts';
import {
  areaReach,
  governmentReach,
  listCountedPoints,
  type AreaReachRow,
  type CountedPointRow,
  type GovernmentReachRow,
} from '../tables/coverage.ts';
import {
  illustrativeCaveat,
  locationCaveats,
  readDataQuality,
  travelCaveats,
  type AnalysisFacts,
} from './data-caveats.ts';

/**
 * Who is within reach: the sum of the people of areas whose nearest counted point is at most the cutoff away, over all
 * people; gap (nobody in reach) and overlap (two or more in reach) beside it, as auditors ask (TIGTA 2011-40-022).
 * Needs the engine's tables loaded and `computeTravel` run.
 */
export async function coverage(
  connector: Connector,
  question: CoverageQuestion,
  facts: AnalysisFacts,
  signal?: AbortSignal,
): Promise<CoverageResult> {
  const { points, cutoff } = question;
  const reach = await connector.query<AreaReachRow>(areaReach(points, cutoff), signal);
  const byGovernment = await connector.query<GovernmentReachRow>(governmentReach(points, cutoff), signal);
  const counted = await connector.query<CountedPointRow>(listCountedPoints(points), signal);
  const quality = await readDataQuality(connector, signal);
  const service = points.serviceId === null ? [] : (['offering'] as const);
  return {
    question,
    people: countPeople(reach, inReach),
    communities: countCommunities(reach, inReach),
    byProvince: groupByProvince(reach, counted),
    byGovernment: groupByGovernment(reach, byGovernment, counted),
    areas: reach.map((row) => areaCoverage(row, isThinned(facts, cutoff))).sort(byPeopleNotCovered),
    caveats: [
      ...illustrativeCaveat(quality, ['service_point', ...service]),
      ...travelCaveats(facts, reach, cutoff.kind === 'minutes'),
      ...locationCaveats(quality),
      ...areaCaveats(reach, facts),
    ],
  };
}

/** Whether journeys within the cutoff may be missing. Only a limit of minutes can be compared with one. */
const isThinned = ({ travel: { limit } }: AnalysisFacts, cutoff: Cutoff): boolean =>
  limit !== null && !(cutoff.kind === 'minutes' && cutoff.minutes <= limit.minutes);

type Reach = (row: AreaReachRow) => number;
const inReach: Reach = ({ points_in_reach }) => points_in_reach;

/** Sums `amount` over areas. An area without a known population counts as a community only. */
function count(
  rows: readonly AreaReachRow[],
  reach: Reach,
  amount: (row: AreaReachRow) => number,
): CoverageCount {
  const result = { total: 0, covered: 0, gap: 0, overlap: 0 };
  for (const row of rows) {
    const points = reach(row);
    result.total += amount(row);
    if (points >= 1) result.covered += amount(row);
    else result.gap += amount(row);
    if (points >= 2) result.overlap += amount(row);
  }
  return result;
}

const countPeople = (rows: readonly AreaReachRow[], reach: Reach) =>
  count(rows, reach, (row) => row.population ?? 0);
const countCommunities = (rows: readonly AreaReachRow[], reach: Reach) => count(rows, reach, () => 1);

/** Areas by their own province; those without one come last, under the empty key. */
function groupByProvince(
  rows: readonly AreaReachRow[],
  counted: readonly CountedPointRow[],
): CoverageGroup[] {
  const keys = [...new Set(rows.map(({ province }) => province ?? ''))];
  keys.sort((a, b) => Number(a === '') - Number(b === '') || (a < b ? -1 : 1));
  return keys.map((key) => {
    const members = rows.filter(({ province }) => (province ?? '') === key);
    return {
      key,
      people: countPeople(members, inReach),
      communities: countCommunities(members, inReach),
      points: counted.filter(({ province }) => (province ?? '') === key).length,
    };
  });
}

function groupByGovernment(
  rows: readonly AreaReachRow[],
  reached: readonly GovernmentReachRow[],
  counted: readonly CountedPointRow[],
): CoverageGroup<OrderOfGovernment>[] {
  const keys = [...new Set(counted.map(({ government }) => government))].sort();
  return keys.map((key) => {
    const points = new Map(
      reached.flatMap(({ government, code, points_in_reach }) =>
        government === key ? [[code, points_in_reach] as const] : [],
      ),
    );
    const reach: Reach = ({ code }) => points.get(code) ?? 0;
    return {
      key,
      people: countPeople(rows, reach),
      communities: countCommunities(rows, reach),
      points: counted.filter(({ government }) => government === key).length,
    };
  });
}

/** The journey of a row that names one; the caller's query gives all of its columns or none. */
export function journeyOf(
  row: Pick<AreaReachRow, 'point_id' | 'minutes' | 'kilometres' | 'method' | 'state'>,
): Journey | null {
  const { point_id, minutes, kilometres, method, state } = row;
  if (point_id === null || method === null || state === null) return null;
  return { pointId: point_id, minutes, kilometres, method, state };
}

function areaCoverage(row: AreaReachRow, isAtLeast: boolean): AreaCoverage {
  const { code, name_en, name_fr, province, lon, lat, population, access, points_in_reach } = row;
  return {
    code,
    name_en,
    name_fr,
    province,
    lon,
    lat,
    population,
    access,
    status: points_in_reach >= 2 ? 'overlap' : points_in_reach === 1 ? 'covered' : 'gap',
    pointsInReach: points_in_reach,
    isAtLeast,
    nearest: journeyOf(row),
  };
}

function byPeopleNotCovered(a: AreaCoverage, b: AreaCoverage): number {
  const missing = (area: AreaCoverage) => (area.status === 'gap' ? 1 : 0);
  return missing(b) - missing(a) || (b.population ?? -1) - (a.population ?? -1) || (a.code < b.code ? -1 : 1);
}

/** Caveats of areas, with the people they concern. */
export function areaCaveats(rows: readonly AreaReachRow[], { travel }: AnalysisFacts): Caveat[] {
  const offRoad = new Set(travel.areasOffRoad);
  const reachedBy = (state: TravelState) => (row: AreaReachRow) =>
    row.points_in_reach > 0 && row.state === state;
  const tally = (
    kind: 'ferry' | 'winter-road' | 'areas-off-the-road' | 'apportioned-population',
    test: (row: AreaReachRow) => boolean,
  ): Caveat[] => {
    const members = rows.filter(test);
    const people = members.reduce((sum, { population }) => sum + (population ?? 0), 0);
    return members.length > 0 ? [{ kind, count: members.length, people }] : [];
  };
  const unknown = rows.filter(({ population }) => population === null).length;
  return [
    ...tally('areas-off-the-road', ({ code, access }) => offRoad.has(code) && access !== 'air'),
    ...tally('winter-road', reachedBy('winter road')),
    ...tally('ferry', reachedBy('ferry')),
    ...tally('apportioned-population', ({ apportioned }) => apportioned),
    ...(unknown > 0 ? [{ kind: 'areas-without-population', count: unknown } as const] : []),
  ];
}
