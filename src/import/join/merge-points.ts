import type { LocationMethod, ProjectTables, ServicePoint } from '../../model/tables.ts';
import { issue, type Findings } from '../read/findings.ts';
import { addServices } from '../rows/point-drafts.ts';
import type { PointTables } from '../rows/to-service-points.ts';

/**
 * Adds a file's points to the tables. A point whose id is there already is updated, and the row says so: that is how the next release
 * of a file updates the last, and how two files tell of the same points. What the file has a column for is its own, also where a cell
 * is empty; the rest stays. Tenures and offerings are replaced by a file that brings some. Points of that last release which the file does not have stay, and
 * their number is told. Organizations and services that are there stay as they are.
 */
export function mergePoints(tables: ProjectTables, added: PointTables, findings: Findings): ProjectTables {
  const replaced = new Set(tables.service_point.filter(({ id }) => added.rowOf.has(id)).map(({ id }) => id));
  for (const id of replaced)
    findings.note(issue('replaced-point', 'note', { row: added.rowOf.get(id) ?? null, found: id }));
  const staying = stayingBeside(tables, replaced);
  if (staying > 0) findings.note(issue('staying-points', 'note', { found: `${staying}` }));
  const before = new Map(tables.service_point.map((point) => [point.id, point]));
  const keeping = <Row extends { point_id: string }>(rows: readonly Row[], brought: readonly Row[]) =>
    brought.length === 0 ? rows : rows.filter(({ point_id }) => !replaced.has(point_id));
  return {
    ...tables,
    organization: addNew(tables.organization, added.organization),
    service: addServices(tables.service, added.service),
    service_point: [
      ...tables.service_point.filter(({ id }) => !replaced.has(id)),
      ...added.service_point.map((point) => updated(before.get(point.id), point, added.stated)),
    ],
    tenure: [...keeping(tables.tenure, added.tenure), ...added.tenure],
    offering: [...keeping(tables.offering, added.offering), ...added.offering],
  };
}

/** Of two places of one point the more exact counts; of two alike the later. */
const exactness: Record<LocationMethod, number> = {
  address: 4,
  place: 3,
  unknown: 3,
  'postal code': 2,
  municipality: 1,
};

function updated(
  before: ServicePoint | undefined,
  point: ServicePoint,
  stated: PointTables['stated'],
): ServicePoint {
  if (!before) return point;
  const own = Object.entries(point).filter(([name]) => stated.has(name as keyof ServicePoint));
  const placed =
    point.lon !== null &&
    (before.lon === null || exactness[point.location_method] >= exactness[before.location_method]);
  const { lon, lat, location_method, location_doubt } = placed ? point : before;
  const place = { lon, lat, location_method, location_doubt };
  return { ...before, ...Object.fromEntries(own), source_id: point.source_id, ...place };
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
