import type { NodeRun } from './osm.ts';
import type { Tally } from './tally.ts';

/** Nodes of one run at the most: its columns stay in the cache of a processor. */
export const nodesInRun = 8192;

/** Whether this is a place on the globe, poles and antimeridian included; NaN is none. */
export const isPlace = (lonE7: number, latE7: number): boolean =>
  lonE7 >= -180e7 && lonE7 <= 180e7 && latE7 >= -90e7 && latE7 <= 90e7;

/** The run that is filled again and again. Nodes without a place are left out, and counted. */
export class RunWriter {
  private readonly ids = new Float64Array(nodesInRun);
  private readonly lonE7 = new Int32Array(nodesInRun);
  private readonly latE7 = new Int32Array(nodesInRun);
  private count = 0;

  constructor(
    private readonly see: ((run: NodeRun) => void) | undefined,
    private readonly tally: Tally,
  ) {}

  /** Adds a node; false where it has no place. */
  add(id: number, lonE7: number, latE7: number): boolean {
    if (!isPlace(lonE7, latE7)) {
      this.tally.nodesWithoutPlace += 1;
      return false;
    }
    if (this.count === nodesInRun) this.flush();
    this.ids[this.count] = id;
    this.lonE7[this.count] = lonE7;
    this.latE7[this.count] = latE7;
    this.count += 1;
    return true;
  }

  /** Adds up to `nodesInRun` nodes by column, as a run of their own. */
  addRun(ids: Float64Array, lonsE7: Float64Array, latsE7: Float64Array): void {
    this.flush();
    const { ids: idsOut, lonE7: lonsOut, latE7: latsOut } = this;
    let count = 0;
    for (let at = 0; at < ids.length; at += 1) {
      const lonE7 = lonsE7[at] as number;
      const latE7 = latsE7[at] as number;
      if (!isPlace(lonE7, latE7)) continue;
      idsOut[count] = ids[at] as number;
      lonsOut[count] = lonE7;
      latsOut[count] = latE7;
      count += 1;
    }
    this.count = count;
    this.tally.nodesWithoutPlace += ids.length - count;
    this.flush();
  }

  /** Hands on what there is. */
  flush(): void {
    const { count, ids, lonE7, latE7 } = this;
    this.count = 0;
    if (count === 0 || !this.see) return;
    this.see({
      ids: ids.subarray(0, count),
      lonE7: lonE7.subarray(0, count),
      latE7: latE7.subarray(0, count),
    });
  }
}
