import { approaches, seedsOf, type Approaches } from './approach.ts';
import { networkOf, type Network } from './network.ts';
import { arcKinds, closed, fromE7, parallelE7, type ArcKind, type RoadGraph } from './road-graph.ts';
import { cornersOf } from './shape.ts';
import { noArc, unreached, type Tree } from './shortest-paths.ts';
import { offRoad, type RoadUse, type Snapped } from './snap.ts';

/** What a route makes least of. */
export const objectives = ['time', 'distance'] as const;
export type Objective = (typeof objectives)[number];

/** A place in WGS 84 degrees. */
export interface Place {
  lon: number;
  lat: number;
}

/** A way along the network. */
export interface Route {
  /** Along the roads; the ways to the first and from the last are in `snapKilometres`. */
  metres: number;
  seconds: number;
  /** The highest on the way: a ferry, else a winter road, else a road. */
  kind: ArcKind;
  /** [lon, lat] from where the first road is met to where the last is left. */
  line: [lon: number, lat: number][];
}

/** A route, or why there is none. */
export interface RouteAnswer {
  /** Null where no road leads, or a place is farther from the road than the limit. */
  route: Route | null;
  /** Straight lines from the two places to their nearest roads; Infinity where there is none. */
  snapKilometres: { from: number; to: number };
  /** Whether each place is within the limit of a road. */
  onRoad: { from: boolean; to: boolean };
}

/** A part of an edge that a route runs along, in its direction. */
interface Piece {
  edge: number;
  fromShare: number;
  toShare: number;
}

/** What a route is to make least of, and which roads it may use. */
export interface RouteOptions {
  objective: Objective;
  /** Farther than this from any road of the main network, a place is off the road. */
  snapLimitKilometres: number;
  /** Kinds of road that nothing may use at present; none where it is left out. */
  closedKinds?: readonly ArcKind[];
}

/** The best way from one place to another. */
export function route(
  graph: RoadGraph,
  from: Place,
  to: Place,
  { objective, snapLimitKilometres, closedKinds }: RouteOptions,
): RouteAnswer {
  const network = networkOf(graph, closedKinds);
  const snap = ({ lon, lat }: Place, use: RoadUse) =>
    network
      .snapperFor(use)
      .snap({ lon: Float64Array.of(lon), lat: Float64Array.of(lat) }, snapLimitKilometres);
  // One journey need not come back: a street that can only be left is where it may begin.
  const [start, end] = [snap(from, 'setting out'), snap(to, 'arriving')];
  const isOn = ({ edge }: Snapped) => edge[0] !== offRoad;
  const weighed = objective === 'time' ? network : networkOf(byDistance(network.graph));
  const pieces = isOn(start) && isOn(end) ? piecesBetween(weighed, start, end) : null;
  return {
    route: pieces && routeOf(network, pieces),
    snapKilometres: { from: start.kilometres[0] ?? Infinity, to: end.kilometres[0] ?? Infinity },
    onRoad: { from: isOn(start), to: isOn(end) },
  };
}

const distances = new WeakMap<RoadGraph, RoadGraph>();

/** The same graph with decimetres in the place of tenths of a second, so that the shortest way is found like the fastest. */
function byDistance(graph: RoadGraph): RoadGraph {
  const kept = distances.get(graph);
  if (kept) return kept;
  const deciseconds = graph.arcEdge.map((edge, arc) =>
    graph.deciseconds[arc] === closed
      ? closed
      : Math.max(1, Math.round((graph.edges.metres[edge >> 1] ?? 0) * 10)),
  );
  const made = { ...graph, deciseconds };
  distances.set(graph, made);
  return made;
}

function piecesBetween(network: Network, start: Snapped, end: Snapped): Piece[] | null {
  const { graph } = network;
  const starts = approaches(network, start, 'off');
  const ends = approaches(network, end, 'onto');
  const { paths, edgeOf } = network.search('from point');
  const tree = paths.from(seedsOf(starts, [0]));
  const costs = Array.from(ends.node, (node, entry) => {
    const time = tree.deciseconds[node] ?? unreached;
    return time === unreached ? Infinity : time + (ends.deciseconds[entry] ?? 0);
  });
  const cost = Math.min(...costs);
  const along = alongOne(network, start, end);
  if (along && along.cost <= cost) return [along.piece];
  if (cost === Infinity) return null;
  const last = costs.indexOf(cost);
  const { arcs, seed } = wayTo(tree, ends.node[last] ?? 0);
  const [firstEdge, lastEdge] = [start.edge[0] ?? offRoad, end.edge[0] ?? offRoad];
  return [
    { edge: firstEdge, fromShare: start.share[0] ?? 0, toShare: starts.end[quickest(starts, seed)] ?? 0 },
    ...arcs.map((arc) => wholeEdge(graph, edgeOf(arc), arc)),
    { edge: lastEdge, fromShare: ends.end[last] ?? 0, toShare: end.share[0] ?? 0 },
  ];
}

/** Of the approaches by a node, the one that a search begins with. */
function quickest({ node, deciseconds }: Approaches, at: number): number {
  const entries = [...node.keys()].filter((entry) => node[entry] === at);
  return entries.reduce((one, other) => ((deciseconds[other] ?? 0) < (deciseconds[one] ?? 0) ? other : one));
}

/** On one road, without leaving it. */
function alongOne({ ways }: Network, start: Snapped, end: Snapped): { piece: Piece; cost: number } | null {
  const edge = start.edge[0] ?? offRoad;
  if (edge !== end.edge[0]) return null;
  const [fromShare, toShare] = [start.share[0] ?? 0, end.share[0] ?? 0];
  const cost = ways.along(edge, fromShare, toShare);
  return cost === null ? null : { piece: { edge, fromShare, toShare }, cost };
}

/** Arcs from a seed to a node, in the order travelled, and the node of the seed. */
function wayTo(tree: Tree, node: number): { arcs: number[]; seed: number } {
  const arcs: number[] = [];
  let at = node;
  for (let arc = tree.arc[at] ?? noArc; arc !== noArc; arc = tree.arc[at] ?? noArc) {
    arcs.push(arc);
    at = tree.parent[at] ?? at;
  }
  return { arcs: arcs.reverse(), seed: at };
}

function wholeEdge({ arcEdge }: RoadGraph, edge: number, arc: number): Piece {
  const isForward = ((arcEdge[arc] ?? 0) & 1) === 0;
  return { edge, fromShare: isForward ? 0 : 1, toShare: isForward ? 1 : 0 };
}

function routeOf({ graph, ways }: Network, pieces: readonly Piece[]): Route {
  const { edges } = graph;
  let [metres, deciseconds, kind] = [0, 0, 0];
  const line: Route['line'] = [];
  for (const { edge, fromShare, toShare } of pieces) {
    if (fromShare === toShare && pieces.length > 1) continue;
    metres += Math.abs(toShare - fromShare) * (edges.metres[edge] ?? 0);
    deciseconds += ways.along(edge, fromShare, toShare) ?? 0;
    kind = Math.max(kind, edges.kind[edge] ?? 0);
    const corners = cut(graph, edge, fromShare, toShare);
    line.push(...(line.length > 0 ? corners.slice(1) : corners));
  }
  return { metres, seconds: deciseconds / 10, kind: arcKinds[kind] ?? 'road', line };
}

/** The corners of an edge between two shares of its length as drawn, in that direction, in degrees. */
function cut(graph: RoadGraph, edge: number, fromShare: number, toShare: number): [number, number][] {
  const { lonE7, latE7 } = cornersOf(graph, edge);
  const cos = parallelE7(latE7[0] ?? 0);
  const run = [0];
  for (let corner = 1; corner < lonE7.length; corner += 1) {
    const dx = ((lonE7[corner] ?? 0) - (lonE7[corner - 1] ?? 0)) * cos;
    run.push((run[corner - 1] ?? 0) + Math.hypot(dx, (latE7[corner] ?? 0) - (latE7[corner - 1] ?? 0)));
  }
  const length = run.at(-1) ?? 0;
  const [low, high] = [Math.min(fromShare, toShare) * length, Math.max(fromShare, toShare) * length];
  const placeAt = (far: number): [number, number] => {
    const next = Math.max(
      1,
      run.findIndex((value) => value >= far),
    );
    const [before, after] = [run[next - 1] ?? 0, run[next] ?? 0];
    const within = after > before ? (far - before) / (after - before) : 0;
    const between = (values: number[]) =>
      fromE7((values[next - 1] ?? 0) * (1 - within) + (values[next] ?? 0) * within);
    return [between(lonE7), between(latE7)];
  };
  const inner = lonE7.flatMap((lon, corner): [number, number][] => {
    const far = run[corner] ?? 0;
    return far > low && far < high ? [[fromE7(lon), fromE7(latE7[corner] ?? 0)]] : [];
  });
  const corners = [placeAt(low), ...inner, placeAt(high)];
  return fromShare <= toShare ? corners : corners.reverse();
}
