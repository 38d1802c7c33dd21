import type { Issue } from '../model/issues.ts';
import type { Area } from '../model/tables.ts';
import { issue } from './findings.ts';
import type { AreaDraft } from './to-areas.ts';

/**
 * Areas of a file that found no partner. `expected` says which one is missing: `location` (boundaries) or `population`
 * (counts). Where other areas of the same level and province have one, each is named; where none has, the other file
 * has not come yet, and one line gives their number.
 */
export function unjoinedIssues(drafts: readonly AreaDraft[], joined: ReadonlyMap<string, Area>): Issue[] {
  const located = kindsOf(joined, ({ lon }) => lon !== null);
  const counted = kindsOf(joined, ({ population }) => population !== null);
  const rows = drafts.flatMap((draft) => {
    const area = joined.get(draft.key);
    return area ? [{ draft, area }] : [];
  });
  const unplaced = rows.filter(({ draft, area }) => draft.counted && area.lon === null);
  const uncounted = rows.filter(
    ({ draft, area }) =>
      !draft.counted && area.population === null && area.source_id === draft.area.source_id,
  );
  return [...named(unplaced, located, 'location'), ...named(uncounted, counted, 'population')];
}

interface Row {
  draft: AreaDraft;
  area: Area;
}

const kindOf = ({ level, province }: Area) => `${level} ${province ?? ''}`;

function kindsOf(areas: ReadonlyMap<string, Area>, has: (area: Area) => boolean): Set<string> {
  return new Set([...areas.values()].filter(has).map(kindOf));
}

/** Sums such as provinces are left out of the count: they need no place, since nobody is counted in them. */
function named(
  rows: readonly Row[],
  partnered: ReadonlySet<string>,
  missing: 'location' | 'population',
): Issue[] {
  const alone = rows.filter(({ area }) => partnered.has(kindOf(area)));
  const waiting = rows.filter(({ area }) => area.demand && !partnered.has(kindOf(area)));
  const issues = alone.map(({ draft, area }) =>
    issue('unjoined-area', 'warning', { row: draft.row, found: area.code, expected: missing }),
  );
  const note = issue('unjoined-area', 'note', { found: `${waiting.length}`, expected: missing });
  return waiting.length > 0 ? [note, ...issues] : issues;
}
