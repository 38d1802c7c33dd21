import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { distances } from '../../src/analysis/distances.ts';
import { emptyTables } from '../../src/model/project.ts';
import type { PointFilter } from '../../src/model/results.ts';
import type { ProjectTables } from '../../src/model/tables.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { analysed, anyPoint, equatorRoad, organization, point, smallProject } from './projects.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

const federal: PointFilter = { ...anyPoint, governments: ['federal'] };

async function answer(tables: ProjectTables, nearest: number, from = anyPoint, to = anyPoint) {
  return distances(connector, { from, to, nearest }, await analysed(connector, tables));
}

test('the small project worked by hand: the nearest of any', async () => {
  // P1 at 0°, P2 at 0.1° (11.12 km), P3 at 1° (100.08 km from P2); 60 km/h, so a kilometre is a minute.
  const result = await answer(smallProject(), 1);
  expect(result.distances.map(({ id, place }) => [id, place])).toEqual([
    ['P1~P2', 1],
    ['P2~P1', 1],
    ['P3~P2', 1],
  ]);
  expect(result.distances.map(({ journey }) => journey.kilometres)).toEqual([
    expect.closeTo(11.119, 2),
    expect.closeTo(11.119, 2),
    expect.closeTo(100.075, 2),
  ]);
  expect(result.points).toEqual({ total: 3, withoutWay: 0 });
  expect(result.median?.kilometres).toBeCloseTo(11.119, 2);
  expect(result.median?.minutes).toBeCloseTo(11.119, 2);
  expect(result.caveats).toContainEqual({ kind: 'straight-line', pairs: 3 });
});

test('from whom, to whom and how many', async () => {
  const toTown = await answer(smallProject(), 5, federal, { ...anyPoint, organizationIds: ['T'] });
  expect(toTown.distances.map(({ id }) => id)).toEqual(['P1~P2', 'P3~P2']);
  const two = await answer(smallProject(), 2, federal);
  expect(two.distances.map(({ id, place }) => [id, place])).toEqual([
    ['P1~P2', 1],
    ['P1~P3', 2],
    ['P3~P2', 1],
    ['P3~P1', 2],
  ]);
  const alone = await answer(
    smallProject(),
    3,
    { ...anyPoint, organizationIds: ['T'] },
    { ...anyPoint, organizationIds: ['T'] },
  );
  expect(alone).toMatchObject({ distances: [], median: null, points: { total: 1, withoutWay: 1 } });
});

test('there and back differ on one-way roads, and without a way the state says so', async () => {
  // By road P1 to P2 in 10 minutes and back in 40; a ferry that is closed leaves P3 alone.
  const graph = equatorRoad([
    { from: 0, to: 0.1, minutes: 10, backMinutes: 40 },
    { from: 0.1, to: 1, minutes: 50, backMinutes: 50, kind: 'ferry' },
    { from: 1, to: 1.1, minutes: 5, backMinutes: 5 },
  ]);
  const of = async (closed: ('ferry' | 'winter road')[]) =>
    distances(
      connector,
      { from: anyPoint, to: anyPoint, nearest: 1 },
      await analysed(connector, smallProject(), graph, { closed }),
    );
  const open = await of([]);
  expect(open.distances.map(({ id, journey, back }) => [id, journey.minutes, back?.minutes])).toEqual([
    ['P1~P2', 10, 40],
    ['P2~P1', 40, 10],
    ['P3~P2', 50, 50],
  ]);
  expect(open.distances[2]?.journey.state).toBe('ferry');
  const closed = await of(['ferry']);
  expect(closed.points).toEqual({ total: 3, withoutWay: 1 });
  expect(closed.distances[2]?.journey).toMatchObject({ minutes: null, state: 'no road' });
  expect(closed.caveats).toContainEqual({ kind: 'closed-ways', ways: ['ferry'] });
});

const place = { lon: fc.integer({ min: 0, max: 50 }).map((n) => n / 100), lat: fc.constant(45) };
const points = fc.array(fc.record(place), { minLength: 1, maxLength: 7 });
const tablesOf = (places: { lon: number; lat: number }[]): ProjectTables => ({
  ...emptyTables(),
  organization: [organization('F')],
  service_point: places.map((at, index) => point(`P${index}`, at)),
});

test('laws: asking for more keeps what was nearest; the order of rows leaves no trace', async () => {
  await fc.assert(
    fc.asyncProperty(points, fc.integer({ min: 1, max: 5 }), async (places, nearest) => {
      const tables = tablesOf(places);
      const few = await answer(tables, nearest);
      const more = await answer(tables, nearest + 1);
      expect(more.distances.filter(({ place }) => place <= nearest)).toEqual(few.distances);
      const reversed = { ...tables, service_point: [...tables.service_point].reverse() };
      expect((await answer(reversed, nearest)).distances).toEqual(few.distances);
    }),
    { seed: 4, numRuns: 15 },
  );
});
