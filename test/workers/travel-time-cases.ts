import { buildGraph } from '../../src/network/build-graph.ts';
import type { RoadGraph } from '../../src/network/road-graph.ts';
import { roadsOf, type Road } from '../../src/network/roads.ts';
import type { TravelRequest } from '../../src/network/travel-types.ts';

/** Enough points for several slices of work. */
export function largeRequest(points: number): TravelRequest {
  const grid = (count: number, shift: number) => ({
    lon: Float64Array.from({ length: count }, (_, i) => -75 + (i % 100) / 100 + shift),
    lat: Float64Array.from({ length: count }, (_, i) => 45 + Math.floor(i / 100) / 100),
  });
  return {
    graph: null,
    origins: grid(2000, 0.003),
    points: grid(points, 0),
    options: { detourFactor: 1.3, estimateSpeed: 60, snapLimitKilometres: 10, limitKilometres: 50 },
  };
}

/** A square of streets, people and points at some of its corners. */
export function graphRequest(side: number): TravelRequest & { graph: RoadGraph } {
  const nodes = Array.from({ length: side * side }, (_, node) => ({
    lon: -75 + (node % side) / 200,
    lat: 45 + Math.floor(node / side) / 200,
  }));
  const street = (from: number, to: number): Road => {
    const deciseconds = 300 + ((from * 7 + to * 13) % 200);
    return { from, to, forward: deciseconds, backward: deciseconds, metres: 450, kind: 'road' };
  };
  const roads = nodes.flatMap((_, node) => [
    ...(node % side < side - 1 ? [street(node, node + 1)] : []),
    ...(node + side < nodes.length ? [street(node, node + side)] : []),
  ]);
  const about = { title: 'streets', origin: 'made up', licence: 'none', date: '2026', profile: 'none' };
  const graph = buildGraph(roadsOf(nodes, roads), about);
  const every = (step: number) => ({
    lon: Float64Array.from(
      nodes.filter((_, node) => node % step === 0),
      ({ lon }) => lon,
    ),
    lat: Float64Array.from(
      nodes.filter((_, node) => node % step === 0),
      ({ lat }) => lat,
    ),
  });
  return { ...largeRequest(1), graph, origins: every(3), points: every(7) };
}
