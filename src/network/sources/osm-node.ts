import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { isOpen, type TellUnknown } from './osm-way.ts';

/** Keys of nodes that are read, beside those of access. */
const nodeKeys = ['barrier', 'highway', 'railway', 'ford', 'direction', 'traffic_signals:direction'];

/** What a node does to those who arrive at it along a way. */
export interface NodeEffect {
  isBlocked: boolean;
  /** Seconds for those who come along the way's own direction, and against it. */
  forwardSeconds: number;
  backwardSeconds: number;
}

/** Nodes with none of these keys do nothing. */
export const nodesHaving: readonly string[] = ['barrier', 'highway', 'railway', 'ford'];
export const nodeTagKeys = (profile: Profile): string[] => [...profile.accessKeys, ...nodeKeys];

/** What a node does; null where it does nothing. */
export function effectOf(tags: OsmTags, profile: Profile, unknown: TellUnknown): NodeEffect | null {
  const barrier = tags.get('barrier');
  const isAccessSaid = profile.accessKeys.some((key) => tags.get(key) !== undefined);
  const isBlocked =
    barrier !== undefined &&
    (isAccessSaid ? !isOpen(tags, profile, unknown) : !profile.barriersOpen.includes(barrier));
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

function secondsAt(tags: OsmTags, { costs }: Profile): number {
  const crossing = tags.get('railway') === 'level_crossing' ? costs.levelCrossingSeconds : 0;
  const ford = tags.get('ford') === 'yes' ? costs.fordSeconds : 0;
  switch (tags.get('highway')) {
    case 'traffic_signals':
      return costs.signalSeconds + crossing + ford;
    case 'stop':
      return costs.stopSeconds + crossing + ford;
    case 'give_way':
      return costs.giveWaySeconds + crossing + ford;
    default:
      return crossing + ford;
  }
}
