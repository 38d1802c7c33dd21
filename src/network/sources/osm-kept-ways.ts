import { NodeTable } from '../osm/node-table.ts';
import type { NodeRun, OsmNode, OsmWay } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import type { TellUnknown } from './osm-access.ts';
import { growingFloat64, growingUint32 } from './growing.ts';
import { effectOf, type NodeEffect } from './osm-node.ts';
import type { WayTravel } from './osm-way.ts';

/** Ways that are roads, or shores, as they are read: their nodes one after the other. */
export class KeptWays {
  readonly ids = growingFloat64();
  /** Null for a shore. */
  readonly travels: (WayTravel | null)[] = [];
  /** Ids of nodes; those of way `w` begin at `first.at(w)`, and end where the next begins. */
  readonly refs = growingFloat64();
  readonly first = growingUint32();

  constructor() {
    this.first.push(0);
  }

  add({ id, refs }: Pick<OsmWay, 'id' | 'refs'>, travel: WayTravel | null): void {
    this.ids.push(id);
    this.travels.push(travel);
    this.refs.pushAll(refs);
    this.first.push(this.refs.length);
  }
}

/** Stands for the place of a node that the file does not hold. */
export const nowhere = -0x80000000;

/** The nodes of kept ways by index: where they are, and what they do to those who pass. */
export class KeptNodes {
  readonly table: NodeTable;
  /** The index of each of the refs that it was made of. */
  readonly ofRefs: Int32Array;
  readonly lonE7: Int32Array;
  readonly latE7: Int32Array;
  readonly effects = new Map<number, NodeEffect>();
  #indices = new Int32Array(1024);

  constructor(refs: Float64Array) {
    this.ofRefs = new Int32Array(refs.length);
    this.table = NodeTable.of(refs, this.ofRefs);
    this.lonE7 = new Int32Array(this.table.size).fill(nowhere);
    this.latE7 = new Int32Array(this.table.size);
  }

  place({ ids, lonE7, latE7 }: NodeRun): void {
    if (ids.length > this.#indices.length) this.#indices = new Int32Array(ids.length);
    const indices = this.#indices;
    this.table.indicesOf(ids, indices);
    for (let at = 0; at < ids.length; at += 1) {
      const node = indices[at] as number;
      if (node < 0) continue;
      this.lonE7[node] = lonE7[at] as number;
      this.latE7[node] = latE7[at] as number;
    }
  }

  see({ id, tags }: OsmNode, profile: Profile, unknown: TellUnknown): void {
    const node = this.table.indexOf(id);
    const effect = node < 0 ? null : effectOf(tags, profile, unknown);
    if (effect) this.effects.set(node, effect);
  }
}
