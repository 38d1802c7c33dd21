import type { DroppedBanReason } from '../graph-origin.ts';
import { memberTypes, type OsmRelation } from '../osm/osm.ts';

/** Keys of restrictions that are read. */
export const restrictionKeys = [
  ...['type', 'restriction', 'restriction:motorcar', 'restriction:motor_vehicle', 'except'],
  ...['restriction:conditional', 'restriction:motorcar:conditional', 'day_on', 'hour_on'],
];

/** A turn that a relation forbids, or the only one that it allows. */
export interface Restriction {
  isOnly: boolean;
  /** Ids of ways and nodes. */
  from: readonly number[];
  via: { kind: 'node'; node: number } | { kind: 'ways'; ways: readonly number[] };
  to: readonly number[];
}

/** What a relation says of turns; why it says nothing for this vehicle; null where it is about something else. */
export function restrictionOf({ tags, members }: OsmRelation): Restriction | DroppedBanReason | null {
  const type = tags.get('type');
  if (type !== 'restriction' && !type?.startsWith('restriction:')) return null;
  const kind =
    tags.get('restriction:motorcar') ?? tags.get('restriction:motor_vehicle') ?? tags.get('restriction');
  if (kind === undefined) return isConditional(tags) ? 'at certain times' : 'not for this vehicle';
  const except = (tags.get('except') ?? '').split(';').map((part) => part.trim());
  if (except.some((vehicle) => ['motorcar', 'motor_vehicle', 'vehicle'].includes(vehicle)))
    return 'not for this vehicle';
  if (tags.get('day_on') !== undefined || tags.get('hour_on') !== undefined) return 'at certain times';
  if (!/^(no|only)_/.test(kind)) return 'kind unknown';
  const withRole = (role: string, wanted: (typeof memberTypes)[number]) =>
    Array.from(members.ids).filter(
      (_, at) => members.roles[at] === role && memberTypes[members.types[at] ?? 0] === wanted,
    );
  const [from, to] = [withRole('from', 'way'), withRole('to', 'way')];
  const [node] = withRole('via', 'node');
  const ways = withRole('via', 'way');
  if (from.length === 0 || to.length === 0 || (node === undefined && ways.length === 0)) return 'incomplete';
  const via = node === undefined ? { kind: 'ways' as const, ways } : { kind: 'node' as const, node };
  return { isOnly: kind.startsWith('only_'), from, via, to };
}

const isConditional = (tags: OsmRelation['tags']) =>
  tags.get('restriction:conditional') !== undefined ||
  tags.get('restriction:motorcar:conditional') !== undefined;
