import Delaunator from 'delaunator';
import { runThrough } from '../model/slices.ts';
import type { Frame } from './flat-frame.ts';
import { MeshPoints, squareBetween } from './mesh-points.ts';
import type { RoadGraph } from './road-graph.ts';

/** A triangle with a longer side spans land that no road of it reaches, or water. */
const longestSideMetres = 2000;

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
  /** The first of the points beside lonely roads, or the number of all points where there is none. */
  firstBeside: number;
  /** Three points a triangle, counter-clockwise. */
  triangles: Uint32Array;
  /** The half-edge on the other side of each side of a triangle, -1 where there is none. */
  halfedges: Int32Array;
  /** 1 for triangles without a side that is too long. */
  kept: Uint8Array;
  /** Sides of kept triangles with no kept triangle on the other side: where the mesh ends. */
  openSides: Uint32Array;
  frame: Frame;
}

/** `roadMeshSteps` in one go. */
export function roadMesh(graph: RoadGraph, nodes: Uint32Array): RoadMesh {
  return runThrough(roadMeshSteps(graph, nodes));
}

/**
 * The mesh of the roads at these junctions. Yields the share done, 0 to 1.
 * @param nodes junctions; roads with both ends among them get points along them
 */
export function* roadMeshSteps(graph: RoadGraph, nodes: Uint32Array): Generator<number, RoadMesh, void> {
  const points = new MeshPoints(graph, nodes);
  yield 0.1;
  const first = triangulated(points);
  yield 0.5;
  points.addStrips(first);
  yield 0.6;
  const last = triangulated(points);
  yield 1;
  return { ...points.columns(), ...last, openSides: openSidesOf(last) };
}

/** What a triangulation gives. */
export type Triangulated = Pick<RoadMesh, 'triangles' | 'halfedges' | 'kept'>;

function triangulated({ x, y, length }: MeshPoints): Triangulated {
  const flat = new Float64Array(2 * length);
  // North downwards, so that what the library calls clockwise is counter-clockwise on the map.
  for (let point = 0; point < length; point += 1) {
    flat[2 * point] = x[point] as number;
    flat[2 * point + 1] = -(y[point] as number);
  }
  const { triangles, halfedges } = new Delaunator(flat);
  const kept = new Uint8Array(triangles.length / 3);
  for (let triangle = 0; triangle < kept.length; triangle += 1) {
    const a = triangles[3 * triangle] as number;
    const b = triangles[3 * triangle + 1] as number;
    const c = triangles[3 * triangle + 2] as number;
    const longest = Math.max(squareBetween(x, y, a, b), squareBetween(x, y, b, c), squareBetween(x, y, c, a));
    kept[triangle] = longest <= longestSideMetres ** 2 ? 1 : 0;
  }
  return { triangles: triangles.slice(), halfedges: halfedges.slice(), kept };
}

function openSidesOf({ halfedges, kept }: Triangulated): Uint32Array {
  const open: number[] = [];
  for (let side = 0; side < halfedges.length; side += 1) {
    if (kept[Math.floor(side / 3)] === 0) continue;
    const twin = halfedges[side] as number;
    if (twin < 0 || kept[Math.floor(twin / 3)] === 0) open.push(side);
  }
  return Uint32Array.from(open);
}
