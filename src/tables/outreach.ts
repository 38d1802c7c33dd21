import type { PointFilter } from '../model/results.ts';
import type { TravelMethod, TravelState } from '../model/tables.ts';
import type { Query } from './connector.ts';
import { travelled } from './coverage.ts';
import { countedPoints } from './point-filter.ts';

export interface HostRow {
  code: string;
  point_id: string;
  minutes: number | null;
  kilometres: number;
  method: TravelMethod;
  state: TravelState;
}

/**
 * The partner's point nearest to each demand area by kilometres, within `limitKilometres` (`<=`), that is of none of
 * the organizations whose points are ours. Ties go to the lower id. Ordered by code.
 */
export function nearestHosts(ours: PointFilter, partners: PointFilter, limitKilometres: number): Query {
  const [mine, theirs] = [countedPoints({ ...ours, serviceId: null }), countedPoints(partners)];
  return {
    sql: `WITH ours AS (${mine.sql}), partner AS (${theirs.sql}),
      host AS (
        SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t.origin_id ORDER BY t.kilometres, t.point_id) AS place
        FROM travel t JOIN partner p ON p.id = t.point_id
        WHERE t.state IN ${travelled} AND t.kilometres <= ?
          AND p.organization_id NOT IN (SELECT organization_id FROM ours))
      SELECT origin_id AS code, point_id, minutes, kilometres, method, state FROM host WHERE place = 1
      ORDER BY origin_id`,
    parameters: [...mine.parameters, ...theirs.parameters, limitKilometres],
  };
}

export interface IndicatorRow {
  area_code: string;
  indicator: string;
  value: number;
}

/** The newest known value of each indicator of each demand area. Ordered by area and indicator. */
export const newestIndicators: Query = {
  sql: `WITH newest AS (
      SELECT i.area_code, i.indicator, i.value,
        ROW_NUMBER() OVER (PARTITION BY i.area_code, i.indicator ORDER BY i.year DESC NULLS LAST, i.source_id) AS place
      FROM indicator i WHERE i.value IS NOT NULL)
    SELECT n.area_code, n.indicator, n.value FROM newest n JOIN area a ON a.code = n.area_code
    WHERE n.place = 1 AND a.demand
    ORDER BY n.area_code, n.indicator`,
  parameters: [],
};
