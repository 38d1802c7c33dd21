import { haversineKilometres } from '../geo/distance.ts';
import type { Way } from './road-ways.ts';
import { offRoad, type Snapped } from './snap.ts';
import { matrixStates, type Locations, type TravelOptions } from './travel-types.ts';

const stateCode = (state: (typeof matrixStates)[number]) => matrixStates.indexOf(state);
const [reached, noRoad] = [stateCode('reached'), stateCode('no road')];
/** State of a journey by the highest kind of its arcs: road, winter road, ferry. */
const stateOfKind = [reached, stateCode('winter road'), stateCode('ferry')];

/** A journey between two places, before it takes its place in a matrix. */
export interface Journey {
  kilometres: number;
  /** NaN where no road leads. */
  minutes: number;
  /** Index into `matrixStates`. */
  state: number;
  /** 1 for the straight line times the detour factor. */
  direct: 0 | 1;
}

/** Minutes across country, to a road or straight to a place. */
export const minutesOff = (kilometres: number, { estimateSpeed }: Pick<TravelOptions, 'estimateSpeed'>) =>
  (kilometres / estimateSpeed) * 60;

/** The journey of an estimate: the straight line times the detour factor. */
export function estimatedJourney(
  straightKilometres: number,
  options: Pick<TravelOptions, 'detourFactor' | 'estimateSpeed'>,
): Journey {
  const kilometres = straightKilometres * options.detourFactor;
  return { kilometres, minutes: minutesOff(kilometres, options), state: reached, direct: 1 };
}

/**
 * The journey between two places near a network: the way along it and the ways to and from the road, or straight across
 * where the two are no farther from each other than from their roads, whichever is quicker (of equals, straight across).
 * @param off kilometres of the ways to and from the road together; Infinity where one has no road
 */
export function journeyBy(
  way: Way | null,
  straightKilometres: number,
  off: number,
  options: Pick<TravelOptions, 'detourFactor' | 'estimateSpeed' | 'snapLimitKilometres'>,
): Journey {
  const isNear = straightKilometres <= Math.min(off, options.snapLimitKilometres);
  const direct = isNear ? estimatedJourney(straightKilometres, options) : null;
  const minutes = way ? way.deciseconds / 600 + minutesOff(off, options) : Infinity;
  if (direct && direct.minutes <= minutes) return direct;
  if (!way) return noRoadJourney(straightKilometres);
  const state = stateOfKind[way.kind] ?? reached;
  return { kilometres: way.metres / 1000 + off, minutes, state, direct: 0 };
}

/** Where no road leads, the straight line is all there is to say. */
export const noRoadJourney = (straightKilometres: number): Journey => ({
  kilometres: straightKilometres,
  minutes: NaN,
  state: noRoad,
  direct: 0,
});

/** Whether no road leads from one place to the other. */
export const isNoRoad = ({ state }: Journey) => state === noRoad;

/** Great-circle kilometres between two places of two lists. */
export const straightBetween = (a: Locations, i: number, b: Locations, j: number) =>
  haversineKilometres(a.lon[i] ?? NaN, a.lat[i] ?? NaN, b.lon[j] ?? NaN, b.lat[j] ?? NaN);

/** Kilometres between the latitudes of two places, a hair less: they are no nearer to each other than this. */
export const northBetween = (a: Locations, i: number, b: Locations, j: number) =>
  Math.abs((a.lat[i] ?? NaN) - (b.lat[j] ?? NaN)) * 111;

/** Indices of the places off the road. */
export const offRoadOf = ({ edge }: Snapped) =>
  Uint32Array.from(edge.keys()).filter((place) => edge[place] === offRoad);

/** Tenths of a second within which every way of a journey within the limit is found; rounding is seen to. */
export const cutoffOf = ({ limitMinutes = Infinity }: Pick<TravelOptions, 'limitMinutes'>) =>
  Math.ceil(limitMinutes * 600) + 2;
