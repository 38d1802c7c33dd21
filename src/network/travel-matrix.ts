import { PointIndex } from '../geo/point-index.ts';
import { runThrough } from '../model/slices.ts';
import { addNearest } from './beyond-limit.ts';
import {
  cutoffOf,
  estimatedJourney,
  isNoRoad,
  journeyBy,
  northBetween,
  offRoadOf,
  straightBetween,
  type Journey,
} from './journey.ts';
import { MatrixRows } from './matrix-rows.ts';
import { networkOf } from './network.ts';
import { pointsBeside } from './points-beside.ts';
import type { RoadGraph } from './road-graph.ts';
import { contractedWays, searchedWays } from './road-ways.ts';
import { offRoad, type Snapped } from './snap.ts';
import type { Locations, TravelMatrix, TravelRequest } from './travel-types.ts';

/** Raise it where the same graph, places and options give another matrix: those of before are then not used any more. */
export const matrixVersion = 1;

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
 * A network that was contracted is asked by its hierarchy for ways to points, any other by one search a point: the times are the same, and of
 * ways that take the same time the hierarchy knows the shortest.
 */
export function* travelSteps(request: TravelRequest): Generator<number, TravelMatrix> {
  const { origins, points, options } = request;
  const { limitKilometres, limitMinutes = Infinity } = options;
  const { beyond } = request;
  const journeysTo = request.graph ? byRoad(request, request.graph) : byStraightLine(request);
  const rows = new MatrixRows();
  for (let point = 0; point < points.lon.length; point += 1) {
    const to = journeysTo.to(point);
    for (const origin of to.origins) {
      const journey = to.from(origin);
      if (!journey || journey.kilometres > limitKilometres || journey.minutes > limitMinutes) continue;
      // One way to nowhere a group is enough, and comes below.
      if (beyond && isNoRoad(journey)) continue;
      rows.add(origin, point, journey);
    }
    yield point + 1;
  }
  if (beyond) {
    for (const done of addNearest(rows, request, beyond)) yield points.lon.length + done;
  }
  const { originsOffRoad, pointsOffRoad } = journeysTo;
  const method = request.graph ? 'road' : 'straight line';
  return {
    ...rows.byOriginAndPoint(origins.lon.length, points.lon.length),
    method,
    originsOffRoad,
    pointsOffRoad,
  };
}

/** `travelSteps` in one go. */
export function travelMatrix(request: TravelRequest): TravelMatrix {
  return runThrough(travelSteps(request));
}

/** Journeys to one point. */
interface JourneysTo {
  /** The origins that may have one within the limit. */
  origins: Iterable<number>;
  /** Null where the limit hides whether a road leads. */
  from(origin: number): Journey | null;
}

interface Journeys {
  originsOffRoad: Uint32Array;
  pointsOffRoad: Uint32Array;
  /** Each call replaces what the one before was based on. */
  to(point: number): JourneysTo;
}

const indicesOf = ({ lon }: Locations) => Uint32Array.from(lon.keys());

function byStraightLine({ origins, points, options }: TravelRequest): Journeys {
  const { limitMinutes = Infinity, detourFactor, estimateSpeed } = options;
  const all = indicesOf(origins);
  const index = limitMinutes === Infinity ? null : new PointIndex(origins.lon, origins.lat);
  // A hair more: the index rounds in its own way.
  const farthest = ((limitMinutes / 60) * estimateSpeed * 1.001) / detourFactor + 0.001;
  const within = (point: number) =>
    index
      ?.within(points.lon[point] ?? NaN, points.lat[point] ?? NaN, farthest)
      .map(({ index: origin }) => origin);
  return {
    originsOffRoad: new Uint32Array(0),
    pointsOffRoad: new Uint32Array(0),
    to: (point) => ({
      origins: within(point) ?? all,
      from: (origin) => estimatedJourney(straightBetween(origins, origin, points, point), options),
    }),
  };
}

function byRoad(request: TravelRequest, graph: RoadGraph): Journeys {
  const { origins, points, direction = 'to point', options } = request;
  const network = networkOf(graph, options.closedKinds);
  const from = network.snap(origins, options.snapLimitKilometres);
  const to = network.snap(points, options.snapLimitKilometres);
  const ways =
    network.hierarchy && direction === 'to point'
      ? contractedWays(network, network.hierarchy, from, to)
      : searchedWays(network, from, to, direction, cutoffOf(options));
  const hasLimit = (options.limitMinutes ?? Infinity) < Infinity;
  const isOn = ({ edge }: Snapped, place: number) => edge[place] !== offRoad;
  const all = indicesOf(origins);
  // Asked from the points' side: what lies beside is the same either way.
  const beside = pointsBeside(
    { places: points, points: origins, limitKilometres: options.snapLimitKilometres },
    to,
    from,
  );
  const originsOffRoad = offRoadOf(from);
  /** Origins in reach of a point; those where one is off the road have a journey, or none, whatever the limit. */
  const near = (point: number, reached: Uint32Array) =>
    isOn(to, point) ? new Set([...reached, ...beside(point), ...originsOffRoad]) : all;

  return {
    originsOffRoad,
    pointsOffRoad: offRoadOf(to),
    to(point) {
      const { from: wayFrom, reached } = ways(point);
      return {
        origins: hasLimit && reached ? near(point, reached) : all,
        from(origin) {
          const off = (from.kilometres[origin] ?? Infinity) + (to.kilometres[point] ?? Infinity);
          const way = wayFrom(origin);
          // Most pairs are too far apart to go straight across, and then a way along the road says it all.
          const isFar =
            northBetween(origins, origin, points, point) > Math.min(off, options.snapLimitKilometres);
          const straight = way && isFar ? Infinity : straightBetween(origins, origin, points, point);
          const journey = journeyBy(way, straight, off, options);
          return hasLimit && isNoRoad(journey) && isOn(from, origin) && isOn(to, point) ? null : journey;
        },
      };
    },
  };
}
