import { haversineKilometres } from '../geo/distance.ts';
import { approaches, beginAndEnd, seedsOf, TreeLengths, type Approaches } from './approach.ts';
import type { Direction } from './edge-ways.ts';
import { networkOf, type Network } from './network.ts';
import { unreached, type Tree } from './shortest-paths.ts';
import { offRoad, type Snapped } from './snap.ts';
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

/** People travel to the points. */
const direction: Direction = 'to point';

function byRoad({ graph, origins, points, options }: TravelRequest): Journeys {
  if (!graph) throw new Error('expected a graph, got null');
  const network = networkOf(graph, options.closedKinds);
  const from = network.snapper.snap(origins, options.snapLimitKilometres);
  const to = network.snapper.snap(points, options.snapLimitKilometres);
  const alongRoads = roadWays(network, from, to);
  const minutesOff = (kilometres: number) => (kilometres / options.estimateSpeed) * 60;

  const journeys = (point: number) => {
    const wayFrom = alongRoads(point);
    return (origin: number): Entry => {
      const straightLine = straight(origins, origin, points, point);
      const off = (from.kilometres[origin] ?? Infinity) + (to.kilometres[point] ?? Infinity);
      const way = wayFrom(origin);
      const byNetwork = way ? way.metres / 1000 + off : Infinity;
      const isNear = straightLine <= Math.min(off, options.snapLimitKilometres);
      const direct = isNear ? straightLine * options.detourFactor : Infinity;
      if (direct < Infinity && direct <= byNetwork)
        return { kilometres: direct, minutes: minutesOff(direct), state: reached, direct: 1 };
      if (!way) return { kilometres: straightLine, minutes: NaN, state: noRoad };
      const state = stateOfKind[way.kind] ?? reached;
      return { kilometres: byNetwork, minutes: way.deciseconds / 600 + minutesOff(off), state };
    };
  };
  return { originsOffRoad: offRoadOf(from), pointsOffRoad: offRoadOf(to), journeys };
}

/** A way along the network between two places on it. */
interface Way {
  deciseconds: number;
  metres: number;
  /** Index into `arcKinds`: the highest on the way. */
  kind: number;
}

/** The fastest ways to a point, by origin; null where there is none. Each search replaces the one before. */
function roadWays(
  network: Network,
  from: Snapped,
  to: Snapped,
): (point: number) => (origin: number) => Way | null {
  const { paths } = network.search(direction);
  const lengths = new TreeLengths(network, direction);
  const ends = approaches(network, to, beginAndEnd[direction].points);
  const starts = approaches(network, from, beginAndEnd[direction].places);

  return (point) => {
    const last = to.edge[point] ?? offRoad;
    if (last === offRoad) return () => null;
    const tree = paths.from(seedsOf(ends, [point]));
    lengths.measure(tree, (node) => ({
      metres: metresAt(ends, point, node),
      kind: kindAt(network, to, point),
    }));
    return (origin) => {
      const first = from.edge[origin] ?? offRoad;
      if (first === offRoad) return null;
      const way = bestWay(starts, origin, tree, lengths, kindAt(network, from, origin));
      if (first !== last) return way;
      const along = alongOne(network, first, from.share[origin] ?? 0, to.share[point] ?? 0);
      return along && (!way || along.deciseconds <= way.deciseconds) ? along : way;
    };
  };
}

/** Kind of the road that a place lies on; at a junction nobody has travelled it. */
function kindAt({ graph }: Network, { edge, share }: Snapped, place: number): number {
  const at = share[place] ?? 0;
  return at === 0 || at === 1 ? 0 : (graph.edges.kind[edge[place] ?? offRoad] ?? 0);
}

/** Length of the quickest of a point's approaches that begins at a node. */
function metresAt(ends: Approaches, point: number, node: number): number {
  let [metres, time] = [0, Infinity];
  for (let entry = ends.first[point] ?? 0; entry < (ends.first[point + 1] ?? 0); entry += 1) {
    const deciseconds = ends.deciseconds[entry] ?? 0;
    if (ends.node[entry] !== node || deciseconds >= time) continue;
    [metres, time] = [ends.metres[entry] ?? 0, deciseconds];
  }
  return metres;
}

function bestWay(
  starts: Approaches,
  origin: number,
  tree: Tree,
  lengths: TreeLengths,
  kind: number,
): Way | null {
  let best: Way | null = null;
  for (let entry = starts.first[origin] ?? 0; entry < (starts.first[origin + 1] ?? 0); entry += 1) {
    const node = starts.node[entry] ?? 0;
    const time = tree.deciseconds[node] ?? unreached;
    if (time === unreached) continue;
    const deciseconds = time + (starts.deciseconds[entry] ?? 0);
    const metres = (lengths.metres[node] ?? 0) + (starts.metres[entry] ?? 0);
    const isBetter =
      !best || deciseconds < best.deciseconds || (deciseconds === best.deciseconds && metres < best.metres);
    if (isBetter) best = { deciseconds, metres, kind: Math.max(kind, lengths.kind[node] ?? 0) };
  }
  return best;
}

/** Between two places on one road, without leaving it. */
function alongOne({ graph, ways }: Network, edge: number, from: number, to: number): Way | null {
  const time = ways.along(edge, from, to);
  if (time === null) return null;
  const metres = Math.abs(to - from) * (graph.edges.metres[edge] ?? 0);
  return { deciseconds: Math.round(time), metres, kind: graph.edges.kind[edge] ?? 0 };
}

const straight = (a: Locations, i: number, b: Locations, j: number) =>
  haversineKilometres(a.lon[i] ?? NaN, a.lat[i] ?? NaN, b.lon[j] ?? NaN, b.lat[j] ?? NaN);

const offRoadOf = ({ edge }: Snapped) =>
  Uint32Array.from(edge.keys()).filter((place) => edge[place] === offRoad);

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
