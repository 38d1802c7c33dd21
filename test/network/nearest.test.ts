import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestPoints } from '../../src/network/nearest.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import type { Locations, TravelOptions } from '../../src/network/travel-types.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { roadsOf } from '../../src/network/roads.ts';
import { banNetworks } from './ban-networks.ts';
import { byOrigin, type Row } from './matrix-entries.ts';
import { about, graphOf, networks } from './networks.ts';
import { onCircle, placesAt } from './places.ts';

const options: TravelOptions = {
  detourFactor: 1.3,
  estimateSpeed: 60,
  snapLimitKilometres: 40,
  limitKilometres: Infinity,
};

const place = fc.record({
  lon: fc.double({ min: -76, max: -74, noNaN: true }),
  lat: fc.double({ min: 44, max: 46, noNaN: true }),
});
const list = fc.array(place, { minLength: 1, maxLength: 8 });
const several = list.map(placesAt);

/** What the matrix says: the k least minutes of each row. */
const fromMatrix = (rows: Row[] | undefined, k: number, limitMinutes: number) =>
  (rows ?? [])
    .filter(({ state, minutes }) => state !== 'no road' && minutes <= limitMinutes)
    .sort((a, b) => a.minutes - b.minutes || a.point - b.point)
    .slice(0, k);

const limits = fc.constantFrom(Infinity, 30, 90);
/** Places at the nodes too, where ways of equal time meet. */
const graphs = fc.oneof(
  networks.map(onCircle).map((network) => ({ graph: graphOf(network), nodes: network.nodes })),
  banNetworks.map(onCircle).map(({ nodes, roads, bans }) => ({
    graph: buildGraph(roadsOf(nodes, roads, bans), about),
    nodes,
  })),
);

test('the nearest points of a place are the least of its row in the matrix', () => {
  fc.assert(
    fc.property(graphs, list, list, fc.integer({ min: 1, max: 4 }), limits, (at, more, some, k, limit) => {
      const [places, points] = [placesAt([...at.nodes, ...more]), placesAt([...at.nodes.slice(1), ...some])];
      const { graph } = at;
      const matrix = byOrigin(travelMatrix({ graph, origins: places, points, options }));
      const asked = { ...options, limitMinutes: limit };
      const nearest = nearestPoints({ graph, places, points, k, direction: 'to point', options: asked });
      const ours = byOrigin(nearest);
      for (const origin of places.lon.keys()) {
        const wanted = fromMatrix(matrix.get(origin), k, limit);
        const found = ours.get(origin) ?? [];
        // Ways to the road are rounded to a tenth of a second where points are compared.
        expect(found.map(({ minutes }) => minutes)).toHaveLength(wanted.length);
        found.forEach((row, rank) => {
          expect(Math.abs(row.minutes - (wanted[rank]?.minutes ?? NaN))).toBeLessThan(0.004);
          const inMatrix = matrix.get(origin)?.find(({ point }) => point === row.point);
          expect(row.minutes).toBeCloseTo(inMatrix?.minutes ?? NaN, 9);
        });
        const isBeyond = fromMatrix(matrix.get(origin), 1, Infinity).length > 0 && wanted.length === 0;
        if (!nearest.originsOffRoad.includes(origin))
          expect([origin, nearest.beyondLimit.includes(origin)]).toEqual([origin, isBeyond]);
      }
    }),
    { seed: 51, numRuns: 150 },
  );
});

test('from the points, it is the ways out that count', () => {
  fc.assert(
    fc.property(networks.map(onCircle), several, several, (network, places, points) => {
      const graph = graphOf(network);
      const turned = travelMatrix({ graph, origins: points, points: places, options });
      const swapped = byOrigin({ ...turned, origin: turned.point, point: turned.origin });
      const ours = byOrigin(nearestPoints({ graph, places, points, k: 2, direction: 'from point', options }));
      for (const origin of places.lon.keys()) {
        const wanted = fromMatrix(swapped.get(origin), 2, Infinity);
        const found = ours.get(origin) ?? [];
        expect(found).toHaveLength(wanted.length);
        found.forEach(({ minutes }, rank) =>
          expect(Math.abs(minutes - (wanted[rank]?.minutes ?? NaN))).toBeLessThan(0.004),
        );
      }
    }),
    { seed: 52, numRuns: 100 },
  );
});

test('one point more makes no place worse off; without its nearest, a place goes to its second', () => {
  fc.assert(
    fc.property(networks.map(onCircle), several, list, (network, places, all) => {
      const graph = graphOf(network);
      const ask = (points: typeof all, k: number) =>
        byOrigin(
          nearestPoints({ graph, places, points: placesAt(points), k, direction: 'to point', options }),
        );
      const [more, fewer] = [ask(all, 2), ask(all.slice(1), 1)];
      for (const origin of places.lon.keys()) {
        const [first, second] = more.get(origin) ?? [];
        const [before] = fewer.get(origin) ?? [];
        if (before) expect(first?.minutes ?? Infinity).toBeLessThanOrEqual(before.minutes + 0.004);
        const left = first?.point === 0 ? second : first;
        expect(Math.abs((before?.minutes ?? -1) - (left?.minutes ?? -1))).toBeLessThan(0.004);
      }
    }),
    { seed: 53, numRuns: 100 },
  );
});

test('without a graph, the nearest by the straight line times the detour factor', () => {
  const at = (...lon: number[]): Locations => placesAt(lon.map((east) => ({ lon: east, lat: 0 })));
  const nearest = nearestPoints({
    ...{ graph: null, places: at(0, 50), points: at(1, -0.1, 60), k: 2, direction: 'to point' },
    options: { ...options, limitMinutes: 150 },
  });
  // 0.1 degree is 11.12 km, 1 degree 111.2; times 1.3 at 60 km/h. From 50 degrees, 10 to the nearest: 1,446 minutes.
  expect([...nearest.origin]).toEqual([0, 0]);
  expect([...nearest.point]).toEqual([1, 0]);
  expect([...nearest.minutes]).toEqual([expect.closeTo(14.456, 2), expect.closeTo(144.556, 2)]);
  expect([...nearest.beyondLimit]).toEqual([1]);
  expect(nearest.method).toBe('straight line');
});
