import type { Issue } from '../../model/issues.ts';
import type { Area } from '../../model/tables.ts';
import { issue } from '../read/findings.ts';
import type { AreaDraft } from '../rows/to-areas.ts';

/**
 * Areas of a file that found no partner. `expected` says which one is missing: `location` (boundaries) or `population`
 * (counts). Where other areas of the same level and province have one, each is named; where none has, the other file
 * has not come yet, and one line gives their number.
 */
export function unjoinedIssues(drafts: readonly AreaDraft[], joined: ReadonlyMap<string, Area>): Issue[] {
  const unplaced: Row[] = [];
  const uncounted: Row[] = [];
  for (const draft of drafts) {
    const area = joined.get(draft.key);
    if (!area) continue;
    if (draft.counted && area.lon === null) unplaced.push({ draft, area });
    else if (!draft.counted && area.population === null && area.source_id === draft.area.source_id)
      uncounted.push({ draft, area });
  }
  const located = unplaced.length > 0 ? kindsOf(joined, ({ lon }) => lon !== null) : none;
  const counted = uncounted.length > 0 ? kindsOf(joined, ({ population }) => population !== null) : none;
  return [...named(unplaced, located, 'location'), ...named(uncounted, counted, 'population')];
}

/**
 * How many of a file's areas another file completes: counts that found a place, boundaries that found people. By which column
 * they met is said, so that a person can choose another. None where nothing joined.
 */
export function joinedIssues(
  drafts: readonly AreaDraft[],
  areas: ReadonlyMap<string, Area>,
  column: string | null,
): Issue[] {
  const joined = drafts.filter((draft) => {
    const area = areas.get(draft.key);
    if (!area || draft.polygon) return false;
    return draft.counted
      ? draft.area.lon === null && area.lon !== null
      : area.source_id !== draft.area.source_id;
  });
  const counts = { found: `${joined.length}`, expected: `${drafts.length}` };
  return joined.length > 0 ? [issue('joined-areas', 'note', { column, ...counts })] : [];
}

interface Row {
  draft: AreaDraft;
  area: Area;
}

const none: ReadonlySet<string> = new Set();

/** Areas that one file as a rule holds together: those of a level in a province. */
export const kindOf = ({ level, province }: Pick<Area, 'level' | 'province'>) => `${level} ${province ?? ''}`;

function kindsOf(areas: ReadonlyMap<string, Area>, has: (area: Area) => boolean): Set<string> {
  const kinds = new Set<string>();
  for (const area of areas.values()) if (has(area)) kinds.add(kindOf(area));
  return kinds;
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
