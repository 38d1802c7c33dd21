import type { LonLat } from '../roads/lambert.ts';

/** Closed: the last point repeats the first. */
export type Ring = LonLat[];

/** An outer ring, then its holes. */
export type PolygonRings = Ring[];

/** Signed area in square degrees of latitude, positive when counter-clockwise. */
export function ringArea(ring: readonly LonLat[]): number {
  let sum = 0;
  let latitudes = 0;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (!a || !b) continue;
    sum += (b[0] - a[0]) * (a[1] + b[1]);
    latitudes += b[1];
  }
  return -(sum / 2) * Math.cos(((latitudes / Math.max(1, ring.length - 1)) * Math.PI) / 180);
}

/** Outer rings counter-clockwise and holes clockwise, as RFC 7946 asks. */
export function rewind(polygon: PolygonRings): PolygonRings {
  return polygon.map((ring, index) => (ringArea(ring) > 0 === (index === 0) ? ring : ring.toReversed()));
}

/** Even-odd rule; a point on the ring itself may fall on either side. */
export function ringContains(ring: Ring, [lon, lat]: LonLat): boolean {
  let inside = false;
  for (let index = 1; index < ring.length; index++) {
    const [a, b] = [ring[index - 1], ring[index]];
    if (!a || !b || a[1] > lat === b[1] > lat) continue;
    if (lon < a[0] + ((lat - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) inside = !inside;
  }
  return inside;
}

/** Rings of a shapefile's polygon, where an outer ring runs clockwise and a hole counter-clockwise, put together. */
export function polygonsOf(rings: readonly Ring[]): PolygonRings[] {
  const polygons = rings.filter((ring) => ringArea(ring) < 0).map((ring): PolygonRings => [ring]);
  for (const hole of rings.filter((ring) => ringArea(ring) > 0)) {
    const owner = polygons.find(([outer]) => outer && hole[0] && ringContains(outer, hole[0]));
    (owner ?? polygons[0])?.push(hole);
  }
  return polygons;
}
