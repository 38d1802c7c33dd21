import { nearestSteps, type NearestPoints, type NearestRequest } from '../network/nearest.ts';
import {
  catchmentSteps,
  isochroneSteps,
  type Catchment,
  type Isochrones,
  type ReachRequest,
} from '../network/reach.ts';
import type { GraphOrigin, RoadGraph } from '../network/road-graph.ts';
import { route, type Place, type RouteAnswer, type RouteOptions } from '../network/route.ts';
import { travelSteps } from '../network/travel-matrix.ts';
import type { TravelMatrix, TravelRequest } from '../network/travel-types.ts';

/** What can be asked of the thread of travel times, without the graph, and what it answers. */
export interface TravelAsks {
  /** What the graph says of itself. */
  about: { ask: object; answer: GraphOrigin | null };
  matrix: { ask: Omit<TravelRequest, 'graph'>; answer: TravelMatrix };
  nearest: { ask: Omit<NearestRequest, 'graph'>; answer: NearestPoints };
  /** Null without a graph. */
  route: { ask: { from: Place; to: Place; options: RouteOptions }; answer: RouteAnswer | null };
  /** None without a graph: a straight line knows no coast. */
  isochrones: { ask: Omit<ReachRequest, 'graph'>; answer: Isochrones | null };
  catchments: { ask: Omit<ReachRequest, 'graph'>; answer: Catchment[] };
}

export type AskKind = keyof TravelAsks;

/** How one kind of ask is answered. */
interface Work<Kind extends AskKind> {
  /**
   * Yields how much is done. Between two steps others may search the same network: a step leaves nothing behind in the
   * network's own searches that a later one counts on.
   */
  steps: (
    graph: RoadGraph | null,
    ask: TravelAsks[Kind]['ask'],
  ) => Generator<number, TravelAsks[Kind]['answer']>;
  /** How much there is to do. */
  total: (graph: RoadGraph | null, ask: TravelAsks[Kind]['ask']) => number;
}

/** Every kind of ask: a new one is an entry here and one above. */
export const travelWork: { readonly [Kind in AskKind]: Work<Kind> } = {
  about: inOneStep((graph) => graph?.about ?? null),
  matrix: {
    steps: (graph, ask) => travelSteps({ ...ask, graph }),
    total: (_, { origins, points, beyond }) =>
      points.lon.length + (beyond ? (Math.max(...beyond.groups) + 1) * origins.lon.length : 0),
  },
  nearest: {
    steps: (graph, ask) => nearestSteps({ ...ask, graph }),
    total: (_, { places }) => places.lon.length,
  },
  route: inOneStep((graph, { from, to, options }) => graph && route(graph, from, to, options)),
  isochrones: { steps: isochrones, total: () => 1 },
  catchments: { steps: catchments, total: () => 1 },
};

/** Work that is too short to be told in steps. */
function inOneStep<Kind extends AskKind>(
  answer: (graph: RoadGraph | null, ask: TravelAsks[Kind]['ask']) => TravelAsks[Kind]['answer'],
): Work<Kind> {
  return {
    *steps(graph, ask) {
      return answer(graph, ask);
    },
    total: () => 1,
  };
}

function* isochrones(
  graph: RoadGraph | null,
  ask: TravelAsks['isochrones']['ask'],
): Generator<number, Isochrones | null> {
  return graph && (yield* isochroneSteps({ ...ask, graph }));
}

function* catchments(
  graph: RoadGraph | null,
  ask: TravelAsks['catchments']['ask'],
): Generator<number, Catchment[]> {
  return graph ? yield* catchmentSteps({ ...ask, graph }) : [];
}
