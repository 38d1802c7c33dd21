import { haversineKilometres } from '../geo/distance.ts';
import type { ProjectTables } from '../model/tables.ts';
import type { Locations } from '../network/travel-types.ts';
import type { Places } from './travel-places.ts';

/** How the journeys of a large project were thinned out; every result says it. */
export interface TravelLimit {
  /** All journeys of so many minutes at most (`<=`) are there. */
  minutes: number;
  /** Beyond that, those to so many points of each group, the nearest by time. */
  nearest: number;
  groupedBy: 'organization' | 'government';
}

/** More journeys than this fill a browser's memory, and its user's patience. */
const mostJourneys = 2_000_000;
/** More nodes than this take a search too long: some ten seconds. */
const mostSettled = 40_000_000;
const minutesToTry = [240, 180, 120, 90, 60, 45, 30, 20, 15, 10, 5, 2, 1, 0];
/** How far as the crow flies a journey gets in a minute, at most places: only the work is guessed by it. */
const kilometresAMinute = 0.8;

/**
 * The most minutes within which all journeys can be looked for; Infinity where every pair can. What is counted is the share of
 * pairs that are so near to each other, in a sample.
 * @param junctions of the road graph; 0 without one
 */
export function limitMinutesFor(origins: Locations, points: Locations, junctions: number): number {
  const pairs = origins.lon.length * points.lon.length;
  const settled = points.lon.length * junctions;
  if (pairs <= mostJourneys && settled <= mostSettled) return Infinity;
  const near = sharesNear(origins, points);
  const share = Math.min(mostJourneys / Math.max(1, pairs), mostSettled / Math.max(1, settled));
  return minutesToTry.find((minutes) => near(minutes * kilometresAMinute) <= share) ?? 0;
}

const [originsTried, pointsTried] = [400, 250];

/** The share of pairs no farther apart than some kilometres, as the crow flies. */
function sharesNear(origins: Locations, points: Locations): (kilometres: number) => number {
  const [from, to] = [sample(origins, originsTried), sample(points, pointsTried)];
  const distances = Float64Array.from({ length: from.length * to.length }, (_, pair) => {
    const [origin, point] = [from[Math.floor(pair / to.length)] ?? 0, to[pair % to.length] ?? 0];
    return haversineKilometres(
      origins.lon[origin] ?? NaN,
      origins.lat[origin] ?? NaN,
      points.lon[point] ?? NaN,
      points.lat[point] ?? NaN,
    );
  });
  return (kilometres) => distances.filter((distance) => distance <= kilometres).length / distances.length;
}

/** Indices of some places, evenly over them all. */
const sample = ({ lon }: Locations, most: number) =>
  Array.from({ length: Math.min(most, lon.length) }, (_, at) =>
    Math.floor((at * lon.length) / Math.min(most, lon.length)),
  );

/** A search for each organization, up to here; for each order of government, where there are more. */
const mostOrganizations = 50;

/** The points by who runs them: questions ask for some organizations' points only, and the nearest of those must be known. */
export function pointGroups(
  { organization, service_point }: Pick<ProjectTables, 'organization' | 'service_point'>,
  { ids }: Pick<Places, 'ids'>,
): { groups: Uint32Array; groupedBy: TravelLimit['groupedBy'] } {
  const owner = new Map(service_point.map(({ id, organization_id }) => [id, organization_id]));
  const owners = ids.map((id) => owner.get(id) ?? '');
  if (new Set(owners).size <= mostOrganizations)
    return { groups: numbered(owners), groupedBy: 'organization' };
  const government = new Map(organization.map(({ id, government }) => [id, government]));
  return { groups: numbered(owners.map((id) => government.get(id) ?? '')), groupedBy: 'government' };
}

/** Each name's number, counted in the order in which they first come. */
function numbered(names: readonly string[]): Uint32Array {
  const numbers = new Map<string, number>();
  return Uint32Array.from(names, (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
}
