import { runThrough } from '../model/slices.ts';
import { approaches, beginAndEnd, seedsOf } from './approach.ts';
import type { Direction } from './edge-ways.ts';
import { ReachedMesh } from './isochrone.ts';
import { minutesOff, offRoadOf } from './journey.ts';
import { networkOf, type Network } from './network.ts';
import { arcKinds, closed, shortWayE7, type Edges, type RoadGraph } from './road-graph.ts';
import { roadMeshSteps, type RoadMesh } from './road-mesh.ts';
import { longestArc, type Tree } from './shortest-paths.ts';
import { offRoad, type Snapped } from './snap.ts';
import type { PolygonRings } from './trace-regions.ts';
import type { Locations, TravelOptions } from './travel-types.ts';

/** Which land is within reach of points by road. */
export interface ReachRequest {
  graph: RoadGraph;
  points: Locations;
  direction: Direction;
  /** Cutoffs (`<=`), in any order; catchments go as far as the greatest. */
  minutes: readonly number[];
  options: Pick<TravelOptions, 'estimateSpeed' | 'snapLimitKilometres' | 'closedKinds'>;
}

/** Land, as polygons in degrees. */
export interface ReachArea {
  minutes: number;
  polygons: PolygonRings[];
}

/** The land that points reach, with what the panel must say of the points themselves. */
export interface Isochrones {
  /** In the order of the minutes asked. */
  areas: ReachArea[];
  /** By point: the straight line to its road; Infinity where there is none. It counts, by foot or by track. */
  snapKilometres: Float64Array;
  /** Indices of points that are off the road, which reach nothing. */
  pointsOffRoad: Uint32Array;
}

/** Land that is nearest to one point. */
export interface Catchment {
  /** Index of the point. */
  point: number;
  polygons: PolygonRings[];
}

/** `isochroneSteps` in one go. */
export const isochronesOf = (request: ReachRequest): Isochrones => runThrough(isochroneSteps(request));

/** `catchmentSteps` in one go. */
export const catchmentsOf = (request: ReachRequest): Catchment[] => runThrough(catchmentSteps(request));

/**
 * The land within each cutoff of the nearest point. The way between a point and its road counts. People are to be counted by
 * their own journeys, never from these polygons. Yields the share done, 0 to 1; between two steps others may search the same
 * network.
 */
export function* isochroneSteps(request: ReachRequest): Generator<number, Isochrones, void> {
  const { reached, snapped } = yield* searchedSteps(request);
  const areas: ReachArea[] = [];
  for (const minutes of request.minutes) {
    yield shareDrawn + ((1 - shareDrawn) * areas.length) / request.minutes.length;
    areas.push({ minutes, polygons: reached.isochrone(minutes * 600) });
  }
  return {
    areas,
    // A copy: the answer is handed over to another thread, and the places are remembered.
    snapKilometres: snapped.kilometres.slice(),
    pointsOffRoad: offRoadOf(snapped),
  };
}

/**
 * The land within the greatest cutoff, each piece with the point that is nearest to it, in the order of the points. Yields as
 * `isochroneSteps` does.
 */
export function* catchmentSteps(request: ReachRequest): Generator<number, Catchment[], void> {
  const { reached } = yield* searchedSteps(request);
  const found = reached.catchments(Math.max(...request.minutes) * 600);
  return [...found].map(([point, polygons]) => ({ point, polygons })).sort((a, b) => a.point - b.point);
}

/** The share done where the search and the mesh it is drawn on are there, and the drawing begins. */
const shareDrawn = 0.8;

function* searchedSteps({
  graph,
  points,
  direction,
  minutes,
  options,
}: ReachRequest): Generator<number, { snapped: Snapped; reached: ReachedMesh }, void> {
  yield 0;
  const network = networkOf(graph, options.closedKinds);
  const snapped = network.snap(points, options.snapLimitKilometres);
  const ends = approaches(network, snapped, beginAndEnd[direction].points);
  const onRoad = [...snapped.edge.keys()].filter((point) => snapped.edge[point] !== offRoad);
  const walk = (point: number) =>
    Math.round(minutesOff(snapped.kilometres[point] ?? Infinity, options) * 600);
  const cutoff = Math.ceil(Math.max(0, ...minutes) * 600);
  const { rows, paths } = network.search(direction);
  // As far as the far end of every road that the border crosses: its time says where.
  const tree = paths.from(seedsOf(ends, onRoad, walk), cutoff + longestArc(rows));
  const starts = onRoad.map((point) => ({
    edge: snapped.edge[point] ?? offRoad,
    share: snapped.share[point] ?? 0,
    deciseconds: walk(point),
    source: point,
  }));
  const nodes = () => [...roadEnds(network, direction, tree, cutoff), ...edgeEnds(network, snapped.edge)];
  // Copies: while the mesh is made, others may search.
  const found = { deciseconds: tree.deciseconds.slice(), source: tree.source.slice() };
  const mesh = yield* meshAround(network, nodes);
  return { snapped, reached: new ReachedMesh(network.ways, mesh, { tree: found, direction, starts }) };
}

const ferry = arcKinds.indexOf('ferry');

/** Both ends of the roads that are reached, also in part. Nobody gets off a ferry before it lands. */
function roadEnds(network: Network, direction: Direction, tree: Tree, cutoff: number): number[] {
  const { rows, edgeOf } = network.search(direction);
  const { kind } = network.graph.edges;
  const ends: number[] = [];
  for (const node of tree.order) {
    if ((tree.deciseconds[node] ?? 0) > cutoff) break;
    ends.push(node);
    for (let arc = rows.firstArc[node] ?? 0; arc < (rows.firstArc[node + 1] ?? 0); arc += 1)
      if (rows.deciseconds[arc] !== closed && kind[edgeOf(arc)] !== ferry) ends.push(rows.head[arc] ?? 0);
  }
  return ends;
}

const edgeEnds = ({ graph: { edges } }: Network, snapped: Uint32Array): number[] =>
  [...snapped].flatMap((edge) => (edge === offRoad ? [] : [edges.from[edge] ?? 0, edges.to[edge] ?? 0]));

/** How far beyond what is reached the roads are looked at, in ten-millionths of a degree: more than a triangle's longest side. */
const marginE7 = 300_000;
/** A network of no more junctions has one mesh for all that is asked; larger ones have one about what is reached. */
const wholeMeshUpTo = 150_000;
/** The latest mesh of each network's roads, open or closed: more or fewer minutes are asked for next. */
const latest = new WeakMap<Edges, { box: Box | null; mesh: RoadMesh }>();

/**
 * The mesh of every road about some nodes, also of those that they do not lead to: such a road keeps the land beside it
 * out of an area.
 */
function* meshAround({ graph }: Network, nodes: () => readonly number[]): Generator<number, RoadMesh, void> {
  const junctions = graph.lonE7.length - graph.copyOf.length;
  const box = junctions > wholeMeshUpTo ? boxAround(graph, nodes()) : null;
  const kept = latest.get(graph.edges);
  if (kept && (!kept.box || (box && isWithin(box, kept.box)))) return kept.mesh;
  const around = box ? junctionsIn(graph, box) : Uint32Array.from(graph.lonE7.subarray(0, junctions).keys());
  const steps = roadMeshSteps(graph, around);
  let step = steps.next();
  for (; !step.done; step = steps.next()) yield step.value * shareDrawn;
  const mesh = step.value;
  latest.set(graph.edges, { box, mesh });
  return mesh;
}

/** Ten-millionths of a degree, east and west of a middle, so that it may lie across the antimeridian. */
interface Box {
  middle: number;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** The box of some nodes and a margin. */
export function boxAround(
  { lonE7, latE7 }: Pick<RoadGraph, 'lonE7' | 'latE7'>,
  nodes: readonly number[],
): Box {
  const middle = lonE7[nodes[0] ?? 0] ?? 0;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const node of nodes) {
    const [x, y] = [shortWayE7((lonE7[node] ?? 0) - middle), latE7[node] ?? 0];
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const furthest = Math.min(85e7, Math.max(-south, north));
  const aside = marginE7 / Math.cos((furthest / 1e7) * (Math.PI / 180));
  return {
    middle,
    west: west - aside,
    south: south - marginE7,
    east: east + aside,
    north: north + marginE7,
  };
}

function isWithin(box: Box, other: Box): boolean {
  const shift = shortWayE7(box.middle - other.middle);
  return (
    box.west + shift >= other.west &&
    box.east + shift <= other.east &&
    box.south >= other.south &&
    box.north <= other.north
  );
}

/** The junctions in a box. */
export function junctionsIn({ lonE7, latE7, copyOf }: RoadGraph, box: Box): Uint32Array {
  const found: number[] = [];
  for (let node = 0; node < lonE7.length - copyOf.length; node += 1) {
    const [x, y] = [shortWayE7((lonE7[node] ?? 0) - box.middle), latE7[node] ?? 0];
    if (x >= box.west && x <= box.east && y >= box.south && y <= box.north) found.push(node);
  }
  return Uint32Array.from(found);
}
