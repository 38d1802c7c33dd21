import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { MultiPolygon, Polygon } from 'geojson';
import { addTo } from '../model/grouped.ts';

/**
 * Which of many polygons holds a place: census subdivisions, wards, school districts. WGS 84 decimal degrees; none may
 * cross the antimeridian. Their boxes are kept by the cells of a grid, so that a question tests few of them. Immutable.
 */
export class PolygonIndex {
  readonly #polygons: readonly (Polygon | MultiPolygon)[];
  readonly #boxes: BoxGrid;

  constructor(polygons: readonly (Polygon | MultiPolygon)[]) {
    this.#polygons = polygons;
    this.#boxes = new BoxGrid(polygons.map(boxOf));
  }

  /** Index of the polygon that holds the place, borders included; of several the first, so that each place has one. Null for none. */
  at(lon: number, lat: number): number | null {
    const holder = this.#boxes.at(lon, lat).find((index) => {
      const polygon = this.#polygons[index];
      return polygon !== undefined && booleanPointInPolygon([lon, lat], polygon);
    });
    return holder ?? null;
  }
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
        addTo(this.#cells, column + row * this.#side, index);
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
