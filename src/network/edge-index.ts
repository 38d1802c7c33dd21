import { haversineKilometres } from '../geo/distance.ts';
import { BoxTree, type Look } from './box-tree.ts';
import { fromE7, fullTurnE7, furthestDrawnE7, parallelE7, shortWayE7, type RoadGraph } from './road-graph.ts';
import { alongEdge, bendE7 } from './shape.ts';
import type { Shores } from './shores.ts';

/** Edges lie near the ones before them, so a box for so many of them keeps the index small. */
const edgesPerBox = 4;
/** A hair less than it is, so that rounding leaves no road at the limit out of the look. */
const kilometresPerE7 = 40_030.2 / fullTurnE7;
/** Where a search begins to look, kilometres; it looks three times as far each time it finds nothing. */
const firstLook = 0.05;
const furthestLook = 20_016;
/** To look no farther than this, kilometres, nobody needs to know what is hidden. */
const nearLook = 0.5;
/** A place, and the same once round the earth either way. */
const turns = [0, -fullTurnE7, fullTurnE7];

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

/** Finds roads by distance: edges that a builder sorted along a curve, so that each lies near the ones before it. */
export class EdgeIndex {
  readonly #graph: RoadGraph;
  readonly #edges: Uint32Array;
  readonly #boxes: BoxTree | null;
  readonly #best: Foot = { edge: 0, squared: Infinity, x: 0, y: 0, piece: 0, within: 0 };

  /** @param edges indices of the edges to find */
  constructor(graph: RoadGraph, edges: Uint32Array) {
    this.#graph = graph;
    this.#edges = edges;
    this.#boxes = edges.length === 0 ? null : new BoxTree(boxesOf(graph, edges));
  }

  /**
   * The nearest road that `isFit` accepts, within a distance (`<=`); null where there is none. Ties go to the lower edge.
   * @param lon WGS 84 degrees
   * @param isFit asked of the nearest place on each road, nearest first
   * @param shores what may stand before a road: `isFit` accepts none that they hide
   */
  nearest(
    lon: number,
    lat: number,
    maxKilometres = Infinity,
    isFit: (place: NearestOnRoad) => boolean = () => true,
    shores: Shores | null = null,
  ): NearestOnRoad | null {
    if (!this.#boxes || Number.isNaN(lon + lat)) return null;
    const refused = new Set<number>();
    for (let look = Math.min(firstLook, maxKilometres); ; look *= 3) {
      const reach = Math.min(look, furthestLook, maxKilometres);
      const near = this.#nearestFit(lon * 1e7, lat * 1e7, reach, isFit, refused, shores);
      if (near) return near;
      if (reach >= maxKilometres || reach >= furthestLook) return null;
    }
  }

  /** Most places want the nearest road of all; only for the others are the roads about them put in order. */
  #nearestFit(
    x: number,
    y: number,
    kilometres: number,
    isFit: (place: NearestOnRoad) => boolean,
    refused: Set<number>,
    shores: Shores | null,
  ): NearestOnRoad | null {
    if (refused.size === 0) {
      const near = this.#nearestWithin(x, y, kilometres);
      if (!near || near.kilometres > kilometres) return null;
      if (isFit(near)) return near;
      refused.add(near.edge);
    }
    for (const foot of this.#feetWithin(x, y, kilometres, refused, shores)) {
      const near = placeOf(this.#graph, foot);
      if (near.kilometres > kilometres) return null;
      if (isFit(near)) return near;
      refused.add(near.edge);
    }
    return null;
  }

  /** The nearest of the roads whose boxes come within a distance. */
  #nearestWithin(x: number, y: number, kilometres: number): NearestOnRoad | null {
    const best = this.#best;
    best.squared = Infinity;
    this.#look(x, y, kilometres, (edge, look) => {
      bringNearer(best, this.#graph, edge, look);
      return best.squared;
    });
    return best.squared === Infinity ? null : placeOf(this.#graph, best);
  }

  /** The feet on all roads whose boxes come within a distance, but for some; the nearest first, of equals the lower edge. */
  #feetWithin(
    x: number,
    y: number,
    kilometres: number,
    without: ReadonlySet<number>,
    shores: Shores | null,
  ): Foot[] {
    const feet = new Map<number, Foot>();
    this.#look(
      x,
      y,
      kilometres,
      (edge, look) => {
        if (without.has(edge)) return Infinity;
        const foot = feet.get(edge) ?? { edge, squared: Infinity, x, y, piece: 0, within: 0 };
        feet.set(edge, foot);
        bringNearer(foot, this.#graph, edge, look);
        return Infinity;
      },
      kilometres > nearLook ? shores : null,
    );
    return [...feet.values()].sort((a, b) => a.squared - b.squared || a.edge - b.edge);
  }

  /** Sees the roads whose boxes come within a distance; `see` gives the square of the distance that counts from then on. */
  #look(
    x: number,
    y: number,
    kilometres: number,
    see: (edge: number, look: Look) => number,
    shores: Shores | null = null,
  ): void {
    const north = kilometres / kilometresPerE7;
    const narrowest = parallelE7(Math.min(89.9e7, Math.abs(y) + north));
    const east = Math.min(fullTurnE7 / 2, north / narrowest);
    const cos = parallelE7(y);
    const edges = this.#edges;
    let limit = Infinity;
    // A road across the antimeridian is drawn on beyond 180 degrees, and a place near it may be given on either side.
    for (const turn of turns) {
      const at = x + turn;
      if (turn !== 0 && Math.abs(at) - east > furthestDrawnE7) continue;
      const box = { west: at - east, south: y - north, east: at + east, north: y + north };
      const look: Look = { x: at, y, cos, ...box, horizon: shores?.horizon(at, y, cos, box) };
      this.#boxes?.look(look, limit, (box) => {
        const end = Math.min((box + 1) * edgesPerBox, edges.length);
        for (let one = box * edgesPerBox; one < end; one += 1) limit = see(edges[one] as number, look);
        return limit;
      });
    }
  }
}

/** The foot of the shortest way from a place to an edge, on a plane that is true at the place. */
interface Foot {
  edge: number;
  /** Ten-millionths of a degree to the north, squared; Infinity before any edge was looked at. */
  squared: number;
  /** The place looked from, and how far along the edge's pieces its foot is: the piece, and the share of that piece. */
  x: number;
  y: number;
  piece: number;
  within: number;
}

/**
 * Puts an edge's foot in the place of the best, where it is nearer, or as near on a lower edge. Reads the bends itself: it is
 * asked of every road about.
 */
function bringNearer(
  best: Foot,
  { lonE7, latE7, edges }: RoadGraph,
  edge: number,
  { x, y, cos }: Pick<Look, 'x' | 'y' | 'cos'>,
): void {
  const from = edges.from[edge] as number;
  const to = edges.to[edge] as number;
  const first = edges.firstBend[edge] as number;
  const end = edges.firstBend[edge + 1] as number;
  let lon = lonE7[from] as number;
  let lat = latE7[from] as number;
  let ax = (lon - x) * cos;
  let ay = lat - y;
  let squared = Infinity;
  let piece = 0;
  let within = 0;
  for (let bend = first; bend <= end; bend += 1) {
    if (bend < end) {
      lon += (edges.bends[2 * bend] as number) * bendE7;
      lat += (edges.bends[2 * bend + 1] as number) * bendE7;
    } else {
      lon += shortWayE7((lonE7[to] as number) - lon);
      lat = latE7[to] as number;
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
  if (squared > best.squared || (squared === best.squared && edge >= best.edge)) return;
  best.edge = edge;
  best.squared = squared;
  best.x = x;
  best.y = y;
  best.piece = piece;
  best.within = within;
}

/** Where a foot lies along its whole edge. */
function placeOf(graph: RoadGraph, { edge, x, y, piece, within }: Foot): NearestOnRoad {
  const cos = parallelE7(y);
  let [lon, lat] = [NaN, NaN];
  let [corner, length, run] = [0, 0, 0];
  let [lonBefore, latBefore] = [NaN, NaN];
  alongEdge(graph, edge, (lonE7, latE7) => {
    if (corner > 0) {
      const step = Math.hypot((lonE7 - lonBefore) * cos, latE7 - latBefore);
      if (corner <= piece) run += step;
      if (corner === piece + 1) {
        run += step * within;
        lon = fromE7(lonBefore * (1 - within) + lonE7 * within);
        lat = fromE7(latBefore * (1 - within) + latE7 * within);
      }
      length += step;
    }
    corner += 1;
    lonBefore = lonE7;
    latBefore = latE7;
  });
  const kilometres = haversineKilometres(fromE7(x), fromE7(y), lon, lat);
  return { edge, share: shareOf(run, length), kilometres, lon, lat };
}

/** West, south, east, north of each run of `edgesPerBox` edges. Reads the bends itself, as `bringNearer` does. */
function boxesOf({ lonE7, latE7, edges: { from, to, firstBend, bends } }: RoadGraph, edges: Uint32Array) {
  const boxes = new Float64Array(4 * Math.ceil(edges.length / edgesPerBox));
  for (let box = 0; box < boxes.length; box += 4) {
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
    const first = (box / 4) * edgesPerBox;
    const end = Math.min(first + edgesPerBox, edges.length);
    for (let at = first; at < end; at += 1) {
      const edge = edges[at] as number;
      const [start, last] = [from[edge] as number, to[edge] as number];
      const bendsEnd = firstBend[edge + 1] as number;
      let [lon, lat] = [lonE7[start] as number, latE7[start] as number];
      for (let bend = firstBend[edge] as number; bend <= bendsEnd; bend += 1) {
        [west, east] = [Math.min(west, lon), Math.max(east, lon)];
        [south, north] = [Math.min(south, lat), Math.max(north, lat)];
        if (bend === bendsEnd) break;
        lon += (bends[2 * bend] as number) * bendE7;
        lat += (bends[2 * bend + 1] as number) * bendE7;
      }
      lon += shortWayE7((lonE7[last] as number) - lon);
      lat = latE7[last] as number;
      [west, east] = [Math.min(west, lon), Math.max(east, lon)];
      [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    }
    boxes[box] = west;
    boxes[box + 1] = south;
    boxes[box + 2] = east;
    boxes[box + 3] = north;
  }
  return boxes;
}

/** A place this near to a junction is at the junction, and may leave by any of its roads. */
const atJunctionKilometres = 0.001;

function shareOf(run: number, length: number): number {
  if (run * kilometresPerE7 <= atJunctionKilometres) return 0;
  return (length - run) * kilometresPerE7 <= atJunctionKilometres ? 1 : run / length;
}
