import { earthRadiusKilometres } from '../model/units.ts';

const radians = Math.PI / 180;

/**
 * Great-circle distance in kilometres between two places in WGS 84 decimal degrees: the haversine formula
 * (Sinnott 1984) on the IUGG mean radius, within 0.6 % of the geodesic on the ellipsoid.
 */
export function haversineKilometres(lonA: number, latA: number, lonB: number, latB: number): number {
  return haversineWithCosines(lonA, latA, cosine(latA), lonB, latB, cosine(latB));
}

/** Of degrees. */
export const cosine = (degrees: number): number => Math.cos(degrees * radians);

/** The same where the cosines of both latitudes are known: along a line each corner's serves twice. */
export function haversineWithCosines(
  lonA: number,
  latA: number,
  cosLatA: number,
  lonB: number,
  latB: number,
  cosLatB: number,
): number {
  const sinLat = Math.sin(((latB - latA) * radians) / 2);
  const sinLon = Math.sin(((lonB - lonA) * radians) / 2);
  const h = sinLat * sinLat + cosLatA * cosLatB * sinLon * sinLon;
  return 2 * earthRadiusKilometres * Math.asin(Math.min(1, Math.sqrt(h)));
}
