import type { Area } from '../../model/tables.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { IndicatorDraft } from '../rows/indicator-drafts.ts';
import type { AreaDraft } from '../rows/to-areas.ts';
import { areaFinder } from './join-report.ts';

/** Rows of a file that speak of areas. */
interface AreaRows {
  areas: AreaDraft[];
  indicators: IndicatorDraft[];
  /** Rows of the file that are in one of the two, or in other tables. */
  kept: number;
}

/**
 * The rows of a file, those whose codes no area has given the code of the area that has them as its name. Rows of one area after
 * the first are listed where a file counts areas. A name that several areas have joins none, which is said.
 */
export function joinByName<Rows extends AreaRows>(
  rows: Rows,
  areas: ReadonlyMap<string, Area>,
  findings: Findings,
): Rows {
  const find = areaFinder(areas);
  const told = new Set<string>();
  const keyOf = (own: { key: string; row: number; code: string; province: string | null }) => {
    if (areas.has(own.key)) return null;
    const keys = find(own.code, own.province);
    if (keys.length > 1 && !told.has(own.key)) {
      told.add(own.key);
      findings.note(
        issue('ambiguous-area', 'warning', { row: own.row, found: own.code, expected: `${keys.length}` }),
      );
    }
    const [key] = keys;
    const area = key === undefined ? undefined : areas.get(key);
    return keys.length === 1 && key !== undefined && area ? { key, area } : null;
  };
  const met = new Set<string>();
  const drafts = rows.areas.flatMap((draft) => {
    const found = keyOf({ ...draft.area, key: draft.key, row: draft.row });
    const key = found?.key ?? draft.key;
    if (met.has(key)) {
      findings.list(issue('duplicate-id', 'error', { row: draft.row, found: draft.area.code }));
      return [];
    }
    met.add(key);
    if (!found) return [draft];
    const { code, level, province, parent_code } = found.area;
    return [{ ...draft, key, area: { ...draft.area, code, level, province, parent_code } }];
  });
  const listed = new Set(rows.areas.map(({ row }) => row).filter((row) => findings.isListed(row)));
  const indicators = rows.indicators
    .filter(({ of }) => !listed.has(of.row))
    .map((draft) => {
      const found = keyOf(draft.of);
      return found ? { ...draft, of: { ...draft.of, key: found.key } } : draft;
    });
  return { ...rows, areas: drafts, indicators, kept: rows.kept - listed.size };
}
