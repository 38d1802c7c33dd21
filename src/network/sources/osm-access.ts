import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';

/** A tag that the profile has no rule for is told as "key=value"; "key=*" where no value of the key has one. */
export type TellUnknown = (what: string) => void;

/** Ways of travel along a line: in its own direction, and against it. */
export type Direction = 'forward' | 'backward';

/** Keys of access that are read of ways and nodes, and those of one direction, of ways alone. */
export const accessKeys = ({ accessKeys: keys }: Profile): string[] => [...keys];
export const directedAccessKeys = ({ accessKeys: keys }: Profile): string[] =>
  keys.flatMap((key) => [`${key}:forward`, `${key}:backward`]);

/** Whether the most particular access tag lets the vehicle in; null where no tag says. */
export function accessIn(
  tags: OsmTags,
  profile: Profile,
  unknown: TellUnknown,
  direction?: Direction,
): boolean | null {
  for (const plain of profile.accessKeys) {
    const key = direction ? `${plain}:${direction}` : plain;
    const value = tags.get(key);
    if (value !== undefined) return lets(value, key, profile, unknown);
  }
  return null;
}

/** Of several values one that is open is enough. */
function lets(
  text: string,
  key: string,
  { accessOpen, accessClosed }: Profile,
  unknown: TellUnknown,
): boolean {
  if (accessOpen.includes(text)) return true;
  if (accessClosed.includes(text)) return false;
  const values = text.split(/[;|,]/).map((value) => value.trim());
  if (values.some((value) => accessOpen.includes(value))) return true;
  if (values.some((value) => !accessClosed.includes(value))) {
    unknown(`${key}=${text}`);
    return true;
  }
  return false;
}
