/** Canada's extremes with a margin of about ten kilometres (Natural Resources Canada, Atlas of Canada), degrees. */
const extremes = { west: -141.1, east: -52.5, south: 41.6, north: 83.2 };

/** Whether degrees are a latitude of Canada's, both ends in. */
export const isCanadianLatitude = (degrees: number): boolean =>
  degrees >= extremes.south && degrees <= extremes.north;

/** Whether degrees are a longitude of Canada's, both ends in. No latitude is as low as these. */
export const isCanadianLongitude = (degrees: number): boolean =>
  degrees >= extremes.west && degrees <= extremes.east;

/** Whether a place lies within the box of Canada. */
export const isInCanada = (lon: number, lat: number): boolean =>
  isCanadianLongitude(lon) && isCanadianLatitude(lat);
