import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { networkOf } from '../../src/network/network.ts';
import { offRoad } from '../../src/network/snap.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { matrixStates, type Locations, type TravelMatrix } from '../../src/network/travel-types.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { about, graphOf, networks, textbookTimes, type Network } from './networks.ts';
import { entries } from './matrix-entries.ts';
import { onCircle, placesAt } from './places.ts';

const options = { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 10, limitKilometres: Infinity };
const locations = (...places: [number, number][]): Locations => ({
  lon: Float64Array.from(places, ([lon]) => lon),
  lat: Float64Array.from(places, ([, lat]) => lat),
});

/**
 * By hand: A -(60 min, 80 km)-> B -(ferry, 30 min, 20 km)-> C -(1 min, 1 km)-> D, both ways, on the equator at 0, 0.5, 0.7
 * and 0.71 degrees. 0.01 degree is 1.112 km.
 */
const both = (
  from: number,
  to: number,
  minutes: number,
  kilometres: number,
  kind: 'road' | 'ferry',
): Road => ({
  from,
  to,
  forward: minutes * 600,
  backward: minutes * 600,
  metres: kilometres * 1000,
  kind,
});
const small = buildGraph(
  roadsOf(
    [0, 0.5, 0.7, 0.71].map((lon) => ({ lon, lat: 0 })),
    [both(0, 1, 60, 80, 'road'), both(1, 2, 30, 20, 'ferry'), both(2, 3, 1, 1, 'road')],
  ),
  about,
);

test('a small network worked by hand', () => {
  const matrix = travelMatrix({
    graph: small,
    origins: locations([0, 0.01], [0.7, 0], [3, 0]),
    points: locations([0.5, 0], [0.001, 0.01]),
    options,
  });
  expect(entries(matrix)).toEqual([
    // 1.112 km at 60 km/h to the road, then 60 min and 80 km.
    {
      pair: '0-0',
      minutes: expect.closeTo(61.112, 3),
      kilometres: expect.closeTo(81.112, 3),
      state: 'reached',
    },
    // 111 m apart and 2.2 km from the road together: straight across, 0.111 x 1.3.
    {
      pair: '0-1',
      minutes: expect.closeTo(0.1446, 3),
      kilometres: expect.closeTo(0.1446, 3),
      state: 'reached',
    },
    { pair: '1-0', minutes: 30, kilometres: 20, state: 'ferry' },
    // The point's road is met at a five-hundredth of its length: 59.88 min and 79.84 km from B.
    {
      pair: '1-1',
      minutes: expect.closeTo(90.992, 2),
      kilometres: expect.closeTo(100.952, 2),
      state: 'ferry',
    },
    // No road is within 10 km: the straight line, and no time.
    { pair: '2-0', minutes: NaN, kilometres: expect.closeTo(277.987, 2), state: 'no road' },
    { pair: '2-1', minutes: NaN, kilometres: expect.closeTo(333.49, 1), state: 'no road' },
  ]);
  expect([...matrix.originsOffRoad]).toEqual([2]);
  expect([...matrix.pointsOffRoad]).toEqual([]);
});

test('an office in a fly-in community serves it; its neighbour 40 km off stays without a road', () => {
  const { state, kilometres } = travelMatrix({
    graph: small,
    origins: locations([-20, 50.005], [-20, 50.4]),
    points: locations([-20, 50]),
    options,
  });
  // 0.005 degree of latitude is 0.556 km; times 1.3.
  expect([...state].map((code) => matrixStates[code])).toEqual(['reached', 'no road']);
  expect([...kilometres]).toEqual([expect.closeTo(0.7228, 3), expect.closeTo(44.478, 2)]);
});

test('two places on either side of a road go by the road where that is shorter than the detour', () => {
  // 4.448 km to the road, 1.6 along it, 4.448 from it. 8.965 straight, less than that, but 11.654 with the detour.
  const ask = { graph: small, origins: locations([0.01, 0.04]), points: locations([0, -0.04]) };
  expect([...travelMatrix({ ...ask, options }).kilometres]).toEqual([expect.closeTo(10.4956, 3)]);
});

test('without a graph, every journey is the straight line times the detour factor', () => {
  const matrix = travelMatrix({
    graph: null,
    origins: locations([0, 0]),
    points: locations([1, 0], [0, 0]),
    options,
  });
  const kilometres = haversineKilometres(0, 0, 1, 0) * 1.3;
  expect(entries(matrix)).toEqual([
    { pair: '0-0', minutes: kilometres, kilometres, state: 'reached' },
    { pair: '0-1', minutes: 0, kilometres: 0, state: 'reached' },
  ]);
  expect(matrix.method).toBe('straight line');
});

test('a journey at the limit is kept, one beyond it is not', () => {
  const limitKilometres = haversineKilometres(0, 0, 1, 0);
  const ask = { graph: null, origins: locations([0, 0]), points: locations([1, 0], [1.001, 0]) };
  const matrix = travelMatrix({ ...ask, options: { ...options, detourFactor: 1, limitKilometres } });
  expect([...matrix.point]).toEqual([0]);
});

test('times between nodes are those of a textbook Dijkstra, people travelling to the points', () => {
  let compared = 0;
  fc.assert(
    fc.property(networks.map(onCircle), (network) => {
      const graph = graphOf(network);
      const all = placesAt(network.nodes);
      const matrix = travelMatrix({
        graph,
        origins: all,
        points: all,
        options: { ...options, snapLimitKilometres: 0.02 },
      });
      const times = [...network.nodes.keys()].map((node) => textbookTimes(network, node));
      const off = new Set(matrix.originsOffRoad);
      for (const { pair, minutes, state } of entries(matrix)) {
        const [origin = 0, point = 0] = pair.split('-').map(Number);
        if (origin === point || off.has(origin) || off.has(point)) continue;
        const truth = (times[origin]?.[point] ?? Infinity) / 600;
        if (state === 'no road') expect(truth).toBe(Infinity);
        else expect(minutes).toBeCloseTo(truth, 2);
        compared += Number(truth < Infinity);
      }
    }),
    { seed: 10, numRuns: 100 },
  );
  expect(compared).toBeGreaterThan(500);
});

/** The network with a node of its own at a share of an arc, the arc cut in two there. */
function withNodeOn(network: Network, arcIndex: number, share: number): { network: Network; node: number } {
  const arc = network.arcs[arcIndex];
  if (!arc) throw new Error(`expected an arc ${arcIndex}`);
  const node = network.nodes.length;
  const halves = [
    { ...arc, to: node, deciseconds: arc.deciseconds * share },
    { ...arc, from: node, deciseconds: arc.deciseconds * (1 - share) },
  ];
  const nodes = [...network.nodes, { lon: 0, lat: 0 }];
  return { network: { nodes, arcs: [...network.arcs, ...halves] }, node };
}

test('times between places along roads are those of a textbook Dijkstra with a node at each place', () => {
  // Times and shares in quarters, so that no time is rounded.
  const quartered = networks.map(onCircle).map(({ nodes, arcs }) => ({
    nodes,
    arcs: arcs.map((arc) => ({ ...arc, deciseconds: 4 * (1 + arc.deciseconds), kind: 'road' as const })),
  }));
  const pick = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 3 }));
  let compared = 0;
  fc.assert(
    fc.property(quartered, pick, pick, (network, ...picks) => {
      fc.pre(network.arcs.length > 0);
      const graph = graphOf(network);
      const places = picks.map(([index, quarter]) => {
        const arc = network.arcs[index % network.arcs.length];
        const [from, to] = [network.nodes[arc?.from ?? 0], network.nodes[arc?.to ?? 0]];
        if (!from || !to) throw new Error('expected two ends');
        const between = (a: number, b: number) => a + ((b - a) * quarter) / 4;
        return { lon: between(from.lon, to.lon), lat: between(from.lat, to.lat) };
      });
      // Of roads that run alike or cross there, the one met is the one that counts.
      const met = networkOf(graph).snapper.snap(placesAt(places), 0.02);
      const shares = [...met.share].map((share) => Math.round(share * 4) / 4);
      fc.pre([...met.edge].every((edge) => edge !== offRoad) && met.edge[0] !== met.edge[1]);
      fc.pre(
        shares.every((share, at) => share > 0 && share < 1 && Math.abs(share - (met.share[at] ?? 0)) < 1e-4),
      );
      const first = withNodeOn(network, met.edge[0] ?? 0, shares[0] ?? 0);
      const second = withNodeOn(first.network, met.edge[1] ?? 0, shares[1] ?? 0);
      const truth = textbookTimes(second.network, first.node)[second.node] ?? Infinity;
      const [one, other] = places.map((place) => placesAt([place]));
      if (!one || !other) throw new Error('expected two places');
      const [entry] = entries(
        travelMatrix({
          graph,
          origins: one,
          points: other,
          options: { ...options, snapLimitKilometres: 0.02 },
        }),
      );
      if (truth === Infinity) expect(entry?.state).toBe('no road');
      else expect(entry?.minutes).toBeCloseTo(truth / 600, 2);
      compared += Number(truth < Infinity);
    }),
    { seed: 12, numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(50);
});

test('a longer limit never drops an entry, and the order of places does not matter', () => {
  const place = fc.tuple(
    fc.double({ min: -80, max: -70, noNaN: true }),
    fc.double({ min: 44, max: 47, noNaN: true }),
  );
  const several = fc.array(place, { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(networks, several, several, fc.nat(400), (network, origins, points, limitKilometres) => {
      const graph = graphOf(network);
      const ask = { graph, origins: locations(...origins), points: locations(...points) };
      const near = travelMatrix({ ...ask, options: { ...options, limitKilometres } });
      const far = travelMatrix({ ...ask, options: { ...options, limitKilometres: limitKilometres + 100 } });
      expect(entries(far)).toEqual(expect.arrayContaining(entries(near)));
      const turned = travelMatrix({
        ...ask,
        origins: locations(...[...origins].reverse()),
        options: { ...options, limitKilometres },
      });
      const renamed = entries(turned).map((entry) => {
        const [origin = 0, point] = entry.pair.split('-').map(Number);
        return { ...entry, pair: `${origins.length - 1 - origin}-${point}` };
      });
      expect(renamed).toHaveLength(near.origin.length);
      expect(renamed).toEqual(expect.arrayContaining(entries(near)));
    }),
    { seed: 11, numRuns: 60 },
  );
});

/** From 0 to 1 degree in 10 minutes, back in 30. */
const uneven = buildGraph(
  roadsOf(
    [
      { lon: 0, lat: 0 },
      { lon: 1, lat: 0 },
    ],
    [{ from: 0, to: 1, forward: 6000, backward: 18_000, metres: 9000, kind: 'road' }],
  ),
  about,
);

test('to a point, and out from it, where the two differ', () => {
  // On the road and at its end; the point a quarter along.
  const ask = { graph: uneven, origins: locations([0.5, 0], [1, 0]), points: locations([0.25, 0]) };
  const minutes = (direction: 'to point' | 'from point', limits = {}) =>
    entries(travelMatrix({ ...ask, direction, options: { ...options, detourFactor: 9, ...limits } })).map(
      (entry) => [entry.pair, entry.minutes],
    );
  expect(minutes('to point')).toEqual([
    ['0-0', 7.5],
    ['1-0', 22.5],
  ]);
  expect(minutes('from point')).toEqual([
    ['0-0', 2.5],
    ['1-0', 7.5],
  ]);
  expect(minutes('from point', { limitMinutes: 5 })).toEqual([['0-0', 2.5]]);
});

test('out from the points takes the times of the way to them with places and points in each other’s stead', () => {
  const several = fc.array(
    fc.tuple(fc.double({ min: -76, max: -74, noNaN: true }), fc.double({ min: 44, max: 46, noNaN: true })),
    { minLength: 1, maxLength: 6 },
  );
  const limit = fc.constantFrom(Infinity, 60, 10);
  fc.assert(
    fc.property(networks.map(onCircle), several, several, limit, (network, from, to, limitMinutes) => {
      const graph = graphOf(network);
      const [places, points] = [locations(...from), placesAt([...network.nodes])];
      const some = { graph, options: { ...options, limitMinutes } };
      const more = locations(...to);
      for (const others of [points, more]) {
        const out = travelMatrix({ ...some, origins: places, points: others, direction: 'from point' });
        const turned = travelMatrix({ ...some, origins: others, points: places });
        const times = (origin: Uint32Array, point: Uint32Array, { minutes }: TravelMatrix) =>
          [...origin].map((one, at) => [`${one}-${point[at]}`, minutes[at]] as const).sort();
        expect(times(out.origin, out.point, out)).toEqual(times(turned.point, turned.origin, turned));
        expect([...out.pointsOffRoad]).toEqual([...turned.originsOffRoad]);
      }
    }),
    { seed: 12, numRuns: 100 },
  );
});
