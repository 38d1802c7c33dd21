import { grouped } from '../../model/grouped.ts';
import type { Issue } from '../../model/issues.ts';
import type { Area } from '../../model/tables.ts';
import { readAreaCode } from '../cells/area-codes.ts';
import { normaliseName } from '../cells/names.ts';
import { issue } from '../read/findings.ts';
import { sampleOf, type RawTable } from '../read/table.ts';
import type { AreaDraft } from '../rows/to-areas.ts';
import type { IndicatorDraft } from '../rows/indicator-drafts.ts';

/** How the rows of a file met the rest of the project: by which column, how many, and why the others did not. */
export interface JoinReport {
  /** What the rows look for. */
  with: 'areas' | 'points';
  /** The column that names it; null where none does. */
  column: string | null;
  rows: number;
  joined: number;
  /** One for each row that did not join. */
  unjoined: readonly Issue[];
  /** Each column that a person may choose, and the share of its cells that the project has such an area or point for. */
  columns: readonly JoinColumn[];
}

export interface JoinColumn {
  name: string;
  /** 0 to 1, of the filled cells looked at. */
  share: number;
}

const cellsTried = 200;

/** The columns of a table, the likeliest first, by the cells for which there is something to join. */
export function joinColumns(table: RawTable, isThere: (cell: string) => boolean): JoinColumn[] {
  return table.columns
    .map(({ name }, column) => {
      const cells = sampleOf(table, column, cellsTried);
      return { name, share: cells.length === 0 ? 0 : cells.filter(isThere).length / cells.length };
    })
    .sort((a, b) => b.share - a.share);
}

/** Whether one of these areas has a cell as its code or its name. */
export function areaTester(areas: ReadonlyMap<string, Area>): (cell: string) => boolean {
  const find = areaFinder(areas);
  return (cell) => {
    const key = readAreaCode(cell)?.key;
    return (key !== undefined && areas.has(key)) || find(cell, null).length > 0;
  };
}

/**
 * The areas that a name may mean, by key: those of the very name, in either language, letters and marks aside; of several, those
 * of the province where the row says one.
 */
export function areaFinder(
  areas: ReadonlyMap<string, Area>,
): (name: string, province: string | null) => readonly string[] {
  // Areas that are named by their code alone may be half a million, and nobody calls them by it.
  const named = [...areas].filter(([, { name_en, name_fr, code }]) => name_en !== code || name_fr !== null);
  const byName = grouped(named, ([, { name_en, name_fr }]) =>
    [name_en, name_fr ?? ''].map(normaliseName).filter((name) => name !== ''),
  );
  return (name, province) => {
    const found = byName.get(normaliseName(name)) ?? [];
    const theirs = found.filter(([, area]) => area.province === province);
    return (found.length > 1 && theirs.length > 0 ? theirs : found).map(([key]) => key);
  };
}

/** How areas met what another file knows of them; null for a file whose rows need no other. */
export function joinOfAreas(
  drafts: readonly AreaDraft[],
  areas: ReadonlyMap<string, Area>,
): Pick<JoinReport, 'rows' | 'joined' | 'unjoined'> | null {
  const asking = drafts.filter(({ polygon, counted, area }) => !polygon && (!counted || area.lon === null));
  if (asking.length === 0) return null;
  const unjoined = asking.filter((draft) => !isJoined(draft, areas));
  return {
    rows: asking.length,
    joined: asking.length - unjoined.length,
    unjoined: unjoined.map(({ row, counted, area }) =>
      issue('unjoined-area', 'warning', {
        row,
        found: area.code,
        expected: counted ? 'location' : 'population',
      }),
    ),
  };
}

/** Counts that found a place, boundaries that found people. */
function isJoined({ key, counted, area: own }: AreaDraft, areas: ReadonlyMap<string, Area>): boolean {
  const area = areas.get(key);
  if (!area) return false;
  return counted ? area.lon !== null : area.source_id !== own.source_id;
}

/** How rows of values met their areas. */
export function joinOfValues(
  drafts: readonly IndicatorDraft[],
  areas: ReadonlyMap<string, Area>,
  own: string | null,
): Pick<JoinReport, 'rows' | 'joined' | 'unjoined'> {
  const rows = new Map(drafts.map(({ of }) => [of.row, of]));
  // An area that this file alone made of its own row is none that it joined.
  const isThere = (key: string) => {
    const area = areas.get(key);
    return area !== undefined && (area.source_id !== own || area.lon !== null);
  };
  const unjoined = [...rows.values()].filter(({ key }) => !isThere(key));
  return {
    rows: rows.size,
    joined: rows.size - unjoined.length,
    unjoined: unjoined.map(({ row, code }) =>
      issue('unjoined-area', 'warning', { row, found: code, expected: 'area' }),
    ),
  };
}
