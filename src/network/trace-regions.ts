import { toLonLat } from './flat-frame.ts';
import type { RoadMesh } from './road-mesh.ts';

/** A ring of [lon, lat] corners, the first repeated last. */
export type Ring = [lon: number, lat: number][];

/** Rings of one polygon: its outline, counter-clockwise, then its holes, clockwise (RFC 7946). */
export type PolygonRings = Ring[];

/** Label of a mesh point that belongs to no region. */
export const noRegion = -1;

/**
 * The regions of a mesh whose points are labelled: marching triangles. Regions of different labels do not overlap, and
 * leave no gap where they meet.
 * @param label region of each point, or `noRegion`
 * @param crossing where the border between two points of different labels lies: the share of the way from `p` to `q`
 * @returns polygons by label; a label without area is left out
 */
export function traceRegions(
  mesh: RoadMesh,
  label: Int32Array,
  crossing: (p: number, q: number) => number,
): Map<number, PolygonRings[]> {
  const corners = new Corners(mesh, crossing);
  const borders = bordersOf(mesh, label, corners);
  const regions = new Map<number, PolygonRings[]>();
  for (const [region, border] of borders) {
    const polygons = polygonsOf(ringsOf(border), corners);
    if (polygons.length > 0) regions.set(region, polygons);
  }
  return regions;
}

/** Corners of borders by key: mesh points, then places on the sides of triangles, then middles of triangles. */
class Corners {
  readonly #mesh: RoadMesh;
  readonly #crossing: (p: number, q: number) => number;

  constructor(mesh: RoadMesh, crossing: (p: number, q: number) => number) {
    this.#mesh = mesh;
    this.#crossing = crossing;
  }

  /** The crossing on a side: the same corner from both triangles that share it. */
  onSide(side: number): number {
    const twin = this.#mesh.halfedges[side] ?? -1;
    return this.#mesh.x.length + (twin >= 0 ? Math.min(side, twin) : side);
  }

  middle(triangle: number): number {
    return this.#mesh.x.length + this.#mesh.halfedges.length + triangle;
  }

  /** Metres east and north in the mesh's frame. */
  place(key: number): [number, number] {
    const { x, y, triangles } = this.#mesh;
    if (key < x.length) return [x[key] as number, y[key] as number];
    const side = key - x.length;
    if (side < triangles.length) {
      const p = triangles[side] as number;
      const q = triangles[after(side)] as number;
      const share = this.#crossing(p, q);
      return [weighted(x, p, q, share), weighted(y, p, q, share)];
    }
    const first = 3 * (side - triangles.length);
    return [meanOf(x, triangles, first), meanOf(y, triangles, first)];
  }

  lonLat(key: number): [lon: number, lat: number] {
    return toLonLat(this.#mesh.frame, ...this.place(key));
  }
}

const weighted = (values: Float64Array, p: number, q: number, share: number) =>
  (values[p] as number) + ((values[q] as number) - (values[p] as number)) * share;

const meanOf = (values: Float64Array, triangles: Uint32Array, first: number) =>
  ((values[triangles[first] as number] as number) +
    (values[triangles[first + 1] as number] as number) +
    (values[triangles[first + 2] as number] as number)) /
  3;

/** The next side of the same triangle. */
const after = (side: number) => (side % 3 === 2 ? side - 2 : side + 1);

/** The border of a region as pieces, each from one corner to the next with the region on the left. */
class Border {
  readonly #to: number[] = [];
  /** By corner its latest piece, and by piece the one of the same corner before it; -1 is none. */
  readonly #latest = new Map<number, number>();
  readonly #before: number[] = [];

  add(from: number, to: number): void {
    this.#before.push(this.#latest.get(from) ?? -1);
    this.#latest.set(from, this.#to.length);
    this.#to.push(to);
  }

  /** The corners that pieces begin at, in the order they came first. */
  corners(): Iterable<number> {
    return this.#latest.keys();
  }

  /** Takes a piece from a corner away, the latest first; gives where it leads, undefined where none is left. */
  take(from: number): number | undefined {
    const piece = this.#latest.get(from) ?? -1;
    if (piece < 0) return undefined;
    this.#latest.set(from, this.#before[piece] as number);
    return this.#to[piece];
  }
}

function bordersOf(mesh: RoadMesh, label: Int32Array, corners: Corners): Map<number, Border> {
  const { triangles, kept } = mesh;
  const borders = new Map<number, Border>();
  const add = (region: number, from: number, to: number) => {
    if (region === noRegion) return;
    let border = borders.get(region);
    if (!border) borders.set(region, (border = new Border()));
    border.add(from, to);
  };
  const labelAt = (side: number) => label[triangles[side] ?? 0] ?? noRegion;
  /** The end of the mesh is a border of what lies along it. */
  const addOpenSide = (side: number) => {
    const [p, q] = [triangles[side] ?? 0, triangles[after(side)] ?? 0];
    const [from, to] = [labelAt(side), labelAt(after(side))];
    if (from === to) return add(from, p, q);
    add(from, p, corners.onSide(side));
    add(to, corners.onSide(side), q);
  };
  /** A region that is left on one side of a triangle is entered again on the side that leads back to it. */
  const addCut = (side: number, isMeeting: boolean) => {
    const region = labelAt(side);
    if (region === labelAt(after(side))) return;
    const next = after(side);
    const back = labelAt(after(next)) === region ? next : after(next);
    const [leave, enter] = [corners.onSide(side), corners.onSide(back)];
    if (!isMeeting) return add(region, leave, enter);
    const middle = corners.middle(Math.floor(side / 3));
    add(region, leave, middle);
    add(region, middle, enter);
  };
  for (const side of mesh.openSides) addOpenSide(side);
  for (let triangle = 0; triangle < kept.length; triangle += 1) {
    const side = 3 * triangle;
    const a = label[triangles[side] as number] as number;
    const b = label[triangles[side + 1] as number] as number;
    const c = label[triangles[side + 2] as number] as number;
    if ((a === b && b === c) || kept[triangle] === 0) continue;
    const isMeeting = a !== b && b !== c && a !== c;
    for (const each of [side, side + 1, side + 2]) addCut(each, isMeeting);
  }
  return borders;
}

/** Follows borders round. A ring that meets itself at a corner is cut there, so that every ring is simple. */
function ringsOf(border: Border): number[][] {
  const rings: number[][] = [];
  for (const start of border.corners()) {
    const walk: number[] = [];
    const placeOf = new Map<number, number>();
    let here = start;
    for (;;) {
      const met = placeOf.get(here);
      if (met !== undefined) {
        const ring = walk.splice(met);
        for (const corner of ring) placeOf.delete(corner);
        rings.push(ring);
      }
      const to = border.take(here);
      if (to === undefined) break;
      placeOf.set(here, walk.length);
      walk.push(here);
      here = to;
    }
    if (walk.length > 0) throw new Error(`expected a border that closes, got one of ${walk.length} corners`);
  }
  return rings;
}

interface Outline {
  corners: [number, number][];
  /** Square metres, negative where the ring runs clockwise. */
  area: number;
  ring: Ring;
  box: [west: number, south: number, east: number, north: number];
}

function outlineOf(keys: number[], corners: Corners): Outline {
  const places = keys.map((key) => corners.place(key));
  // From the first corner: far from the middle of the frame the products are too large for so small a sum.
  const [originX, originY] = places[0] ?? [0, 0];
  let area = 0;
  const box: Outline['box'] = [Infinity, Infinity, -Infinity, -Infinity];
  places.forEach(([x, y], at) => {
    const [nextX, nextY] = places[(at + 1) % places.length] ?? [0, 0];
    area += ((x - originX) * (nextY - originY) - (nextX - originX) * (y - originY)) / 2;
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  });
  const ring = [...keys, ...keys.slice(0, 1)].map((key) => corners.lonLat(key));
  return { corners: places, area, ring, box };
}

/** Square metres: less is no land and no hole, such as the way there and back along a straight road. */
const leastArea = 1;

/** Outlines with the holes that lie in them, largest outline first. */
function polygonsOf(rings: number[][], corners: Corners): PolygonRings[] {
  const outlines = rings
    .map((keys) => outlineOf(keys, corners))
    .filter(({ area }) => Math.abs(area) >= leastArea);
  const polygons = outlines
    .filter(({ area }) => area > 0)
    .sort((a, b) => b.area - a.area)
    .map((outline) => ({ outline, inside: new Inside(outline), rings: [outline.ring] }));
  for (const hole of outlines.filter(({ area }) => area < 0)) {
    // Rings may touch but do not cross, so one place decides. The smallest that holds it: an island in a hole has holes of its own.
    const place = placeInside(hole);
    const owner = polygons.findLast(
      ({ outline, inside }) => outline.area > -hole.area && inside.holds(place),
    );
    if (!owner) throw new Error('expected a hole inside an outline, got one outside all');
    owner.rings.push(hole.ring);
  }
  return polygons.map((polygon) => polygon.rings);
}

/**
 * A place well inside a ring, away from its corners, which may lie a hair off those of another ring: the middle of the widest
 * stretch inside on a line from west to east, half way between two corners about the middle.
 */
function placeInside({ corners, box }: Outline): [number, number] {
  const middle = (box[1] + box[3]) / 2;
  const above = corners.reduce((least, [, y]) => (y > middle ? Math.min(least, y) : least), box[3]);
  const y = (middle + above) / 2;
  const crossings = corners
    .flatMap(([ax, ay], at) => {
      const [bx, by] = corners[(at + 1) % corners.length] ?? [0, 0];
      return ay > y !== by > y ? [((bx - ax) * (y - ay)) / (by - ay) + ax] : [];
    })
    .sort((one, other) => one - other);
  let [west, east] = [crossings[0] ?? box[0], crossings[0] ?? box[0]];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    const [from, to] = [crossings[at] ?? 0, crossings[at + 1] ?? 0];
    if (to - from > east - west) [west, east] = [from, to];
  }
  return [(west + east) / 2, y];
}

/** What lies in an outline; its sides are kept by how far north they are, since an outline has thousands of holes. */
class Inside {
  readonly #outline: Outline;
  #bands: number[][] | null = null;

  constructor(outline: Outline) {
    this.#outline = outline;
  }

  /** Whether the outline runs round a place that is on none of its sides. */
  holds([x, y]: [number, number]): boolean {
    const [west, south, east, north] = this.#outline.box;
    return x > west && x < east && y > south && y < north && this.#isInside([x, y]);
  }

  /** Even-odd rule. */
  #isInside([x, y]: [number, number]): boolean {
    this.#bands ??= this.#banded();
    const { corners } = this.#outline;
    let inside = false;
    for (const at of this.#bands[this.#bandOf(y, this.#bands.length)] ?? []) {
      const [ax, ay] = corners[at] ?? [0, 0];
      const [bx, by] = corners[(at + 1) % corners.length] ?? [0, 0];
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
    }
    return inside;
  }

  #banded(): number[][] {
    const { corners } = this.#outline;
    const count = Math.ceil(corners.length / 8);
    const bands = Array.from({ length: count }, (): number[] => []);
    corners.forEach(([, ay], at) => {
      const [, by] = corners[(at + 1) % corners.length] ?? [0, 0];
      const last = this.#bandOf(Math.max(ay, by), count);
      for (let band = this.#bandOf(Math.min(ay, by), count); band <= last; band += 1) bands[band]?.push(at);
    });
    return bands;
  }

  #bandOf(y: number, count: number): number {
    const [, south, , north] = this.#outline.box;
    return Math.max(0, Math.min(count - 1, Math.floor(((y - south) / (north - south)) * count)));
  }
}
