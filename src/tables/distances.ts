import type { PointFilter } from '../model/results.ts';
import type { TravelMethod, TravelState } from '../model/tables.ts';
import type { Query } from './connector.ts';
import { placeFrom } from './coverage.ts';
import { countedPoints } from './point-filter.ts';

export interface PointDistanceRow {
  from_id: string;
  to_id: string;
  /** 1 is the nearest by time. */
  place: number;
  minutes: number | null;
  kilometres: number | null;
  method: TravelMethod;
  state: TravelState;
  /** The journey back; null where none was looked for, as beyond the limit of a large project. */
  back_minutes: number | null;
  back_kilometres: number | null;
  back_method: TravelMethod | null;
  back_state: TravelState | null;
}

/**
 * The journeys from each point to its nearest of the others by time, at most `nearest` a point, each with the journey back.
 * A point is not its own nearest. Ordered by the point, then from the nearest.
 */
export function pointDistances(from: PointFilter, to: PointFilter, nearest: number): Query {
  const [ours, theirs] = [countedPoints(from), countedPoints(to)];
  return {
    sql: `WITH ours AS (${ours.sql}), theirs AS (${theirs.sql}),
      journey AS (
        SELECT t.origin_id, t.point_id, t.minutes, t.kilometres, t.method, t.state,
          ${placeFrom('t.origin_id', 'minutes')} AS place
        FROM point_travel t
        JOIN ours a ON a.id = t.origin_id
        JOIN theirs b ON b.id = t.point_id)
      SELECT j.origin_id AS from_id, j.point_id AS to_id, CAST(j.place AS DOUBLE) AS place,
        j.minutes, j.kilometres, j.method, j.state,
        r.minutes AS back_minutes, r.kilometres AS back_kilometres, r.method AS back_method, r.state AS back_state
      FROM journey j
      LEFT JOIN point_travel r ON r.origin_id = j.point_id AND r.point_id = j.origin_id
      WHERE j.place <= ?
      ORDER BY j.origin_id, j.place`,
    parameters: [...ours.parameters, ...theirs.parameters, nearest],
  };
}
