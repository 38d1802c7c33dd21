import type { Counts, DroppedBanReason } from '../graph-origin.ts';
import type { OsmWants } from '../osm/osm.ts';
import type { TellUnknown } from './osm-access.ts';
import { ferryLineKeys, ferryLineOf, ferryLinesHaving, type FerryLine } from './osm-ferry-lines.ts';
import { restrictionKeys, restrictionOf, restrictionsHaving, type Restriction } from './osm-restriction.ts';
import { shoreKeys, shoresOf } from './osm-shores.ts';

/** What the relations of a file say of ways. */
export interface ReadRelations {
  restrictions: Restriction[];
  bansDropped: Counts<DroppedBanReason>;
  /** Ways that are shores because a relation says so. */
  shores: ReadonlySet<number>;
  ferryLines: FerryLine[];
}

/**
 * The pass of the relations alone. They come last in a file, but say which ways to read: so they have a pass of their own, which
 * takes little, for the blobs of ways and nodes are passed over by their first bytes.
 */
export function relationsToRead(tell: TellUnknown): { read: ReadRelations; wants: OsmWants } {
  const shores = new Set<number>();
  const read: ReadRelations = { restrictions: [], bansDropped: {}, shores, ferryLines: [] };
  const wants: OsmWants = {
    relation: {
      having: [...restrictionsHaving, ...shoreKeys, ...ferryLinesHaving],
      keys: [...restrictionKeys, ...shoreKeys, ...ferryLineKeys],
      see: (relation) => {
        for (const way of shoresOf(relation)) shores.add(way);
        const line = ferryLineOf(relation, tell);
        if (line) read.ferryLines.push(line);
        const restriction = restrictionOf(relation);
        if (typeof restriction === 'string')
          read.bansDropped[restriction] = (read.bansDropped[restriction] ?? 0) + 1;
        else if (restriction) read.restrictions.push(restriction);
      },
    },
  };
  return { read, wants };
}
