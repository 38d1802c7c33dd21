import { shortWayE7, type Lines } from '../road-graph.ts';
import { markKept } from '../simplify-line.ts';
import { memberTypes, type OsmRelation, type OsmTags } from '../osm/osm.ts';
import { growingInt32, growingUint32 } from './growing.ts';
import { joinedAtEnds } from './joined-lines.ts';
import type { Places } from './road-writer.ts';

/** Keys of ways and relations that may be shores. */
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

/**
 * Ways that the outlines of a lake or river are made of, those of its islands too, where a relation draws it; none where it is
 * about something else. Bays are not asked: their land side is a coast or the outline of a lake already, the other lies in
 * the water.
 */
export function shoresOf({ tags, members }: OsmRelation): number[] {
  if (tags.get('type') !== 'multipolygon' || !isShore(tags)) return [];
  return Array.from(members.ids).filter((_, at) => memberTypes[members.types[at] ?? 0] === 'way');
}

/**
 * Gathers shores, simplified. Ways that meet at their ends are one line: a lake drawn as several ways is an outline like any
 * other. Small outlines are left out.
 */
export class ShoreWriter {
  /** Nodes of lines that are not closed. */
  readonly #open: Int32Array[] = [];
  readonly #first = growingUint32();
  readonly #lonE7 = growingInt32();
  readonly #latE7 = growingInt32();

  constructor(private readonly places: Places) {
    this.#first.push(0);
  }

  /** Adds the line of the places `path[first] .. path[last]`. */
  add(path: Int32Array, first: number, last: number): void {
    const line = path.subarray(first, last + 1);
    if (path[first] === path[last]) this.#write(line);
    else this.#open.push(line);
  }

  finish(): Lines {
    for (const line of joinedAtEnds(this.#open)) this.#write(line);
    return { first: this.#first.finish(), lonE7: this.#lonE7.finish(), latE7: this.#latE7.finish() };
  }

  #write(corners: Int32Array): void {
    const lonE7 = corners.map((place) => this.places.lonE7[place] as number);
    const latE7 = corners.map((place) => this.places.latE7[place] as number);
    const isOutline = corners[0] === corners.at(-1);
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
