import { haversineKilometres } from '../geo/distance.ts';
import { reverse } from './build-graph.ts';
import type { RoadGraph } from './road-graph.ts';
import { ShortestPaths, unreached } from './shortest-paths.ts';
import { offRoad, Snapper, type Snapped } from './snap.ts';
import { matrixStates, type Locations, type TravelMatrix, type TravelRequest } from './travel-types.ts';

const stateCode = (state: (typeof matrixStates)[number]) => matrixStates.indexOf(state);
const [reached, noRoad] = [stateCode('reached'), stateCode('no road')];
/** State of a journey by the highest kind of its arcs: road, winter road, ferry. */
const stateOfKind = [reached, stateCode('winter road'), stateCode('ferry')];

/** A journey to one point, before it takes its place in the matrix. */
interface Entry {
  kilometres: number;
  minutes: number;
  state: number;
  /** 1 for the straight line times the detour factor; left out for a way along the network. */
  direct?: number;
}

/**
 * Travel from every origin to every point; see `TravelMatrix`. Yields the number of points done, so that a caller can
 * show progress, let other work through, or stop.
 *
 * A journey is the way to the road at `estimateSpeed`, the fastest way along the network, and the way from the road.
 * Two places nearer to each other than to their roads are also joined directly, by the straight line times the detour
 * factor, and the shorter counts: nobody drives out to the highway to cross the street. A place off the road has its
 * road beyond the snap limit, so an office in a fly-in community serves that community; no direct journey is longer
 * than the snap limit as the crow flies.
 */
export function* travelSteps(request: TravelRequest): Generator<number, TravelMatrix> {
  const { origins, points, options } = request;
  const journeysTo = request.graph ? byRoad(request) : byStraightLine(request);
  const rows: Rows = { origin: [], point: [], minutes: [], kilometres: [], state: [], direct: [] };
  for (let point = 0; point < points.lon.length; point += 1) {
    const entryAt = journeysTo.journeys(point);
    for (let origin = 0; origin < origins.lon.length; origin += 1) {
      const { kilometres, minutes, state, direct = 0 } = entryAt(origin);
      if (kilometres > options.limitKilometres) continue;
      rows.origin.push(origin);
      rows.point.push(point);
      rows.kilometres.push(kilometres);
      rows.minutes.push(minutes);
      rows.state.push(state);
      rows.direct.push(direct);
    }
    yield point + 1;
  }
  const { originsOffRoad, pointsOffRoad } = journeysTo;
  const method = request.graph ? 'road' : 'straight line';
  return { ...orderedByOrigin(rows, origins.lon.length), method, originsOffRoad, pointsOffRoad };
}

/** `travelSteps` in one go. */
export function travelMatrix(request: TravelRequest): TravelMatrix {
  const steps = travelSteps(request);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

interface Journeys {
  originsOffRoad: Uint32Array;
  pointsOffRoad: Uint32Array;
  /** A function of the origin; each call replaces what the one before was based on. */
  journeys(point: number): (origin: number) => Entry;
}

function byStraightLine({ origins, points, options }: TravelRequest): Journeys {
  return {
    originsOffRoad: new Uint32Array(0),
    pointsOffRoad: new Uint32Array(0),
    journeys: (point) => (origin) => {
      const kilometres = straight(origins, origin, points, point) * options.detourFactor;
      return { kilometres, minutes: (kilometres / options.estimateSpeed) * 60, state: reached, direct: 1 };
    },
  };
}

function byRoad({ graph, origins, points, options }: TravelRequest): Journeys {
  if (!graph) throw new Error('expected a graph, got null');
  const { snapper, search } = preparedFor(graph);
  const from = snapper.snap(origins, options.snapLimitKilometres);
  const to = snapper.snap(points, options.snapLimitKilometres);
  const minutesOff = (kilometres: number) => (kilometres / options.estimateSpeed) * 60;

  const journeys = (point: number) => {
    const pointNode = to.node[point] ?? offRoad;
    const tree = pointNode === offRoad ? null : search.from([pointNode]);
    return (origin: number): Entry => {
      const straightLine = straight(origins, origin, points, point);
      const off = (from.kilometres[origin] ?? Infinity) + (to.kilometres[point] ?? Infinity);
      const node = from.node[origin] ?? offRoad;
      const time = node === offRoad || !tree ? unreached : (tree.deciseconds[node] ?? unreached);
      const byNetwork = !tree || time === unreached ? Infinity : (tree.metres[node] ?? 0) / 1000 + off;
      const isNear = straightLine <= Math.min(off, options.snapLimitKilometres);
      const direct = isNear ? straightLine * options.detourFactor : Infinity;
      if (direct < Infinity && direct <= byNetwork)
        return { kilometres: direct, minutes: minutesOff(direct), state: reached, direct: 1 };
      if (!tree || byNetwork === Infinity) return { kilometres: straightLine, minutes: NaN, state: noRoad };
      const state = stateOfKind[tree.kind[node] ?? 0] ?? reached;
      return { kilometres: byNetwork, minutes: time / 600 + minutesOff(off), state };
    };
  };
  return { originsOffRoad: offRoadOf(from), pointsOffRoad: offRoadOf(to), journeys };
}

interface Prepared {
  snapper: Snapper;
  /** On the reverse network: people travel to the points. */
  search: ShortestPaths;
}

/** Kept while the graph itself is: a project asks twice, and a dashboard again at every change. */
const prepared = new WeakMap<RoadGraph, Prepared>();

/** Matrices under way on one graph share the search; each reads a tree to its end before it lets others through. */
function preparedFor(graph: RoadGraph): Prepared {
  const kept = prepared.get(graph);
  if (kept) return kept;
  const made = { snapper: new Snapper(graph), search: new ShortestPaths(reverse(graph)) };
  prepared.set(graph, made);
  return made;
}

const straight = (a: Locations, i: number, b: Locations, j: number) =>
  haversineKilometres(a.lon[i] ?? NaN, a.lat[i] ?? NaN, b.lon[j] ?? NaN, b.lat[j] ?? NaN);

const offRoadOf = ({ node }: Snapped) =>
  Uint32Array.from(node.keys()).filter((place) => node[place] === offRoad);

type Rows = Record<'origin' | 'point' | 'minutes' | 'kilometres' | 'state' | 'direct', number[]>;

/** Entries come point by point; they leave origin by origin (a counting sort, so points stay in order). */
function orderedByOrigin(rows: Rows, origins: number) {
  const first = new Uint32Array(origins + 1);
  for (const origin of rows.origin) first[origin + 1] = (first[origin + 1] ?? 0) + 1;
  for (let origin = 1; origin <= origins; origin += 1)
    first[origin] = (first[origin] ?? 0) + (first[origin - 1] ?? 0);
  const place = Uint32Array.from(rows.origin, (origin) => {
    const at = first[origin] ?? 0;
    first[origin] = at + 1;
    return at;
  });
  const ordered = <T extends Uint32Array | Float64Array | Uint8Array>(array: T, values: number[]): T => {
    for (let entry = 0; entry < values.length; entry += 1) array[place[entry] ?? 0] = values[entry] ?? 0;
    return array;
  };
  const length = rows.origin.length;
  return {
    origin: ordered(new Uint32Array(length), rows.origin),
    point: ordered(new Uint32Array(length), rows.point),
    minutes: ordered(new Float64Array(length), rows.minutes),
    kilometres: ordered(new Float64Array(length), rows.kilometres),
    state: ordered(new Uint8Array(length), rows.state),
    direct: ordered(new Uint8Array(length), rows.direct),
  };
}
