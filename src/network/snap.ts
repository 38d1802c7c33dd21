import { reverse } from './build-graph.ts';
import { openEdges } from './closures.ts';
import { reachedFrom, servedParts } from './components.ts';
import { EdgeIndex } from './edge-index.ts';
import { EdgeWays } from './edge-ways.ts';
import { arcKinds, type RoadGraph } from './road-graph.ts';
import { Shores } from './shores.ts';
import type { Locations } from './travel-types.ts';

/** Where places meet the network. */
export interface Snapped {
  /** Edge that each place meets, or `offRoad`. */
  edge: Uint32Array;
  /** Share of the edge's length, from its `from`. */
  share: Float64Array;
  /**
   * Straight line from the place to its road, kilometres. Off the road, to the nearest road that would serve it were it
   * nearer; Infinity where there is none.
   */
  kilometres: Float64Array;
}

/** Stands for a place that is farther than the limit from any road it could use. */
export const offRoad = 0xffffffff;

/**
 * What a place needs of its road: to come back where it set out, as people do; or, for one journey, to lead into the
 * network, or out of it.
 */
export type RoadUse = 'there and back' | 'setting out' | 'arriving';

const ferry = arcKinds.indexOf('ferry');

/**
 * Finds for each place the nearest road of the network's served parts, within `limitKilometres` (`<=`), that no shore lies
 * in front of. A served part is strongly connected: it can be left as well as entered. Nobody boards a ferry in midstream,
 * or meets a road while it is closed; a part is served all the same while the roads that lead there are closed, so that
 * its people are not taken to walk to another.
 */
export class Snapper {
  readonly #roads: EdgeIndex;
  readonly #shores: Shores;

  /** Parts of `smallestPart` nodes or more are served. */
  constructor(
    graph: RoadGraph,
    ways = new EdgeWays(graph),
    smallestPart?: number,
    use: RoadUse = 'there and back',
  ) {
    const { isServed } = servedParts(graph, smallestPart);
    const fits =
      use === 'there and back' ? servedEdges(graph, ways, isServed) : edgesFor(use, graph, isServed);
    const { kind } = graph.edges;
    const isOpen = openEdges(graph);
    const served = Uint32Array.from(kind.keys()).filter(
      (edge) => kind[edge] !== ferry && isOpen[edge] === 1 && fits(edge),
    );
    this.#roads = new EdgeIndex(graph, served);
    this.#shores = new Shores(graph.shores);
  }

  /** Meets each place with the network; places off the road are kept, as such. */
  snap({ lon, lat }: Locations, limitKilometres: number): Snapped {
    const snapped: Snapped = {
      edge: new Uint32Array(lon.length).fill(offRoad),
      share: new Float64Array(lon.length),
      kilometres: new Float64Array(lon.length).fill(Infinity),
    };
    for (let place = 0; place < lon.length; place += 1) {
      const [x, y] = [lon[place] ?? NaN, lat[place] ?? NaN];
      const isOnLand = (road: { lon: number; lat: number }) =>
        !this.#shores.isBetween(x * 1e7, y * 1e7, road.lon * 1e7, road.lat * 1e7);
      const near = this.#roads.nearest(x, y, limitKilometres, isOnLand);
      if (near) {
        snapped.edge[place] = near.edge;
        snapped.share[place] = near.share;
      }
      const nearest = near ?? this.#roads.nearest(x, y);
      snapped.kilometres[place] = nearest?.kilometres ?? Infinity;
    }
    return snapped;
  }
}

/** Edges between served junctions. */
function servedEdges({ edges }: RoadGraph, ways: EdgeWays, isServed: Uint8Array): (edge: number) => boolean {
  const serves = (junction: number) => ways.nodesAt(junction).some((node) => isServed[node] === 1);
  return (edge) => serves(edges.from[edge] ?? 0) && serves(edges.to[edge] ?? 0);
}

/** Edges along which a served part is reached; or that are reached from one. */
function edgesFor(use: RoadUse, graph: RoadGraph, isServed: Uint8Array): (edge: number) => boolean {
  const isSettingOut = use === 'setting out';
  const fits = reachedFrom(isSettingOut ? reverse(graph) : graph, isServed);
  const { firstArc, head, arcEdge, edges } = graph;
  const isFit = new Uint8Array(edges.from.length);
  for (let node = 0; node < firstArc.length - 1; node += 1)
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1)
      if (fits[isSettingOut ? (head[arc] ?? 0) : node] === 1) isFit[(arcEdge[arc] ?? 0) >> 1] = 1;
  return (edge) => isFit[edge] === 1;
}
