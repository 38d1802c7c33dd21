import { UserError } from '../model/errors.ts';
import car from './profiles/car.json' with { type: 'json' };

/**
 * How a vehicle travels on roads tagged as OpenStreetMap does it: data, so that another is another file. Speeds are km/h,
 * costs seconds. The values of `car` are ours, in the range of what open routers use by default; turns and signals
 * are mean costs, since a graph of junctions knows the turn but not the traffic.
 */
export interface Profile {
  id: string;
  version: number;
  title: string;
  /** Keys that say who may use a way, the most particular first: the first one present decides. */
  accessKeys: readonly string[];
  accessOpen: readonly string[];
  accessClosed: readonly string[];
  /** Speed by `highway` where no limit is stated; other values are left out, or unknown. */
  classKmh: Readonly<Record<string, number>>;
  classesLeftOut: readonly string[];
  /** Values of `service` that are no public road. */
  servicesLeftOut: readonly string[];
  /** Share of a stated limit that is driven in the mean. */
  maxspeedFactor: number;
  /** Further factor where a way says that it lies in a built-up area (`maxspeed:type`, `source:maxspeed`, `zone:traffic`). */
  urbanFactor: number;
  /** Further factor on unpaved surfaces, beside their cap. */
  unpavedFactor: number;
  /** Limits that `maxspeed` names in words. */
  impliedKmh: Readonly<Record<string, number>>;
  /** Most that a surface, or a grade of track, allows. */
  surfaceKmh: Readonly<Record<string, number>>;
  unpavedSurfaces: readonly string[];
  /** Surfaces without a cap; any other value is counted as unknown. */
  pavedSurfaces: readonly string[];
  tracktypeKmh: Readonly<Record<string, number>>;
  /** Barriers that a vehicle passes; others close the road unless their own access says otherwise. */
  barriersOpen: readonly string[];
  /** Where no duration is stated; boarding counts once a crossing. */
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
 * A profile from a file of a person's own, which must have every part of `car`.
 * @throws UserError naming the first part that is not as expected
 */
export function readProfile(text: string): Profile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new UserError('the profile is no JSON', { cause });
  }
  mustFit(value, car, 'profile');
  return value as Profile;
}

/** Lists are of texts, tables of numbers, all else of the type that `car` has there. */
function mustFit(value: unknown, model: unknown, path: string): void {
  const found = kindOf(value);
  const expected = kindOf(model);
  if (found !== expected) throw new UserError(`${path}: expected ${expected}, found ${found}`);
  if (typeof value === 'number' && !(value >= 0 && value < Infinity))
    throw new UserError(`${path}: expected a number of 0 or more, found ${value}`);
  if (Array.isArray(value)) {
    value.forEach((one, at) => mustFit(one, '', `${path}[${at}]`));
  } else if (isTable(value) && isTable(model)) {
    const isOpen = /(Kmh|classKmh)$/.test(path);
    if (isOpen) for (const [key, one] of Object.entries(value)) mustFit(one, 1, `${path}.${key}`);
    else for (const [key, one] of Object.entries(model)) mustFit(value[key], one, `${path}.${key}`);
  }
}

const isTable = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  return isTable(value) ? 'a table' : `a ${typeof value}`;
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
