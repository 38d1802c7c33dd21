/** A point in degrees, WGS 84 (NAD 83 differs by about a metre, below these data's accuracy). */
export type LonLat = [lon: number, lat: number];

const radians = (degrees: number) => (degrees * Math.PI) / 180;
const degrees = (angle: number) => (angle * 180) / Math.PI;

/** GRS 80. */
const semiMajorMetres = 6378137;
const flattening = 1 / 298.257222101;
const eccentricity = Math.sqrt(flattening * (2 - flattening));

function parallelRadius(latitude: number): number {
  return Math.cos(latitude) / Math.sqrt(1 - (eccentricity * Math.sin(latitude)) ** 2);
}

function isometric(latitude: number): number {
  const e = eccentricity * Math.sin(latitude);
  return Math.tan(Math.PI / 4 - latitude / 2) / ((1 - e) / (1 + e)) ** (eccentricity / 2);
}

const [lat0, lon0, lat1, lat2] = [49, -95, 49, 77].map(radians) as [number, number, number, number];
const cone =
  Math.log(parallelRadius(lat1) / parallelRadius(lat2)) / Math.log(isometric(lat1) / isometric(lat2));
const scale = (semiMajorMetres * parallelRadius(lat1)) / (cone * isometric(lat1) ** cone);
const originRadius = scale * isometric(lat0) ** cone;

/**
 * Metres in the conic of the NRCan atlas files (standard parallels 49° and 77° N, origin 49° N 95° W, GRS 80)
 * to degrees. Ellipsoidal inverse of Snyder, Map Projections: A Working Manual (1987), equations 14-9 to 14-11 and 7-9.
 */
export function fromLambert(x: number, y: number): LonLat {
  const isometricHere = (Math.hypot(x, originRadius - y) / scale) ** (1 / cone);
  const lon = lon0 + Math.atan2(x, originRadius - y) / cone;
  return [degrees(lon), degrees(latitudeOf(isometricHere))];
}

function latitudeOf(isometricHere: number): number {
  let latitude = Math.PI / 2 - 2 * Math.atan(isometricHere);
  for (let step = 0; step < 8; step++) {
    const e = eccentricity * Math.sin(latitude);
    latitude = Math.PI / 2 - 2 * Math.atan(isometricHere * ((1 - e) / (1 + e)) ** (eccentricity / 2));
  }
  return latitude;
}
