import type { LeftOutReason } from '../graph-origin.ts';
import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { accessIn, type TellUnknown } from './osm-access.ts';
import { openWays } from './osm-oneway.ts';
import type { WayTravel } from './osm-way.ts';

/** Keys of ways that are read for ferries, beside those of access and direction. */
export const ferryKeys: readonly string[] = ['route', 'duration', 'foot', 'bicycle'];

/** A line that a ferry sails. `ferry=yes` alone is no line: terminals have it. */
export function isFerry(tags: OsmTags): boolean {
  const route = tags.get('route');
  return route === 'ferry' || route?.split(';').includes('ferry') === true;
}

/** A ferry takes vehicles where its tags say so, or say nothing of who may board. */
export function ferryOn(tags: OsmTags, profile: Profile, unknown: TellUnknown): WayTravel | LeftOutReason {
  const access = accessIn(tags, profile, unknown);
  const isSaid = profile.accessKeys.some((key) => key !== 'access' && tags.get(key) !== undefined);
  const isForWalkers = tags.get('foot') !== undefined || tags.get('bicycle') !== undefined;
  if (access === false || (!isSaid && isForWalkers)) return 'no access';
  const [forward, backward] = openWays(tags, 'ferry', profile, unknown);
  if (!forward && !backward) return 'closed both ways';
  const duration = tags.get('duration');
  const statedSeconds = duration === undefined ? null : secondsIn(duration);
  if (duration !== undefined && statedSeconds === null) unknown(`duration=${duration}`);
  const { kmh } = profile.ferry;
  return {
    kind: 'ferry',
    forwardKmh: forward ? kmh : 0,
    backwardKmh: backward ? kmh : 0,
    statedSeconds,
    isMinor: false,
  };
}

/** Seconds of a `duration`: "HH:MM", "HH:MM:SS", minutes alone, or ISO 8601 as "PT1H30M"; null where it is none of these, or 0. */
export function secondsIn(text: string): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) || null;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 60 || null;
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!iso) return null;
  const [d, h, m, s] = iso.slice(1).map((part) => Number(part ?? 0));
  return (d ?? 0) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0) || null;
}
