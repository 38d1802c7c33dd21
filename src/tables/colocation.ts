import type { PointFilter } from '../model/results.ts';
import type { OrderOfGovernment, Tenure, TravelMethod, TravelState } from '../model/tables.ts';
import type { Cutoff } from '../model/units.ts';
import type { Query } from './connector.ts';
import { cutoffOf, travelled } from './coverage.ts';
import { countedPoints } from './point-filter.ts';

export interface PairRow {
  a_id: string;
  b_id: string;
  minutes: number | null;
  kilometres: number | null;
  method: TravelMethod;
  state: TravelState;
}

/**
 * One of ours and one of the partners', of different organizations, with a journey from the first to the second within
 * the cutoff. Where both could be either, both directions are rows. Ordered by the two ids.
 */
export function closePairs(ours: PointFilter, partners: PointFilter, cutoff: Cutoff): Query {
  const [a, b] = [countedPoints(ours), countedPoints(partners)];
  const { column, limit } = cutoffOf(cutoff);
  return {
    sql: `WITH ours AS (${a.sql}), partner AS (${b.sql})
      SELECT t.origin_id AS a_id, t.point_id AS b_id, t.minutes, t.kilometres, t.method, t.state
      FROM point_travel t
      JOIN ours a ON a.id = t.origin_id
      JOIN partner b ON b.id = t.point_id
      WHERE a.organization_id <> b.organization_id AND t.state IN ${travelled} AND t.${column} <= ?
      ORDER BY t.origin_id, t.point_id`,
    parameters: [...a.parameters, ...b.parameters, limit],
  };
}

export interface PartyRow {
  id: string;
  organization_id: string;
  government: OrderOfGovernment;
  annual_visits: number | null;
  staff: number | null;
  tenure: Tenure['kind'] | null;
  start_date: string | null;
  expiry_date: string | null;
  break_date: string | null;
  extension_months: number | null;
  notice_months: number | null;
  annual_cost: number | null;
}

/** Every located point with the tenure that ends last. Ordered by id. */
export const parties: Query = {
  sql: `WITH latest AS (
      SELECT t.*, ROW_NUMBER() OVER (PARTITION BY t.point_id
        ORDER BY t.expiry_date DESC NULLS LAST, t.start_date DESC NULLS LAST, t.kind) AS place FROM tenure t)
    SELECT p.id, p.organization_id, o.government, p.annual_visits, p.staff, t.kind AS tenure, t.start_date,
      t.expiry_date, t.break_date, t.extension_months, t.notice_months, t.annual_cost
    FROM service_point p
    JOIN organization o ON o.id = p.organization_id
    LEFT JOIN latest t ON t.point_id = p.id AND t.place = 1
    WHERE p.lon IS NOT NULL AND p.lat IS NOT NULL
    ORDER BY p.id`,
  parameters: [],
};

/** What each point offers, once per service. Ordered by point and service. */
export const servicesOffered: Query = {
  sql: 'SELECT DISTINCT point_id, service_id FROM offering ORDER BY point_id, service_id',
  parameters: [],
};
