import { enlarged } from './enlarged.ts';
import { shortWayE7, type Edges, type RoadGraph } from './road-graph.ts';

/** A bend is kept in this part of a degree: 11 cm to the north. */
export const bendE7 = 10;
const furthest = 0x7fff;

/** Corners of one edge, both ends included, in ten-millionths of a degree. */
export interface Corners {
  lonE7: number[];
  latE7: number[];
}

/**
 * Sees each corner of an edge as drawn, from its `from` to its `to`, in ten-millionths of a degree. Across the
 * antimeridian longitudes go on beyond 180 degrees.
 * @param edge index of the edge, not of an arc
 */
export function alongEdge(
  { lonE7, latE7, edges }: RoadGraph,
  edge: number,
  see: (lonE7: number, latE7: number) => void,
): void {
  const [from, to] = [edges.from[edge] ?? 0, edges.to[edge] ?? 0];
  let [lon, lat] = [lonE7[from] ?? 0, latE7[from] ?? 0];
  see(lon, lat);
  const end = edges.firstBend[edge + 1] ?? 0;
  for (let bend = edges.firstBend[edge] ?? 0; bend < end; bend += 1) {
    lon += (edges.bends[2 * bend] ?? 0) * bendE7;
    lat += (edges.bends[2 * bend + 1] ?? 0) * bendE7;
    see(lon, lat);
  }
  see(lon + shortWayE7((lonE7[to] ?? 0) - lon), latE7[to] ?? 0);
}

/** The same corners as a list. */
export function cornersOf(graph: RoadGraph, edge: number): Corners {
  const corners: Corners = { lonE7: [], latE7: [] };
  alongEdge(graph, edge, (lon, lat) => {
    corners.lonE7.push(lon);
    corners.latE7.push(lat);
  });
  return corners;
}

/** Writes bends edge by edge in the form of `Edges`. */
export class BendWriter {
  #bends = new Int16Array(1024);
  #length = 0;
  readonly #first: Uint32Array;
  #edges = 0;

  /** @param edges how many will be added */
  constructor(edges: number) {
    this.#first = new Uint32Array(edges + 1);
  }

  /**
   * Adds the next edge by its corners in ten-millionths of a degree: its first end, then its bends, then its last end.
   * @param corners how many entries of the arrays count; the rest is not read
   */
  add(lonE7: ArrayLike<number>, latE7: ArrayLike<number>, corners = lonE7.length): void {
    // From the rounded position, so that rounding never adds up along the road.
    let lon = lonE7[0] ?? 0;
    let lat = latE7[0] ?? 0;
    const last = corners - 1;
    for (let corner = 1; corner <= last; corner += 1) {
      const east = shortWayE7((lonE7[corner] as number) - lon) / bendE7;
      const north = ((latE7[corner] as number) - lat) / bendE7;
      const reach = Math.max(Math.abs(east), Math.abs(north));
      const pieces = reach <= furthest - 1 ? 1 : Math.ceil(reach / (furthest - 1));
      const startLon = lon;
      const startLat = lat;
      // The last end is known by its node; only what lies between is written.
      const written = corner === last ? pieces - 1 : pieces;
      for (let piece = 1; piece <= written; piece += 1) {
        const toLon = startLon + ((east * piece) / pieces) * bendE7;
        const toLat = startLat + ((north * piece) / pieces) * bendE7;
        const stepEast = Math.round((toLon - lon) / bendE7);
        const stepNorth = Math.round((toLat - lat) / bendE7);
        this.#push(stepEast, stepNorth);
        lon += stepEast * bendE7;
        lat += stepNorth * bendE7;
      }
    }
    this.#edges += 1;
    this.#first[this.#edges] = this.#length / 2;
  }

  #push(east: number, north: number): void {
    if (this.#length === this.#bends.length) this.#bends = enlarged(this.#bends, this.#length * 2);
    this.#bends[this.#length] = east;
    this.#bends[this.#length + 1] = north;
    this.#length += 2;
  }

  finish(): Pick<Edges, 'firstBend' | 'bends'> {
    return { firstBend: this.#first, bends: this.#bends.slice(0, this.#length) };
  }
}
