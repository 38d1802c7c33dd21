import Flatbush from 'flatbush';
import { haversineKilometres } from '../geo/distance.ts';
import { fromE7, fullTurnE7, shortWayE7, type RoadGraph } from './road-graph.ts';
import { alongEdge, bendE7, cornersOf } from './shape.ts';

/** Edges lie near the ones before them, so a box for so many of them keeps the index small. */
const edgesPerBox = 8;
const kilometresPerE7 = 40_030.2 / fullTurnE7;
/** Where a search begins to look, kilometres; it looks three times as far each time it finds nothing. */
const firstLook = 0.05;
const furthestLook = 20_016;
/** Roads across the antimeridian are drawn on to no more than 40 degrees beyond it. */
const furthestDrawnE7 = fullTurnE7 / 2 + 400_000_000;
const radians = Math.PI / 180;

/** The nearest place on a road. */
export interface NearestOnRoad {
  edge: number;
  /** Share of the edge's length as drawn, from its `from`. */
  share: number;
  /** Great-circle distance. */
  kilometres: number;
  /** WGS 84 degrees of the place on the road. */
  lon: number;
  lat: number;
}

/** Finds roads by distance. Edges need no order, but those that a builder sorted along a curve are found fastest. */
export class EdgeIndex {
  readonly #graph: RoadGraph;
  readonly #edges: Uint32Array;
  readonly #boxes: Flatbush | null;

  /** @param edges indices of the edges to find */
  constructor(graph: RoadGraph, edges: Uint32Array) {
    this.#graph = graph;
    this.#edges = edges;
    const count = Math.ceil(edges.length / edgesPerBox);
    this.#boxes = count === 0 ? null : new Flatbush(count, 16, Float64Array);
    if (!this.#boxes) return;
    for (let run = 0; run < count; run += 1) {
      const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const edge of this.#run(run))
        alongEdge(graph, edge, (lon, lat) => {
          box[0] = Math.min(box[0], lon);
          box[1] = Math.min(box[1], lat);
          box[2] = Math.max(box[2], lon);
          box[3] = Math.max(box[3], lat);
        });
      this.#boxes.add(...box);
    }
    this.#boxes.finish();
  }

  #run(run: number): Uint32Array {
    return this.#edges.subarray(run * edgesPerBox, (run + 1) * edgesPerBox);
  }

  /**
   * The nearest road that `isFit` accepts, within a distance (`<=`); null where there is none. Ties go to the lower edge.
   * @param lon WGS 84 degrees
   * @param isFit asked of the nearest place on each road, nearest first
   */
  nearest(
    lon: number,
    lat: number,
    maxKilometres = Infinity,
    isFit: (place: NearestOnRoad) => boolean = () => true,
  ): NearestOnRoad | null {
    if (!this.#boxes || Number.isNaN(lon + lat)) return null;
    for (let look = Math.min(firstLook, maxKilometres); ; look *= 3) {
      const reach = Math.min(look, furthestLook, maxKilometres);
      const near = this.#nearestFit(lon, lat, reach, isFit);
      if (near) return near;
      if (reach >= maxKilometres || reach >= furthestLook) return null;
    }
  }

  #nearestFit(
    lon: number,
    lat: number,
    kilometres: number,
    isFit: (place: NearestOnRoad) => boolean,
  ): NearestOnRoad | null {
    const refused = new Set<number>();
    for (;;) {
      const near = this.#nearestWithin(lon * 1e7, lat * 1e7, kilometres, refused);
      if (!near || near.kilometres > kilometres) return null;
      if (isFit(near)) return near;
      refused.add(near.edge);
    }
  }

  /** The nearest of the roads whose boxes come within a distance. */
  #nearestWithin(
    x: number,
    y: number,
    kilometres: number,
    refused: ReadonlySet<number>,
  ): NearestOnRoad | null {
    const north = kilometres / kilometresPerE7;
    const cos = Math.cos(Math.min(89.9, (Math.abs(y) + north) / 1e7) * radians);
    const east = Math.min(fullTurnE7 / 2, north / cos);
    let best: Foot | null = null;
    // A road across the antimeridian is drawn on beyond 180 degrees, and a place near it may be given on either side.
    for (const turn of [0, -fullTurnE7, fullTurnE7]) {
      const at = x + turn;
      if (turn !== 0 && Math.abs(at) - east > furthestDrawnE7) continue;
      for (const run of this.#boxes?.search(at - east, y - north, at + east, y + north) ?? [])
        for (const edge of this.#run(run)) {
          if (refused.has(edge)) continue;
          const foot = footOn(this.#graph, edge, at, y, best?.squared ?? Infinity);
          if (foot && (!best || foot.squared < best.squared || foot.edge < best.edge)) best = foot;
        }
    }
    return best && placeOf(this.#graph, best);
  }
}

/** The foot of the shortest way from a place to an edge, on a plane that is true at the place. */
interface Foot {
  edge: number;
  /** Ten-millionths of a degree to the north, squared. */
  squared: number;
  /** The place looked from, and how far along the edge's pieces its foot is: the piece, and the share of that piece. */
  x: number;
  y: number;
  piece: number;
  within: number;
}

/** The foot on an edge, or null where none is as near as `limit`. Reads the bends itself: it is asked of every road about. */
function footOn(
  { lonE7, latE7, edges }: RoadGraph,
  edge: number,
  x: number,
  y: number,
  limit: number,
): Foot | null {
  const cos = Math.cos((y / 1e7) * radians);
  const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  const [first, end] = [edges.firstBend[edge] ?? 0, edges.firstBend[edge + 1] ?? 0];
  let [lon, lat] = [lonE7[from] ?? 0, latE7[from] ?? 0];
  let [ax, ay] = [(lon - x) * cos, lat - y];
  let [squared, piece, within] = [Infinity, 0, 0];
  for (let bend = first; bend <= end; bend += 1) {
    if (bend < end) {
      lon += (edges.bends[2 * bend] ?? 0) * bendE7;
      lat += (edges.bends[2 * bend + 1] ?? 0) * bendE7;
    } else {
      lon += shortWayE7((lonE7[to] ?? 0) - lon);
      lat = latE7[to] ?? 0;
    }
    const bx = (lon - x) * cos;
    const by = lat - y;
    const dx = bx - ax;
    const dy = by - ay;
    const length = dx * dx + dy * dy;
    const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
    const far = (ax + dx * share) ** 2 + (ay + dy * share) ** 2;
    if (far < squared) {
      squared = far;
      piece = bend - first;
      within = share;
    }
    ax = bx;
    ay = by;
  }
  return squared <= limit ? { edge, squared, x, y, piece, within } : null;
}

/** Where a foot lies along its whole edge. */
function placeOf(graph: RoadGraph, { edge, x, y, piece, within }: Foot): NearestOnRoad {
  const cos = Math.cos((y / 1e7) * radians);
  const { lonE7, latE7 } = cornersOf(graph, edge);
  const between = (values: number[]) =>
    (values[piece] ?? 0) * (1 - within) + (values[piece + 1] ?? 0) * within;
  const [lon, lat] = [fromE7(between(lonE7)), fromE7(between(latE7))];
  let [length, run] = [0, 0];
  for (let corner = 1; corner < lonE7.length; corner += 1) {
    const dx = ((lonE7[corner] ?? 0) - (lonE7[corner - 1] ?? 0)) * cos;
    const step = Math.hypot(dx, (latE7[corner] ?? 0) - (latE7[corner - 1] ?? 0));
    if (corner <= piece) run += step;
    if (corner === piece + 1) run += step * within;
    length += step;
  }
  const kilometres = haversineKilometres(fromE7(x), fromE7(y), lon, lat);
  return { edge, share: shareOf(run, length), kilometres, lon, lat };
}

/** A place this near to a junction is at the junction, and may leave by any of its roads. */
const atJunctionKilometres = 0.001;

function shareOf(run: number, length: number): number {
  if (run * kilometresPerE7 <= atJunctionKilometres) return 0;
  return (length - run) * kilometresPerE7 <= atJunctionKilometres ? 1 : run / length;
}
