import { matrixStates, type TravelMatrix } from '../../src/network/travel-types.ts';

/** The journeys of a matrix in their order, each pair of places as `origin-point`. */
export const entries = (matrix: TravelMatrix) =>
  [...matrix.origin].map((origin, at) => ({
    pair: `${origin}-${matrix.point[at]}`,
    minutes: matrix.minutes[at] ?? NaN,
    kilometres: matrix.kilometres[at] ?? NaN,
    state: matrixStates[matrix.state[at] ?? 0],
  }));

/** A journey of a matrix, but for where it begins. */
export interface Row {
  point: number;
  minutes: number;
  kilometres: number;
  state: string | undefined;
}

/** By origin, its journeys in the order of the matrix. */
export function byOrigin(
  matrix: Pick<TravelMatrix, 'origin' | 'point' | 'minutes' | 'kilometres' | 'state'>,
): Map<number, Row[]> {
  const rows = new Map<number, Row[]>();
  matrix.origin.forEach((origin, at) => {
    const row = {
      point: matrix.point[at] ?? -1,
      minutes: matrix.minutes[at] ?? NaN,
      kilometres: matrix.kilometres[at] ?? NaN,
      state: matrixStates[matrix.state[at] ?? 0],
    };
    rows.set(origin, [...(rows.get(origin) ?? []), row]);
  });
  return rows;
}
