import Flatbush from 'flatbush';
import { haversineKilometres } from '../geo/distance.ts';
import { fromE7, fullTurnE7, type RoadGraph } from './road-graph.ts';
import { alongEdge } from './shape.ts';

/** Edges lie near the ones before them, so a box for so many of them keeps the index small. */
const edgesPerBox = 8;
const kilometresPerE7 = 40_030.2 / fullTurnE7;
/** Where a search begins to look, kilometres; it looks four times as far each time it finds nothing. */
const firstLook = 0.25;
const furthestLook = 20_016;

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
   * The nearest road that `isFit` accepts; null where there is none. Ties go to the lower edge.
   * @param lon WGS 84 degrees
   * @param isFit asked of the places on roads, nearest first within each look
   */
  nearest(
    lon: number,
    lat: number,
    maxKilometres = Infinity,
    isFit: (place: NearestOnRoad) => boolean = () => true,
  ): NearestOnRoad | null {
    if (!this.#boxes || Number.isNaN(lon + lat)) return null;
    for (let look = Math.min(firstLook, maxKilometres); ; look *= 4) {
      const reach = Math.min(look, furthestLook);
      const near = this.#within(lon, lat, Math.min(reach, maxKilometres)).find(isFit);
      if (near) return near;
      if (reach >= maxKilometres || reach >= furthestLook) return null;
    }
  }

  /** The nearest place on each road within a distance (`<=`), nearest first. */
  #within(lon: number, lat: number, kilometres: number): NearestOnRoad[] {
    const [x, y] = [lon * 1e7, lat * 1e7];
    const north = kilometres / kilometresPerE7;
    const cos = Math.cos((Math.min(89.9, Math.abs(lat) + north / 1e7) * Math.PI) / 180);
    const east = Math.min(fullTurnE7 / 2, north / cos);
    const found: NearestOnRoad[] = [];
    // A road across the antimeridian is drawn on beyond 180 degrees, and a place near it may be given on either side.
    for (const turn of [0, -fullTurnE7, fullTurnE7]) {
      const at = x + turn;
      if (turn !== 0 && Math.abs(at) - east > fullTurnE7 / 2 + 400_000_000) continue;
      for (const run of this.#boxes?.search(at - east, y - north, at + east, y + north) ?? [])
        for (const edge of this.#run(run)) {
          const place = nearestOnEdge(this.#graph, edge, at, y);
          if (place.kilometres <= kilometres) found.push(place);
        }
    }
    return found.sort((a, b) => a.kilometres - b.kilometres || a.edge - b.edge);
  }
}

/** On a plane that is true at the place itself: roads that matter are near it. */
function nearestOnEdge(graph: RoadGraph, edge: number, x: number, y: number): NearestOnRoad {
  const cos = Math.cos((y / 1e7) * (Math.PI / 180));
  let [beforeX, beforeY, run, isFirst] = [0, 0, 0, true];
  const best = { squared: Infinity, run: 0, lon: 0, lat: 0 };
  alongEdge(graph, edge, (lonE7, latE7) => {
    const [toX, toY] = [(lonE7 - x) * cos, latE7 - y];
    const [dx, dy] = isFirst ? [0, 0] : [toX - beforeX, toY - beforeY];
    const length = Math.hypot(dx, dy);
    const [startX, startY] = [toX - dx, toY - dy];
    const within =
      length === 0 ? 0 : Math.max(0, Math.min(1, -(startX * dx + startY * dy) / (length * length)));
    const [nearX, nearY] = [startX + dx * within, startY + dy * within];
    const squared = nearX * nearX + nearY * nearY;
    if (squared < best.squared)
      Object.assign(best, { squared, run: run + within * length, lon: x + nearX / cos, lat: y + nearY });
    run += length;
    [beforeX, beforeY, isFirst] = [toX, toY, false];
  });
  const [lon, lat] = [fromE7(best.lon), fromE7(best.lat)];
  return {
    edge,
    share: shareOf(best.run, run),
    kilometres: haversineKilometres(fromE7(x), fromE7(y), lon, lat),
    lon,
    lat,
  };
}

/** A place this near to a junction is at the junction, and may leave by any of its roads. */
const atJunctionKilometres = 0.001;

function shareOf(run: number, length: number): number {
  if (run * kilometresPerE7 <= atJunctionKilometres) return 0;
  return (length - run) * kilometresPerE7 <= atJunctionKilometres ? 1 : run / length;
}
