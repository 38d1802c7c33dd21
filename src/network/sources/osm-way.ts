import type { LeftOutReason } from '../graph-origin.ts';
import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import type { ArcKind } from '../road-graph.ts';
import { accessIn, accessKeys, directedAccessKeys, type TellUnknown } from './osm-access.ts';
import { ferryKeys, ferryOn, isFerry } from './osm-ferry.ts';
import { onewayKeys, openWays } from './osm-oneway.ts';
import { speedKeys, speedOn } from './osm-speed.ts';

/** How a way is travelled: what its tags say in the light of a profile. */
export interface WayTravel {
  kind: ArcKind;
  /** km/h each way; 0 where it may not be travelled. */
  forwardKmh: number;
  backwardKmh: number;
  /** Seconds for the whole way where they are stated, as on ferries; null where the speed counts. */
  statedSeconds: number | null;
  /** Where it meets roads, they need not slow down for it: a driveway or the like. */
  isMinor: boolean;
}

/** Rules that hold at certain times only: counted, not applied. */
const conditionalKeys = [
  ...['access:conditional', 'vehicle:conditional', 'motor_vehicle:conditional', 'motorcar:conditional'],
  ...['oneway:conditional', 'maxspeed:conditional', 'maxspeed:seasonal'],
];

/** Keys of ways that are read. */
export const wayKeys = (profile: Profile): string[] => [
  ...accessKeys(profile),
  ...directedAccessKeys(profile),
  ...['highway', 'service', 'area', 'seasonal', 'winter_road', 'ice_road'],
  ...onewayKeys,
  ...speedKeys,
  ...ferryKeys,
  ...conditionalKeys,
];

/** Whether a way is one of those that a graph may be made of: they are counted as read. */
export const isRoadOrFerry = (tags: OsmTags): boolean => tags.get('highway') !== undefined || isFerry(tags);

/** How a way is travelled, or why it is no road. */
export function travelOn(tags: OsmTags, profile: Profile, unknown: TellUnknown): WayTravel | LeftOutReason {
  const travel = isFerry(tags) ? ferryOn(tags, profile, unknown) : roadOn(tags, profile, unknown);
  if (typeof travel !== 'string')
    for (const key of conditionalKeys) if (tags.get(key) !== undefined) unknown(`${key}=*`);
  return travel;
}

function roadOn(tags: OsmTags, profile: Profile, unknown: TellUnknown): WayTravel | LeftOutReason {
  const highway = tags.get('highway') ?? '';
  const isWinter = isWinterRoad(tags, highway);
  const access = accessIn(tags, profile, unknown);
  const classKmh = classSpeed(highway, profile, access === true || isWinter);
  if (classKmh === undefined) {
    if (isLeftOut(highway, profile)) return 'class left out';
    unknown(`highway=${highway}`);
    return 'class unknown';
  }
  if (tags.get('area') === 'yes' || profile.servicesLeftOut.includes(tags.get('service') ?? ''))
    return 'not a road';
  if (access === false) return 'no access';
  const [forward, backward] = openWays(tags, highway, profile, unknown);
  if (!forward && !backward) return 'closed both ways';
  const most = isWinter ? profile.winterRoadKmh : Infinity;
  const forwardKmh = forward ? Math.min(most, speedOn(tags, profile, classKmh, 'forward', unknown)) : 0;
  const backwardKmh = backward ? Math.min(most, speedOn(tags, profile, classKmh, 'backward', unknown)) : 0;
  if (forwardKmh === 0 && backwardKmh === 0) return 'no access';
  const kind = isWinter ? 'winter road' : 'road';
  const isMinor = profile.classesMinor.includes(highway);
  return { kind, forwardKmh, backwardKmh, statedSeconds: null, isMinor };
}

function classSpeed(highway: string, profile: Profile, isAllowed: boolean): number | undefined {
  const kmh = profile.classKmh[highway] ?? (isAllowed ? profile.classIfAllowedKmh[highway] : undefined);
  return highway === 'winter_road' || highway === 'ice_road' ? (kmh ?? profile.winterRoadKmh) : kmh;
}

const isLeftOut = (highway: string, { classesLeftOut, classIfAllowedKmh }: Profile) =>
  classesLeftOut.includes(highway) || highway in classIfAllowedKmh;

/** Open in winter only, on land or ice; `highway` itself has said so in old data. */
const isWinterRoad = (tags: OsmTags, highway: string) =>
  highway === 'winter_road' ||
  highway === 'ice_road' ||
  isSaid(tags.get('winter_road')) ||
  isSaid(tags.get('ice_road')) ||
  tags.get('seasonal') === 'winter' ||
  tags.get('surface') === 'ice' ||
  tags.get('surface') === 'snow';

const isSaid = (value: string | undefined) => value !== undefined && value !== 'no';
