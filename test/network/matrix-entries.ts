import { matrixStates, type TravelMatrix } from '../../src/network/travel-types.ts';

/** The journeys of a matrix in their order, each pair of places as `origin-point`. */
export const entries = (matrix: TravelMatrix) =>
  [...matrix.origin].map((origin, at) => ({
    pair: `${origin}-${matrix.point[at]}`,
    minutes: matrix.minutes[at] ?? NaN,
    kilometres: matrix.kilometres[at] ?? NaN,
    state: matrixStates[matrix.state[at] ?? 0],
  }));
