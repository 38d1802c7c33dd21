import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { accessIn, accessKeys, type TellUnknown } from './osm-access.ts';

/** What a node does to those who arrive at it along a way. */
export interface NodeEffect {
  isBlocked: boolean;
  /** Seconds for those who come along the way's own direction, and against it. */
  forwardSeconds: number;
  backwardSeconds: number;
}

/** Nodes with none of these keys do nothing. */
export const nodesHaving: readonly string[] = ['barrier', 'highway', 'railway', 'ford'];
export const nodeTagKeys = (profile: Profile): string[] => [
  ...accessKeys(profile),
  ...nodesHaving,
  ...['direction', 'traffic_signals:direction', 'locked'],
];

/** What a node does; null where it does nothing. */
export function effectOf(tags: OsmTags, profile: Profile, unknown: TellUnknown): NodeEffect | null {
  const isBlocked = isClosed(tags, profile, unknown);
  const seconds = secondsAt(tags, profile);
  if (!isBlocked && seconds === 0) return null;
  // Signals and signs may be for one direction only; where nothing is said they are for both.
  const towards = tags.get('traffic_signals:direction') ?? tags.get('direction');
  return {
    isBlocked,
    forwardSeconds: towards === 'backward' ? 0 : seconds,
    backwardSeconds: towards === 'forward' ? 0 : seconds,
  };
}

/** A barrier closes the road to a vehicle as its access tags say, else by what it is. */
function isClosed(tags: OsmTags, profile: Profile, unknown: TellUnknown): boolean {
  const barrier = tags.get('barrier');
  if (barrier === undefined) return false;
  const access = accessIn(tags, profile, unknown);
  if (access !== null) return !access;
  if (tags.get('locked') === 'yes') return true;
  if (profile.barriersOpen.includes(barrier)) return false;
  if (!profile.barriersClosed.includes(barrier)) unknown(`barrier=${barrier}`);
  return true;
}

function secondsAt(tags: OsmTags, { costs }: Profile): number {
  const crossing = tags.get('railway') === 'level_crossing' ? costs.levelCrossingSeconds : 0;
  const ford = tags.get('ford') === 'yes' ? costs.fordSeconds : 0;
  return crossing + ford + signSeconds(tags.get('highway'), costs);
}

function signSeconds(highway: string | undefined, costs: Profile['costs']): number {
  if (highway === 'traffic_signals') return costs.signalSeconds;
  if (highway === 'stop') return costs.stopSeconds;
  return highway === 'give_way' ? costs.giveWaySeconds : 0;
}
