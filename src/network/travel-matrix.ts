import {
  estimatedJourney,
  isNoRoad,
  journeyBy,
  northBetween,
  offRoadOf,
  straightBetween,
  type Journey,
} from './journey.ts';
import { runThrough } from '../model/slices.ts';
import { MatrixRows } from './matrix-rows.ts';
import { networkOf } from './network.ts';
import type { RoadGraph } from './road-graph.ts';
import { contractedWays, searchedWays } from './road-ways.ts';
import { offRoad, type Snapped } from './snap.ts';
import type { TravelMatrix, TravelOptions, TravelRequest } from './travel-types.ts';

/**
 * Travel from every origin to every point; see `TravelMatrix`. Yields the number of points done, so that a caller can
 * show progress, let other work through, or stop.
 *
 * A journey is the way to the road at `estimateSpeed`, the fastest way along the network, and the way from the road.
 * Two places nearer to each other than to their roads are also joined directly, by the straight line times the detour
 * factor, and the quicker counts: nobody drives out to the highway to cross the street. A place off the road has its
 * road beyond the snap limit, so an office in a fly-in community serves that community; no direct journey is longer
 * than the snap limit as the crow flies.
 *
 * A network that was contracted is asked by its hierarchy, any other by one search a point: the times are the same, and of
 * ways that take the same time the hierarchy knows the shortest.
 */
export function* travelSteps(request: TravelRequest): Generator<number, TravelMatrix> {
  const { origins, points, options } = request;
  const { limitKilometres, limitMinutes = Infinity } = options;
  const journeysTo = request.graph ? byRoad(request, request.graph) : byStraightLine(request);
  const rows = new MatrixRows();
  for (let point = 0; point < points.lon.length; point += 1) {
    const entryAt = journeysTo.journeys(point);
    for (let origin = 0; origin < origins.lon.length; origin += 1) {
      const journey = entryAt(origin);
      if (!journey || journey.kilometres > limitKilometres || journey.minutes > limitMinutes) continue;
      rows.add(origin, point, journey);
    }
    yield point + 1;
  }
  const { originsOffRoad, pointsOffRoad } = journeysTo;
  const method = request.graph ? 'road' : 'straight line';
  return { ...rows.byOrigin(origins.lon.length), method, originsOffRoad, pointsOffRoad };
}

/** `travelSteps` in one go. */
export function travelMatrix(request: TravelRequest): TravelMatrix {
  return runThrough(travelSteps(request));
}

interface Journeys {
  originsOffRoad: Uint32Array;
  pointsOffRoad: Uint32Array;
  /** A function of the origin, null where the limit hides whether a road leads; each call replaces what the one before was based on. */
  journeys(point: number): (origin: number) => Journey | null;
}

function byStraightLine({ origins, points, options }: TravelRequest): Journeys {
  return {
    originsOffRoad: new Uint32Array(0),
    pointsOffRoad: new Uint32Array(0),
    journeys: (point) => (origin) =>
      estimatedJourney(straightBetween(origins, origin, points, point), options),
  };
}

function byRoad({ origins, points, options }: TravelRequest, graph: RoadGraph): Journeys {
  const network = networkOf(graph, options.closedKinds);
  const from = network.snap(origins, options.snapLimitKilometres);
  const to = network.snap(points, options.snapLimitKilometres);
  const ways = network.hierarchy
    ? contractedWays(network, network.hierarchy, from, to)
    : searchedWays(network, from, to, cutoffOf(options));
  const hasLimit = (options.limitMinutes ?? Infinity) < Infinity;
  const isOn = ({ edge }: Snapped, place: number) => edge[place] !== offRoad;

  const journeys = (point: number) => {
    const wayFrom = ways(point);
    return (origin: number): Journey | null => {
      const off = (from.kilometres[origin] ?? Infinity) + (to.kilometres[point] ?? Infinity);
      const way = wayFrom(origin);
      // Most pairs are too far apart to go straight across, and then a way along the road says it all.
      const isFar = northBetween(origins, origin, points, point) > Math.min(off, options.snapLimitKilometres);
      const straight = way && isFar ? Infinity : straightBetween(origins, origin, points, point);
      const journey = journeyBy(way, straight, off, options);
      return hasLimit && isNoRoad(journey) && isOn(from, origin) && isOn(to, point) ? null : journey;
    };
  };
  return { originsOffRoad: offRoadOf(from), pointsOffRoad: offRoadOf(to), journeys };
}

/** Tenths of a second within which every way of a journey within the limit is found; rounding is seen to. */
export const cutoffOf = ({ limitMinutes = Infinity }: Pick<TravelOptions, 'limitMinutes'>) =>
  Math.ceil(limitMinutes * 600) + 2;
