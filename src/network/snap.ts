import { PointIndex } from '../geo/point-index.ts';
import { stronglyConnected } from './components.ts';
import type { RoadGraph } from './road-graph.ts';
import type { Locations } from './travel-types.ts';

/**
 * A network may have several parts that no road joins (the two road systems of the Northwest Territories, an island),
 * so the largest alone will not do. A part is served when it has a hundredth of the network's nodes, or a hundred
 * nodes in a large network, and two at least; smaller ones are strays of the drawing, where a place would seem cut off.
 */
export function smallestServedPart(nodes: number): number {
  return Math.max(2, Math.min(100, nodes / 100));
}

/** Where places meet the network. */
export interface Snapped {
  /** Node of each place, or `offRoad`. */
  node: Uint32Array;
  /** Straight line from the place to its node, kilometres; Infinity when off the road. */
  kilometres: Float64Array;
}

/** Stands for a place that is farther than the limit from any road it could use. */
export const offRoad = 0xffffffff;

/**
 * Finds the nearest node of the network's served parts for each place, within `limitKilometres` (`<=`). Nodes follow
 * the shape of the roads closely enough for that; a strongly connected part can be left as well as entered.
 */
export class Snapper {
  readonly #nodes: Uint32Array;
  readonly #index: PointIndex;

  /** Strongly connected parts of `smallestPart` nodes or more are served. */
  constructor(graph: RoadGraph, smallestPart = smallestServedPart(graph.lon.length)) {
    const { of, size } = stronglyConnected(graph);
    this.#nodes = Uint32Array.from(of.keys()).filter((node) => (size[of[node] ?? 0] ?? 0) >= smallestPart);
    this.#index = new PointIndex(
      Float64Array.from(this.#nodes, (node) => graph.lon[node] ?? 0),
      Float64Array.from(this.#nodes, (node) => graph.lat[node] ?? 0),
    );
  }

  /** Meets each place with the network; places off the road are kept, as such. */
  snap({ lon, lat }: Locations, limitKilometres: number): Snapped {
    const node = new Uint32Array(lon.length).fill(offRoad);
    const kilometres = new Float64Array(lon.length).fill(Infinity);
    for (let place = 0; place < lon.length; place += 1) {
      const nearest = this.#index.nearest(lon[place] ?? 0, lat[place] ?? 0, limitKilometres);
      if (!nearest) continue;
      node[place] = this.#nodes[nearest.index] ?? offRoad;
      kilometres[place] = nearest.kilometres;
    }
    return { node, kilometres };
  }
}
