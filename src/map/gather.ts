import { ordersOfGovernment, pointKinds } from '../model/tables.ts';
import type { MapArea, MapPoint } from './features.ts';

/** More shapes than this are slow to draw, and cover each other. */
const mostDrawn = 10_000;

/** Sides of the squares tried, degrees: the smallest that gives few enough shapes is taken. */
const sides = [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

const rowsInStep = 5000;

/** Names a shape that stands for several, after the largest of them. */
type LabelOf<Drawn> = (largest: Drawn, count: number) => string;

/**
 * At most about ten thousand circles: where there are more areas, those of one status in one square are drawn as one, at
 * their middle by people, with the sum of their people (of those known). It has the id of its most peopled area and a label from
 * `labelOf`. The sum of people stays as it was. `areaOf` gives the area of a row; it is not kept but for the circles. Steps are
 * portions of rows, so that half a million do not hold up the page.
 */
export const gatherAreas = <Row>(
  rows: readonly Row[],
  areaOf: (row: Row) => MapArea,
  labelOf: LabelOf<MapArea>,
  most?: number,
) =>
  gather(rows, areaOf, most, {
    groupOf: ({ status }) => statuses.indexOf(status),
    groups: statuses.length,
    peopleOf: ({ people }) => people,
    together: (area, { people, count, lon, lat }) => ({
      ...area,
      people,
      lon,
      lat,
      label: labelOf(area, count),
    }),
  });

/** The same for points: those that look alike in one square are one symbol, at their middle, with the id of the first. */
export const gatherPoints = <Row>(
  rows: readonly Row[],
  pointOf: (row: Row) => MapPoint,
  labelOf: LabelOf<MapPoint>,
  most?: number,
) =>
  gather(rows, pointOf, most, {
    groupOf: lookOf,
    groups: ordersOfGovernment.length * pointKinds.length * 8,
    peopleOf: () => 1,
    together: (point, { count, lon, lat }) => ({ ...point, lon, lat, label: labelOf(point, count) }),
  });

const statuses: readonly MapArea['status'][] = ['gap', 'covered', 'overlap'];

/** A number for each way that a point can look. */
function lookOf({ government, kind, illustrative, approximate, muted }: MapPoint): number {
  const symbol = ordersOfGovernment.indexOf(government) * pointKinds.length + pointKinds.indexOf(kind);
  return symbol * 8 + (illustrative ? 4 : 0) + (approximate ? 2 : 0) + (muted ? 1 : 0);
}

/** What makes one shape of several. */
interface Gathering<Drawn> {
  /** Only those of one group, from 0 to below `groups`, are drawn as one. */
  groupOf: (drawn: Drawn) => number;
  groups: number;
  peopleOf: (drawn: Drawn) => number | null;
  together: (largest: Drawn, of: { people: number | null; count: number; lon: number; lat: number }) => Drawn;
}

/** The rows that pass a test, in steps too. */
export function* filterSteps<Row, Passed extends Row>(
  rows: readonly Row[],
  passes: (row: Row) => row is Passed,
): Generator<number, readonly Passed[]> {
  const passed: Passed[] = [];
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === rowsInStep - 1) yield index;
    if (passes(row)) passed.push(row);
  }
  return passed;
}

type Placed = { lon: number; lat: number };

function* gather<Row, Drawn extends Placed>(
  rows: readonly Row[],
  drawnOf: (row: Row) => Drawn,
  most = mostDrawn,
  by: Gathering<Drawn>,
): Generator<number, readonly Drawn[]> {
  if (rows.length <= most) return rows.map(drawnOf);
  // What even a sample fills is no use for all.
  const sample = rows.filter((_, index) => index % sampleStep === 0).map(drawnOf);
  let squares: ReadonlyMap<number, Square<Row>> = new Map();
  for (const side of sides) {
    if (sample.length > most && fillMore(sample, side, most, by)) continue;
    squares = yield* squaresOf(rows, drawnOf, side, by);
    if (squares.size <= most) break;
  }
  return [...squares.values()].map(({ largest, count, people, lon, lat, weight }) => {
    const drawn = drawnOf(largest);
    return count === 1 ? drawn : by.together(drawn, { people, count, lon: lon / weight, lat: lat / weight });
  });
}

const sampleStep = 10;

interface Square<Row> {
  largest: Row;
  /** People of the largest; -1 where it has none known. */
  most: number;
  count: number;
  people: number | null;
  /** Sums of place times weight, and of weight: an area of nobody weighs something, or nobody's square had no middle. */
  lon: number;
  lat: number;
  weight: number;
}

const emptyWeight = 0.001;

/** More rows of squares than the finest grid has from pole to pole. */
const rowsAtMost = 2 ** 14;

/** Of the square and group that something is drawn with, at squares of a side. */
function keyOf<Drawn extends Placed>(
  drawn: Drawn,
  side: number,
  { groupOf, groups }: Gathering<Drawn>,
): number {
  const [column, row] = [Math.floor((drawn.lon + 180) / side), Math.floor((drawn.lat + 90) / side)];
  return (column * rowsAtMost + row) * groups + groupOf(drawn);
}

function fillMore<Drawn extends Placed>(
  all: readonly Drawn[],
  side: number,
  most: number,
  by: Gathering<Drawn>,
): boolean {
  const keys = new Set<number>();
  return all.some((drawn) => keys.add(keyOf(drawn, side, by)).size > most);
}

function* squaresOf<Row, Drawn extends Placed>(
  rows: readonly Row[],
  drawnOf: (row: Row) => Drawn,
  side: number,
  by: Gathering<Drawn>,
): Generator<number, ReadonlyMap<number, Square<Row>>> {
  const squares = new Map<number, Square<Row>>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsInStep === rowsInStep - 1) yield index;
    const drawn = drawnOf(row);
    const { lon, lat } = drawn;
    const people = by.peopleOf(drawn);
    const key = keyOf(drawn, side, by);
    const weight = Math.max(people ?? 0, emptyWeight);
    const most = people ?? -1;
    const square = squares.get(key);
    if (!square) {
      const middle = { lon: lon * weight, lat: lat * weight, weight };
      squares.set(key, { largest: row, most, count: 1, people, ...middle });
      continue;
    }
    square.count += 1;
    if (people !== null) square.people = (square.people ?? 0) + people;
    if (most > square.most) [square.largest, square.most] = [row, most];
    square.lon += lon * weight;
    square.lat += lat * weight;
    square.weight += weight;
  }
  return squares;
}
