import type { LonLat } from '../roads/lambert.ts';

/** West, south, east, north in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Ottawa to Montréal: the extent of the road file. Detail is kept here. */
export const corridor: Box = [-77.2, 44.6, -72.6, 47.1];

/** What a view of Canada can show; nothing outside is kept. */
export const surroundings: Box = [-180, 15, -10, 84];

/** True on the edge too. */
export function isInside([west, south, east, north]: Box, [lon, lat]: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Smallest box around the points. */
export function boxOf(points: readonly LonLat[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lon, lat] of points) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

/** True when `inner` lies wholly in `outer`. */
export function contains(outer: Box, inner: Box): boolean {
  return isInside(outer, [inner[0], inner[1]]) && isInside(outer, [inner[2], inner[3]]);
}

/** Four decimals (11 m) in the corridor, three (110 m) elsewhere; points that fall together become one. */
export function roundLine(line: readonly LonLat[]): LonLat[] {
  const rounded = line.map((point): LonLat => {
    const unit = isInside(corridor, point) ? 1e4 : 1e3;
    return [Math.round(point[0] * unit) / unit, Math.round(point[1] * unit) / unit];
  });
  return rounded.filter((point, index) => index === 0 || !samePoint(point, rounded[index - 1]));
}

/** True when both are there and equal. */
export function samePoint(a: LonLat | undefined, b: LonLat | undefined): boolean {
  return a !== undefined && b !== undefined && a[0] === b[0] && a[1] === b[1];
}
