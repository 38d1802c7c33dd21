import type { ProjectTables } from '../model/tables.ts';
import { issue, type Findings } from './findings.ts';
import { addServices } from './point-drafts.ts';
import type { PointTables } from './to-service-points.ts';

/**
 * Adds a file's points to the tables. A point whose id is there already replaces it with its tenures and offerings, and the row says
 * so: that is how the next release of a file updates the last. Organizations and services that are there stay as they are.
 */
export function mergePoints(tables: ProjectTables, added: PointTables, findings: Findings): ProjectTables {
  const replaced = new Set(tables.service_point.filter(({ id }) => added.rowOf.has(id)).map(({ id }) => id));
  for (const id of replaced)
    findings.note(
      issue('duplicate-id', 'note', { row: added.rowOf.get(id) ?? null, column: 'id', found: id }),
    );
  return {
    ...tables,
    organization: addNew(tables.organization, added.organization),
    service: addServices(tables.service, added.service),
    service_point: [...tables.service_point.filter(({ id }) => !replaced.has(id)), ...added.service_point],
    tenure: [...tables.tenure.filter(({ point_id }) => !replaced.has(point_id)), ...added.tenure],
    offering: [...tables.offering.filter(({ point_id }) => !replaced.has(point_id)), ...added.offering],
  };
}

/** Rows with those added whose id is not there yet. */
function addNew<Row extends { id: string }>(rows: readonly Row[], added: readonly Row[]): Row[] {
  const known = new Set(rows.map(({ id }) => id));
  return [...rows, ...added.filter(({ id }) => !known.has(id))];
}
