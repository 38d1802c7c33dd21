import type { LeftOutReason } from '../graph-origin.ts';
import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import type { ArcKind } from '../road-graph.ts';

/** How a way is travelled: what its tags say in the light of a profile. */
export interface WayTravel {
  kind: ArcKind;
  /** km/h each way; 0 where it may not be travelled. */
  forwardKmh: number;
  backwardKmh: number;
  /** Seconds for the whole way where they are stated, as on ferries; null where the speed counts. */
  statedSeconds: number | null;
}

/** Keys of ways that are read. */
export const wayKeys = (profile: Profile): string[] => [
  ...profile.accessKeys,
  ...['highway', 'route', 'ferry', 'service', 'area', 'junction', 'foot', 'bicycle'],
  ...['oneway', 'oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle'],
  ...['maxspeed', 'maxspeed:forward', 'maxspeed:backward'],
  ...['maxspeed:type', 'source:maxspeed', 'zone:traffic'],
  ...['surface', 'tracktype', 'duration', 'seasonal', 'winter_road', 'ice_road'],
];

/** A tag that the profile has no rule for is told to `unknown` as "key=value". */
export type TellUnknown = (what: string) => void;

/** How a way is travelled, or why it is no road. */
export function travelOn(tags: OsmTags, profile: Profile, unknown: TellUnknown): WayTravel | LeftOutReason {
  const route = tags.get('route') ?? '';
  if (route === 'ferry' || route === 'ferry;ferry' || tags.get('ferry') === 'yes')
    return ferryOn(tags, profile, unknown);
  const highway = tags.get('highway');
  if (highway === undefined) return 'not a road';
  const kmh = profile.classKmh[highway];
  if (profile.classesLeftOut.includes(highway)) return 'class left out';
  if (kmh === undefined) {
    unknown(`highway=${highway}`);
    return 'class unknown';
  }
  if (tags.get('area') === 'yes' || profile.servicesLeftOut.includes(tags.get('service') ?? ''))
    return 'not a road';
  if (!isOpen(tags, profile, unknown)) return 'no access';
  const [forward, backward] = directions(tags, highway, unknown);
  if (!forward && !backward) return 'closed both ways';
  const speed = (key: string) => speedOn(tags, profile, kmh, key, unknown);
  return {
    kind: isWinterRoad(tags, highway) ? 'winter road' : 'road',
    forwardKmh: forward ? speed('maxspeed:forward') : 0,
    backwardKmh: backward ? speed('maxspeed:backward') : 0,
    statedSeconds: null,
  };
}

/** Whether the most particular access tag lets the vehicle in; none does. */
export function isOpen(tags: OsmTags, profile: Profile, unknown: TellUnknown): boolean {
  for (const key of profile.accessKeys) {
    const value = tags.get(key);
    if (value === undefined) continue;
    if (profile.accessClosed.includes(value)) return false;
    if (!profile.accessOpen.includes(value)) unknown(`${key}=${value}`);
    return true;
  }
  return true;
}

const isWinterRoad = (tags: OsmTags, highway: string) =>
  highway === 'winter_road' ||
  ['yes', 'only'].includes(tags.get('winter_road') ?? '') ||
  tags.get('ice_road') === 'yes' ||
  tags.get('seasonal') === 'winter' ||
  ['ice', 'snow'].includes(tags.get('surface') ?? '');

/** Whether a way may be travelled in its own direction, and against it. */
function directions(tags: OsmTags, highway: string, unknown: TellUnknown): [boolean, boolean] {
  const keys = ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'];
  const key = keys.find((one) => tags.get(one) !== undefined);
  const value = key === undefined ? undefined : tags.get(key);
  switch (value) {
    case 'yes':
    case 'true':
    case '1':
      return [true, false];
    case '-1':
    case 'reverse':
      return [false, true];
    case 'reversible':
      return [false, false];
    case 'no':
    case 'false':
    case '0':
    case 'alternating':
      return [true, true];
    default: {
      if (value !== undefined) unknown(`${key}=${value}`);
      const isRound = ['roundabout', 'circular'].includes(tags.get('junction') ?? '');
      return [true, !(isRound || highway === 'motorway')];
    }
  }
}

function speedOn(
  tags: OsmTags,
  profile: Profile,
  classKmh: number,
  directed: string,
  unknown: TellUnknown,
): number {
  const limit =
    limitIn(tags.get(directed), profile, unknown) ?? limitIn(tags.get('maxspeed'), profile, unknown);
  let kmh = limit === null ? classKmh : limit * profile.maxspeedFactor;
  if (isBuiltUp(tags)) kmh *= profile.urbanFactor;
  const surface = tags.get('surface');
  if (surface !== undefined) {
    if (profile.unpavedSurfaces.includes(surface)) kmh *= profile.unpavedFactor;
    const cap = profile.surfaceKmh[surface];
    if (cap !== undefined) kmh = Math.min(kmh, cap);
    else if (!profile.pavedSurfaces.includes(surface)) unknown(`surface=${surface}`);
  }
  const grade = tags.get('tracktype');
  return Math.max(1, grade === undefined ? kmh : Math.min(kmh, profile.tracktypeKmh[grade] ?? kmh));
}

const isBuiltUp = (tags: OsmTags) =>
  ['maxspeed:type', 'source:maxspeed', 'zone:traffic'].some((key) => tags.get(key)?.endsWith('urban'));

const kmhPerMph = 1.609344;
const kmhPerKnot = 1.852;

/** km/h of a `maxspeed`; of several by lane the highest; null where none is stated in figures or known words. */
function limitIn(text: string | undefined, { impliedKmh }: Profile, unknown: TellUnknown): number | null {
  if (text === undefined || text === 'signals' || text === 'variable') return null;
  const limits = text.split(/[;|]/).map((part) => {
    const [, figure, unit] = /^\s*(\d+(?:\.\d+)?)\s*(km\/h|kmh|kph|mph|knots)?\s*$/.exec(part) ?? [];
    if (figure === undefined) return impliedKmh[part.trim()] ?? NaN;
    return Number(figure) * (unit === 'mph' ? kmhPerMph : unit === 'knots' ? kmhPerKnot : 1);
  });
  const known = limits.filter((limit) => limit > 0);
  if (known.length > 0) return Math.max(...known);
  unknown(`maxspeed=${text}`);
  return null;
}

/** A ferry takes vehicles where its tags say so, or say nothing of who may board. */
function ferryOn(tags: OsmTags, profile: Profile, unknown: TellUnknown): WayTravel | LeftOutReason {
  const isSaid = profile.accessKeys.some((key) => key !== 'access' && tags.get(key) !== undefined);
  const isForWalkers = tags.get('foot') !== undefined || tags.get('bicycle') !== undefined;
  if (!isOpen(tags, profile, unknown) || (!isSaid && isForWalkers)) return 'no access';
  const [forward, backward] = directions(tags, 'ferry', unknown);
  if (!forward && !backward) return 'closed both ways';
  const duration = tags.get('duration');
  const statedSeconds = secondsIn(duration);
  if (duration !== undefined && statedSeconds === null) unknown(`duration=${duration}`);
  const { kmh } = profile.ferry;
  return { kind: 'ferry', forwardKmh: forward ? kmh : 0, backwardKmh: backward ? kmh : 0, statedSeconds };
}

/** Seconds of a `duration`: "HH:MM", "HH:MM:SS", minutes alone, or ISO 8601 as "PT1H30M"; null where it is none of these. */
export function secondsIn(text: string | undefined): number | null {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d)(?::(\d\d))?$/.exec(text ?? '') ?? [];
  if (hours !== undefined) return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds ?? 0) || null;
  if (/^\d+(\.\d+)?$/.test(text ?? '')) return Number(text) * 60 || null;
  const iso = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text ?? '');
  if (!iso) return null;
  const [d, h, m, s] = iso.slice(1).map((part) => Number(part ?? 0));
  return (d ?? 0) * 86_400 + (h ?? 0) * 3600 + (m ?? 0) * 60 + (s ?? 0) || null;
}
