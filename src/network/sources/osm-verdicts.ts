import type { LeftOutReason } from '../graph-origin.ts';
import type { OsmTags } from '../osm/osm.ts';
import type { Profile } from '../profile.ts';
import { isShore } from './osm-shores.ts';
import { isRoadOrFerry, travelOn, type WayTravel } from './osm-way.ts';

/** What the tags of a way make of it. */
export interface WayVerdict {
  /** How it is travelled, or why it is no road; a line of water; or nothing that is read. */
  travel: WayTravel | LeftOutReason | 'shore' | 'no line';
  /** What the profile has no rule for, to be told of every way. */
  unknown: readonly string[];
}

/** Judges ways by their tags, those with the same tags once: an extract has a thousand times as many ways as sets of tags. */
export class WayVerdicts {
  readonly #known: (WayVerdict | undefined)[] = [];

  constructor(private readonly profile: Profile) {}

  of(tags: OsmTags): WayVerdict {
    const { set } = tags;
    if (set === undefined) return this.#judge(tags);
    return (this.#known[set] ??= this.#judge(tags));
  }

  #judge(tags: OsmTags): WayVerdict {
    if (!isRoadOrFerry(tags)) return { travel: isShore(tags) ? 'shore' : 'no line', unknown: [] };
    // Each direction is judged by itself, and meets the same tags.
    const unknown = new Set<string>();
    const travel = travelOn(tags, this.profile, (what) => unknown.add(what));
    return { travel, unknown: [...unknown] };
  }
}
