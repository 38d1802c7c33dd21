import { PointIndex } from '../geo/point-index.ts';
import { noRoadJourney } from './journey.ts';
import type { MatrixRows } from './matrix-rows.ts';
import { nearestSteps } from './nearest.ts';
import type { Locations, NearestBeyond, TravelRequest } from './travel-types.ts';

/**
 * Adds to rows of a matrix the journeys from each origin to the nearest points of each group, where it has not so many of the
 * group yet; some of those that are there come again. Yields the number of origins done, over all groups.
 */
export function* addNearest(
  rows: MatrixRows,
  request: TravelRequest,
  { groups, nearest }: NearestBeyond,
): Generator<number, void> {
  const members = membersOf(groups);
  const origins = request.origins.lon.length;
  const known = new Uint32Array(members.length * origins);
  const place = (origin: number, point: number) => (groups[point] as number) * origins + origin;
  rows.forEach((origin, point) => {
    known[place(origin, point)] = (known[place(origin, point)] as number) + 1;
  });
  for (const [group, points] of members.entries()) {
    const counts = known.subarray(group * origins, (group + 1) * origins);
    const enough = Math.min(nearest, points.length);
    const lacking = [...counts.keys()].filter((origin) => (counts[origin] as number) < enough);
    if (lacking.length === 0) continue;
    const steps = nearestOfGroup(rows, request, { origins: lacking, points, nearest });
    for (const done of steps) yield group * origins + done;
  }
}

/** The points of each group. */
function membersOf(groups: Uint32Array): number[][] {
  const members: number[][] = [];
  groups.forEach((group, point) => (members[group] ??= []).push(point));
  return members;
}

const pick = ({ lon, lat }: Locations, places: readonly number[]): Locations => ({
  lon: Float64Array.from(places, (place) => lon[place] ?? NaN),
  lat: Float64Array.from(places, (place) => lat[place] ?? NaN),
});

function* nearestOfGroup(
  rows: MatrixRows,
  request: TravelRequest,
  asked: { origins: readonly number[]; points: readonly number[]; nearest: number },
): Generator<number, void> {
  const [places, points] = [pick(request.origins, asked.origins), pick(request.points, asked.points)];
  const options = { ...request.options, limitMinutes: Infinity };
  const found = yield* nearestSteps({
    graph: request.graph,
    places,
    points,
    k: asked.nearest,
    direction: request.direction ?? 'to point',
    options,
  });
  const hasWay = new Uint8Array(asked.origins.length);
  found.origin.forEach((place, row) => {
    hasWay[place] = 1;
    rows.add(asked.origins[place] ?? 0, asked.points[found.point[row] ?? 0] ?? 0, {
      minutes: found.minutes[row] as number,
      kilometres: found.kilometres[row] as number,
      state: found.state[row] as number,
      direct: found.direct[row] === 1 ? 1 : 0,
    });
  });
  const index = new PointIndex(points.lon, points.lat);
  hasWay.forEach((has, place) => {
    const near = has === 1 ? null : index.nearest(places.lon[place] ?? NaN, places.lat[place] ?? NaN);
    if (near)
      rows.add(asked.origins[place] ?? 0, asked.points[near.index] ?? 0, noRoadJourney(near.kilometres));
  });
}
