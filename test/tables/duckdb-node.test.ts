import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PointFilter } from '../../src/model/results.ts';
import type { Connector, Query } from '../../src/tables/connector.ts';
import { closePairs, parties, servicesOffered } from '../../src/tables/colocation.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { pointDistances } from '../../src/tables/distances.ts';
import { secondNearest } from '../../src/tables/reach.ts';
import { areaReach, governmentReach, listCountedPoints } from '../../src/tables/coverage.ts';
import { loadProject } from '../../src/tables/load-project.ts';
import { dataQuality } from '../../src/tables/data-quality.ts';
import { nearestHosts, newestIndicators } from '../../src/tables/outreach.ts';
import { pointTravelSchema, travelSchema } from '../../src/tables/schema.ts';
import { emptyTables } from '../../src/model/project.ts';
import { connectorCases } from './connector-cases.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

test.each(Object.entries(connectorCases))('%s', (_, run) => run(connector));

const filter: PointFilter = { organizationIds: ['a', 'b'], governments: ['federal'], serviceId: 'passport' };
const any: PointFilter = { organizationIds: [], governments: [], serviceId: null };
const km = { kind: 'kilometres', kilometres: 5 } as const;
const minutes = { kind: 'minutes', minutes: 5 } as const;

/** Every named query, with every optional part in it. */
const queries: Record<string, Query> = {
  dataQuality,
  parties,
  servicesOffered,
  newestIndicators,
  areaReach: areaReach(filter, km),
  areaReachInMinutes: areaReach(any, minutes),
  governmentReach: governmentReach(filter, km),
  listCountedPoints: listCountedPoints(filter),
  closePairs: closePairs(filter, any, minutes),
  nearestHosts: nearestHosts(filter, any, 15),
  pointDistances: pointDistances(filter, any, 3),
  secondNearest: secondNearest(filter),
};

test.each(Object.entries(queries))(
  '%s is portable and the engine can plan it',
  async (_, { sql, parameters }) => {
    await loadProject(connector, emptyTables());
    await connector.replace(travelSchema, {});
    await connector.replace(pointTravelSchema, {});
    await connector.query({ sql: `EXPLAIN ${sql}`, parameters });
    expect(sql).not.toMatch(/::|\bQUALIFY\b|\bASOF\b|\bSTRUCT|\bLIST\b|\[/i);
    const values = [...sql.matchAll(/\?/g)].length;
    expect(values).toBe(parameters.length);
  },
);
