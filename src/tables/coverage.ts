import type { PointFilter } from '../model/results.ts';
import type { AccessMode, OrderOfGovernment, TravelMethod, TravelState } from '../model/tables.ts';
import type { Cutoff } from '../model/units.ts';
import type { Query } from './connector.ts';
import { countedPoints } from './point-filter.ts';
import type { TravelTable } from './schema.ts';

/** Journeys that can be made; the others are states without a way. */
export const travelled = `('reached', 'ferry', 'winter road')`;

const reachable = `t.state IN ${travelled}`;

/**
 * The place of a journey `t` among those of one origin: 1 is the nearest by the column. A journey that can be made is nearer
 * than one that cannot; ties go to the shorter, then to the lower id.
 */
export const placeFrom = (origin: string, column: 'kilometres' | 'minutes') =>
  `ROW_NUMBER() OVER (PARTITION BY ${origin} ORDER BY CASE WHEN ${reachable} THEN 0 ELSE 1 END,
    t.${column} NULLS LAST, t.kilometres NULLS LAST, t.point_id)`;

/** The column and the limit that a cutoff compares: `<=` is within. */
export function cutoffOf(cutoff: Cutoff): { column: 'kilometres' | 'minutes'; limit: number } {
  return cutoff.kind === 'kilometres'
    ? { column: 'kilometres', limit: cutoff.kilometres }
    : { column: 'minutes', limit: cutoff.minutes };
}

export interface AreaReachRow {
  code: string;
  name_en: string;
  name_fr: string | null;
  province: string | null;
  lon: number;
  lat: number;
  population: number | null;
  access: AccessMode | null;
  apportioned: boolean;
  points_in_reach: number;
  point_id: string | null;
  minutes: number | null;
  kilometres: number | null;
  method: TravelMethod | null;
  state: TravelState | null;
}

/**
 * For every located demand area: how many of the counted points are within the cutoff, and its nearest counted point, as
 * `placeFrom` has it. Ordered by code.
 */
export function areaReach(filter: PointFilter, cutoff: Cutoff, table: TravelTable = 'travel'): Query {
  const counted = countedPoints(filter);
  const { column, limit } = cutoffOf(cutoff);
  return {
    sql: `WITH counted AS (${counted.sql}),
      journey AS (
        SELECT t.origin_id, t.point_id, t.minutes, t.kilometres, t.method, t.state,
          CASE WHEN ${reachable} AND t.${column} <= ? THEN 1 ELSE 0 END AS within_reach,
          ${placeFrom('t.origin_id', column)} AS place
        FROM ${table} t JOIN counted c ON c.id = t.point_id),
      reach AS (SELECT origin_id, SUM(within_reach) AS points_in_reach FROM journey GROUP BY origin_id)
      SELECT a.code, a.name_en, a.name_fr, a.province, a.lon, a.lat, a.population, a.access, a.apportioned,
        CAST(COALESCE(r.points_in_reach, 0) AS DOUBLE) AS points_in_reach,
        j.point_id, j.minutes, j.kilometres, j.method, j.state
      FROM area a
      LEFT JOIN reach r ON r.origin_id = a.code
      LEFT JOIN journey j ON j.origin_id = a.code AND j.place = 1
      WHERE a.demand AND a.lon IS NOT NULL AND a.lat IS NOT NULL
      ORDER BY a.code`,
    parameters: [...counted.parameters, limit],
  };
}

export interface GovernmentReachRow {
  government: OrderOfGovernment;
  code: string;
  points_in_reach: number;
}

/** The areas that each order of government's counted points reach, with how many of them do. Ordered by both keys. */
export function governmentReach(filter: PointFilter, cutoff: Cutoff): Query {
  const counted = countedPoints(filter);
  const { column, limit } = cutoffOf(cutoff);
  return {
    sql: `WITH counted AS (${counted.sql})
      SELECT c.government, t.origin_id AS code, CAST(COUNT(*) AS DOUBLE) AS points_in_reach
      FROM travel t JOIN counted c ON c.id = t.point_id
      WHERE t.state IN ${travelled} AND t.${column} <= ?
      GROUP BY c.government, t.origin_id
      ORDER BY c.government, t.origin_id`,
    parameters: [...counted.parameters, limit],
  };
}

export interface CountedPointRow {
  id: string;
  organization_id: string;
  government: OrderOfGovernment;
  province: string | null;
}

/** The located points that a filter counts, by id. */
export function listCountedPoints(filter: PointFilter): Query {
  const { sql, parameters } = countedPoints(filter);
  return { sql: `${sql} ORDER BY p.id`, parameters };
}
