import type { DroppedBanReason } from '../graph-origin.ts';
import { memberTypes, type OsmRelation } from '../osm/osm.ts';

const ours = ['restriction:motorcar', 'restriction:motor_vehicle', 'restriction'];
const oursAtTimes = ours.map((key) => `${key}:conditional`);
/** Restrictions of other vehicles: seen to be counted. */
const others = ['hgv', 'bus', 'psv', 'bicycle', 'motorcycle', 'caravan', 'goods', 'coach', 'foot'].map(
  (vehicle) => `restriction:${vehicle}`,
);

/** Relations with none of these keys are no turn restriction. */
export const restrictionsHaving: readonly string[] = [...ours, ...oursAtTimes, ...others];

/** Keys of restrictions that are read. */
export const restrictionKeys: readonly string[] = [
  ...ours,
  ...oursAtTimes,
  ...['type', 'except', 'day_on', 'hour_on'],
];

/** Types of relations that restrict turns of cars: the ones of a vehicle are an old way to write them. */
const types = ['restriction', 'restriction:motorcar', 'restriction:motor_vehicle'];

/** A turn that a relation forbids, or the only one that it allows. */
export interface Restriction {
  isOnly: boolean;
  /** Ids of ways and nodes. */
  from: readonly number[];
  /** Either a node, or ways one after the other. */
  via: { node: number | null; ways: readonly number[] };
  to: readonly number[];
}

/** What a relation says of turns; why it says nothing for this vehicle; null where it is about something else. */
export function restrictionOf({ tags, members }: OsmRelation): Restriction | DroppedBanReason | null {
  const type = tags.get('type') ?? '';
  if (!type.startsWith('restriction')) return null;
  if (!types.includes(type)) return 'not for this vehicle';
  const kind = ours.map((key) => tags.get(key)).find((value) => value !== undefined);
  if (kind === undefined)
    return oursAtTimes.some((key) => tags.get(key) !== undefined)
      ? 'at certain times'
      : 'not for this vehicle';
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
  const via = node === undefined ? { node: null, ways } : { node, ways: [] };
  return { isOnly: kind.startsWith('only_'), from, via, to };
}
