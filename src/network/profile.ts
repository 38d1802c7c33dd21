import { UserError } from '../model/errors.ts';
import car from './profiles/car.json' with { type: 'json' };

/**
 * How a vehicle travels on roads tagged as OpenStreetMap does it: data, so that another is another file. Speeds are km/h,
 * costs seconds. The values of `car` are ours, in the range of what open routers use by default; turns and signals
 * are mean costs, since a graph of junctions knows the turn but not the traffic.
 */
export interface Profile {
  id: string;
  /** Higher where the same roads give other times. */
  version: number;
  title: string;
  /** Keys that say who may use a way, the most particular first: the first one present decides. */
  accessKeys: readonly string[];
  /** Values of those keys. One that is in neither list is counted as unknown, and lets the vehicle in. */
  accessOpen: readonly string[];
  accessClosed: readonly string[];
  /** Speed by `highway` where no limit is stated. A value that is in none of these three is counted as unknown. */
  classKmh: Readonly<Record<string, number>>;
  /** Classes that are roads only where an access key lets the vehicle in, or that are winter roads. */
  classIfAllowedKmh: Readonly<Record<string, number>>;
  classesLeftOut: readonly string[];
  /** Classes that do not count as an arm of a junction: driveways are not slowed down for. */
  classesMinor: readonly string[];
  /** Values of `service` that are no public road. */
  servicesLeftOut: readonly string[];
  /** Share of a stated limit that is driven in the mean. */
  maxspeedFactor: number;
  /** Further factor where a way says that it lies in a built-up area (`maxspeed:type`, `source:maxspeed`, `zone:traffic`). */
  urbanFactor: number;
  /** Further factor on unpaved surfaces, beside their cap. */
  unpavedFactor: number;
  /** Limits in words ("walk"), and those that a kind of place implies ("CA:urban"). */
  impliedKmh: Readonly<Record<string, number>>;
  /** Most that a surface, a grade of track or a smoothness allows; 0 closes the road. */
  surfaceKmh: Readonly<Record<string, number>>;
  unpavedSurfaces: readonly string[];
  /** Surfaces without a cap; any other value is counted as unknown. */
  pavedSurfaces: readonly string[];
  tracktypeKmh: Readonly<Record<string, number>>;
  smoothnessKmh: Readonly<Record<string, number>>;
  /** Most on winter roads and ice bridges, and on ways that are a ford. */
  winterRoadKmh: number;
  fordKmh: number;
  /** Barriers without access tags that a vehicle passes, and those that close the road; others close it and are counted. */
  barriersOpen: readonly string[];
  barriersClosed: readonly string[];
  /** Where no duration is stated; the wait counts wherever a ferry is boarded from a road. */
  ferry: { kmh: number; boardingSeconds: number };
  /** Added where a way arrives at such a node; `junctionSeconds` where three or more roads meet. */
  costs: {
    signalSeconds: number;
    stopSeconds: number;
    giveWaySeconds: number;
    levelCrossingSeconds: number;
    junctionSeconds: number;
    fordSeconds: number;
  };
}

/** The profile that comes with the app. */
export const carProfile: Profile = car;

/**
 * A profile from a file of a person's own, which must have every part of `car` and no other.
 * @throws UserError naming the first part that is not as expected
 */
export function readProfile(text: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError(`the profile: expected JSON: ${String(cause)}`, { cause });
  }
  mustFit(value, car, 'profile');
  const profile = value as Profile;
  mustBe(Number.isInteger(profile.version) && profile.version > 0, 'version', 'a whole number above 0');
  mustBe(profile.accessKeys.length > 0, 'accessKeys', 'one key at least');
  for (const part of ['classKmh', 'classIfAllowedKmh', 'impliedKmh'] as const)
    for (const [key, kmh] of Object.entries(profile[part]))
      mustBe(kmh > 0, `${part}.${key}`, 'a speed above 0');
  for (const part of ['maxspeedFactor', 'urbanFactor', 'unpavedFactor'] as const)
    mustBe(profile[part] > 0 && profile[part] <= 2, part, 'a factor above 0, 2 at most');
  for (const part of ['winterRoadKmh', 'fordKmh'] as const)
    mustBe(profile[part] > 0, part, 'a speed above 0');
  mustBe(profile.ferry.kmh > 0, 'ferry.kmh', 'a speed above 0');
  return profile;
}

/** Speeds come in tables whose keys are open; every other table has the keys of `car`. */
const isOpenTable = (path: string) => path.endsWith('Kmh');

/** Lists are of texts, tables of numbers, all else of the type that `car` has there. */
function mustFit(value: unknown, model: unknown, path: string): void {
  const [found, expected] = [kindOf(value), kindOf(model)];
  if (found !== expected) throw new UserError(`${path}: expected ${expected}, found ${found}`);
  if (typeof value === 'number' && !(value >= 0 && value < Infinity))
    throw new UserError(`${path}: expected a number of 0 or more, found ${value}`);
  if (Array.isArray(value)) value.forEach((one, at) => mustFit(one, '', `${path}[${at}]`));
  else if (isTable(value) && isTable(model)) mustFitTable(value, model, path);
}

function mustFitTable(value: Record<string, unknown>, model: Record<string, unknown>, path: string): void {
  if (isOpenTable(path)) {
    for (const [key, one] of Object.entries(value)) mustFit(one, 1, `${path}.${key}`);
    return;
  }
  const unexpected = Object.keys(value).find((key) => !(key in model));
  if (unexpected !== undefined)
    throw new UserError(`${path}: expected ${Object.keys(model).join(', ')}; found ${unexpected}`);
  for (const [key, one] of Object.entries(model)) mustFit(value[key], one, `${path}.${key}`);
}

function mustBe(isRight: boolean, part: string, expected: string): void {
  if (!isRight) throw new UserError(`profile.${part}: expected ${expected}`);
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (isTable(value)) return 'a table';
  return typeof value === 'string' ? 'a text' : `a ${typeof value}`;
}

/** The profile in words, for the origin of a graph made with it. */
export function wordsOf({ title, classKmh, ferry, costs, maxspeedFactor }: Profile): string {
  const speeds = Object.values(classKmh);
  return [
    `${title}: ${maxspeedFactor * 100} % of stated limits, else ${Math.max(...speeds)} to ${Math.min(...speeds)} km/h by class`,
    `signals ${costs.signalSeconds} s, junctions ${costs.junctionSeconds} s`,
    `ferries as stated, else ${ferry.kmh} km/h, and ${ferry.boardingSeconds / 60} min of waiting`,
  ].join('; ');
}
