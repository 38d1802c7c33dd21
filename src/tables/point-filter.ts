import type { PointFilter } from '../model/results.ts';
import type { Query } from './connector.ts';

/** Joins fragments of SQL, keeping the values of each in order. */
export function join(separator: string, parts: readonly Query[]): Query {
  return {
    sql: parts.map(({ sql }) => sql).join(separator),
    parameters: parts.flatMap(({ parameters }) => parameters),
  };
}

const plain = (sql: string): Query => ({ sql, parameters: [] });

const isOneOf = (column: string, values: readonly string[]): Query[] =>
  values.length === 0
    ? []
    : [{ sql: `${column} IN (${values.map(() => '?').join(', ')})`, parameters: values }];

/**
 * The located points that a filter counts, as a query with `id`, `organization_id`, `government` and `province`. Orders
 * of government and organizations add up: "federal, or this library". `FROM service_point p JOIN organization o`.
 */
export function countedPoints(filter: PointFilter): Query {
  const who = [...isOneOf('o.government', filter.governments), ...isOneOf('o.id', filter.organizationIds)];
  const service: Query[] =
    filter.serviceId === null
      ? []
      : [
          {
            sql: 'EXISTS (SELECT 1 FROM offering f WHERE f.point_id = p.id AND f.service_id = ?)',
            parameters: [filter.serviceId],
          },
        ];
  const whoCondition = who.length === 0 ? [] : [wrap(join(' OR ', who))];
  const conditions = [plain('p.lon IS NOT NULL AND p.lat IS NOT NULL'), ...whoCondition, ...service];
  const { sql, parameters } = join(' AND ', conditions);
  return {
    sql: `SELECT p.id, p.organization_id, o.government, p.province
      FROM service_point p JOIN organization o ON o.id = p.organization_id
      WHERE ${sql}`,
    parameters,
  };
}

const wrap = ({ sql, parameters }: Query): Query => ({ sql: `(${sql})`, parameters });
