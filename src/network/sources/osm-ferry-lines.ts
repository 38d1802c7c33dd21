import { memberTypes, type OsmRelation } from '../osm/osm.ts';
import type { TellUnknown } from './osm-access.ts';
import { isFerry, secondsIn } from './osm-ferry.ts';
import type { KeptNodes, KeptWays } from './osm-kept-ways.ts';
import { wayMetres, type Paths } from './osm-paths.ts';

/** A line of a ferry, as a relation draws it, and the time from its one end to the other. */
export interface FerryLine {
  seconds: number;
  /** Ids. */
  ways: readonly number[];
}

/** Lines that state no time are of no interest: their ways are ferries by their own tags. */
export const ferryLinesHaving: readonly string[] = ['duration'];
export const ferryLineKeys: readonly string[] = ['type', 'route', 'duration'];

/**
 * The line that a relation draws. Null where it is about something else, its time cannot be read, or it goes back by ways of
 * their own: then it is not one line that the time is of.
 */
export function ferryLineOf({ tags, members }: OsmRelation, unknown: TellUnknown): FerryLine | null {
  const duration = tags.get('duration');
  if (tags.get('type') !== 'route' || !isFerry(tags) || duration === undefined) return null;
  const seconds = secondsIn(duration);
  if (seconds === null) unknown(`duration=${duration}`);
  const isWay = (at: number) => memberTypes[members.types[at] ?? 0] === 'way';
  const isOneWay = members.roles.includes('backward');
  // Piers and landings are members too.
  const isPier = (at: number) => /^(platform|stop)/.test(members.roles[at] ?? '');
  const ways = new Set(members.ids.filter((_, at) => isWay(at) && !isPier(at)));
  return seconds === null || isOneWay ? null : { seconds, ways: [...ways] };
}

/**
 * The time of each way of a line by its share of the line's length, for ways that state none themselves. A line of which a way
 * is missing, cut off or no ferry for this vehicle shares nothing, for the rest is not known. Of several lines along a way the
 * shortest counts, which says most of it.
 *
 * @returns seconds by the way's place among `ways`
 */
export function sharedTimes(
  lines: readonly FerryLine[],
  ways: KeptWays,
  nodes: KeptNodes,
  paths: Paths,
): Map<number, number> {
  const ferries = new Map<number, number>();
  if (lines.length > 0)
    ways.travels.forEach((travel, way) => {
      if (travel?.kind === 'ferry' && paths.isClipped[way] === 0) ferries.set(ways.ids.at(way), way);
    });
  const times = new Map<number, number>();
  for (const { seconds, members, metres } of longestFirst(lines, ferries, (way) =>
    wayMetres(nodes, paths, way),
  ))
    for (const [way, share] of members)
      if (ways.travels[way]?.statedSeconds === null) times.set(way, (seconds * share) / metres);
  return times;
}

/** Lines that are whole, with their ways and the metres of each; of lines of one length the slowest first. */
function longestFirst(
  lines: readonly FerryLine[],
  ferries: ReadonlyMap<number, number>,
  metresOf: (way: number) => number,
): { seconds: number; members: [way: number, metres: number][]; metres: number }[] {
  const whole = lines.flatMap(({ seconds, ways }) => {
    const places = ways.flatMap((id) => ferries.get(id) ?? []);
    const members = places.map((way): [number, number] => [way, metresOf(way)]);
    const metres = members.reduce((sum, [, more]) => sum + more, 0);
    return places.length < ways.length || metres === 0 ? [] : [{ seconds, members, metres }];
  });
  return whole.sort((a, b) => b.metres - a.metres || b.seconds - a.seconds);
}
