import Delaunator from 'delaunator';
import { earthRadiusKilometres } from '../model/units.ts';
import { arcKinds, shortWayE7, type RoadGraph } from './road-graph.ts';
import { cornersOf } from './shape.ts';

/** A triangle with a longer side spans land that no road of it reaches, or water. */
const longestSideMetres = 2000;
/** Points along a road are at most this far apart. */
const spacingMetres = 100;
/** Where a road runs alone, points on either side of it give it an area: half the width of the strip. */
const stripMetres = 50;
/** A triangle that is nowhere wider has no land: three points of a straight road. */
const leastWidthMetres = 1;

/** Stands for a mesh point that lies between junctions. */
export const noNode = 0xffffffff;

const ferry = arcKinds.indexOf('ferry');

/**
 * Points along the roads, joined to triangles (Delaunay 1934): what an isochrone is drawn on. Ferries have no points,
 * since nobody gets off in midstream. Points are numbered junctions first, then those between junctions edge by edge,
 * then the sides of lonely roads.
 */
export interface RoadMesh {
  /** Metres east and north of `frame`. */
  x: Float64Array;
  y: Float64Array;
  /** Junction of each point, or `noNode`. */
  node: Uint32Array;
  /** Where a point between junctions lies: its edge, and the share of the edge's length from its `from`. */
  edge: Uint32Array;
  share: Float32Array;
  /** For a point beside a lonely road, the point on the road that it stands beside; else itself. */
  base: Uint32Array;
  /** Three points a triangle, counter-clockwise. */
  triangles: Uint32Array;
  /** The half-edge on the other side of each side of a triangle, -1 where there is none. */
  halfedges: Int32Array;
  /** 1 for triangles without a side that is too long. */
  kept: Uint8Array;
  frame: Frame;
}

/** A flat frame that is true near its middle: metres east and north of a place. */
export interface Frame {
  lonE7: number;
  latE7: number;
  metresPerE7: { east: number; north: number };
}

const metresPerE7 = (earthRadiusKilometres * 1000 * Math.PI) / 180 / 1e7;

function frameOf({ lonE7, latE7 }: Pick<RoadGraph, 'lonE7' | 'latE7'>, nodes: Uint32Array): Frame {
  const first = nodes[0] ?? 0;
  let [south, north, west, east] = [90e7, -90e7, 0, 0];
  for (const node of nodes) {
    const lat = latE7[node] ?? 0;
    const fromFirst = shortWayE7((lonE7[node] ?? 0) - (lonE7[first] ?? 0));
    [south, north] = [Math.min(south, lat), Math.max(north, lat)];
    [west, east] = [Math.min(west, fromFirst), Math.max(east, fromFirst)];
  }
  const lat = Math.round((south + north) / 2);
  return {
    lonE7: (lonE7[first] ?? 0) + Math.round((west + east) / 2),
    latE7: lat,
    metresPerE7: { east: metresPerE7 * Math.cos((lat / 1e7) * (Math.PI / 180)), north: metresPerE7 },
  };
}

/** Degrees of a place in the frame; east of the antimeridian they go on beyond 180. */
export function toLonLat(frame: Frame, x: number, y: number): [lon: number, lat: number] {
  return [
    (frame.lonE7 + x / frame.metresPerE7.east) / 1e7,
    (frame.latE7 + y / frame.metresPerE7.north) / 1e7,
  ];
}

/**
 * The mesh of the roads at these junctions.
 * @param nodes junctions; roads with both ends among them get points along them
 */
export function roadMesh(graph: RoadGraph, nodes: Uint32Array): RoadMesh {
  const points = new MeshPoints(graph, nodes);
  const first = triangulated(points);
  points.addStrips(first);
  return points.finish(triangulated(points));
}

type Triangulated = Pick<RoadMesh, 'triangles' | 'halfedges' | 'kept'>;

function triangulated({ x, y }: { x: number[]; y: number[] }): Triangulated {
  const flat = new Float64Array(2 * x.length);
  // North downwards, so that what the library calls clockwise is counter-clockwise on the map.
  for (let point = 0; point < x.length; point += 1) {
    flat[2 * point] = x[point] ?? 0;
    flat[2 * point + 1] = -(y[point] ?? 0);
  }
  const { triangles, halfedges } = new Delaunator(flat);
  const kept = new Uint8Array(triangles.length / 3);
  for (let side = 0; side < triangles.length; side += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(side, side + 3);
    const short = [
      [a, b],
      [b, c],
      [c, a],
    ].every(
      ([p = 0, q = 0]) =>
        Math.hypot((x[p] ?? 0) - (x[q] ?? 0), (y[p] ?? 0) - (y[q] ?? 0)) <= longestSideMetres,
    );
    kept[side / 3] = short ? 1 : 0;
  }
  return { triangles: Uint32Array.from(triangles), halfedges: Int32Array.from(halfedges), kept };
}

class MeshPoints {
  readonly x: number[] = [];
  readonly y: number[] = [];
  readonly #node: number[] = [];
  readonly #edge: number[] = [];
  readonly #share: number[] = [];
  readonly #base: number[] = [];
  readonly #frame: Frame;
  /** Pairs of points next to each other along a road. */
  readonly #pieces: number[] = [];

  constructor(graph: RoadGraph, nodes: Uint32Array) {
    this.#frame = frameOf(graph, nodes);
    const pointOf = new Map<number, number>();
    for (const node of nodes)
      pointOf.set(node, this.#addE7(graph.lonE7[node] ?? 0, graph.latE7[node] ?? 0, { node }));
    const seen = new Set<number>();
    for (const node of nodes)
      for (let arc = graph.firstArc[node] ?? 0; arc < (graph.firstArc[node + 1] ?? 0); arc += 1) {
        const edge = (graph.arcEdge[arc] ?? 0) >> 1;
        if (seen.has(edge) || graph.edges.kind[edge] === ferry) continue;
        seen.add(edge);
        const from = pointOf.get(graph.edges.from[edge] ?? 0);
        const to = pointOf.get(graph.edges.to[edge] ?? 0);
        if (from !== undefined && to !== undefined) this.#addAlong(graph, edge, from, to);
      }
  }

  #addE7(lonE7: number, latE7: number, where: { node: number } | { edge: number; share: number }): number {
    const { east, north } = this.#frame.metresPerE7;
    const x = shortWayE7(lonE7 - this.#frame.lonE7) * east;
    return this.#add(x, (latE7 - this.#frame.latE7) * north, where, this.x.length);
  }

  #add(
    x: number,
    y: number,
    where: { node: number } | { edge: number; share: number },
    base: number,
  ): number {
    this.x.push(x);
    this.y.push(y);
    this.#node.push('node' in where ? where.node : noNode);
    this.#edge.push('edge' in where ? where.edge : 0);
    this.#share.push('edge' in where ? where.share : 0);
    this.#base.push(base);
    return this.x.length - 1;
  }

  /** Points between the junctions of an edge, evenly along its length as drawn. */
  #addAlong(graph: RoadGraph, edge: number, from: number, to: number): void {
    const { lonE7, latE7 } = cornersOf(graph, edge);
    const { east, north } = this.#frame.metresPerE7;
    const run = [0];
    for (let corner = 1; corner < lonE7.length; corner += 1) {
      const dx = shortWayE7((lonE7[corner] ?? 0) - (lonE7[corner - 1] ?? 0)) * east;
      const dy = ((latE7[corner] ?? 0) - (latE7[corner - 1] ?? 0)) * north;
      run.push((run[corner - 1] ?? 0) + Math.hypot(dx, dy));
    }
    const length = run.at(-1) ?? 0;
    const steps = Math.ceil(length / spacingMetres);
    let before = from;
    for (let step = 1, corner = 1; step < steps; step += 1) {
      const share = step / steps;
      while ((run[corner] ?? length) < share * length) corner += 1;
      const [start, end] = [run[corner - 1] ?? 0, run[corner] ?? length];
      const within = end > start ? (share * length - start) / (end - start) : 0;
      const between = (a: number, b: number) => a + shortWayE7(b - a) * within;
      const point = this.#addE7(
        between(lonE7[corner - 1] ?? 0, lonE7[corner] ?? 0),
        between(latE7[corner - 1] ?? 0, latE7[corner] ?? 0),
        { edge, share },
      );
      this.#pieces.push(before, point);
      before = point;
    }
    this.#pieces.push(before, to);
  }

  /** Roads that no kept triangle with land touches would be lines without an area: they get a point on either side. */
  addStrips({ triangles, halfedges, kept }: Triangulated): void {
    const points = this.x.length;
    const covered = new Set<number>();
    const hasLand = (triangle: number) => kept[triangle] === 1 && this.#isWide(triangles, 3 * triangle);
    for (let side = 0; side < triangles.length; side += 1) {
      const twin = halfedges[side] ?? -1;
      if (!hasLand(Math.floor(side / 3)) && !(twin >= 0 && hasLand(Math.floor(twin / 3)))) continue;
      const [a, b] = [triangles[side] ?? 0, triangles[side % 3 === 2 ? side - 2 : side + 1] ?? 0];
      covered.add(Math.min(a, b) * points + Math.max(a, b));
    }
    for (let at = 0; at < this.#pieces.length; at += 2) {
      const [a, b] = [this.#pieces[at] ?? 0, this.#pieces[at + 1] ?? 0];
      if (a !== b && !covered.has(Math.min(a, b) * points + Math.max(a, b))) this.#addStrip(a, b);
    }
  }

  #isWide(triangles: Uint32Array, first: number): boolean {
    const [a = 0, b = 0, c = 0] = triangles.subarray(first, first + 3);
    const [x, y] = [this.x, this.y];
    const between = (p: number, q: number) => [(x[q] ?? 0) - (x[p] ?? 0), (y[q] ?? 0) - (y[p] ?? 0)] as const;
    const [[abX, abY], [acX, acY], [bcX, bcY]] = [between(a, b), between(a, c), between(b, c)];
    const longest = Math.max(Math.hypot(abX, abY), Math.hypot(acX, acY), Math.hypot(bcX, bcY));
    return Math.abs(abX * acY - acX * abY) >= leastWidthMetres * longest;
  }

  #addStrip(a: number, b: number): void {
    const [dx, dy] = [(this.x[b] ?? 0) - (this.x[a] ?? 0), (this.y[b] ?? 0) - (this.y[a] ?? 0)];
    const length = Math.hypot(dx, dy);
    if (length === 0) return;
    const [aside, along] = [(-dy / length) * stripMetres, (dx / length) * stripMetres];
    for (const point of [a, b])
      for (const side of [1, -1]) {
        const [x, y] = [(this.x[point] ?? 0) + side * aside, (this.y[point] ?? 0) + side * along];
        this.#add(x, y, { node: noNode }, point);
      }
  }

  finish(triangulation: Triangulated): RoadMesh {
    return {
      x: Float64Array.from(this.x),
      y: Float64Array.from(this.y),
      node: Uint32Array.from(this.#node),
      edge: Uint32Array.from(this.#edge),
      share: Float32Array.from(this.#share),
      base: Uint32Array.from(this.#base),
      ...triangulation,
      frame: this.#frame,
    };
  }
}
