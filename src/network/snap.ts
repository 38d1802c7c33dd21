import { PointIndex } from '../geo/point-index.ts';
import { stronglyConnected } from './components.ts';
import type { RoadGraph } from './road-graph.ts';
import type { Locations } from './travel-types.ts';

/**
 * A network may have several parts that no road joins (the Dempster's end of the Northwest Territories and its
 * south). Parts with at least this share of the nodes are served; smaller ones are strays of the drawing.
 */
const smallestShare = 0.01;

/** Where places meet the network. */
export interface Snapped {
  /** Node of each place, or `offRoad`. */
  node: Uint32Array;
  /** Straight line from the place to its node, kilometres; NaN when off the road. */
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

  constructor(graph: RoadGraph) {
    const { of, size } = stronglyConnected(graph);
    const smallest = Math.max(2, graph.lon.length * smallestShare);
    this.#nodes = Uint32Array.from(of.keys()).filter((node) => (size[of[node] ?? 0] ?? 0) >= smallest);
    this.#index = new PointIndex(
      Float64Array.from(this.#nodes, (node) => graph.lon[node] ?? 0),
      Float64Array.from(this.#nodes, (node) => graph.lat[node] ?? 0),
    );
  }

  snap({ lon, lat }: Locations, limitKilometres: number): Snapped {
    const node = new Uint32Array(lon.length).fill(offRoad);
    const kilometres = new Float64Array(lon.length).fill(NaN);
    for (let place = 0; place < lon.length; place += 1) {
      const nearest = this.#index.nearest(lon[place] ?? 0, lat[place] ?? 0, limitKilometres);
      if (!nearest) continue;
      node[place] = this.#nodes[nearest.index] ?? offRoad;
      kilometres[place] = nearest.kilometres;
    }
    return { node, kilometres };
  }
}
