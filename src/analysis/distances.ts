import type { Caveat } from '../model/caveats.ts';
import type { DistancesQuestion, DistancesResult, Journey, PointDistance } from '../model/results.ts';
import type { Connector } from '../tables/connector.ts';
import { listCountedPoints, type CountedPointRow } from '../tables/coverage.ts';
import { pointDistances, type PointDistanceRow } from '../tables/distances.ts';
import {
  illustrativeCaveat,
  locationCaveats,
  readDataQuality,
  travelCaveats,
  type AnalysisFacts,
} from './data-caveats.ts';

/**
 * How far each point is from its nearest others, there and back: with one-way streets the two differ. Needs the engine's
 * tables loaded and `computePointTravel` run.
 */
export async function distances(
  connector: Connector,
  question: DistancesQuestion,
  facts: AnalysisFacts,
  signal?: AbortSignal,
): Promise<DistancesResult> {
  const { from, to, nearest } = question;
  const rows = await connector.query<PointDistanceRow>(pointDistances(from, to, nearest), signal);
  const counted = await connector.query<CountedPointRow>(listCountedPoints(from), signal);
  const quality = await readDataQuality(connector, signal);
  const found = rows.map(distanceOf);
  const first = found.filter(({ place, journey }) => place === 1 && journey.minutes !== null);
  const caveats: Caveat[] = [
    ...illustrativeCaveat(quality, ['service_point']),
    ...travelCaveats(facts, rows, true),
    ...locationCaveats(quality).filter(({ kind }) => kind !== 'areas-without-location'),
  ];
  return {
    question,
    points: { total: counted.length, withoutWay: counted.length - first.length },
    median:
      first.length === 0
        ? null
        : {
            minutes: median(first.map(({ journey }) => journey.minutes ?? NaN)),
            kilometres: median(first.map(({ journey }) => journey.kilometres ?? NaN)),
          },
    distances: found,
    caveats,
  };
}

function distanceOf(row: PointDistanceRow): PointDistance {
  const { from_id: fromId, to_id: pointId, place, minutes, kilometres, method, state } = row;
  const back: Journey | null =
    row.back_method === null || row.back_state === null
      ? null
      : {
          pointId: fromId,
          minutes: row.back_minutes,
          kilometres: row.back_kilometres,
          method: row.back_method,
          state: row.back_state,
        };
  const journey: Journey = { pointId, minutes, kilometres, method, state };
  return { id: `${fromId}~${pointId}`, fromId, place, journey, back };
}

/** The middle of one or more numbers; of an even count the mean of the two middle ones. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}
