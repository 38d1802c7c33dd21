import type { LonLat } from './lambert.ts';
import type { Road } from './read-roads.ts';

/** A place on a road: between corner `corner` and the next. */
interface OnRoad {
  road: number;
  corner: number;
  at: LonLat;
  squared: number;
}

/**
 * Takes a ferry's two ends on to the nearest road, which is cut there, so that the two meet. A ferry that ends at the end
 * of a road leaves that road whole.
 */
export function joinFerry(
  roads: readonly Road[],
  ferry: readonly LonLat[],
): { roads: Road[]; ferry: LonLat[] } {
  const [first, last] = [ferry[0], ferry.at(-1)];
  if (!first || !last || first === last) throw new Error('a ferry without two ends');
  const from = meet(roads, first);
  const to = meet(from.roads, last);
  const isMoved = (place: LonLat, at: LonLat) => place[0] !== at[0] || place[1] !== at[1];
  return {
    roads: to.roads,
    ferry: [
      ...(isMoved(first, from.at) ? [from.at] : []),
      ...ferry,
      ...(isMoved(last, to.at) ? [to.at] : []),
    ],
  };
}

function meet(roads: readonly Road[], place: LonLat): { roads: Road[]; at: LonLat } {
  const { road, corner, at } = nearestOn(roads, place);
  const whole = roads[road];
  if (!whole) throw new Error('expected a road, got none');
  const pieces = [
    [...whole.line.slice(0, corner + 1), at],
    [at, ...whole.line.slice(corner + 1)],
  ].filter((line) => line.some(([lon, lat]) => lon !== at[0] || lat !== at[1]));
  return {
    roads: roads.flatMap((each, index) =>
      index === road ? pieces.map((line) => ({ ...each, line })) : [each],
    ),
    at,
  };
}

/** On a plane true at the place itself, which is right within a few kilometres. */
function nearestOn(roads: readonly Road[], [lon, lat]: LonLat): OnRoad {
  const scale = Math.cos((lat * Math.PI) / 180);
  let best: OnRoad = { road: -1, corner: -1, at: [lon, lat], squared: Infinity };
  roads.forEach(({ line }, road) => {
    for (let corner = 0; corner + 1 < line.length; corner += 1) {
      const [a, b] = [line[corner], line[corner + 1]];
      if (!a || !b) continue;
      const [east, north] = [(b[0] - a[0]) * scale, b[1] - a[1]];
      const length = east * east + north * north;
      const along = ((lon - a[0]) * scale * east + (lat - a[1]) * north) / length;
      const share = length === 0 ? 0 : Math.min(1, Math.max(0, along));
      const at: LonLat = share === 1 ? b : [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
      const squared = ((at[0] - lon) * scale) ** 2 + (at[1] - lat) ** 2;
      if (squared < best.squared) best = { road, corner, at, squared };
    }
  });
  return best;
}
