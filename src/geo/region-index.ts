import { addTo } from '../model/grouped.ts';
import { earthRadiusKilometres } from '../model/units.ts';

/** Degrees of latitude of one band of sides, and of longitude and latitude of one cell. */
const bandDegrees = 0.25;
const kilometresADegree = (earthRadiusKilometres * Math.PI) / 180;

/** A side of a region's ring: two ends, and the region's index. */
type Side = readonly [lonA: number, latA: number, lonB: number, latB: number, region: number];

/**
 * Which of a few large regions a place lies in, and whether one is near. Regions are given by their rings, outer ones
 * and holes alike, each closed and written as longitude, latitude, longitude, ... in WGS 84 decimal degrees; none may cross
 * the antimeridian. Sides are kept by bands of latitude, and cells that no side touches are asked about once, so that a question
 * looks at few sides. Immutable once built.
 */
export class RegionIndex {
  readonly #bands = new Map<number, Side[]>();
  /** Cells that a side may pass through, and what holds the others as far as was asked. */
  readonly #crossed = new Set<number>();
  readonly #whole = new Map<number, number | null>();
  readonly #regions: number;

  constructor(regions: readonly (readonly (readonly number[])[])[]) {
    this.#regions = regions.length;
    regions.forEach((rings, region) => rings.forEach((ring) => this.#add(ring, region)));
  }

  /** Index of the region that holds the place (even-odd rule), or null. On a border it may be either side's. */
  at(lon: number, lat: number): number | null {
    const cell = cellOf(bandOf(lon), bandOf(lat));
    if (this.#crossed.has(cell)) return this.#search(lon, lat);
    const known = this.#whole.get(cell);
    if (known !== undefined) return known;
    const found = this.#search(lon, lat);
    this.#whole.set(cell, found);
    return found;
  }

  #search(lon: number, lat: number): number | null {
    const inside = new Uint8Array(this.#regions);
    for (const [lonA, latA, lonB, latB, region] of this.#bands.get(bandOf(lat)) ?? []) {
      if (latA > lat === latB > lat) continue;
      if (lon < lonA + ((lat - latA) / (latB - latA)) * (lonB - lonA))
        inside[region] = 1 - (inside[region] ?? 0);
    }
    const found = inside.indexOf(1);
    return found < 0 ? null : found;
  }

  /** True when the place is in the region or at most `kilometres` (`<=`) from its border; in any region for null. */
  isWithin(lon: number, lat: number, kilometres: number, region: number | null): boolean {
    const holder = this.at(lon, lat);
    if (holder !== null && (region === null || holder === region)) return true;
    const reach = kilometres / kilometresADegree;
    for (let band = bandOf(lat - reach); band <= bandOf(lat + reach); band += 1)
      for (const side of this.#bands.get(band) ?? [])
        if ((region === null || side[4] === region) && kilometresToSide(lon, lat, side) <= kilometres)
          return true;
    return false;
  }

  #add(ring: readonly number[], region: number): void {
    for (let at = 2; at + 1 < ring.length; at += 2) {
      const side: Side = [ring[at - 2] ?? 0, ring[at - 1] ?? 0, ring[at] ?? 0, ring[at + 1] ?? 0, region];
      const [west, east] = [Math.min(side[0], side[2]), Math.max(side[0], side[2])];
      const [south, north] = [Math.min(side[1], side[3]), Math.max(side[1], side[3])];
      for (let band = bandOf(south); band <= bandOf(north); band += 1) {
        addTo(this.#bands, band, side);
        for (let at = bandOf(west); at <= bandOf(east); at += 1) this.#crossed.add(cellOf(at, band));
      }
    }
  }
}

const bandOf = (degrees: number) => Math.floor(degrees / bandDegrees);
const cellOf = (column: number, band: number) => band * 10_000 + column;

/** On a plane that touches the sphere at the place: right to a thousandth within some tens of kilometres. */
function kilometresToSide(lon: number, lat: number, [lonA, latA, lonB, latB]: Side): number {
  const narrowing = Math.cos((lat * Math.PI) / 180);
  const [ax, ay] = [(lonA - lon) * narrowing, latA - lat];
  const [dx, dy] = [(lonB - lonA) * narrowing, latB - latA];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy) / squared));
  return Math.hypot(ax + along * dx, ay + along * dy) * kilometresADegree;
}
