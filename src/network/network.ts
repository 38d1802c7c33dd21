import { reverse, type ArcRows } from './build-graph.ts';
import { withClosed } from './closures.ts';
import type { Hierarchy } from './contraction.ts';
import { EdgeWays, type Direction } from './edge-ways.ts';
import type { ArcKind, RoadGraph } from './road-graph.ts';
import { ShortestPaths } from './shortest-paths.ts';
import { Snapper, type RoadUse, type Snapped } from './snap.ts';
import type { Locations } from './travel-types.ts';

/** Searches on a network in one direction. */
export interface DirectedSearch {
  rows: ArcRows;
  paths: ShortestPaths;
  /** The edge that an arc of a tree runs along. */
  edgeOf: (arc: number) => number;
}

/** Areas, points, and one list more. */
const listsRemembered = 3;

interface Met {
  places: Locations;
  limitKilometres: number;
  snapped: Snapped;
}

const isEqual = (a: Float64Array, b: Float64Array) =>
  a.length === b.length && a.every((value, at) => Object.is(value, b[at]));

/** A graph with what its queries need, each part made when it is first asked for. */
export class Network {
  readonly graph: RoadGraph;
  /** Shortcuts for large matrices, once somebody has had them made by `contractSteps`. */
  hierarchy: Hierarchy | null = null;
  #ways: EdgeWays | null = null;
  readonly #snappers: Partial<Record<RoadUse, Snapper>> = {};
  #met: readonly Met[] = [];
  readonly #searches: Partial<Record<Direction, DirectedSearch>> = {};

  constructor(graph: RoadGraph) {
    this.graph = graph;
  }

  get ways(): EdgeWays {
    return (this.#ways ??= new EdgeWays(this.graph));
  }

  get snapper(): Snapper {
    return this.snapperFor('there and back');
  }

  /** The snapper for places that need this of their roads, kept. */
  snapperFor(use: RoadUse): Snapper {
    return (this.#snappers[use] ??= new Snapper(this.graph, undefined, use));
  }

  /** Meets places with the network; the latest lists are remembered, since the same places are asked about again and again. */
  snap(places: Locations, limitKilometres: number): Snapped {
    const isSame = (met: Met) =>
      met.limitKilometres === limitKilometres &&
      isEqual(met.places.lon, places.lon) &&
      isEqual(met.places.lat, places.lat);
    const known = this.#met.find(isSame);
    if (known) return known.snapped;
    const snapped = this.snapper.snap(places, limitKilometres);
    const copy = { lon: places.lon.slice(), lat: places.lat.slice() };
    this.#met = [{ places: copy, limitKilometres, snapped }, ...this.#met].slice(0, listsRemembered);
    return snapped;
  }

  /** Searches from points; `to point` finds who can travel to them. One tree at a time is valid in each direction. */
  search(direction: Direction): DirectedSearch {
    return (this.#searches[direction] ??= this.#start(direction));
  }

  #start(direction: Direction): DirectedSearch {
    const { arcEdge } = this.graph;
    if (direction === 'from point') return searchOf(this.graph, (arc) => (arcEdge[arc] ?? 0) >> 1);
    const turned = reverse(this.graph);
    return searchOf(turned, (arc) => (arcEdge[turned.arc[arc] ?? 0] ?? 0) >> 1);
  }
}

const searchOf = (rows: ArcRows, edgeOf: DirectedSearch['edgeOf']): DirectedSearch => ({
  rows,
  paths: new ShortestPaths(rows),
  edgeOf,
});

const networks = new WeakMap<RoadGraph, Network>();

/**
 * The network of a graph while some kinds of road are closed, kept while the graph itself is: a project asks twice, and a
 * dashboard again at every change.
 */
export function networkOf(whole: RoadGraph, closedKinds: readonly ArcKind[] = []): Network {
  const graph = withClosed(whole, closedKinds);
  const kept = networks.get(graph);
  if (kept) return kept;
  const made = new Network(graph);
  networks.set(graph, made);
  return made;
}
