import { expect, test } from 'vitest';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { smallestServedPart } from '../../src/network/components.ts';
import type { Lines, RoadGraph } from '../../src/network/road-graph.ts';
import { networkOf } from '../../src/network/network.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { offRoad, Snapper } from '../../src/network/snap.ts';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { about } from './networks.ts';

interface Piece {
  nodes: { lon: number; lat: number }[];
  roads: Road[];
}

/** A two-way road of nodes a hundredth of a degree apart. */
function road(count: number, lon: number, lat: number, first: number): Piece {
  const nodes = Array.from({ length: count }, (_, node) => ({ lon: lon + node / 100, lat }));
  const roads = nodes.slice(1).map((_, node): Road => {
    const [from, to] = [first + node, first + node + 1];
    return { from, to, forward: 300, backward: 300, metres: 700, kind: 'road' };
  });
  return { nodes, roads };
}
const join = (a: Piece, b: Piece): Piece => ({
  nodes: [...a.nodes, ...b.nodes],
  roads: [...a.roads, ...b.roads],
});
const graphOf = ({ nodes, roads }: Piece, shores?: Lines): RoadGraph =>
  buildGraph(roadsOf(nodes, roads), about, shores);
const at = (lon: number, lat: number) => ({ lon: Float64Array.of(lon), lat: Float64Array.of(lat) });

test.each([
  [30, 2],
  [3140, 31.4],
  [1_000_000, 100],
])('of a network of %i nodes, parts of %f nodes or more are served', (nodes, smallest) => {
  expect(smallestServedPart(nodes)).toBe(smallest);
});

test('a place meets its road between junctions, at the foot of the shortest way to it', () => {
  const { edge, share, kilometres } = new Snapper(graphOf(road(3, -75, 45, 0))).snap(at(-74.9875, 45.01), 10);
  expect([edge[0], share[0]]).toEqual([1, expect.closeTo(0.25, 6)]);
  expect(kilometres[0]).toBeCloseTo(1.112, 3);
});

test('a stray of the drawing is passed over for the road that leads somewhere', () => {
  const pieces = join(road(500, -75, 45, 0), road(3, -75, 45.02, 500));
  const { edge, share, kilometres } = new Snapper(graphOf(pieces)).snap(at(-75, 45.02), 10);
  expect([edge[0], share[0]]).toEqual([0, 0]);
  expect(kilometres[0]).toBeCloseTo(2.224, 3);
});

test('a road that can be entered but not left is passed over', () => {
  const line = road(3, -75, 45, 0);
  const dead: Road = { from: 0, to: 3, forward: 10, backward: null, metres: 10, kind: 'road' };
  const pieces = { nodes: [...line.nodes, { lon: -75, lat: 45.01 }], roads: [...line.roads, dead] };
  expect(new Snapper(graphOf(pieces)).snap(at(-75, 45.01), 10).edge[0]).toBe(0);
});

test('nobody meets the network on a ferry', () => {
  const land = join(road(3, -75, 45, 0), road(3, -74, 45, 3));
  const ferry: Road = { from: 2, to: 3, forward: 9000, backward: 9000, metres: 75_000, kind: 'ferry' };
  const graph = graphOf({ nodes: land.nodes, roads: [...land.roads, ferry] });
  const { edge, share, kilometres } = new Snapper(graph).snap(at(-74.5, 45.0001), 100);
  expect([edge[0], share[0]]).toEqual([1, 1]);
  expect(kilometres[0]).toBeCloseTo(haversineKilometres(-74.5, 45.0001, -74.98, 45), 2);
});

test('a road beyond the water is not the nearest road, and where all are, the place is off the road', () => {
  const pieces = join(road(30, -75, 45, 0), road(30, -75, 45.03, 30));
  const river: Lines = {
    first: Uint32Array.of(0, 2),
    lonE7: Int32Array.of(-76e7, -73e7),
    latE7: Int32Array.of(45.012e7, 45.012e7),
  };
  const snap = (shores: Lines) => new Snapper(graphOf(pieces, shores), 2).snap(at(-74.9, 45.0125), 5);
  expect(snap({ first: Uint32Array.of(0), lonE7: new Int32Array(0), latE7: new Int32Array(0) }).edge[0]).toBe(
    9,
  );
  expect(snap(river).edge[0]).toBe(29 + 9);
  const island: Lines = {
    first: Uint32Array.of(0, 5),
    lonE7: Int32Array.from([-74.91, -74.89, -74.89, -74.91, -74.91], (lon) => lon * 1e7),
    latE7: Int32Array.from([45.01, 45.01, 45.015, 45.015, 45.01], (lat) => lat * 1e7),
  };
  const { edge, kilometres } = snap(island);
  expect(edge[0]).toBe(offRoad);
  expect(kilometres[0]).toBeCloseTo(1.39, 2);
});

test.each([-179.995, 180.005, 179.995, -180.005])(
  'a shore across the antimeridian is seen from %f',
  (lon) => {
    const piece = join(road(2, 179.99, -17, 0), road(2, 179.98, -16.9, 2));
    const shores: Lines = {
      first: Uint32Array.of(0, 2),
      lonE7: Int32Array.of(179.9e7, -179.9e7),
      latE7: Int32Array.of(-16.99e7, -16.99e7),
    };
    const { edge } = new Snapper(graphOf(piece, shores), 2).snap(at(lon, -16.98), 15);
    expect(edge[0]).toBe(1);
  },
);

test('across the antimeridian the near road is found, whichever side the place is given on', () => {
  const graph = graphOf({
    nodes: [
      { lon: 179.99, lat: -17 },
      { lon: -179.99, lat: -17 },
      { lon: 170, lat: -17 },
    ],
    roads: [
      { from: 0, to: 1, forward: 600, backward: 600, metres: 2127, kind: 'road' },
      { from: 2, to: 0, forward: 9000, backward: 9000, metres: 1_060_000, kind: 'road' },
    ],
  });
  const { edge, share, kilometres } = new Snapper(graph).snap(
    { lon: Float64Array.of(179.995, -179.995, 180), lat: Float64Array.of(-17.001, -17.001, -17.001) },
    1,
  );
  expect([...edge]).toEqual([0, 0, 0]);
  expect([...share].map((value) => Math.round(value * 100))).toEqual([25, 75, 50]);
  expect([...kilometres]).toEqual([0, 0, 0].map(() => expect.closeTo(0.111, 3) as number));
});

test('two road systems that nothing joins both serve their places; between them there is no road', () => {
  const graph = graphOf(join(road(20, -115, 62, 0), road(5, -133, 68, 20)));
  const places = {
    lon: Float64Array.of(-115, -114.9, -133, -132.96),
    lat: Float64Array.of(62, 62, 68, 68),
  };
  const options = { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 1, limitKilometres: Infinity };
  const matrix = travelMatrix({ graph, origins: places, points: places, options });
  expect([...matrix.originsOffRoad]).toEqual([]);
  const joined = [...matrix.state].map((state) => (state === 0 ? 'yes' : 'no'));
  expect(joined.join(' ')).toBe('yes yes no no yes yes no no no no yes yes no no yes yes');
});

test('a place at the limit is on the road; one beyond it is off, and is told how far the road is', () => {
  const snapper = new Snapper(graphOf(road(3, 0, 0, 0)));
  const { kilometres } = snapper.snap(at(-0.05, 0), 10);
  const [exact = 0] = kilometres;
  expect(snapper.snap(at(-0.05, 0), exact * (1 + 1e-12)).edge[0]).toBe(0);
  const beyond = snapper.snap(at(-0.05, 0), exact * 0.999);
  expect([beyond.edge[0], beyond.kilometres[0]]).toEqual([offRoad, exact]);
});

test('places met before are known again, and places that moved are met anew', () => {
  const network = networkOf(graphOf(road(30, 0, 0, 0)));
  const places = at(0.053, 0.01);
  const met = network.snap(places, 15);
  expect(network.snap(at(0.053, 0.01), 15)).toBe(met);
  expect(network.snap(places, 0.5).edge[0]).toBe(offRoad);
  places.lon[0] = 0.153;
  expect([met.edge[0], network.snap(places, 15).edge[0]]).toEqual([5, 15]);
});
