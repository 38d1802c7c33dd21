import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { route } from '../../src/network/route.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { about } from './networks.ts';

/*
 * By hand, on the equator, 0.01 degree being 1.112 km: A (0, 0) to B (0.02, 0) by a road with a bend at (0.01, 0.01),
 * 200 s one way and 300 s back; a shorter slow road straight, 2.224 km in 400 s; B to C (0.03, 0) one way, 60 s.
 */
const nodes = [0, 0.02, 0.03].map((lon) => ({ lon, lat: 0 }));
const bent = haversineKilometres(0, 0, 0.01, 0.01) * 2000;
const roads: Road[] = [
  {
    from: 0,
    to: 1,
    forward: 2000,
    backward: 3000,
    metres: bent,
    kind: 'road',
    bends: [{ lon: 0.01, lat: 0.01 }],
  },
  { from: 0, to: 1, forward: 4000, backward: 4000, metres: 2224, kind: 'road' },
  { from: 1, to: 2, forward: 600, backward: null, metres: 1112, kind: 'ferry' },
  { from: 2, to: 1, forward: 700, backward: null, metres: 1112, kind: 'road' },
];
const graph = buildGraph(roadsOf(nodes, roads), about);
const ask = { objective: 'time' as const, snapLimitKilometres: 1 };
const at = (lon: number, lat = 0) => ({ lon, lat });

test('the fastest way takes the bent road, the shortest the straight one', () => {
  const fast = route(graph, at(0), at(0.02), ask).route;
  expect(fast?.seconds).toBe(200);
  expect(fast?.metres).toBeCloseTo(bent, 0);
  expect(fast?.line).toEqual([
    [0, 0],
    [0.01, 0.01],
    [0.02, 0],
  ]);
  const short = route(graph, at(0), at(0.02), { ...ask, objective: 'distance' }).route;
  expect([short?.seconds, short?.metres]).toEqual([400, 2224]);
});

test('the way back takes its own time, and a ferry on the way is said', () => {
  expect(route(graph, at(0.02), at(0), ask).route?.seconds).toBe(300);
  const over = route(graph, at(0), at(0.03), ask).route;
  expect([over?.seconds, over?.kind]).toEqual([260, 'ferry']);
});

test('while ferries are closed there is no way over, by time or by distance', () => {
  for (const objective of ['time', 'distance'] as const) {
    const shut = route(graph, at(0), at(0.03), { ...ask, objective, closedKinds: ['ferry'] });
    expect(shut.route).toBeNull();
    expect(route(graph, at(0), at(0.02), { ...ask, objective, closedKinds: ['ferry'] }).route).toEqual(
      route(graph, at(0), at(0.02), { ...ask, objective }).route,
    );
  }
});

test('between places along roads, the roads are cut where they are met', () => {
  // A quarter of the bent road from A is half way to its bend.
  const answer = route(graph, at(0.005, 0.005), at(0.02, -0.0001), ask);
  expect(answer.route?.seconds).toBeCloseTo(150, 6);
  expect(answer.route?.metres).toBeCloseTo(bent * 0.75, 0);
  const [first, ...others] = answer.route?.line ?? [];
  expect(first).toEqual([expect.closeTo(0.005, 6), expect.closeTo(0.005, 6)]);
  expect(others).toEqual([
    [0.01, 0.01],
    [0.02, 0],
  ]);
  expect(answer.snapKilometres.from).toBeCloseTo(0, 6);
  expect(answer.snapKilometres.to).toBeCloseTo(0.0111, 3);
});

test('on one road the way is along it, also backwards', () => {
  const one = route(graph, at(0.015, 0.005), at(0.005, 0.005), ask).route;
  expect(one?.seconds).toBeCloseTo(150, 6);
  expect(one?.line).toHaveLength(3);
  const nowhere = route(graph, at(0.005, 0.005), at(0.005, 0.005), ask).route;
  expect([nowhere?.seconds, nowhere?.metres]).toEqual([0, 0]);
});

test('a place off the road has no route, and is told how far its road is', () => {
  const answer = route(graph, at(0, 0.05), at(0.02), ask);
  expect(answer).toEqual({
    route: null,
    snapKilometres: { from: expect.closeTo(4.585, 2) as number, to: 0 },
    onRoad: { from: false, to: true },
  });
});

test('a route takes the time and length that the matrix says, and its line is as long as it says', () => {
  const place = fc.record({
    lon: fc.double({ min: -0.03, max: 0.06, noNaN: true }),
    lat: fc.double({ min: -0.02, max: 0.02, noNaN: true }),
  });
  const options = { detourFactor: 1e9, estimateSpeed: 60, snapLimitKilometres: 9, limitKilometres: Infinity };
  fc.assert(
    fc.property(place, place, (from, to) => {
      const answer = route(graph, from, to, { objective: 'time', snapLimitKilometres: 9 });
      const places = ({ lon, lat }: typeof from) => ({
        lon: Float64Array.of(lon),
        lat: Float64Array.of(lat),
      });
      const matrix = travelMatrix({ graph, origins: places(from), points: places(to), options });
      // Two places on one spot off the road go straight, whatever the detour.
      fc.pre(matrix.direct[0] === 0);
      const off = answer.snapKilometres.from + answer.snapKilometres.to;
      expect((answer.route?.seconds ?? NaN) / 60 + off).toBeCloseTo(matrix.minutes[0] ?? NaN, 2);
      expect((answer.route?.metres ?? NaN) / 1000 + off).toBeCloseTo(matrix.kilometres[0] ?? NaN, 3);
      const line = answer.route?.line ?? [];
      const drawn = line.slice(1).reduce((sum, [lon, lat], before) => {
        const [lonBefore, latBefore] = line[before] ?? [0, 0];
        return sum + haversineKilometres(lonBefore, latBefore, lon, lat);
      }, 0);
      expect(drawn).toBeCloseTo((answer.route?.metres ?? NaN) / 1000, 2);
    }),
    { seed: 30, numRuns: 200, endOnFailure: true },
  );
});

/*
 * A ring a - b - c of 100 s each, and one-way roads into it from d (nearest to a) and out of it to e (nearest to c).
 */
test('a journey may begin on a street that can only be left, and end on one that can only be entered', () => {
  const places = [
    [0, 0],
    [0.01, 0.01],
    [0.02, 0],
    [-0.01, 0],
    [0.03, 0],
  ] as const;
  const street = (from: number, to: number, isTwoWay: boolean): Road => ({
    from,
    to,
    forward: 1000,
    backward: isTwoWay ? 1000 : null,
    metres: 1000,
    kind: 'road',
  });
  const streets = [
    street(0, 1, true),
    street(1, 2, true),
    street(2, 0, true),
    street(3, 0, false),
    street(2, 4, false),
  ];
  const oneWays = buildGraph(
    roadsOf(
      places.map(([lon, lat]) => ({ lon, lat })),
      streets,
    ),
    about,
  );
  const seconds = (from: number, to: number) =>
    route(oneWays, at(from), at(to), { ...ask, snapLimitKilometres: 2 }).route?.seconds;
  expect(seconds(-0.01, 0)).toBeCloseTo(100, 6);
  expect(seconds(-0.01, 0.03)).toBeCloseTo(300, 6);
  // Back there is no way in, and none out: both places walk to the ring.
  expect(seconds(0.03, -0.01)).toBeCloseTo(100, 6);
});
