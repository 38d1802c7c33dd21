import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runThrough } from '../../src/model/slices.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { contractSteps } from '../../src/network/contraction.ts';
import { networkOf } from '../../src/network/network.ts';
import { arcKinds, type RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { Locations, TravelOptions } from '../../src/network/travel-types.ts';
import { banNetworks, timesByLegs } from './ban-networks.ts';
import { about, graphOf, networks } from './networks.ts';
import { entries } from './matrix-entries.ts';
import { onCircle, placesAt } from './places.ts';

const options: TravelOptions = {
  detourFactor: 1.3,
  estimateSpeed: 60,
  snapLimitKilometres: 10,
  limitKilometres: Infinity,
};

const place = fc.record({
  lon: fc.double({ min: -76, max: -74, noNaN: true }),
  lat: fc.double({ min: 44, max: 46, noNaN: true }),
});
const several = fc.array(place, { minLength: 1, maxLength: 8 }).map(placesAt);

/** Makes the graph's hierarchy, as a worker does on request. */
function contract(graph: RoadGraph): RoadGraph {
  networkOf(graph).hierarchy = runThrough(contractSteps(graph));
  return graph;
}

test('a contracted network gives the times that searches give, and lengths no longer', () => {
  fc.assert(
    fc.property(networks.map(onCircle), several, several, (network, origins, points) => {
      const ask = { origins, points, options };
      const plain = entries(travelMatrix({ ...ask, graph: graphOf(network) }));
      const fast = entries(travelMatrix({ ...ask, graph: contract(graphOf(network)) }));
      expect(fast.map(({ pair, minutes }) => [pair, minutes])).toEqual(
        plain.map(({ pair, minutes }) => [pair, minutes]),
      );
      fast.forEach(({ kilometres, state }, at) => {
        expect(kilometres).toBeLessThanOrEqual((plain[at]?.kilometres ?? 0) + 0.001);
        expect(state === 'no road').toBe(plain[at]?.state === 'no road');
      });
    }),
    { seed: 41, numRuns: 100 },
  );
});

test('a limit in minutes keeps the journeys within it and no other, searched or contracted', () => {
  fc.assert(
    fc.property(
      networks.map(onCircle),
      several,
      several,
      fc.integer({ min: 1, max: 150 }),
      (network, origins, points, limitMinutes) => {
        const ask = { origins, points, options };
        const graph = graphOf(network);
        const off = travelMatrix({ ...ask, graph });
        const isOff = (list: Uint32Array, at = -1) => list.includes(at);
        const wanted = entries(off).filter(({ pair, minutes, state }) => {
          const [origin, point] = pair.split('-').map(Number);
          const hasNoRoad = isOff(off.originsOffRoad, origin) || isOff(off.pointsOffRoad, point);
          return state === 'no road' ? hasNoRoad : minutes <= limitMinutes;
        });
        const limited = { ...ask, options: { ...options, limitMinutes } };
        expect(entries(travelMatrix({ ...limited, graph }))).toEqual(wanted);
        const contracted = entries(travelMatrix({ ...limited, graph: contract(graph) }));
        expect(contracted.map(({ pair }) => pair)).toEqual(wanted.map(({ pair }) => pair));
      },
    ),
    { seed: 42, numRuns: 60 },
  );
});

test('while kinds of road are closed, times are those of a network without them', () => {
  // So near that no place is led to a road that only passes by.
  const nearby = { ...options, snapLimitKilometres: 0.02 };
  let compared = 0;
  fc.assert(
    fc.property(networks.map(onCircle), fc.subarray([...arcKinds]), (network, closedKinds) => {
      const places = placesAt(network.nodes);
      // Every place keeps a road of its own that stays open, so that both networks are met alike.
      const own = network.nodes.flatMap((_, node) => [
        { from: node, to: node, deciseconds: 9, metres: 9, kind: 'road' as const },
      ]);
      const arcs = [...network.arcs, ...own];
      const without = arcs.filter(({ kind }) => !closedKinds.includes(kind));
      fc.pre(!closedKinds.includes('road'));
      const ask = { origins: places, points: places };
      const closed = travelMatrix({
        ...{ ...ask, graph: graphOf({ ...network, arcs }) },
        options: { ...nearby, closedKinds },
      });
      const gone = travelMatrix({ ...ask, graph: graphOf({ ...network, arcs: without }), options: nearby });
      // A part that only closed roads hold together is served all the same; without them it may be a stray.
      const off = new Set(gone.originsOffRoad);
      const wanted = new Map(entries(gone).map(({ pair, minutes }) => [pair, minutes]));
      for (const { pair, minutes } of entries(closed)) {
        if (pair.split('-').some((at) => off.has(Number(at)))) continue;
        const truth = wanted.get(pair) ?? Infinity;
        if (Number.isNaN(truth)) expect(minutes).toBeNaN();
        else expect(minutes).toBeCloseTo(truth, 4);
        compared += Number(closedKinds.length > 0 && !Number.isNaN(truth));
      }
    }),
    { seed: 43, numRuns: 60 },
  );
  expect(compared).toBeGreaterThan(500);
});

test('in summer a winter road leads nowhere, and a road beside it is met instead', () => {
  // By hand, on the equator: A (0) -winter, 10 min- B (0.1); a road A -20 min- C (0, 0.1) -20 min- B.
  const way = { metres: 10_000, kind: 'road' as const };
  const both = (from: number, to: number, deciseconds: number) => ({
    ...{ from, to, forward: deciseconds, backward: deciseconds },
    ...way,
  });
  const nodes = [
    { lon: 0, lat: 0 },
    { lon: 0.1, lat: 0 },
    { lon: 0, lat: 0.1 },
  ];
  const roads = [
    { ...both(0, 1, 6000), kind: 'winter road' as const },
    both(0, 2, 12_000),
    both(2, 1, 12_000),
  ];
  const graph = buildGraph(roadsOf(nodes, roads), about);
  const ask = { graph, origins: placesAt(nodes.slice(0, 1)), points: placesAt(nodes.slice(1, 2)) };
  const winter = entries(travelMatrix({ ...ask, options }))[0];
  expect([winter?.minutes, winter?.state]).toEqual([10, 'winter road']);
  const summer = entries(travelMatrix({ ...ask, options: { ...options, closedKinds: ['winter road'] } }))[0];
  expect([summer?.minutes, summer?.state]).toEqual([40, 'reached']);
  // On the winter road, 5.56 km from A: in summer the road to C is as near as any.
  const onWinterRoad: Locations = placesAt([{ lon: 0.05, lat: 0 }]);
  const [open, closed] = [[], ['winter road']].map((kinds) =>
    networkOf(graph, kinds as ['winter road']).snapper.snap(onWinterRoad, 10),
  );
  expect([open?.edge[0], open?.kilometres[0]]).toEqual([0, expect.closeTo(0, 6)]);
  expect(closed?.edge[0]).not.toBe(0);
  expect(closed?.kilometres[0]).toBeCloseTo(3.931, 2); // to the middle of the road from C to B
});

test('with turn bans, times between junctions are those of a textbook that remembers the way it came', () => {
  let compared = 0;
  fc.assert(
    fc.property(banNetworks.map(onCircle), fc.boolean(), (network, isContracted) => {
      const built = buildGraph(roadsOf(network.nodes, network.roads, network.bans), about);
      const graph = isContracted ? contract(built) : built;
      const all = placesAt(network.nodes);
      const matrix = travelMatrix({
        ...{ graph, origins: all, points: all },
        options: { ...options, snapLimitKilometres: 0.02 },
      });
      const off = new Set([...matrix.originsOffRoad, ...matrix.pointsOffRoad]);
      const times = [...network.nodes.keys()].map((node) => timesByLegs(network, node));
      for (const { pair, minutes, state } of entries(matrix)) {
        const [origin = 0, point = 0] = pair.split('-').map(Number);
        if (origin === point || off.has(origin) || off.has(point)) continue;
        const truth = times[origin]?.[point] ?? Infinity;
        if (state === 'no road') expect(truth).toBe(Infinity);
        else expect(minutes).toBeCloseTo(truth / 600, 4);
        compared += Number(truth < Infinity);
      }
    }),
    { seed: 44, numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(500);
});
