import type { ProjectTables } from '../model/tables.ts';
import { issue, type Findings } from './findings.ts';
import { addServices } from './point-drafts.ts';
import type { PointTables } from './to-service-points.ts';

/**
 * Adds a file's points to the tables. A point whose id is there already replaces it with its tenures and offerings, and the row says
 * so: that is how the next release of a file updates the last. Points of that last release which the file does not have stay, and
 * their number is told. Organizations and services that are there stay as they are.
 */
export function mergePoints(tables: ProjectTables, added: PointTables, findings: Findings): ProjectTables {
  const replaced = new Set(tables.service_point.filter(({ id }) => added.rowOf.has(id)).map(({ id }) => id));
  for (const id of replaced)
    findings.note(issue('replaced-point', 'note', { row: added.rowOf.get(id) ?? null, found: id }));
  const staying = stayingBeside(tables, replaced);
  if (staying > 0) findings.note(issue('staying-points', 'note', { found: `${staying}` }));
  return {
    ...tables,
    organization: addNew(tables.organization, added.organization),
    service: addServices(tables.service, added.service),
    service_point: [...tables.service_point.filter(({ id }) => !replaced.has(id)), ...added.service_point],
    tenure: [...tables.tenure.filter(({ point_id }) => !replaced.has(point_id)), ...added.tenure],
    offering: [...tables.offering.filter(({ point_id }) => !replaced.has(point_id)), ...added.offering],
  };
}

/** Points that came with those replaced, and are not replaced themselves. */
function stayingBeside({ service_point }: ProjectTables, replaced: ReadonlySet<string>): number {
  const of = (ids: ReadonlySet<string>) =>
    new Set(service_point.flatMap(({ id, source_id }) => (ids.has(id) ? [source_id] : [])));
  const updated = of(replaced);
  return service_point.filter(({ id, source_id }) => updated.has(source_id) && !replaced.has(id)).length;
}

/** Rows with those added whose id is not there yet. */
function addNew<Row extends { id: string }>(rows: readonly Row[], added: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...added.filter(({ id }) => !known.has(id))];
}
