import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { accessIn, type TellUnknown } from './osm-access.ts';

/** Keys that say which way a road is open, the most particular first. */
const keys = ['oneway:motorcar', 'oneway:motor_vehicle', 'oneway:vehicle', 'oneway'];
export const onewayKeys: readonly string[] = [...keys, 'junction'];

/**
 * Whether a way may be travelled in its own direction, and against it. Roundabouts and motorways go one way unless they say
 * otherwise; what changes its direction with the hour is closed, for nobody can count on it.
 */
export function openWays(
  tags: OsmTags,
  highway: string,
  profile: Profile,
  unknown: TellUnknown,
): [forward: boolean, backward: boolean] {
  const [forward, backward] = directions(tags, highway, unknown);
  return [
    forward && accessIn(tags, profile, unknown, 'forward') !== false,
    backward && accessIn(tags, profile, unknown, 'backward') !== false,
  ];
}

function directions(tags: OsmTags, highway: string, unknown: TellUnknown): [boolean, boolean] {
  const key = keys.find((one) => tags.get(one) !== undefined) ?? 'oneway';
  const value = tags.get(key);
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
    default:
      if (value !== undefined) unknown(`${key}=${value}`);
      return [true, !(isRound(tags.get('junction')) || highway === 'motorway')];
  }
}

const isRound = (junction: string | undefined) => junction === 'roundabout' || junction === 'circular';
