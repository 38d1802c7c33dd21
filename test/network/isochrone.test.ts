import area from '@turf/area';
import booleanPointInPolygon from '@turf/boolean-point-in-polygon';
import type { MultiPolygon } from 'geojson';
import { expect, test } from 'vitest';
import { buildGraph, reverse } from '../../src/network/build-graph.ts';
import { EdgeWays, type Direction } from '../../src/network/edge-ways.ts';
import { ReachedMesh, type Reach } from '../../src/network/isochrone.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { roadMesh } from '../../src/network/road-mesh.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import { ShortestPaths, unreached } from '../../src/network/shortest-paths.ts';
import type { PolygonRings } from '../../src/network/trace-regions.ts';
import { seeded } from '../seeded.ts';
import { about } from './networks.ts';

const side = 40;

/** A town of uneven streets some 200 m apart, some one way, with a lonely road of 20 km to the east. */
function town(): RoadGraph {
  const random = seeded(7);
  const nodes = Array.from({ length: side * side }, (_, node) => ({
    lon: -75 + ((node % side) + random() * 0.4) * 0.0026,
    lat: 45 + (Math.floor(node / side) + random() * 0.4) * 0.0018,
  }));
  const roads: Road[] = [];
  const street = (from: number, to: number) => {
    const metres = 200 + random() * 60;
    const forward = Math.round((metres / (7 + random() * 7)) * 10);
    roads.push({ from, to, forward, backward: random() < 0.05 ? null : forward, metres, kind: 'road' });
  };
  for (const node of nodes.keys()) {
    if (node % side < side - 1) street(node, node + 1);
    if (node + side < nodes.length) street(node, node + side);
  }
  const edgeOfTown = nodes[side * 21 - 1] ?? { lon: 0, lat: 0 };
  nodes.push({ lon: edgeOfTown.lon + 0.25, lat: edgeOfTown.lat + 0.01 });
  roads.push({
    from: side * 21 - 1,
    to: nodes.length - 1,
    forward: 9000,
    backward: 9000,
    metres: 20_000,
    kind: 'road',
  });
  return buildGraph(roadsOf(nodes, roads), about);
}

const graph = town();
const isochrones = (cutoffs: number[], reach: Reach) => {
  const reached = new ReachedMesh(new EdgeWays(graph), mesh, reach);
  return cutoffs.map((cutoff) => reached.isochrone(cutoff));
};
const mesh = roadMesh(graph, Uint32Array.from(graph.lonE7.keys()));
const asGeoJson = (coordinates: PolygonRings[]): MultiPolygon => ({ type: 'MultiPolygon', coordinates });
const seedAt = (...nodes: number[]) => ({
  node: nodes,
  deciseconds: nodes.map(() => 0),
  source: nodes.map((_, index) => index),
});
const reachFrom = (direction: Direction, ...nodes: number[]): Reach => ({
  tree: new ShortestPaths(direction === 'from point' ? graph : reverse(graph)).from(seedAt(...nodes)),
  direction,
  starts: [],
});

/** Places at random along the roads, with the time that the tree gives each by the ends of its road. */
function samplePlaces(count: number, { tree, direction }: Reach) {
  const random = seeded(11);
  const ways = new EdgeWays(graph);
  const lengths = graph.edges.metres;
  const total = lengths.reduce((sum, metres) => sum + metres, 0);
  return Array.from({ length: count }, () => {
    let [edge, left] = [0, random() * total];
    for (; left > (lengths[edge] ?? 0); edge += 1) left -= lengths[edge] ?? 0;
    const share = left / (lengths[edge] ?? 1);
    const ends = direction === 'from point' ? ways.onto(edge) : ways.off(edge);
    const times = ends.map(({ node, end, deciseconds }) => {
      const time = tree.deciseconds[node] ?? unreached;
      return time === unreached ? Infinity : time + Math.abs(share - end) * deciseconds;
    });
    const [from, to] = [graph.edges.from[edge] ?? 0, graph.edges.to[edge] ?? 0];
    const between = (e7: Int32Array) => ((e7[from] ?? 0) * (1 - share) + (e7[to] ?? 0) * share) / 1e7;
    const source = Math.min(...ends.map(({ node }) => tree.source[node] ?? 0));
    return { lonLat: [between(graph.lonE7), between(graph.latE7)], time: Math.min(...times), source };
  });
}

test.each(['from point', 'to point'] as const)(
  'of 4,000 places along the roads (%s), at least 99 in 100 within are drawn in, and of those drawn in are within',
  (direction) => {
    const reach = reachFrom(direction, side * 20 + 20);
    const cutoff = 2400;
    const polygons = asGeoJson(isochrones([cutoff], reach)[0] ?? []);
    const counts = { both: 0, drawn: 0, within: 0 };
    for (const { lonLat, time } of samplePlaces(4000, reach)) {
      const drawn = booleanPointInPolygon(lonLat, polygons);
      counts.drawn += Number(drawn);
      counts.within += Number(time <= cutoff);
      counts.both += Number(drawn && time <= cutoff);
    }
    expect(counts.within).toBeGreaterThan(400);
    expect(counts.within).toBeLessThan(3600);
    expect(counts.both / counts.drawn).toBeGreaterThanOrEqual(0.99);
    expect(counts.both / counts.within).toBeGreaterThanOrEqual(0.99);
  },
);

test('more minutes never take land away', () => {
  const reach = reachFrom('from point', 5);
  const areas = isochrones([600, 1200, 2400, 12_000], reach).map((rings) => area(asGeoJson(rings)));
  expect(areas[0]).toBeGreaterThan(0);
  expect([...areas].sort((a, b) => a - b)).toEqual(areas);
});

test('a lonely road is drawn as a strip as far as it is reached, and no land beside it', () => {
  const reach = reachFrom('from point', side * 21 - 1);
  const [rings = []] = isochrones([4500], reach);
  const start = [graph.lonE7[side * 21 - 1] ?? 0, graph.latE7[side * 21 - 1] ?? 0].map((e7) => e7 / 1e7);
  const along = (share: number, north: number) => [
    (start[0] ?? 0) + 0.25 * share,
    (start[1] ?? 0) + 0.01 * share + north,
  ];
  const drawn = (place: number[]) => booleanPointInPolygon(place, asGeoJson(rings));
  expect([0.2, 0.3, 0.49].map((share) => drawn(along(share, 0)))).toEqual([true, true, true]);
  expect([0.52, 0.8].map((share) => drawn(along(share, 0)))).toEqual([false, false]);
  expect(drawn(along(0.3, 0.002))).toBe(false);
});

test('catchments do not overlap, and cover what an isochrone of all points covers', () => {
  const reach = reachFrom('to point', 10, side * 20 + 20, side * 35);
  const cutoff = 4000;
  const regions = new ReachedMesh(new EdgeWays(graph), mesh, reach).catchments(cutoff);
  expect([...regions.keys()].sort()).toEqual([0, 1, 2]);
  const all = isochrones([cutoff], reach)[0] ?? [];
  const sum = [...regions.values()].reduce((total, rings) => total + area(asGeoJson(rings)), 0);
  expect(sum / area(asGeoJson(all))).toBeCloseTo(1, 3);
  let agreed = 0;
  const places = samplePlaces(1500, reach).filter(({ time }) => time <= cutoff);
  for (const { lonLat, source } of places) {
    const inside = [...regions].filter(([, rings]) => booleanPointInPolygon(lonLat, asGeoJson(rings)));
    expect(inside.length).toBeLessThanOrEqual(1);
    agreed += Number(inside[0]?.[0] === source);
  }
  expect(agreed / places.length).toBeGreaterThan(0.97);
});

test('outlines run counter-clockwise, holes clockwise, each ring closed and meeting itself nowhere', () => {
  const signed = (ring: [number, number][]) =>
    ring.slice(1).reduce((sum, [x, y], at) => {
      const [px, py] = ring[at] ?? [0, 0];
      return sum + (px * y - x * py) / 2;
    }, 0);
  const [polygons = []] = isochrones([3000], reachFrom('from point', 3));
  for (const [outline = [], ...holes] of polygons) {
    expect(signed(outline)).toBeGreaterThan(0);
    for (const hole of holes) expect(signed(hole)).toBeLessThan(0);
    for (const ring of [outline, ...holes]) {
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(new Set(ring.map(String)).size).toBe(ring.length - 1);
    }
  }
});
