import type { Direction, EdgeWay, EdgeWays } from './edge-ways.ts';
import { noNode } from './mesh-points.ts';
import type { RoadMesh } from './road-mesh.ts';
import { unreached, type Tree } from './shortest-paths.ts';
import { noRegion, traceRegions, type PolygonRings } from './trace-regions.ts';

/** A place where a search began between two junctions, so that its own road is not left out. */
export interface Start {
  edge: number;
  /** Share of the edge's length from its `from`. */
  share: number;
  /** Tenths of a second spent before. */
  deciseconds: number;
  source: number;
}

/** What was searched, on which an area is drawn. */
export interface Reach {
  tree: Pick<Tree, 'deciseconds' | 'source'>;
  direction: Direction;
  starts: readonly Start[];
}

/** Time and source of every point of a mesh; Infinity and -1 where nothing reaches it. */
interface Reached {
  deciseconds: Float64Array;
  source: Int32Array;
}

/** How far a search came, by point of a mesh. What it was asked of may search on; this stays. */
export class ReachedMesh {
  readonly #mesh: RoadMesh;
  readonly #reached: Reached;

  constructor(ways: EdgeWays, mesh: RoadMesh, reach: Reach) {
    this.#mesh = mesh;
    this.#reached = reachedOf(ways, mesh, reach);
  }

  /**
   * The land within a time, as polygons: every road within the time and the land between such roads; never land that lies
   * beyond the longest side of the mesh. Borders lie where the time along the roads is the cutoff (`<=` is in).
   * @param cutoff tenths of a second. The search itself must reach further: times beyond the border place it.
   */
  isochrone(cutoff: number): PolygonRings[] {
    const { deciseconds } = this.#reached;
    const label = new Int32Array(deciseconds.length);
    for (let point = 0; point < label.length; point += 1)
      label[point] = (deciseconds[point] as number) <= cutoff ? 0 : noRegion;
    return traceRegions(this.#mesh, label, (p, q) => atCutoff(deciseconds, cutoff, p, q)).get(0) ?? [];
  }

  /**
   * The land nearest to each source of a search, within the cutoff: polygons by source that do not overlap. Between points
   * of two sources the border lies half way, since nobody knows the time across the land between.
   * @param cutoff tenths of a second
   */
  catchments(cutoff: number): Map<number, PolygonRings[]> {
    const { deciseconds, source } = this.#reached;
    const label = source.map((from, point) => ((deciseconds[point] ?? Infinity) <= cutoff ? from : noRegion));
    const isIn = (point: number) => label[point] !== noRegion;
    return traceRegions(this.#mesh, label, (p, q) =>
      isIn(p) && isIn(q) ? 0.5 : atCutoff(deciseconds, cutoff, p, q),
    );
  }
}

/** The share of the way from `p` to `q` where the time is the cutoff; the middle where one end is never reached. */
function atCutoff(deciseconds: Float64Array, cutoff: number, p: number, q: number): number {
  const [at, to] = [deciseconds[p] ?? Infinity, deciseconds[q] ?? Infinity];
  if (at === Infinity || to === Infinity) return 0.5;
  return (cutoff - at) / (to - at);
}

/** Runs over the mesh edge by edge: points of one edge stand together, and roads that nothing reaches are passed over. */
function reachedOf(ways: EdgeWays, mesh: RoadMesh, reach: Reach): Reached {
  const count = mesh.x.length;
  const reached = {
    deciseconds: new Float64Array(count).fill(Infinity),
    source: new Int32Array(count).fill(-1),
  };
  const { tree, direction } = reach;
  const startsOn = startsByEdge(reach.starts);
  let point = 0;
  for (; point < count && mesh.node[point] !== noNode; point += 1) {
    const junction = mesh.node[point] as number;
    atNode(reached, point, junction, tree);
    for (const copy of ways.copiesOf(junction)) atNode(reached, point, copy, tree);
  }
  while (point < mesh.firstBeside) {
    const edge = mesh.edge[point] as number;
    const first = point;
    while (point < mesh.firstBeside && mesh.edge[point] === edge) point += 1;
    const edgeWays = direction === 'from point' ? ways.onto(edge) : ways.off(edge);
    for (const way of edgeWays) alongWay(reached, mesh, way, [first, point], tree);
    for (const start of startsOn.get(edge) ?? [])
      alongStart(reached, mesh, start, [first, point], ways, direction);
  }
  for (; point < count; point += 1) {
    const base = mesh.base[point] as number;
    reached.deciseconds[point] = reached.deciseconds[base] as number;
    reached.source[point] = reached.source[base] as number;
  }
  return reached;
}

function improve({ deciseconds, source }: Reached, point: number, time: number, from: number): void {
  const known = deciseconds[point] as number;
  if (time > known || (time === known && from >= (source[point] as number))) return;
  deciseconds[point] = time;
  source[point] = from;
}

function atNode(reached: Reached, point: number, node: number, tree: Reach['tree']): void {
  const time = tree.deciseconds[node] as number;
  if (time !== unreached) improve(reached, point, time, tree.source[node] as number);
}

/** Points of an edge, first to before last, that are reached by way of the node at one of its ends. */
function alongWay(
  reached: Reached,
  mesh: RoadMesh,
  way: EdgeWay,
  [first, last]: readonly [number, number],
  tree: Reach['tree'],
): void {
  const time = tree.deciseconds[way.node] as number;
  if (time === unreached) return;
  const source = tree.source[way.node] as number;
  for (let point = first; point < last; point += 1) {
    const part = Math.abs((mesh.share[point] as number) - way.end);
    improve(reached, point, time + part * way.deciseconds, source);
  }
}

/** Points of an edge that are reached from a place on the same edge. */
function alongStart(
  reached: Reached,
  mesh: RoadMesh,
  start: Start,
  [first, last]: readonly [number, number],
  ways: EdgeWays,
  direction: Direction,
): void {
  for (let point = first; point < last; point += 1) {
    const share = mesh.share[point] as number;
    const time =
      direction === 'from point'
        ? ways.along(start.edge, start.share, share)
        : ways.along(start.edge, share, start.share);
    if (time !== null) improve(reached, point, start.deciseconds + time, start.source);
  }
}

function startsByEdge(starts: readonly Start[]): ReadonlyMap<number, readonly Start[]> {
  const byEdge = new Map<number, Start[]>();
  for (const start of starts) {
    const known = byEdge.get(start.edge);
    if (known) known.push(start);
    else byEdge.set(start.edge, [start]);
  }
  return byEdge;
}
