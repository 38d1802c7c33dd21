import type { MapArea } from './features.ts';

/** More circles than this are slow to draw, and cover each other. */
const mostCircles = 10_000;

/** Sides of the squares tried, degrees: the smallest that gives few enough circles is taken. */
const sides = [1 / 64, 1 / 32, 1 / 16, 1 / 8, 1 / 4, 1 / 2, 1];

/**
 * At most about ten thousand circles: where there are more areas, those of one status in one square are drawn as one, at
 * their middle by people, with the sum of their people (of those known). It has the id of its most peopled area and a label from
 * `labelOf`. The sum of people stays as it was.
 */
export function gatherAreas(
  areas: readonly MapArea[],
  labelOf: (largest: MapArea, areas: number) => string,
  most = mostCircles,
): readonly MapArea[] {
  if (areas.length <= most) return areas;
  // What even a sample fills is no use for all.
  const sample = areas.filter((_, index) => index % sampleStep === 0);
  let squares: ReadonlyMap<number, Square> = new Map();
  for (const side of sides) {
    if (sample.length > most && fillMore(sample, side, most)) continue;
    squares = squaresOf(areas, side);
    if (squares.size <= most) break;
  }
  return [...squares.values()].map((square) => circleOf(square, labelOf));
}

const sampleStep = 10;

interface Square {
  largest: MapArea;
  areas: number;
  people: number | null;
  /** Sums of place times weight, and of weight: an area of nobody weighs something, or nobody's square had no middle. */
  lon: number;
  lat: number;
  weight: number;
}

const emptyWeight = 0.001;

const statuses: readonly MapArea['status'][] = ['gap', 'covered', 'overlap'];
/** More rows of squares than the finest grid has from pole to pole. */
const rowsAtMost = 2 ** 14;

/** Of the square and status that an area is drawn with, at squares of a side. */
function keyOf({ lon, lat, status }: MapArea, side: number): number {
  const [column, row] = [Math.floor((lon + 180) / side), Math.floor((lat + 90) / side)];
  return (column * rowsAtMost + row) * statuses.length + statuses.indexOf(status);
}

function fillMore(areas: readonly MapArea[], side: number, most: number): boolean {
  const keys = new Set<number>();
  return areas.some((area) => keys.add(keyOf(area, side)).size > most);
}

function squaresOf(areas: readonly MapArea[], side: number): ReadonlyMap<number, Square> {
  const squares = new Map<number, Square>();
  for (const area of areas) {
    const key = keyOf(area, side);
    const weight = Math.max(area.people ?? 0, emptyWeight);
    const square = squares.get(key);
    if (!square) {
      const { lon, lat, people } = area;
      squares.set(key, {
        largest: area,
        areas: 1,
        people,
        lon: lon * weight,
        lat: lat * weight,
        weight,
      });
      continue;
    }
    square.areas += 1;
    if (area.people !== null) square.people = (square.people ?? 0) + area.people;
    if ((area.people ?? -1) > (square.largest.people ?? -1)) square.largest = area;
    square.lon += area.lon * weight;
    square.lat += area.lat * weight;
    square.weight += weight;
  }
  return squares;
}

function circleOf(
  { largest, areas, people, lon, lat, weight }: Square,
  labelOf: (largest: MapArea, areas: number) => string,
): MapArea {
  if (areas === 1) return largest;
  return { ...largest, people, lon: lon / weight, lat: lat / weight, label: labelOf(largest, areas) };
}
