import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.ts';
import { caveatText } from '../../src/model/messages/caveats.ts';
import type { ImportedJourney } from '../../src/model/tables.ts';
import type { GraphOrigin } from '../../src/network/graph-origin.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { analysed, anyPoint, area, equatorRoad, point, smallProject } from './projects.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

const said = (
  origin_id: string,
  point_id: string,
  minutes: number | null,
  kilometres: number | null,
): ImportedJourney => ({ origin_id, point_id, minutes, kilometres, source_id: 'other tool' });

const travelRows = (table: 'travel' | 'point_travel') =>
  connector.query<Record<string, unknown>>({
    sql: `SELECT origin_id, point_id, minutes, kilometres, method, state FROM ${table} ORDER BY ALL`,
    parameters: [],
  });

test('an imported journey counts in place of ours; what it does not say is ours; without a number there is no way', async () => {
  // By straight line A is 0 km from P1 and 11.12 km from P2, B 5.56 km from both.
  const journey = [said('A', 'P2', 7, 8), said('B', 'P1', 30, null), said('B', 'P2', null, null)];
  await analysed(connector, { ...smallProject(), journey });
  const rows = await travelRows('travel');
  const between = (from: string, to: string) =>
    rows.find(({ origin_id, point_id }) => origin_id === from && point_id === to);
  expect(between('A', 'P1')).toMatchObject({ method: 'straight line', kilometres: 0 });
  expect(between('A', 'P2')).toMatchObject({
    method: 'imported',
    minutes: 7,
    kilometres: 8,
    state: 'reached',
  });
  expect(between('B', 'P1')).toMatchObject({ method: 'imported', minutes: 30, state: 'reached' });
  expect(between('B', 'P1')?.['kilometres']).toBeCloseTo(5.56, 2);
  expect(between('B', 'P2')).toMatchObject({
    method: 'imported',
    minutes: null,
    kilometres: null,
    state: 'no road',
  });
  expect(rows).toHaveLength(12);
});

test('one beyond our limit is there too; one of a place that does not count is not', async () => {
  const journey = [said('C', 'P1', 50, 60), said('whole', 'P1', 1, 1), said('P1', 'P2', 9, 9)];
  await analysed(connector, { ...smallProject(), journey }, null, { detourFactor: 1, limitKilometres: 20 });
  const imported = (await travelRows('travel')).filter(({ method }) => method === 'imported');
  expect(imported.map(({ origin_id, point_id }) => [origin_id, point_id])).toEqual([['C', 'P1']]);
  const points = (await travelRows('point_travel')).filter(({ method }) => method === 'imported');
  expect(points.map(({ origin_id, point_id, minutes }) => [origin_id, point_id, minutes])).toEqual([
    ['P1', 'P2', 9],
  ]);
});

test('coverage rests on them, and says so', async () => {
  const journey = [said('C', 'P2', 5, 4)];
  const facts = await analysed(connector, { ...smallProject(), journey });
  const question = { points: anyPoint, cutoff: { kind: 'kilometres' as const, kilometres: 10 } };
  const { people, caveats } = await coverage(connector, question, facts);
  expect(people).toEqual({ total: 1250, covered: 1250, gap: 0, overlap: 200 });
  expect(caveats).toContainEqual({ kind: 'imported-journeys', pairs: 1 });
});

test('a project too large for every journey: the nearest of one organization is that of the whole, and says so', async () => {
  const towns = Array.from({ length: 1200 }, (_, at) => area(`town ${at}`, { lon: at / 10, population: at }));
  const offices = Array.from({ length: 1800 }, (_, at) =>
    point(`office ${at}`, { lon: at / 15, organization_id: at % 90 === 0 ? 'T' : 'F' }),
  );
  const tables = { ...smallProject(), area: towns, service_point: offices, tenure: [], offering: [] };
  const facts = await analysed(connector, tables);
  expect(facts.travel.limit).toMatchObject({ nearest: 2, groupedBy: 'organization' });
  const [{ count } = { count: 0 }] = await connector.query<{ count: number }>({
    sql: 'SELECT CAST(count(*) AS DOUBLE) AS count FROM travel',
    parameters: [],
  });
  expect(count).toBeLessThan(2_000_000);

  const town = { ...anyPoint, organizationIds: ['T'] };
  const cutoff = { kind: 'minutes' as const, minutes: 400 };
  const { areas, caveats } = await coverage(connector, { points: town, cutoff }, facts);
  expect(caveats).toContainEqual({ kind: 'journeys-thinned', ...facts.travel.limit });
  expect(new Set(areas.map(({ isAtLeast }) => isAtLeast))).toEqual(new Set([true]));
  const near = await coverage(connector, { points: town, cutoff: { kind: 'minutes', minutes: 1 } }, facts);
  expect(new Set(near.areas.map(({ isAtLeast }) => isAtLeast))).toEqual(new Set([false]));
  for (const { code, nearest } of areas) {
    const lon = Number(code.slice(5)) / 10;
    const closest = Math.min(
      ...offices
        .filter(({ organization_id }) => organization_id === 'T')
        .map((o) => Math.abs((o.lon ?? 0) - lon)),
    );
    expect(nearest?.kilometres).toBeCloseTo(closest * 111.195, 0);
  }
});

test('what the file of the roads does not say is said with each result', async () => {
  const graph = equatorRoad([{ from: 0, to: 1, minutes: 60, backMinutes: 60 }]);
  const question = { points: anyPoint, cutoff: { kind: 'minutes' as const, minutes: 30 } };
  const told = async (warnings: GraphOrigin['warnings']) => {
    const roads = { ...graph.about, ...(warnings ? { warnings } : {}) };
    const facts = await analysed(connector, smallProject(), graph, { roads });
    return (await coverage(connector, question, facts)).caveats.filter(
      ({ kind }) => kind === 'roads-assumed',
    );
  };
  expect(await told(undefined)).toEqual([]);
  expect(await told({ 'no speed column': 1 })).toEqual([{ kind: 'roads-assumed', what: ['speeds'] }]);
  const [both] = await told({ 'no direction column': 1, 'no speed column': 1 });
  expect(both && caveatText(both, 'en')).toBe(
    'The file of the roads states no one-way streets and no speed limits: every road counts both ways and speeds are assumed by class.',
  );
  expect(both && caveatText(both, 'fr')).toBe(
    'Le fichier des routes n’indique aucun sens unique ni aucune limite de vitesse : toute route compte dans les deux sens et les vitesses sont supposées selon la classe.',
  );
});
