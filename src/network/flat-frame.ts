import { metresPerE7, parallelE7, shortWayE7, type RoadGraph } from './road-graph.ts';

/** A flat frame that is true near its middle: metres east and north of a place. */
export interface Frame {
  lonE7: number;
  latE7: number;
  metresPerE7: { east: number; north: number };
}

/** The frame round the middle of some nodes. */
export function frameOf({ lonE7, latE7 }: Pick<RoadGraph, 'lonE7' | 'latE7'>, nodes: Uint32Array): Frame {
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
    metresPerE7: { east: metresPerE7 * parallelE7(lat), north: metresPerE7 },
  };
}

/** Degrees of a place in the frame; east of the antimeridian they go on beyond 180. */
export function toLonLat(frame: Frame, x: number, y: number): [lon: number, lat: number] {
  return [
    (frame.lonE7 + x / frame.metresPerE7.east) / 1e7,
    (frame.latE7 + y / frame.metresPerE7.north) / 1e7,
  ];
}
