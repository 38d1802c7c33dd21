import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { nearestPoints } from '../../src/network/nearest.ts';
import {
  boxAround,
  catchmentsOf,
  catchmentSteps,
  isochronesOf,
  isochroneSteps,
  junctionsIn,
  type ReachRequest,
} from '../../src/network/reach.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import type { PolygonRings } from '../../src/network/trace-regions.ts';
import { about } from './networks.ts';
import { placesAt } from './places.ts';

const side = 30;
const lonOf = (node: number) => -75 + (node % side) * 0.0026;
const latOf = (node: number) => 45 + Math.floor(node / side) * 0.0018;

/** Streets 200 m apart, 20 s a block; from the middle of the east side a ferry of 5 minutes to a lonely road of 20 km, 15 minutes. */
const town = (() => {
  const nodes = Array.from({ length: side * side }, (_, node) => ({ lon: lonOf(node), lat: latOf(node) }));
  const both = (from: number, to: number, deciseconds: number, metres: number): Road => ({
    ...{ from, to, forward: deciseconds, backward: deciseconds },
    ...{ metres, kind: 'road' },
  });
  const streets = nodes.flatMap((_, node) => [
    ...(node % side < side - 1 ? [both(node, node + 1, 200, 204)] : []),
    ...(node + side < nodes.length ? [both(node, node + side, 200, 200)] : []),
  ]);
  const [pier, far] = [nodes.length, nodes.length + 1];
  nodes.push({ lon: -74.8, lat: 45.025 }, { lon: -74.55, lat: 45.025 });
  const ferry = { ...both(side * 15 - 1, pier, 3000, 9800), kind: 'ferry' as const };
  return buildGraph(roadsOf(nodes, [...streets, ferry, both(pier, far, 9000, 20_000)]), about);
})();
const ask: ReachRequest = {
  graph: town,
  points: placesAt([{ lon: lonOf(side * 15 - 1), lat: latOf(side * 15 - 1) }]),
  direction: 'to point',
  minutes: [10, 2],
  options: { estimateSpeed: 60, snapLimitKilometres: 2 },
};
const multi = (coordinates: PolygonRings[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });
const isIn = (polygons: PolygonRings[], lon: number, lat: number) =>
  booleanPointInPolygon([lon, lat], multi(polygons));

test('a lonely road beyond a ferry is drawn as far as it is reached, its far end being much farther', () => {
  const [ten] = isochronesOf(ask).areas;
  if (!ten) throw new Error('expected an area');
  // 5 minutes by ferry leave 5 of the 15 along the road.
  expect([0.1, 0.3].map((share) => isIn(ten.polygons, -74.8 + 0.25 * share, 45.025))).toEqual([true, true]);
  expect([0.4, 0.9].map((share) => isIn(ten.polygons, -74.8 + 0.25 * share, 45.025))).toEqual([false, false]);
  expect(isIn(ten.polygons, -74.86, 45.025)).toBe(false); // at sea
});

test('areas come in the order asked, the walk to the road counts, and closed ferries reach nobody', () => {
  const [ten, two] = isochronesOf(ask).areas;
  expect([ten?.minutes, two?.minutes]).toEqual([10, 2]);
  expect(area(multi(two?.polygons ?? []))).toBeLessThan(area(multi(ten?.polygons ?? [])));
  const [node, off] = [side * 15, 0.005];
  const at = (lon: number) => placesAt([{ lon, lat: latOf(node) }]);
  const beside = isochronesOf({ ...ask, points: at(lonOf(node) - off), minutes: [2] }).areas;
  const onRoad = isochronesOf({ ...ask, points: at(lonOf(node)), minutes: [2] }).areas;
  expect(area(multi(beside[0]?.polygons ?? []))).toBeLessThan(area(multi(onRoad[0]?.polygons ?? [])));
  const shut = isochronesOf({ ...ask, options: { ...ask.options, closedKinds: ['ferry'] } }).areas;
  expect(isIn(shut[0]?.polygons ?? [], -74.79, 45.025)).toBe(false);
  const away = isochronesOf({ ...ask, points: placesAt([{ lon: 0, lat: 0 }]) });
  expect([away.areas[0]?.polygons, [...away.pointsOffRoad]]).toEqual([[], [0]]);
});

test('of a large network, the roads about those reached are looked at, also across the antimeridian', () => {
  const nodes = [179.9, -179.9, 179.99, 178].map((lon) => ({ lon, lat: -17 }));
  const graph = buildGraph(roadsOf(nodes, []), about);
  expect([...junctionsIn(graph, boxAround(graph, [0, 1]))]).toEqual([0, 1, 2]);
});

test('each catchment has the junctions whose nearest point it is', () => {
  const points = placesAt(
    [0, side * 15 + 20, side * side - 1].map((node) => ({ lon: lonOf(node), lat: latOf(node) })),
  );
  const found = catchmentsOf({ ...ask, points, minutes: [5, 8] });
  const places = placesAt(
    Array.from({ length: side * side }, (_, node) => ({ lon: lonOf(node), lat: latOf(node) })),
  );
  const { options } = ask;
  const nearest = nearestPoints({
    ...{ graph: town, places, points, k: 1, direction: 'to point' },
    options: { ...options, detourFactor: 1.3, limitMinutes: 8 },
  });
  let agreed = 0;
  nearest.origin.forEach((node, row) => {
    const holding = found.filter(({ polygons }) => isIn(polygons, lonOf(node), latOf(node)));
    expect(holding.length).toBeLessThanOrEqual(1);
    agreed += Number(holding[0]?.point === nearest.point[row]);
  });
  // Junctions on the outline of the town lie on the border of the drawing.
  expect(agreed / nearest.origin.length).toBeGreaterThan(0.9);
});

test('what is answered can be handed over to another thread: the next answer is the same', () => {
  const first = isochronesOf(ask);
  structuredClone(first.snapKilometres, { transfer: [first.snapKilometres.buffer as ArrayBuffer] });
  expect(first.snapKilometres).toHaveLength(0);
  const second = isochronesOf(ask);
  expect(second.areas).toEqual(first.areas);
  expect(second.snapKilometres).toHaveLength(1);
  expect(catchmentsOf(ask)).toHaveLength(1);
});

test('in steps the answers are the same, whatever else is asked of the network in between', () => {
  // Edges of its own: a mesh is kept by them, and the first asked for is to be made step by step.
  const fresh = (): ReachRequest => ({ ...ask, graph: { ...town, edges: { ...town.edges } } });
  const others = placesAt([{ lon: lonOf(3), lat: latOf(3) }]);
  const inSteps = <Answer>(steps: Generator<number, Answer, void>, { graph }: ReachRequest) => {
    const shares: number[] = [];
    for (;;) {
      const step = steps.next();
      if (step.done) return { shares, answer: step.value };
      shares.push(step.value);
      nearestPoints({
        ...{ graph, places: ask.points, points: others, k: 1, direction: ask.direction },
        options: { ...ask.options, detourFactor: 1.3 },
      });
    }
  };
  const [one, other] = [fresh(), fresh()];
  const isochrones = inSteps(isochroneSteps(one), one);
  const catchments = inSteps(catchmentSteps(other), other);
  expect(isochrones.answer).toEqual(isochronesOf(fresh()));
  expect(catchments.answer).toEqual(catchmentsOf(fresh()));
  for (const { shares } of [isochrones, catchments]) {
    expect(shares.length).toBeGreaterThan(4);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect([shares[0], (shares.at(-1) ?? NaN) < 1]).toEqual([0, true]);
  }
});
