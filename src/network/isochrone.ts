import type { Direction, EdgeWay, EdgeWays } from './edge-ways.ts';
import { noNode, type RoadMesh } from './road-mesh.ts';
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
    const label = Int32Array.from(deciseconds, (time) => (time <= cutoff ? 0 : noRegion));
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

function reachedOf(ways: EdgeWays, mesh: RoadMesh, { tree, direction, starts }: Reach): Reached {
  const count = mesh.x.length;
  const reached = {
    deciseconds: new Float64Array(count).fill(Infinity),
    source: new Int32Array(count).fill(-1),
  };
  const startsOn = startsByEdge(starts);
  const improve = (point: number, time: number, source: number) => {
    const known = reached.deciseconds[point] ?? Infinity;
    if (time > known || (time === known && source >= (reached.source[point] ?? -1))) return;
    reached.deciseconds[point] = time;
    reached.source[point] = source;
  };
  const byNode = (point: number, node: number, more: number) => {
    const time = tree.deciseconds[node] ?? unreached;
    if (time !== unreached) improve(point, time + more, tree.source[node] ?? 0);
  };
  // Points of one edge stand together: its ends are looked up once.
  let [at, ends]: [number, readonly EdgeWay[]] = [-1, []];
  const onRoad = (point: number, edge: number, share: number) => {
    if (edge !== at) [at, ends] = [edge, direction === 'from point' ? ways.onto(edge) : ways.off(edge)];
    for (const { node, end, deciseconds } of ends) byNode(point, node, Math.abs(share - end) * deciseconds);
    for (const start of startsOn.get(edge) ?? []) {
      const time =
        direction === 'from point'
          ? ways.along(edge, start.share, share)
          : ways.along(edge, share, start.share);
      if (time !== null) improve(point, start.deciseconds + time, start.source);
    }
  };
  for (let point = 0; point < count; point += 1) {
    const base = mesh.base[point] ?? point;
    const node = mesh.node[point] ?? noNode;
    // Points beside a road stand after those on it.
    if (base !== point) improve(point, reached.deciseconds[base] ?? Infinity, reached.source[base] ?? -1);
    else if (node === noNode) onRoad(point, mesh.edge[point] ?? 0, mesh.share[point] ?? 0);
    else for (const one of ways.nodesAt(node)) byNode(point, one, 0);
  }
  return reached;
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
