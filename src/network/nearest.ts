import { PointIndex } from '../geo/point-index.ts';
import { runThrough } from '../model/slices.ts';
import { approaches, beginAndEnd, seedsOf, WayLengths, type Approaches } from './approach.ts';
import type { Direction } from './edge-ways.ts';
import {
  cutoffOf,
  estimatedJourney,
  journeyBy,
  minutesOff,
  offRoadOf,
  straightBetween,
  type Journey,
} from './journey.ts';
import { MatrixRows } from './matrix-rows.ts';
import { NearestSources, type SourceLabels } from './nearest-sources.ts';
import { networkOf, type Network } from './network.ts';
import type { RoadGraph } from './road-graph.ts';
import { kindAt, metresAt, quicker, wayAlong, type Way } from './road-ways.ts';
import { pointsBeside } from './points-beside.ts';
import { unreached, type Seeds } from './shortest-paths.ts';
import type { Snapped } from './snap.ts';
import type { Locations, TravelMatrix, TravelOptions } from './travel-types.ts';

/** Which points are nearest to each place. Without a graph every journey is an estimate. */
export interface NearestRequest {
  graph: RoadGraph | null;
  places: Locations;
  points: Locations;
  /** How many points a place, 1 or more: the second is the one to go to should the first close. */
  k: number;
  /** Whether the people of the places travel to the points, or the points' staff to the places. */
  direction: Direction;
  options: Omit<TravelOptions, 'limitKilometres'>;
}

/**
 * The journeys between places (`origin`, whichever way the people go) and their nearest points: ordered by place, then
 * nearest first, of equals the lower point first. A place without a row has none within the limit.
 */
export interface NearestPoints extends TravelMatrix {
  /** Places on the road that have no point within the limit of minutes, but one beyond it. */
  beyondLimit: Uint32Array;
}

/** Places between two steps. */
const placesAStep = 2048;

/**
 * The k nearest points of each place by time, in one search for all of them; journeys are those of `travelMatrix`. Yields
 * the number of places done.
 */
export function* nearestSteps(request: NearestRequest): Generator<number, NearestPoints> {
  const { places, k, options } = request;
  const { limitMinutes = Infinity } = options;
  yield 0;
  const search = request.graph ? byRoad(request, request.graph) : byStraightLine(request);
  const rows = new MatrixRows();
  const without: number[] = [];
  for (let place = 0; place < places.lon.length; place += 1) {
    const candidates = search
      .candidates(place)
      .filter(({ journey }) => journey.minutes <= limitMinutes)
      .sort((a, b) => a.journey.minutes - b.journey.minutes || a.point - b.point);
    for (const { point, journey } of candidates.slice(0, k)) rows.add(place, point, journey);
    if (candidates.length === 0) without.push(place);
    if (place % placesAStep === placesAStep - 1) yield place + 1;
  }
  return {
    ...rows.byOrigin(places.lon.length),
    method: request.graph ? 'road' : 'straight line',
    originsOffRoad: search.placesOffRoad,
    pointsOffRoad: search.pointsOffRoad,
    beyondLimit: limitMinutes === Infinity ? new Uint32Array(0) : search.reachable(without),
  };
}

/** `nearestSteps` in one go. */
export function nearestPoints(request: NearestRequest): NearestPoints {
  return runThrough(nearestSteps(request));
}

interface Candidate {
  point: number;
  journey: Journey;
}

interface NearestSearch {
  placesOffRoad: Uint32Array;
  pointsOffRoad: Uint32Array;
  /** Points among which the k nearest of a place are, each once. */
  candidates(place: number): Candidate[];
  /** Those of some places that a point is joined to, however far. */
  reachable(places: readonly number[]): Uint32Array;
}

/** Where to begin to look for points as the crow flies, and how far the earth goes, kilometres. */
const [firstLook, furthestLook] = [25, 20_016];

function byStraightLine({ places, points, k, options }: NearestRequest): NearestSearch {
  const index = new PointIndex(points.lon, points.lat);
  const none = new Uint32Array(0);
  const candidates = (place: number): Candidate[] => {
    const [lon, lat] = [places.lon[place] ?? NaN, places.lat[place] ?? NaN];
    let found = index.within(lon, lat, firstLook);
    for (let look = firstLook * 4; found.length < k && look < furthestLook * 4; look *= 4)
      found = index.within(lon, lat, look);
    return found.map(({ index: point, kilometres }) => ({
      point,
      journey: estimatedJourney(kilometres, options),
    }));
  };
  return {
    placesOffRoad: none,
    pointsOffRoad: none,
    candidates,
    reachable: (asked) => (points.lon.length > 0 ? Uint32Array.from(asked) : none),
  };
}

function byRoad(request: NearestRequest, graph: RoadGraph): NearestSearch {
  const { places, points, direction, options } = request;
  const network = networkOf(graph, options.closedKinds);
  const from = network.snap(places, options.snapLimitKilometres);
  const to = network.snap(points, options.snapLimitKilometres);
  const starts = approaches(network, from, beginAndEnd[direction].places);
  const ends = approaches(network, to, beginAndEnd[direction].points);
  const walk = Uint32Array.from(to.kilometres, (kilometres) =>
    Math.round(minutesOff(Math.min(kilometres, options.snapLimitKilometres), options) * 600),
  );
  const seeds = seedsOf(ends, [...to.edge.keys()], (point) => walk[point] ?? 0);
  const ways = new LabelledWays(network, request, seeds, { starts, ends, to, walk });
  const beside = pointsBeside({ places, points, limitKilometres: options.snapLimitKilometres }, from, to);

  const candidates = (place: number): Candidate[] => {
    const found = ways.to(starts, from, place);
    for (const point of beside(place)) {
      const along =
        direction === 'to point'
          ? wayAlong(network, from, place, to, point)
          : wayAlong(network, to, point, from, place);
      found.set(point, quicker(found.get(point) ?? null, along));
    }
    return [...found].map(([point, way]) => {
      const off = (from.kilometres[place] ?? Infinity) + (to.kilometres[point] ?? Infinity);
      const journey = journeyBy(way, straightBetween(places, place, points, point), off, options);
      return { point, journey };
    });
  };
  const reachable = (asked: readonly number[]) => {
    if (asked.length === 0) return new Uint32Array(0);
    const { deciseconds } = network.search(direction).paths.from(seeds);
    const isReached = (place: number) =>
      starts.node
        .subarray(starts.first[place], starts.first[place + 1])
        .some((node) => deciseconds[node] !== unreached);
    return Uint32Array.from(asked.filter(isReached));
  };
  return { placesOffRoad: offRoadOf(from), pointsOffRoad: offRoadOf(to), candidates, reachable };
}

/** Every label of the nodes at the ends of approaches. */
function labelsAt({ node }: Approaches, k: number): Uint32Array {
  const labels = new Uint32Array(node.length * k);
  for (let at = 0; at < labels.length; at += 1)
    labels[at] = (node[Math.floor(at / k)] as number) * k + (at % k);
  return labels;
}

/** Ways from the k nearest points along the network, by place. */
class LabelledWays {
  readonly #labels: Pick<SourceLabels, 'k' | 'source' | 'deciseconds'>;
  readonly #lengths: WayLengths;
  readonly #network: Network;
  readonly #walk: Uint32Array;

  constructor(
    network: Network,
    { k, direction, options }: NearestRequest,
    seeds: Seeds,
    { starts, ends, to, walk }: { starts: Approaches; ends: Approaches; to: Snapped; walk: Uint32Array },
  ) {
    const { rows, paths } = network.search(direction);
    const cutoff = cutoffOf(options);
    const labels = k === 1 ? paths.from(seeds, cutoff) : new NearestSources(rows, k).from(seeds, cutoff);
    const { source, deciseconds } = labels;
    // The network's own search may be used by others before the last place is read.
    this.#labels =
      k === 1 ? { k, source: source.slice(), deciseconds: deciseconds.slice() } : { k, source, deciseconds };
    this.#lengths = new WayLengths(network, direction, source.length);
    this.#lengths.measure(labels, labelsAt(starts, k), (entry, point) => ({
      metres: metresAt(ends, point, Math.floor(entry / k)),
      kind: kindAt(network, to, point),
    }));
    this.#network = network;
    this.#walk = walk;
  }

  /** The quickest ways between a place and the points that are labelled where its road ends; of equals the shorter. */
  to(starts: Approaches, from: Snapped, place: number): Map<number, Way | null> {
    const { k, source, deciseconds: times } = this.#labels;
    const kind = kindAt(this.#network, from, place);
    const found = new Map<number, Way | null>();
    for (let way = starts.first[place] ?? 0; way < (starts.first[place + 1] ?? 0); way += 1)
      for (let label = (starts.node[way] ?? 0) * k, rank = 0; rank < k; rank += 1, label += 1) {
        const time = times[label] ?? unreached;
        if (time === unreached) continue;
        const point = source[label] ?? 0;
        const deciseconds = time - (this.#walk[point] ?? 0) + (starts.deciseconds[way] ?? 0);
        const metres = (this.#lengths.metres[label] ?? 0) + (starts.metres[way] ?? 0);
        const best = found.get(point);
        if (
          best &&
          (best.deciseconds < deciseconds || (best.deciseconds === deciseconds && best.metres <= metres))
        )
          continue;
        found.set(point, { deciseconds, metres, kind: Math.max(kind, this.#lengths.kind[label] ?? 0) });
      }
    return found;
  }
}
