import { approaches, beginAndEnd, seedsOf } from './approach.ts';
import type { Direction } from './edge-ways.ts';
import { isochrones, type Start } from './isochrone.ts';
import { networkOf, type Network } from './network.ts';
import { shortWayE7, type RoadGraph } from './road-graph.ts';
import { roadMesh, type RoadMesh } from './road-mesh.ts';
import type { Tree } from './shortest-paths.ts';
import { offRoad } from './snap.ts';
import type { PolygonRings } from './trace-regions.ts';

export interface ReachRequest {
  graph: RoadGraph;
  /** WGS 84 degrees. */
  place: { lon: number; lat: number };
  /** Limits in minutes; the way from the place to its road counts. */
  minutes: readonly number[];
  /** Whom the place can reach, or who can reach the place. */
  direction: Direction;
  options: { snapLimitKilometres: number; estimateSpeed: number };
}

export interface ReachAnswer {
  /** Straight line from the place to its road; Infinity where there is none. */
  snapKilometres: number;
  onRoad: boolean;
  /** The land within each limit, as asked; none where the place is off the road. */
  areas: { minutes: number; polygons: PolygonRings[] }[];
}

/** The search goes this much further than the limit, so that the border is placed between times that are known. */
const beyond = 1.25;
/** Roads this near to those reached are in the mesh, so that the border runs before them. */
const marginMetres = 3000;
const metresPerE7 = 0.0111195;
/** A network of no more junctions has one mesh for all places; larger ones have one about each place. */
const wholeMeshUpTo = 150_000;

/** The land within minutes of a place along the roads. People are to be counted by their own journeys, never from these polygons. */
export function reachOf({ graph, place, minutes, direction, options }: ReachRequest): ReachAnswer {
  const network = networkOf(graph);
  const snapped = network.snapper.snap(
    { lon: Float64Array.of(place.lon), lat: Float64Array.of(place.lat) },
    options.snapLimitKilometres,
  );
  const [edge, share, snapKilometres] = [
    snapped.edge[0] ?? offRoad,
    snapped.share[0] ?? 0,
    snapped.kilometres[0] ?? Infinity,
  ];
  if (edge === offRoad)
    return {
      snapKilometres,
      onRoad: false,
      areas: minutes.map((limit) => ({ minutes: limit, polygons: [] })),
    };
  const spent = Math.round((snapKilometres / options.estimateSpeed) * 36_000);
  const seeds = seedsOf(approaches(network, snapped, beginAndEnd[direction].points), [0]);
  const times = Array.from(seeds.deciseconds, (time) => time + spent);
  const cutoffs = minutes.map((limit) => Math.round(limit * 600));
  const tree = network
    .search(direction)
    .paths.from({ ...seeds, deciseconds: times }, Math.round(Math.max(0, ...cutoffs) * beyond));
  const starts: Start[] = [{ edge, share, deciseconds: spent, source: 0 }];
  const areas = isochrones(graph, meshAround(network, tree), { tree, direction, starts }, cutoffs);
  return {
    snapKilometres,
    onRoad: true,
    areas: minutes.map((limit, at) => ({ minutes: limit, polygons: areas[at] ?? [] })),
  };
}

const wholeMeshes = new WeakMap<RoadGraph, RoadMesh>();

/** A mesh of the roads about those that a tree reaches; of a small network the mesh of all, made once. */
export function meshAround({ graph }: Network, tree: Tree): RoadMesh {
  const junctions = graph.lonE7.length - graph.copyOf.length;
  if (junctions > wholeMeshUpTo) return roadMesh(graph, junctionsAround(graph, tree));
  const kept = wholeMeshes.get(graph);
  if (kept) return kept;
  const made = roadMesh(
    graph,
    Uint32Array.from({ length: junctions }, (_, node) => node),
  );
  wholeMeshes.set(graph, made);
  return made;
}

/** The junctions in the box around the nodes of a tree, with a margin. */
function junctionsAround({ lonE7, latE7, copyOf }: RoadGraph, { order }: Tree): Uint32Array {
  const middle = lonE7[order[0] ?? 0] ?? 0;
  let [west, south, east, north] = [0, 90e7, 0, -90e7];
  for (const node of order) {
    const [x, y] = [shortWayE7((lonE7[node] ?? 0) - middle), latE7[node] ?? 0];
    [west, east] = [Math.min(west, x), Math.max(east, x)];
    [south, north] = [Math.min(south, y), Math.max(north, y)];
  }
  const up = marginMetres / metresPerE7;
  const aside = up / Math.cos((Math.max(Math.abs(south), Math.abs(north)) / 1e7) * (Math.PI / 180));
  const isNear = (node: number) => {
    const [x, y] = [shortWayE7((lonE7[node] ?? 0) - middle), latE7[node] ?? 0];
    return x >= west - aside && x <= east + aside && y >= south - up && y <= north + up;
  };
  const found: number[] = [];
  for (let node = 0; node < lonE7.length - copyOf.length; node += 1) if (isNear(node)) found.push(node);
  return Uint32Array.from(found);
}
