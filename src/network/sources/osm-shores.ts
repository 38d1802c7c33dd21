import type { OsmWay } from '../osm/osm.ts';
import type { Lines } from '../road-graph.ts';
import { keptCorners } from '../simplify-line.ts';

/** Keys of ways that may be shores. */
export const shoreKeys = ['natural', 'waterway', 'water'];

/** Shores are kept within this of what is drawn. */
const toleranceMetres = 15;
/** Water narrower than this is crossed by the way to the road: a pond or a ditch is walked round. */
const widestCrossedMetres = 250;
const metresPerE7 = 0.0111195;

/** A coast, or the outline of a river or lake: what a way to the road does not cross. */
export function isShore({ tags }: OsmWay): boolean {
  const natural = tags.get('natural');
  return natural === 'coastline' || natural === 'water' || tags.get('waterway') === 'riverbank';
}

/** Gathers shores, simplified; outlines of small water are left out. */
export class ShoreWriter {
  readonly #first: number[] = [0];
  readonly #lonE7: number[] = [];
  readonly #latE7: number[] = [];

  add(lonE7: readonly number[], latE7: readonly number[]): void {
    if (extentMetres(lonE7, latE7) < widestCrossedMetres) return;
    for (const corner of keptCorners(lonE7, latE7, toleranceMetres)) {
      this.#lonE7.push(lonE7[corner] ?? 0);
      this.#latE7.push(latE7[corner] ?? 0);
    }
    this.#first.push(this.#lonE7.length);
  }

  finish(): Lines {
    return {
      first: Uint32Array.from(this.#first),
      lonE7: Int32Array.from(this.#lonE7),
      latE7: Int32Array.from(this.#latE7),
    };
  }
}

/** The longer side of the box around a line. */
function extentMetres(lonE7: readonly number[], latE7: readonly number[]): number {
  const span = (values: readonly number[]) =>
    values.reduce((most, value) => Math.max(most, value), -Infinity) -
    values.reduce((least, value) => Math.min(least, value), Infinity);
  const cos = Math.cos(((latE7[0] ?? 0) / 1e7) * (Math.PI / 180));
  return Math.max(span(lonE7) * cos, span(latE7)) * metresPerE7;
}
