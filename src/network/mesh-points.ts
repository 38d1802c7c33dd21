import { enlarged } from './enlarged.ts';
import { frameOf, type Frame } from './flat-frame.ts';
import { MeshSides } from './mesh-sides.ts';
import { arcKinds, shortWayE7, type RoadGraph } from './road-graph.ts';
import type { RoadMesh, Triangulated } from './road-mesh.ts';
import { alongEdge } from './shape.ts';

/**
 * Points along a road are at most so far apart: as near as keeps about `pointsAimed` of them. The nearer, the better the land
 * follows a road round its bends.
 */
const spacingMetres = { least: 25, most: 100 };
const pointsAimed = 200_000;
/** Where a road runs alone, points on either side of it give it an area: half the width of the strip. */
const stripMetres = 50;
/** A triangle that is nowhere wider has no land: three points of a straight road. */
const leastWidthMetres = 1;

/** Stands for a mesh point that lies between junctions. */
export const noNode = 0xffffffff;

const ferry = arcKinds.indexOf('ferry');

/**
 * The points of a mesh while it is made, by column, with room for more behind the first `length`: see `RoadMesh` for their order.
 */
export class MeshPoints {
  x = new Float64Array(1024);
  y = new Float64Array(1024);
  length = 0;
  #node = new Uint32Array(1024);
  #edge = new Uint32Array(1024);
  #share = new Float32Array(1024);
  #base = new Uint32Array(1024);
  readonly #frame: Frame;
  /** Pairs of points next to each other along a road. */
  #pieces = new Uint32Array(2048);
  #pieceEnds = 0;
  #firstBeside = 0;
  /** Corners of the edge that points are being put along: where they lie, and how far along it. */
  readonly #lon: number[] = [];
  readonly #lat: number[] = [];
  readonly #run: number[] = [];

  constructor(graph: RoadGraph, nodes: Uint32Array) {
    this.#frame = frameOf(graph, nodes);
    const { firstArc, arcEdge, edges } = graph;
    const pointOf = new Int32Array(graph.lonE7.length).fill(-1);
    for (const node of nodes) {
      pointOf[node] = this.#addE7(graph.lonE7[node] as number, graph.latE7[node] as number);
      this.#node[this.length - 1] = node;
    }
    const isIn = (edge: number) =>
      edges.kind[edge] !== ferry &&
      (pointOf[edges.from[edge] as number] as number) >= 0 &&
      (pointOf[edges.to[edge] as number] as number) >= 0;
    const drawn: number[] = [];
    let metres = 0;
    const seen = new Uint8Array(edges.from.length);
    for (const node of nodes)
      for (let arc = firstArc[node] as number; arc < (firstArc[node + 1] as number); arc += 1) {
        const edge = (arcEdge[arc] as number) >> 1;
        if (seen[edge] === 1 || !isIn(edge)) continue;
        seen[edge] = 1;
        drawn.push(edge);
        metres += edges.metres[edge] as number;
      }
    const { least, most } = spacingMetres;
    const spacing = Math.min(most, Math.max(least, metres / pointsAimed));
    for (const edge of drawn) {
      const ends = [edges.from[edge] as number, edges.to[edge] as number] as const;
      this.#addAlong(graph, edge, pointOf[ends[0]] as number, pointOf[ends[1]] as number, spacing);
    }
  }

  /** Adds a point by its place; gives its number. */
  #addE7(lonE7: number, latE7: number): number {
    const { east, north } = this.#frame.metresPerE7;
    return this.#add(shortWayE7(lonE7 - this.#frame.lonE7) * east, (latE7 - this.#frame.latE7) * north);
  }

  /** Adds a point that is at no junction, on no edge, and beside no other. */
  #add(x: number, y: number): number {
    const point = this.length;
    if (point === this.x.length) this.#grow(point * 2);
    this.x[point] = x;
    this.y[point] = y;
    this.#node[point] = noNode;
    this.#base[point] = point;
    this.length = point + 1;
    return point;
  }

  #grow(room: number): void {
    this.x = enlarged(this.x, room);
    this.y = enlarged(this.y, room);
    this.#node = enlarged(this.#node, room);
    this.#edge = enlarged(this.#edge, room);
    this.#share = enlarged(this.#share, room);
    this.#base = enlarged(this.#base, room);
  }

  #addPiece(a: number, b: number): void {
    if (this.#pieceEnds === this.#pieces.length) this.#pieces = enlarged(this.#pieces, this.#pieceEnds * 2);
    this.#pieces[this.#pieceEnds] = a;
    this.#pieces[this.#pieceEnds + 1] = b;
    this.#pieceEnds += 2;
  }

  /** Points between the junctions of an edge, evenly along its length as drawn. */
  #addAlong(graph: RoadGraph, edge: number, from: number, to: number, spacing: number): void {
    const corners = this.#measure(graph, edge);
    const [lons, lats, run] = [this.#lon, this.#lat, this.#run];
    const length = run[corners - 1] as number;
    const steps = Math.ceil(length / spacing);
    let before = from;
    for (let step = 1, corner = 1; step < steps; step += 1) {
      const share = step / steps;
      while (corner < corners && (run[corner] as number) < share * length) corner += 1;
      const start = run[corner - 1] as number;
      const end = corner < corners ? (run[corner] as number) : length;
      const within = end > start ? (share * length - start) / (end - start) : 0;
      const [lon, lat] = [lons[corner - 1] as number, lats[corner - 1] as number];
      const point = this.#addE7(
        lon + shortWayE7((lons[corner] as number) - lon) * within,
        lat + shortWayE7((lats[corner] as number) - lat) * within,
      );
      this.#edge[point] = edge;
      this.#share[point] = share;
      this.#addPiece(before, point);
      before = point;
    }
    this.#addPiece(before, to);
  }

  /** Takes the corners of an edge, and how far along it each lies; gives their number. */
  #measure(graph: RoadGraph, edge: number): number {
    const [lons, lats, run] = [this.#lon, this.#lat, this.#run];
    const { east, north } = this.#frame.metresPerE7;
    let corners = 0;
    alongEdge(graph, edge, (lon, lat) => {
      lons[corners] = lon;
      lats[corners] = lat;
      corners += 1;
    });
    run[0] = 0;
    for (let corner = 1; corner < corners; corner += 1) {
      const dx = shortWayE7((lons[corner] as number) - (lons[corner - 1] as number)) * east;
      const dy = ((lats[corner] as number) - (lats[corner - 1] as number)) * north;
      run[corner] = (run[corner - 1] as number) + Math.hypot(dx, dy);
    }
    return corners;
  }

  /** Roads that no kept triangle with land touches would be lines without an area: they get a point on either side. */
  addStrips({ triangles, halfedges, kept }: Triangulated): void {
    const hasLand = kept.map((isKept, triangle) =>
      isKept === 1 && this.#isWide(triangles, 3 * triangle) ? 1 : 0,
    );
    this.#firstBeside = this.length;
    const pieces = this.#pieces.subarray(0, this.#pieceEnds);
    const sides = new MeshSides(pieces);
    for (let side = 0; side < triangles.length; side += 1) {
      const twin = halfedges[side] as number;
      if (twin > side) continue;
      if (hasLand[Math.floor(side / 3)] !== 1 && (twin < 0 || hasLand[Math.floor(twin / 3)] !== 1)) continue;
      sides.mark(triangles[side] as number, triangles[side % 3 === 2 ? side - 2 : side + 1] as number);
    }
    for (let at = 0; at < pieces.length; at += 2) {
      const [a, b] = [pieces[at] as number, pieces[at + 1] as number];
      if (a !== b && !sides.isMarked(a, b)) this.#addStrip(a, b);
    }
  }

  #isWide(triangles: Uint32Array, first: number): boolean {
    const [x, y] = [this.x, this.y];
    const a = triangles[first] as number;
    const b = triangles[first + 1] as number;
    const c = triangles[first + 2] as number;
    const longest = Math.max(squareBetween(x, y, a, b), squareBetween(x, y, b, c), squareBetween(x, y, c, a));
    const [aX, aY] = [x[a] as number, y[a] as number];
    const twice =
      ((x[b] as number) - aX) * ((y[c] as number) - aY) - ((x[c] as number) - aX) * ((y[b] as number) - aY);
    return twice * twice >= leastWidthMetres ** 2 * longest;
  }

  #addStrip(a: number, b: number): void {
    const dx = (this.x[b] as number) - (this.x[a] as number);
    const dy = (this.y[b] as number) - (this.y[a] as number);
    const length = Math.hypot(dx, dy);
    if (length === 0) return;
    const [aside, along] = [(-dy / length) * stripMetres, (dx / length) * stripMetres];
    for (const point of [a, b])
      for (const side of [1, -1]) {
        const x = (this.x[point] as number) + side * aside;
        // In two steps: adding may put other columns in the place of these.
        const beside = this.#add(x, (this.y[point] as number) + side * along);
        this.#base[beside] = point;
      }
  }

  /** What has been added so far, and no room. */
  columns(): Omit<RoadMesh, keyof Triangulated | 'openSides'> {
    return {
      x: this.x.slice(0, this.length),
      y: this.y.slice(0, this.length),
      node: this.#node.slice(0, this.length),
      edge: this.#edge.slice(0, this.length),
      share: this.#share.slice(0, this.length),
      base: this.#base.slice(0, this.length),
      firstBeside: this.#firstBeside,
      frame: this.#frame,
    };
  }
}

/** The distance between two points, squared. */
export function squareBetween(x: Float64Array, y: Float64Array, p: number, q: number): number {
  const dx = (x[p] as number) - (x[q] as number);
  const dy = (y[p] as number) - (y[q] as number);
  return dx * dx + dy * dy;
}
