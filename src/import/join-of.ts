import type { Area, ProjectTables } from '../model/tables.ts';
import type { CheckedFile } from './check-file.ts';
import { areaTester, joinColumns, joinOfAreas, joinOfValues, type JoinReport } from './join/join-report.ts';
import { namesPoint } from './rows/point-drafts.ts';

/** How a file's rows met those of the project and of the other files; null for a file that joins nothing. */
export function joinOf(
  file: CheckedFile,
  tables: ProjectTables,
  areas: ReadonlyMap<string, Area>,
  kept: number,
): JoinReport | null {
  const { report, rows } = file;
  const columnOf = (field: string) => report.columns.find((one) => one.field === field)?.name ?? null;
  if (rows.drafts) {
    const unjoined = file.findings.issues.filter(
      ({ code }) => code === 'unjoined-point' || code === 'waiting-row',
    );
    const waiting = unjoined.filter(({ code }) => code === 'waiting-row').length;
    return {
      with: 'points',
      column: columnOf('id') ?? columnOf('name_en'),
      rows: kept - waiting + unjoined.length,
      joined: kept - waiting,
      unjoined,
      columns: joinColumns(file.table, namesPoint(tables.service_point)),
    };
  }
  const met = metAreas(file, areas);
  if (!met) return null;
  const own = file.source?.id ?? null;
  // A name of several areas was told of before.
  const told = new Map(
    file.findings.issues.flatMap((one) =>
      one.code === 'ambiguous-area' && one.row !== null ? [[one.row, one] as const] : [],
    ),
  );
  const others = new Map([...areas].filter(([, area]) => isOthers(area, own)));
  return {
    with: 'areas',
    column: columnOf('code') ?? columnOf('id') ?? columnOf('name_en'),
    ...met,
    unjoined: met.unjoined.map((found) => told.get(found.row ?? 0) ?? found),
    columns: joinColumns(file.table, areaTester(others)),
  };
}

/** Known from another file too. */
const isOthers = ({ source_id, lon, population }: Area, own: string | null) =>
  source_id !== own || (lon !== null && population !== null);

function metAreas(
  { report: { kind }, rows, table, findings, source }: CheckedFile,
  areas: ReadonlyMap<string, Area>,
) {
  if (kind === 'indicators') return joinOfValues(rows.indicators, areas, source?.id ?? null);
  if (rows.areas.length > 0) return joinOfAreas(rows.areas, areas);
  if (kind !== 'counts' && kind !== 'boundaries') return null;
  // No row says which area it is about: another column may.
  const unjoined = findings.issues.filter(({ severity, row }) => severity === 'error' && row !== null);
  return table.rows.length === 0 ? null : { rows: table.rows.length, joined: 0, unjoined };
}
