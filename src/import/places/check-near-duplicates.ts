import { PointIndex } from '../../geo/point-index.ts';
import { grouped } from '../../model/grouped.ts';
import type { Issue } from '../../model/issues.ts';
import type { ServicePoint } from '../../model/tables.ts';
import { issue } from '../read/findings.ts';
import { normaliseName } from '../cells/names.ts';

/** A point and the row it came from. */
export interface PointRow {
  row: number;
  point: ServicePoint;
}

const nearKilometres = 0.1;
const similarFrom = 0.8;
/** More points than this at one address, or on one spot, tell of the file's geocoding; they are not compared. */
const mostTogether = 200;

/**
 * Points that may be one and the same: the same address, or coordinates at most 100 m (`<=`) apart, and a similar name.
 * One issue for each, about the later row, naming the earliest that it is like; the fix leaves the later one out. Nothing is
 * merged. Coordinates that stand for a whole postal area or town are not compared.
 */
export function checkNearDuplicates(points: readonly PointRow[]): Issue[] {
  const names = points.map(({ point }) => wordsOf(point));
  const sameAddress = placeInGroups(placesByKey(points, ({ point }) => addressKey(point)));
  const near = nearby(points);
  return points.flatMap(({ row, point }, at) => {
    const others = [...(sameAddress.get(at) ?? []), ...near(at)].sort((a, b) => a - b);
    const twin = others.find((other) => other < at && isSimilar(names[other], names[at]));
    const first = twin === undefined ? undefined : points[twin];
    if (!first) return [];
    const where = { row, found: nameOf(point), expected: `${first.row}` };
    return [{ ...issue('near-duplicate', 'note', where), fix: { kind: 'leave-out', row } as const }];
  });
}

const nameOf = ({ name_en, name_fr }: ServicePoint) => name_en || (name_fr ?? '');

function wordsOf(point: ServicePoint): ReadonlySet<string> {
  return new Set(normaliseName(nameOf(point)).split(' ').filter(Boolean));
}

/** Where all but a fifth of the words are shared (Dice 1945, 10.2307/1932409), or one name is the other with words added. */
export function isSimilar(a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  if (shared === 0 || differInNumber(a, b) || differInNumber(b, a)) return false;
  return shared === Math.min(a.size, b.size) || (2 * shared) / (a.size + b.size) >= similarFrom;
}

/** `Lodge 1` and `Lodge 2` are two; `Lodge` may be either. */
const differInNumber = (a: ReadonlySet<string>, b: ReadonlySet<string>) =>
  [...b].some((word) => /\d/.test(word)) && [...a].some((word) => /\d/.test(word) && !b.has(word));

/** Empty for a point without an address. */
function addressKey({ address, municipality, province, postal_code }: ServicePoint): string {
  if (address === null || !/\d/.test(address)) return '';
  return [address, municipality ?? '', province ?? '', postal_code ?? ''].map(normaliseName).join('\n');
}

/** The group of each point that is in one. */
const placeInGroups = (groups: ReadonlyMap<string, number[]>) =>
  new Map([...groups.values()].flatMap((group) => group.map((at) => [at, group] as const)));

/** Places in the list by a key; those without one, and groups of too many, are left out. */
function placesByKey(points: readonly PointRow[], keyOf: (one: PointRow) => string): Map<string, number[]> {
  const keys = points.map(keyOf);
  const groups = grouped(keys.keys(), (at) => [keys[at] ?? '']);
  groups.delete('');
  return new Map([...groups].filter(([, group]) => group.length <= mostTogether));
}

/** The very coordinates; empty where they stand for a postal area or a town, or are not known. */
function spotOf({ point: { lon, lat, location_method } }: PointRow): string {
  const rough = location_method === 'postal code' || location_method === 'municipality';
  return lon === null || lat === null || rough ? '' : `${lon} ${lat}`;
}

/** The points close to one of them, by their places in the list. */
function nearby(points: readonly PointRow[]): (at: number) => number[] {
  const spots = [...placesByKey(points, spotOf)];
  const [lon, lat] = [0, 1].map((part) => spots.map(([spot]) => Number(spot.split(' ')[part])));
  const index = new PointIndex(lon ?? [], lat ?? []);
  const known = placeInGroups(new Map(spots));
  return (at) => {
    const { lon, lat } = points[at]?.point ?? { lon: null, lat: null };
    if (lon === null || lat === null || !known.has(at)) return [];
    return index.within(lon, lat, nearKilometres).flatMap((spot) => spots[spot.index]?.[1] ?? []);
  };
}
