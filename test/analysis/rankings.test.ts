import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  colocationFacts,
  defaultColocationWeights,
  partsOf,
  rankColocation,
} from '../../src/analysis/colocation.ts';
import { defaultOutreachWeights, outreachFacts, rankOutreach } from '../../src/analysis/outreach.ts';
import type { ColocationQuestion, OutreachQuestion } from '../../src/model/results.ts';
import type { Connector } from '../../src/tables/connector.ts';
import { openDuckDbNode } from '../../src/tables/connectors/duckdb-node.ts';
import { analysed, anyPoint, area, organization, point, smallProject } from './projects.ts';

let connector: Connector;
beforeAll(async () => void (connector = await openDuckDbNode()));
afterAll(() => connector.close());

const sharing = (kilometres: number): ColocationQuestion => ({
  ours: { ...anyPoint, governments: ['federal'] },
  partners: anyPoint,
  cutoff: { kind: 'kilometres', kilometres },
});

test('co-location worked by hand', async () => {
  const facts = await colocationFacts(connector, sharing(20), await analysed(connector, smallProject()));
  // P1 (federal) and P2 (town) are 11.1195 km apart; P3 is 100 km from both. One pair.
  expect(facts.pairs.map(({ id }) => id)).toEqual(['P1~P2']);
  const [pair] = facts.pairs;
  expect(pair).toMatchObject({
    sharedServices: ['taxes'],
    otherServices: 2,
    window: { start: '2028-10-01', end: '2028-10-01', months: 0 },
  });
  // proximity 1 - 11.1195 / 20; no month in common; quieter point 2,000 of 10,000; smaller staff 2; 1 of 3 services.
  const parts = pair && partsOf(pair, sharing(20).cutoff);
  expect(parts).toEqual({
    proximity: expect.closeTo(0.44402, 4),
    lease: 0,
    volume: 0.8,
    staff: 1,
    services: 1 / 3,
  });
  // (3 x 0.44403 + 3 x 0 + 2 x 0.8 + 2 x 1 + 1 / 3) / 11
  const [best] = rankColocation(facts, defaultColocationWeights).opportunities;
  expect(best?.score.value).toBeCloseTo(0.47868, 4);
  expect(best?.rank).toBe(1);
});

test('a pair both of whose sides could be ours is one pair, and never of one organization', async () => {
  const question = { ...sharing(2000), ours: anyPoint };
  const facts = await colocationFacts(connector, question, await analysed(connector, smallProject()));
  expect(facts.pairs.map(({ id }) => id).sort()).toEqual(['P1~P2', 'P2~P3']);
});

test('what is missing is missing: no lease, staff or visits at P3', async () => {
  const facts = await colocationFacts(connector, sharing(150), await analysed(connector, smallProject()));
  const pair = facts.pairs.find(({ id }) => id === 'P2~P3');
  expect(pair && partsOf(pair, sharing(150).cutoff)).toMatchObject({
    lease: null,
    volume: null,
    staff: null,
  });
  const { opportunities } = rankColocation(facts, defaultColocationWeights);
  // Known weight of P2~P3: proximity and services, 4 of 11: listed without a rank.
  expect(opportunities.map(({ id, rank }) => [id, rank])).toEqual([
    ['P1~P2', 1],
    ['P2~P3', null],
  ]);
});

test('moving all weight to one part ranks by it alone', async () => {
  const facts = await colocationFacts(connector, sharing(150), await analysed(connector, smallProject()));
  const weights = { proximity: 0, lease: 0, volume: 0, staff: 0, services: 1 };
  const { opportunities } = rankColocation(facts, weights);
  expect(opportunities.map(({ id, score }) => [id, score.value])).toEqual([
    ['P1~P2', 1 / 3],
    ['P2~P3', 0],
  ]);
});

const owed = (kilometres: number): OutreachQuestion => ({
  points: { ...anyPoint, governments: ['federal'] },
  partners: anyPoint,
  cutoff: { kind: 'kilometres', kilometres },
});

test('outreach worked by hand', async () => {
  const tables = smallProject();
  tables.service_point.push(point('P5', { lon: 0.45, organization_id: 'T' }));
  const facts = await outreachFacts(connector, owed(10), await analysed(connector, tables));
  // Federal points within 10 km reach A and B. C: P1 and P3 are both 55.5975 km away, P1 first by id; the town's P5 is
  // 5.55975 km away and can host, saving 50.0377 km. D: P3 at 22.239 km, no town point within 15 km.
  const [c, d] = facts.communities;
  expect(facts.communities.map(({ areaCode }) => areaCode)).toEqual(['C', 'D']);
  expect([c?.nearest?.pointId, c?.host?.pointId]).toEqual(['P1', 'P5']);
  expect(c?.kilometresSaved).toBeCloseTo(50.0377, 3);
  // The newer value of low income counts: 0.125 / 0.25 = 0.5 and 0.25 / 0.25 = 1; need 0.75.
  expect(c?.need).toEqual([
    { indicator: 'low_income', value: 0.125 },
    { indicator: 'no_vehicle', value: 0.25 },
  ]);
  expect(c?.suggestion).toEqual({
    kind: 'virtual',
    reasons: [
      { kind: 'partner-host', kilometres: expect.closeTo(5.56, 2) },
      { kind: 'few-people', people: 50 },
    ],
  });
  expect(d?.suggestion).toEqual({ kind: 'mobile', reasons: [{ kind: 'no-host' }] });
  // people log10(51) / log10(50,001) = 0.36339; need 0.75; distance 45.5975 / 40, at most 1.
  const { opportunities } = rankOutreach(facts, defaultOutreachWeights);
  const [first, second] = opportunities;
  expect(first?.areaCode).toBe('C');
  expect(first?.score.value).toBeCloseTo((3 * 0.36339 + 2 * 0.75 + 2 * 1) / 7, 4);
  // D: only the distance is known, 2 of 7 of the weight: listed without a rank.
  expect([second?.areaCode, second?.rank]).toEqual(['D', null]);
});

test('larger communities with a host are owed scheduled visits; air access makes them virtual', async () => {
  const tables = smallProject();
  tables.organization.push(organization('G', { government: 'territorial' }));
  tables.area.push(
    area('road', { lon: 5, population: 3000 }),
    area('air', { lon: 6, population: 3000, access: 'air' }),
  );
  tables.service_point.push(
    point('P6', { lon: 5, organization_id: 'G' }),
    point('P7', { lon: 6, organization_id: 'G' }),
  );
  const facts = await outreachFacts(connector, owed(10), await analysed(connector, tables));
  const kinds = Object.fromEntries(
    facts.communities.map(({ areaCode, suggestion }) => [areaCode, suggestion.kind]),
  );
  expect(kinds).toMatchObject({ road: 'scheduled', air: 'virtual' });
});
