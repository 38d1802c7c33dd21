import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';

/** A small area as its representative point: a block, a dissemination area, a postal area. */
export interface CountedPoint {
  /** WGS 84 decimal degrees; null where it could not be located. */
  lon: number | null;
  lat: number | null;
  /** People, households or anything that adds up; null when it is not published. */
  count: number | null;
  /** Share of the count that belongs to this point, 0 to 1, where an area is spread over several; 1 when not given. */
  weight?: number;
}

/** What a boundary holds. */
export interface AreaSum {
  /** Sum of the known counts times their weights; null where none is known. */
  count: number | null;
  points: number;
  /** Points in it whose count is not known: the sum is too low by theirs. */
  unknown: number;
}

export interface Aggregation {
  /** One for each boundary, in the order given. */
  sums: AreaSum[];
  /** Indices of the points in no boundary, and of those without a place. */
  outside: number[];
}

/**
 * Adds up small areas within boundaries that have no counts of their own: points in polygons. A point on a border that
 * boundaries share, or in an overlap, belongs to the first of them, so that nobody is counted twice. Boundaries must not
 * cross the antimeridian.
 */
export function aggregateAreas(
  points: readonly CountedPoint[],
  boundaries: readonly (Polygon | MultiPolygon)[],
): Aggregation {
  const sums = boundaries.map((): AreaSum => ({ count: null, points: 0, unknown: 0 }));
  const grid = new BoxGrid(boundaries.map(boxOf));
  const outside: number[] = [];
  for (const [index, { lon, lat, count, weight = 1 }] of points.entries()) {
    const holder = lon === null || lat === null ? undefined : holderOf(lon, lat, grid, boundaries);
    const sum = holder === undefined ? undefined : sums[holder];
    if (!sum) {
      outside.push(index);
      continue;
    }
    sum.points += 1;
    if (count === null) sum.unknown += 1;
    else sum.count = (sum.count ?? 0) + count * weight;
  }
  return { sums, outside };
}

function holderOf(
  lon: number,
  lat: number,
  grid: BoxGrid,
  boundaries: readonly (Polygon | MultiPolygon)[],
): number | undefined {
  return grid.at(lon, lat).find((index) => {
    const boundary = boundaries[index];
    return boundary !== undefined && booleanPointInPolygon([lon, lat], boundary);
  });
}

type Box = readonly [west: number, south: number, east: number, north: number];

function boxOf({ type, coordinates }: Polygon | MultiPolygon): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [outer = []] of type === 'Polygon' ? [coordinates] : coordinates)
    for (const [lon = NaN, lat = NaN] of outer) {
      west = Math.min(west, lon);
      south = Math.min(south, lat);
      east = Math.max(east, lon);
      north = Math.max(north, lat);
    }
  return [west, south, east, north];
}

const fewestCells = 16;
const mostCells = 512;

/** Boxes by the cells of a square grid over all of them, about two cells a side for each box of an even cover. */
class BoxGrid {
  readonly #boxes: readonly Box[];
  readonly #cells = new Map<number, number[]>();
  readonly #side: number;
  readonly #all: Box;

  constructor(boxes: readonly Box[]) {
    this.#boxes = boxes;
    this.#side = Math.min(mostCells, Math.max(fewestCells, Math.ceil(2 * Math.sqrt(boxes.length))));
    this.#all = boxes.reduce<Box>(
      (a, b) => [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])],
      [Infinity, Infinity, -Infinity, -Infinity],
    );
    boxes.forEach((box, index) => this.#add(box, index));
  }

  /** Boxes that hold the place, edges included, in the order given. */
  at(lon: number, lat: number): number[] {
    const held = this.#cells.get(this.#column(lon) + this.#row(lat) * this.#side) ?? [];
    return held.filter((index) => {
      const [west, south, east, north] = this.#boxes[index] ?? [0, 0, -1, -1];
      return lon >= west && lon <= east && lat >= south && lat <= north;
    });
  }

  #add([west, south, east, north]: Box, index: number): void {
    if (!(west <= east)) return; // an empty geometry has no box
    for (let row = this.#row(south); row <= this.#row(north); row += 1)
      for (let column = this.#column(west); column <= this.#column(east); column += 1) {
        const key = column + row * this.#side;
        const cell = this.#cells.get(key);
        if (cell) cell.push(index);
        else this.#cells.set(key, [index]);
      }
  }

  #column(lon: number): number {
    return this.#cell(lon, this.#all[0], this.#all[2]);
  }

  #row(lat: number): number {
    return this.#cell(lat, this.#all[1], this.#all[3]);
  }

  #cell(value: number, from: number, to: number): number {
    const cell = Math.floor(((value - from) / (to - from || 1)) * this.#side);
    return Math.min(this.#side - 1, Math.max(0, cell));
  }
}
