import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.ts';
import { reachLand } from '../../src/analysis/reach-land.ts';
import { reach } from '../../src/analysis/reach.ts';
import { emptyTables } from '../../src/model/project.ts';
import type { Direction } from '../../src/model/direction.ts';
import type { ProjectTables } from '../../src/model/tables.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { travelTimeHere } from '../../src/workers/travel-time.ts';
import { analysed, anyPoint, area, equatorRoad, organization, point, smallProject } from './projects.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

const direction = 'to point';

async function answer(tables: ProjectTables, minutes: number[], points = anyPoint) {
  return reach(connector, { points, minutes, direction }, await analysed(connector, tables));
}

test('the small project worked by hand: whom each point serves, and who loses it', async () => {
  // A (1000) is at P1; B (200) 5.56 km from P1 and P2, P1 by its id; C (50) 44.48 from P2 and 55.60 from P3 and P1; D
  // (unknown) 22.24 km from P3 and 122 from P2. A kilometre is a minute.
  const result = await answer(smallProject(), [5, 10, 60]);
  expect(result.total).toEqual({ people: 1250, communities: 4 });
  expect(result.bands).toEqual([
    { minutes: 5, people: 1000, communities: 1 },
    { minutes: 10, people: 1200, communities: 2 },
    { minutes: 60, people: 1250, communities: 4 },
  ]);
  expect(result.points.map(({ pointId, people, communities }) => [pointId, people, communities])).toEqual([
    ['P1', 1200, 2],
    ['P2', 50, 1],
    ['P3', 0, 1],
  ]);
  const [p1, p2, p3] = result.points;
  expect(p1?.meanMinutes).toBeCloseTo((200 * 5.56) / 1200, 2);
  // Without P1 the people of A and B go to P2, 11.12 and 5.56 km away: nobody is lost.
  expect(p1?.ifClosed.lost).toEqual({ people: 0, communities: 0 });
  expect(p1?.ifClosed.extraMinutes).toBeCloseTo((1000 * 11.12) / 1200, 2);
  // Without P2, C goes on to P1 (55.6 km) by its id.
  expect(p2?.ifClosed).toEqual({
    lost: { people: 0, communities: 0 },
    extraMinutes: expect.closeTo(55.6 - 44.48, 2),
  });
  expect(p3).toMatchObject({
    meanMinutes: null,
    ifClosed: { lost: { people: 0, communities: 1 }, extraMinutes: null },
  });
});

test('an only point loses all its people when it closes', async () => {
  const { points } = await answer(smallProject(), [30], { ...anyPoint, organizationIds: ['T'] });
  expect(points).toEqual([
    expect.objectContaining({
      pointId: 'P2',
      people: 1200,
      ifClosed: { lost: { people: 1200, communities: 2 }, extraMinutes: null },
    }),
  ]);
});

const townPoints = { ...anyPoint, organizationIds: ['T'] };

test('at exactly the limit an area is within', async () => {
  const tables = smallProject();
  const graph = equatorRoad([{ from: 0.05, to: 0.1, minutes: 12, backMinutes: 12 }]);
  const facts = await analysed(connector, tables, graph);
  const of = async (minutes: number) =>
    (await reach(connector, { points: townPoints, minutes: [minutes], direction }, facts)).bands[0]?.people;
  expect(await of(12)).toBe(200);
  expect(await of(11.99)).toBe(0);
});

test('staff who go out take the other side of the road: whom they reach, and the land', async () => {
  // East to P2 at 0.1° in 4 minutes a stretch, west in 20: A is 8 minutes from it and 40 out, B 4 and 20.
  const tables = smallProject();
  const graph = equatorRoad([
    { from: 0, to: 0.05, minutes: 4, backMinutes: 20 },
    { from: 0.05, to: 0.1, minutes: 4, backMinutes: 20 },
  ]);
  const facts = await analysed(connector, tables, graph);
  const people = async (direction: Direction) => {
    const { bands, points } = await reach(
      connector,
      { points: townPoints, minutes: [4, 8, 20, 40], direction },
      facts,
    );
    return { bands: bands.map((band) => band.people), mean: points[0]?.meanMinutes };
  };
  expect(await people('to point')).toEqual({
    bands: [200, 1200, 1200, 1200],
    mean: expect.closeTo((1000 * 8 + 200 * 4) / 1200, 6),
  });
  expect(await people('from point')).toEqual({
    bands: [0, 0, 200, 1200],
    mean: expect.closeTo((1000 * 40 + 200 * 20) / 1200, 6),
  });
  const west = async (direction: Direction) => {
    const asked = { pointIds: new Set(['P2']), minutes: [8], direction, closed: [] };
    const land = await reachLand(tables, travelTimeHere(), graph, asked);
    return Math.min(...(land?.bands[0]?.polygons.flat(2).map(([lon]) => lon ?? NaN) ?? []));
  };
  // All of the road to it; out from it, two fifths of the first stretch.
  expect(await west('to point')).toBeLessThan(0.001);
  expect(await west('from point')).toBeCloseTo(0.08, 2);
});

const place = { lon: fc.integer({ min: 0, max: 100 }).map((n) => n / 100), lat: fc.constant(45) };
const random = fc.record({
  areas: fc.array(fc.record({ ...place, population: fc.option(fc.nat(500)) }), {
    minLength: 1,
    maxLength: 9,
  }),
  points: fc.array(fc.record(place), { minLength: 1, maxLength: 5 }),
});

test('laws: a band is what coverage counts; catchments share out the greatest; closing loses what coverage then misses', async () => {
  await fc.assert(
    fc.asyncProperty(random, fc.integer({ min: 1, max: 60 }), async ({ areas, points }, minutes) => {
      const tables: ProjectTables = {
        ...emptyTables(),
        organization: points.map((_, index) => organization(`O${index}`)),
        service_point: points.map((at, index) => point(`P${index}`, { ...at, organization_id: `O${index}` })),
        area: areas.map((at, index) => area(`A${index}`, at)),
      };
      const facts = await analysed(connector, tables);
      const question = { points: anyPoint, minutes: [minutes, 2 * minutes] };
      const result = await reach(connector, { ...question, direction }, facts);
      // A straight line is as long either way.
      const out = await reach(connector, { ...question, direction: 'from point' }, facts);
      expect({ ...out, question: null }).toEqual({ ...result, question: null });
      const covered = async (limit: number, ids: string[]) => {
        const question = {
          points: { ...anyPoint, organizationIds: ids },
          cutoff: { kind: 'minutes' as const, minutes: limit },
        };
        return (await coverage(connector, question, facts)).people.covered;
      };
      const all = points.map((_, index) => `O${index}`);
      for (const band of result.bands) expect(band.people).toBe(await covered(band.minutes, all));
      expect(result.points.reduce((sum, { people }) => sum + people, 0)).toBe(result.bands[1]?.people);
      const [first] = result.points;
      if (!first || points.length < 2) return;
      const others = all.filter((id) => id !== first.pointId.replace('P', 'O'));
      expect(await covered(2 * minutes, others)).toBe(
        (result.bands[1]?.people ?? 0) - first.ifClosed.lost.people,
      );
    }),
    { seed: 9, numRuns: 15 },
  );
});

test('land is drawn by road, for the points counted, and not at all without roads', async () => {
  const tables = smallProject();
  const graph = equatorRoad([
    { from: 0, to: 0.05, minutes: 5, backMinutes: 5 },
    { from: 0.05, to: 0.1, minutes: 5, backMinutes: 5 },
  ]);
  const asked = { pointIds: new Set(['P1', 'P2']), minutes: [2, 4], direction, closed: [] } as const;
  const land = await reachLand(tables, travelTimeHere(), graph, asked);
  expect(land?.bands.map(({ minutes }) => minutes)).toEqual([2, 4]);
  expect(land?.bands.map(({ polygons }) => polygons.length)).toEqual([2, 2]);
  expect(land?.catchments.map(({ pointId }) => pointId)).toEqual(['P1', 'P2']);
  // Four minutes of five along the first road from P1 at 0°.
  const east = Math.max(...(land?.catchments[0]?.polygons.flat(2).map(([lon]) => lon) ?? []));
  expect(east).toBeGreaterThan(0.039);
  expect(east).toBeLessThan(0.042);
  expect(await reachLand(tables, travelTimeHere(), null, asked)).toBeNull();
});
