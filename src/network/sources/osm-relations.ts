import type { Counts, DroppedBanReason } from '../graph-origin.ts';
import type { OsmFile, OsmProgress } from '../osm/osm.ts';
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
 * Reads relations alone. They come last in a file, but say which ways to read: so they have a reading of their own, which
 * takes little, for the blobs of ways and nodes are passed over by their first bytes.
 */
export function* readRelations(
  file: OsmFile,
  tell: TellUnknown,
): Generator<OsmProgress, ReadRelations, void> {
  const restrictions: Restriction[] = [];
  const bansDropped: Counts<DroppedBanReason> = {};
  const shores = new Set<number>();
  const ferryLines: FerryLine[] = [];
  yield* file.steps({
    relation: {
      having: [...restrictionsHaving, ...shoreKeys, ...ferryLinesHaving],
      keys: [...restrictionKeys, ...shoreKeys, ...ferryLineKeys],
      see: (relation) => {
        for (const way of shoresOf(relation)) shores.add(way);
        const line = ferryLineOf(relation, tell);
        if (line) ferryLines.push(line);
        const restriction = restrictionOf(relation);
        if (typeof restriction === 'string') bansDropped[restriction] = (bansDropped[restriction] ?? 0) + 1;
        else if (restriction) restrictions.push(restriction);
      },
    },
  });
  return { restrictions, bansDropped, shores, ferryLines };
}
