/** Degrees (WGS 84); a box across the antimeridian is not one: it goes round the other way. */
export type Bounds = [west: number, south: number, east: number, north: number];

/** The smallest box that holds some positions (longitude, latitude, as GeoJSON has them); null for none. */
export function boundsOf(positions: Iterable<readonly number[]>): Bounds | null {
  const bounds: Bounds = [Infinity, Infinity, -Infinity, -Infinity];
  let isEmpty = true;
  for (const [lon = NaN, lat = NaN] of positions) {
    isEmpty = false;
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  }
  return isEmpty ? null : bounds;
}
