import type { PointFilter } from '../model/results.ts';
import type { TravelMethod, TravelState } from '../model/tables.ts';
import type { Query } from './connector.ts';
import { placeFrom } from './coverage.ts';
import { countedPoints } from './point-filter.ts';
import type { TravelTable } from './schema.ts';

export interface SecondNearestRow {
  code: string;
  point_id: string;
  minutes: number | null;
  state: TravelState;
  method: TravelMethod;
}

/**
 * For every located demand area its second nearest counted point by time: where its people go should the nearest close.
 * Areas that know one point alone have no row. Ordered by code.
 */
export function secondNearest(filter: PointFilter, table: TravelTable = 'travel'): Query {
  const counted = countedPoints(filter);
  return {
    sql: `WITH counted AS (${counted.sql}),
      journey AS (
        SELECT t.origin_id, t.point_id, t.minutes, t.state, t.method, ${placeFrom('t.origin_id', 'minutes')} AS place
        FROM ${table} t JOIN counted c ON c.id = t.point_id)
      SELECT j.origin_id AS code, j.point_id, j.minutes, j.state, j.method
      FROM journey j JOIN area a ON a.code = j.origin_id
      WHERE j.place = 2 AND a.demand AND a.lon IS NOT NULL AND a.lat IS NOT NULL
      ORDER BY j.origin_id`,
    parameters: counted.parameters,
  };
}
