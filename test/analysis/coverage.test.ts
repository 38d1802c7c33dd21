import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { coverage } from '../../src/analysis/coverage.ts';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { emptyTables } from '../../src/model/project.ts';
import type { CoverageQuestion } from '../../src/model/results.ts';
import type { ProjectTables } from '../../src/model/tables.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { analysed, anyPoint, area, organization, point, smallProject } from './projects.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

const within = (kilometres: number, more: Partial<CoverageQuestion['points']> = {}): CoverageQuestion => ({
  points: { ...anyPoint, ...more },
  cutoff: { kind: 'kilometres', kilometres },
});

async function answer(tables: ProjectTables, question: CoverageQuestion) {
  return coverage(connector, question, await analysed(connector, tables));
}

test('the small project worked by hand: any point within 10 km', async () => {
  const result = await answer(smallProject(), within(10));
  // A is 0 km from P1 and 11.12 km from P2: one point. B is 5.56 km from both: two. C is 44.48 km from P2, the nearest;
  // D is 22.24 km from P3. People: A and B of A, B and C; D is not counted. "whole" holds them all and is no demand.
  expect(result.people).toEqual({ total: 1250, covered: 1200, gap: 50, overlap: 200 });
  expect(result.communities).toEqual({ total: 4, covered: 2, gap: 2, overlap: 1 });
  expect(result.areas.map(({ code, status, pointsInReach }) => [code, status, pointsInReach])).toEqual([
    ['C', 'gap', 0],
    ['D', 'gap', 0],
    ['A', 'covered', 1],
    ['B', 'overlap', 2],
  ]);
  expect(result.areas.map(({ nearest }) => [nearest?.pointId, nearest?.kilometres])).toEqual([
    ['P2', expect.closeTo(44.478, 3)],
    ['P3', expect.closeTo(22.239, 3)],
    ['P1', 0],
    ['P1', expect.closeTo(5.56, 3)],
  ]);
  expect(result.byProvince).toEqual([
    {
      key: 'ON',
      people: { total: 1200, covered: 1200, gap: 0, overlap: 200 },
      communities: { total: 2, covered: 2, gap: 0, overlap: 1 },
      points: 2,
    },
    {
      key: 'QC',
      people: { total: 50, covered: 0, gap: 50, overlap: 0 },
      communities: { total: 2, covered: 0, gap: 2, overlap: 0 },
      points: 1,
    },
  ]);
  // Federal points alone reach A and B once each; the town's reaches B.
  expect(
    result.byGovernment.map(({ key, people, points }) => [key, people.covered, people.overlap, points]),
  ).toEqual([
    ['federal', 1200, 0, 2],
    ['municipal', 200, 0, 1],
  ]);
  expect(result.caveats).toEqual([
    { kind: 'straight-line', pairs: 4 },
    { kind: 'areas-without-population', count: 1 },
  ]);
});

test('filters by order of government, organization and service', async () => {
  expect((await answer(smallProject(), within(10, { governments: ['municipal'] }))).people.covered).toBe(200);
  expect((await answer(smallProject(), within(10, { organizationIds: ['T'] }))).people.covered).toBe(200);
  expect((await answer(smallProject(), within(10, { serviceId: 'permits' }))).people.covered).toBe(200);
  const both = within(10, { organizationIds: ['T'], governments: ['federal'] });
  expect((await answer(smallProject(), both)).people.overlap).toBe(200);
  const nobody = await answer(smallProject(), within(10, { serviceId: 'none' }));
  expect(nobody.people).toEqual({ total: 1250, covered: 0, gap: 1250, overlap: 0 });
  expect(nobody.areas.every(({ nearest }) => nearest === null)).toBe(true);
});

test('at exactly the cutoff an area is within reach', async () => {
  const exactly = haversineKilometres(1.2, 0, 1, 0);
  const status = async (kilometres: number) =>
    (await answer(smallProject(), within(kilometres))).areas.find(({ code }) => code === 'D')?.status;
  expect(await status(exactly)).toBe('covered');
  expect(await status(exactly - 1e-9)).toBe('gap');
});

test('minutes are kilometres at the stated speed where there is no road data', async () => {
  const question: CoverageQuestion = { points: anyPoint, cutoff: { kind: 'minutes', minutes: 10 } };
  const result = await answer(smallProject(), question);
  expect(result.people.covered).toBe(1200); // 60 km/h: 10 minutes are 10 km
  expect(result.caveats).toContainEqual({ kind: 'assumed-speed', kilometresPerHour: 60 });
});

test('what has no location is said, not counted', async () => {
  const tables = smallProject();
  tables.area.push(area('nowhere', { lon: null, lat: null, population: 70 }));
  tables.service_point.push(point('P4', { lon: null, lat: null }));
  const result = await answer(tables, within(10));
  expect(result.people.total).toBe(1250);
  expect(result.caveats).toContainEqual({ kind: 'areas-without-location', count: 1, people: 70 });
  expect(result.caveats).toContainEqual({ kind: 'points-without-location', count: 1 });
});

const place = { lon: fc.integer({ min: 0, max: 200 }).map((n) => n / 100), lat: fc.constant(45) };
const random = fc.record({
  areas: fc.array(fc.record({ ...place, population: fc.option(fc.nat(5000)) }), {
    minLength: 1,
    maxLength: 12,
  }),
  points: fc.array(fc.record({ ...place, organization_id: fc.constantFrom('F', 'T') }), {
    minLength: 1,
    maxLength: 6,
  }),
});
type Random = typeof random extends fc.Arbitrary<infer T> ? T : never;

const tablesOf = ({ areas, points }: Random): ProjectTables => ({
  ...emptyTables(),
  organization: [organization('F'), organization('T', { government: 'municipal' })],
  area: areas.map((row, index) => area(`a${index}`, row)),
  service_point: points.map((row, index) => point(`p${index}`, row)),
});
const runs = { seed: 12, numRuns: 25 };

test('laws: sums hold, a longer cutoff and one more point never lower coverage', async () => {
  await fc.assert(
    fc.asyncProperty(
      random,
      fc.integer({ min: 0, max: 90 }),
      fc.record(place),
      async (input, kilometres, extra) => {
        const { people, communities, byProvince } = await answer(tablesOf(input), within(kilometres));
        for (const count of [people, communities]) {
          expect(count.covered + count.gap).toBe(count.total);
          expect(count.overlap).toBeLessThanOrEqual(count.covered);
        }
        expect(byProvince.reduce((sum, group) => sum + group.people.covered, 0)).toBe(people.covered);
        const longer = await answer(tablesOf(input), within(kilometres + 10));
        expect(longer.people.covered).toBeGreaterThanOrEqual(people.covered);
        expect(longer.people.overlap).toBeGreaterThanOrEqual(people.overlap);
        const more = { ...input, points: [...input.points, { ...extra, organization_id: 'T' as const }] };
        expect((await answer(tablesOf(more), within(kilometres))).people.covered).toBeGreaterThanOrEqual(
          people.covered,
        );
      },
    ),
    runs,
  );
});

test('law: the order of rows does not matter', async () => {
  await fc.assert(
    fc.asyncProperty(random, fc.integer({ min: 0, max: 90 }), async (input, kilometres) => {
      const tables = tablesOf(input);
      const turned = {
        ...tables,
        area: [...tables.area].reverse(),
        service_point: [...tables.service_point].reverse(),
      };
      expect(await answer(turned, within(kilometres))).toEqual(await answer(tables, within(kilometres)));
    }),
    runs,
  );
});
