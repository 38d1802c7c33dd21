import type { TravelMethod } from '../model/tables.ts';
import type { Caveat } from '../model/caveats.ts';
import type { Connector } from '../tables/connector.ts';
import { dataQuality, type DataQualityRow } from '../tables/data-quality.ts';
import type { TravelFacts } from './travel.ts';

/** What every analysis is told beside its question. */
export interface AnalysisFacts {
  /** ISO date that leases are read against. */
  asOf: string;
  travel: TravelFacts;
}

/** The project's data as far as caveats need it. */
export async function readDataQuality(connector: Connector, signal?: AbortSignal): Promise<DataQualityRow> {
  const [row] = await connector.query<DataQualityRow>(dataQuality, signal);
  if (!row) throw new Error('expected one row of data quality, got none');
  return row;
}

type IllustrativeTable = 'service_point' | 'tenure' | 'offering' | 'indicator';

/** Says which of the tables that a result uses hold invented rows. */
export function illustrativeCaveat(quality: DataQualityRow, used: readonly IllustrativeTable[]): Caveat[] {
  const invented = {
    service_point: quality.illustrative_points,
    tenure: quality.illustrative_tenures,
    offering: quality.illustrative_offerings,
    indicator: quality.illustrative_indicators,
  };
  const tables = used.filter((table) => invented[table] > 0);
  return tables.length > 0 ? [{ kind: 'illustrative-data', tables }] : [];
}

/** A journey that a result rests on; without minutes none was found. */
interface UsedJourney {
  method: TravelMethod | null;
  minutes: number | null;
}

/** Says how distances and times came about, for the journeys that the result rests on. */
export function travelCaveats(
  { travel }: AnalysisFacts,
  journeys: readonly UsedJourney[],
  inMinutes: boolean,
): Caveat[] {
  const caveats: Caveat[] =
    travel.closed.length > 0 ? [{ kind: 'closed-ways', ways: [...travel.closed] }] : [];
  if (travel.assumed.length > 0) caveats.push({ kind: 'roads-assumed', what: [...travel.assumed] });
  if (travel.limit) caveats.push({ kind: 'journeys-thinned', ...travel.limit });
  const pairs = journeys.filter(
    ({ method, minutes }) => method === 'straight line' && minutes !== null,
  ).length;
  if (pairs > 0) {
    caveats.push(
      travel.detourFactor === 1
        ? { kind: 'straight-line', pairs }
        : { kind: 'straight-line-estimate', detourFactor: travel.detourFactor, pairs },
    );
    if (inMinutes) caveats.push({ kind: 'assumed-speed', kilometresPerHour: travel.estimateSpeed });
  }
  const imported = journeys.filter(({ method }) => method === 'imported').length;
  if (imported > 0) caveats.push({ kind: 'imported-journeys', pairs: imported });
  if (travel.pointsOffRoad.length > 0)
    caveats.push({ kind: 'points-off-the-road', count: travel.pointsOffRoad.length });
  return caveats;
}

/** Says which rows of the data could not count, or only roughly. */
export function locationCaveats(quality: DataQualityRow): Caveat[] {
  const caveats: Caveat[] = [];
  if (quality.points_without_location > 0)
    caveats.push({ kind: 'points-without-location', count: quality.points_without_location });
  if (quality.approximate_points > 0)
    caveats.push({ kind: 'approximate-locations', count: quality.approximate_points });
  if (quality.doubtful_points > 0)
    caveats.push({ kind: 'doubtful-locations', count: quality.doubtful_points });
  if (quality.areas_without_location > 0)
    caveats.push({
      kind: 'areas-without-location',
      count: quality.areas_without_location,
      people: quality.people_without_location,
    });
  return caveats;
}
