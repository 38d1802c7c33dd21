import { shortWayE7, type Lines } from '../road-graph.ts';
import { markKept } from '../simplify-line.ts';
import type { OsmTags } from '../osm/osm.ts';
import { growingInt32, growingUint32 } from './growing.ts';
import type { Places } from './road-writer.ts';

/** Keys of ways that may be shores. */
export const shoreKeys: readonly string[] = ['natural', 'waterway'];

/** Shores are kept within this of what is drawn. */
const toleranceMetres = 15;
/** Water, and islands, narrower than this are crossed by the way to the road: a pond or a ditch is walked round. */
const widestCrossedMetres = 250;
const metresPerE7 = 0.0111195;

/** A coast, or the outline of a river or lake: what a way to the road does not cross. */
export function isShore(tags: OsmTags): boolean {
  const natural = tags.get('natural');
  return natural === 'coastline' || natural === 'water' || tags.get('waterway') === 'riverbank';
}

/** Gathers shores, simplified; small outlines are left out. */
export class ShoreWriter {
  readonly #first = growingUint32();
  readonly #lonE7 = growingInt32();
  readonly #latE7 = growingInt32();

  constructor(private readonly places: Places) {
    this.#first.push(0);
  }

  /** Adds the line of the places `path[first] .. path[last]`. */
  add(path: Int32Array, first: number, last: number): void {
    const corners = path.subarray(first, last + 1);
    const lonE7 = corners.map((place) => this.places.lonE7[place] as number);
    const latE7 = corners.map((place) => this.places.latE7[place] as number);
    const isOutline = path[first] === path[last];
    if (isOutline && extentMetres(lonE7, latE7) < widestCrossedMetres) return;
    const kept = new Uint8Array(corners.length);
    markKept(lonE7, latE7, corners.length, toleranceMetres, kept);
    for (let corner = 0; corner < corners.length; corner += 1) {
      if (kept[corner] === 0) continue;
      this.#lonE7.push(lonE7[corner] as number);
      this.#latE7.push(latE7[corner] as number);
    }
    this.#first.push(this.#lonE7.length);
  }

  finish(): Lines {
    return { first: this.#first.finish(), lonE7: this.#lonE7.finish(), latE7: this.#latE7.finish() };
  }
}

/** The longer side of the box around a line. */
function extentMetres(lonE7: Int32Array, latE7: Int32Array): number {
  const [lon, lat] = [lonE7[0] ?? 0, latE7[0] ?? 0];
  const box = { west: 0, east: 0, south: 0, north: 0 };
  for (let at = 0; at < lonE7.length; at += 1) {
    const x = shortWayE7((lonE7[at] as number) - lon);
    const y = (latE7[at] as number) - lat;
    box.west = Math.min(box.west, x);
    box.east = Math.max(box.east, x);
    box.south = Math.min(box.south, y);
    box.north = Math.max(box.north, y);
  }
  const cos = Math.cos((lat / 1e7) * (Math.PI / 180));
  return Math.max((box.east - box.west) * cos, box.north - box.south) * metresPerE7;
}
