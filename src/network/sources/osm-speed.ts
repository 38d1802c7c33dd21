import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { highestLimitKmh } from './highest-limit.ts';
import type { Direction, TellUnknown } from './osm-access.ts';

/** Keys that say what kind of place a road lies in, such as "CA:urban", where the limit follows from that. */
const placeKeys = ['maxspeed:type', 'source:maxspeed', 'zone:maxspeed', 'zone:traffic'];

/** Keys of ways that are read for their speed. */
export const speedKeys: readonly string[] = [
  ...['maxspeed', 'maxspeed:forward', 'maxspeed:backward', 'maxspeed:lanes', ...placeKeys],
  ...['surface', 'tracktype', 'smoothness', 'ford'],
];

/** km/h along a way of this class: its limit, or its class, held down by what it is made of; 0 where nothing can pass. */
export function speedOn(
  tags: OsmTags,
  profile: Profile,
  classKmh: number,
  direction: Direction,
  unknown: TellUnknown,
): number {
  const limit = limitOn(tags, profile, direction, unknown);
  let kmh = limit === null ? classKmh : limit * profile.maxspeedFactor;
  if (isBuiltUp(tags)) kmh *= profile.urbanFactor;
  const surface = tags.get('surface');
  if (surface !== undefined && isUnpaved(surface, profile)) kmh *= profile.unpavedFactor;
  kmh = Math.min(kmh, surfaceCap(surface, profile, unknown));
  kmh = Math.min(kmh, cap('tracktype', tags, profile.tracktypeKmh, unknown));
  if (tags.get('smoothness') !== undefined)
    kmh = Math.min(kmh, profile.smoothnessKmh[tags.get('smoothness') ?? ''] ?? kmh);
  if (isFord(tags)) kmh = Math.min(kmh, profile.fordKmh);
  return kmh <= 0 ? 0 : Math.max(1, kmh);
}

const isBuiltUp = (tags: OsmTags) => placeKeys.some((key) => tags.get(key)?.endsWith('urban') === true);
const isUnpaved = (surface: string, { unpavedSurfaces }: Profile) => unpavedSurfaces.includes(surface);
const isFord = (tags: OsmTags) => tags.get('ford') === 'yes' || tags.get('ford') === 'stream';

function surfaceCap(surface: string | undefined, profile: Profile, unknown: TellUnknown): number {
  if (surface === undefined || profile.pavedSurfaces.includes(surface)) return Infinity;
  const kmh = profile.surfaceKmh[surface];
  if (kmh === undefined && !isUnpaved(surface, profile)) unknown(`surface=${surface}`);
  return kmh ?? Infinity;
}

function cap(
  key: string,
  tags: OsmTags,
  caps: Readonly<Record<string, number>>,
  unknown: TellUnknown,
): number {
  const value = tags.get(key);
  if (value === undefined) return Infinity;
  const kmh = caps[value];
  if (kmh === undefined) unknown(`${key}=${value}`);
  return kmh ?? Infinity;
}

/** The stated limit: of the direction, else of both, else of the lanes, else of the kind of place; null where there is none. */
function limitOn(tags: OsmTags, profile: Profile, direction: Direction, unknown: TellUnknown): number | null {
  for (const key of [`maxspeed:${direction}`, 'maxspeed', 'maxspeed:lanes']) {
    const text = tags.get(key);
    const limit = text === undefined ? null : limitIn(text, profile.impliedKmh);
    if (limit !== null) return limit;
    if (text !== undefined && !withoutFigure.includes(text)) unknown(`${key}=${text}`);
  }
  for (const key of placeKeys) {
    const limit = impliedBy(tags.get(key), profile.impliedKmh);
    if (limit !== null) return limit;
  }
  return null;
}

/** Limits that change from hour to hour: the class counts. */
const withoutFigure = ['signals', 'variable'];

const kmhPerUnit: Readonly<Record<string, number>> = {
  '': 1,
  'km/h': 1,
  kmh: 1,
  kph: 1,
  mph: 1.609344,
  knots: 1.852,
};

/** km/h of a `maxspeed`: "50", "30 mph", "walk", "CA:urban"; of several by lane the highest. Null where no part is one of these that can be. */
export function limitIn(text: string, implied: Profile['impliedKmh']): number | null {
  const limits = text.split(/[;|]/).map((part) => {
    const [, figure, unit = ''] = /^(\d+(?:\.\d+)?) ?(km\/h|kmh|kph|mph|knots)?$/.exec(part.trim()) ?? [];
    if (figure === undefined) return impliedBy(part.trim(), implied) ?? 0;
    const limit = Number(figure) * (kmhPerUnit[unit] ?? 1);
    return limit <= highestLimitKmh ? limit : 0;
  });
  const highest = Math.max(...limits);
  return highest > 0 ? highest : null;
}

/** A word as it is; without its province ("CA-ON:urban" as "CA:urban"); a zone by its figure ("FR:30"). */
function impliedBy(text: string | undefined, implied: Profile['impliedKmh']): number | null {
  if (text === undefined) return null;
  const known = implied[text] ?? implied[text.replace(/^([A-Z]{2})-\w+:/, '$1:')];
  if (known !== undefined) return known;
  const [, zone] = /^[A-Z]{2}:(?:zone:?)?(\d+)$/.exec(text) ?? [];
  return zone === undefined ? null : Number(zone) || null;
}
