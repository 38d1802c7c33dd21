import { reverse } from './build-graph.ts';
import { openEdges } from './closures.ts';
import { reachedFrom, servedParts } from './components.ts';
import { EdgeIndex, type NearestOnRoad } from './edge-index.ts';
import { orderAlongCurve } from './hilbert-order.ts';
import { arcKinds, toE7, type RoadGraph } from './road-graph.ts';
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
  constructor(graph: RoadGraph, smallestPart?: number, use: RoadUse = 'there and back') {
    const { isServed } = servedParts(graph, smallestPart);
    const fits = use === 'there and back' ? servedEdges(graph, isServed) : edgesFor(use, graph, isServed);
    this.#roads = new EdgeIndex(graph, edgesToMeet(graph, fits));
    this.#shores = new Shores(graph.shores);
  }

  /** Meets each place with the network; places off the road are kept, as such. */
  snap({ lon, lat }: Locations, limitKilometres: number): Snapped {
    const snapped: Snapped = {
      edge: new Uint32Array(lon.length).fill(offRoad),
      share: new Float64Array(lon.length),
      kilometres: new Float64Array(lon.length).fill(Infinity),
    };
    // One after the other on the map: what was read of the roads for one is at hand for the next.
    for (const place of orderAlongCurve(Int32Array.from(lon, toE7), Int32Array.from(lat, toE7))) {
      const [x, y] = [lon[place] ?? NaN, lat[place] ?? NaN];
      const near = this.#roads.nearest(x, y, limitKilometres, this.#isClear(x, y), this.#shores);
      if (near) {
        snapped.edge[place] = near.edge;
        snapped.share[place] = near.share;
      }
      const nearest = near ?? this.#roads.nearest(x, y);
      snapped.kilometres[place] = nearest?.kilometres ?? Infinity;
    }
    return snapped;
  }

  /** Whether no shore lies between a place and a road. */
  #isClear(x: number, y: number): (road: NearestOnRoad) => boolean {
    return (road) => !this.#shores.isBetween(x * 1e7, y * 1e7, road.lon * 1e7, road.lat * 1e7);
  }
}

/** Open edges that are no ferries and that fit. */
function edgesToMeet(graph: RoadGraph, fits: Uint8Array): Uint32Array {
  const { kind } = graph.edges;
  const isOpen = openEdges(graph);
  const found = new Uint32Array(kind.length);
  let count = 0;
  for (let edge = 0; edge < kind.length; edge += 1)
    if (kind[edge] !== ferry && isOpen[edge] === 1 && fits[edge] === 1) found[count++] = edge;
  return found.slice(0, count);
}

/** 1 for edges between served junctions: served themselves, or one of their copies. */
function servedEdges({ edges, copyOf }: RoadGraph, isServed: Uint8Array): Uint8Array {
  const junctions = isServed.length - copyOf.length;
  const serves = isServed.slice(0, junctions);
  for (let copy = 0; copy < copyOf.length; copy += 1)
    if (isServed[junctions + copy] === 1) serves[copyOf[copy] as number] = 1;
  const fits = new Uint8Array(edges.from.length);
  for (let edge = 0; edge < fits.length; edge += 1)
    fits[edge] =
      (serves[edges.from[edge] as number] as number) & (serves[edges.to[edge] as number] as number);
  return fits;
}

/** 1 for edges along which a served part is reached; or that are reached from one. */
function edgesFor(use: RoadUse, graph: RoadGraph, isServed: Uint8Array): Uint8Array {
  const isSettingOut = use === 'setting out';
  const fits = reachedFrom(isSettingOut ? reverse(graph) : graph, isServed);
  const { firstArc, head, arcEdge, edges } = graph;
  const isFit = new Uint8Array(edges.from.length);
  for (let node = 0; node < firstArc.length - 1; node += 1)
    for (let arc = firstArc[node] ?? 0; arc < (firstArc[node + 1] ?? 0); arc += 1)
      if (fits[isSettingOut ? (head[arc] ?? 0) : node] === 1) isFit[(arcEdge[arc] ?? 0) >> 1] = 1;
  return isFit;
}
