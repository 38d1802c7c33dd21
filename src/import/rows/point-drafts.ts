import { grouped } from '../../model/grouped.ts';
import type { Offering, ProjectTables, Service, ServicePoint, Tenure, Waiting } from '../../model/tables.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { normaliseName, slug } from '../cells/names.ts';
import type { RawRow } from '../read/table.ts';
import { draftsOf, repeatedOfferings, waitingWith } from './waiting.ts';

/** How a row names a point that another file holds. */
export interface PointName {
  row: number;
  column: string | null;
  /** Its id as its own file writes it, or its name. */
  text: string;
  organization: string | null;
}

interface Draft<Kind> {
  point: PointName;
  sourceId: string;
  /** The record, its point not yet known. */
  record: Kind;
}

export type OfferingDraft = Draft<Offering>;
export type TenureDraft = Draft<Tenure>;

/** What a file says of points that it does not hold itself. Rows may give several offerings. */
export interface PointDrafts {
  services: Service[];
  offerings: OfferingDraft[];
  tenures: TenureDraft[];
}

/** The point a row speaks of, by its id, else by its name; null when it names none. */
export function pointNamedIn(row: RawRow, reader: RowReader): PointName | null {
  const field = reader.text(row, 'id') !== null ? 'id' : 'name_en';
  const text = reader.text(row, field);
  if (text === null) return null;
  const organization = reader.text(row, 'organization');
  return { row: row.number, column: reader.column(field), text, organization };
}

/**
 * Gives each draft its point, by the id of the point's own file, its whole id or its name. Tenures take the place of those their
 * points had; an offering that of the same point, service and mode. A row whose point is not there waits for it in the project,
 * in the place of an earlier one about the same; a row that names several points is listed. Returns the tables, and the numbers
 * of the file's rows that found their point and that wait.
 */
export function joinToPoints(
  tables: ProjectTables,
  drafts: PointDrafts,
  findings: Findings,
): { tables: ProjectTables; joined: number; waiting: number } {
  const find = pointFinder(tables.service_point);
  const [joined, waiting] = [new Set<number>(), new Set<number>()];
  for (const { point } of [...drafts.tenures, ...drafts.offerings]) {
    const points = find(point).length;
    if (points === 1) joined.add(point.row);
    else if (points > 1) {
      if (!findings.isListed(point.row)) findings.list(unjoined(point, points));
    } else if (!waiting.has(point.row)) {
      waiting.add(point.row);
      const { row, column, text: found } = point;
      findings.note(issue('waiting-row', 'warning', { row, column, found }));
    }
  }
  for (const { row, found } of repeatedOfferings(drafts, waiting))
    findings.note(issue('duplicate-id', 'note', { row, found }));
  const known = { ...tables, waiting: waitingWith(tables.waiting, drafts, waiting) };
  return { tables: attach(known, drafts, findings), joined: joined.size, waiting: waiting.size };
}

/** Rows that waited in the project take their places as far as their points are there now; how many did is noted. */
export function joinWaiting(tables: ProjectTables, findings: Findings): ProjectTables {
  if (tables.waiting.length === 0) return tables;
  const find = pointFinder(tables.service_point);
  const isReady = ({ point: text, organization }: Waiting) =>
    find({ row: 0, column: null, text, organization }).length === 1;
  const ready = tables.waiting.filter(isReady);
  if (ready.length === 0) return tables;
  findings.note(issue('waiting-rows-joined', 'note', { found: `${ready.length}` }));
  const still = tables.waiting.filter((one) => !ready.includes(one));
  return attach({ ...tables, waiting: still }, draftsOf(ready), findings);
}

/** The tables with the drafts whose point is there. */
function attach(tables: ProjectTables, drafts: PointDrafts, findings: Findings): ProjectTables {
  const find = pointFinder(tables.service_point);
  const serviceIdOf = serviceFinder(tables.service, drafts.services);
  const idOf = (point: PointName): string | null => {
    const [id, ...others] = find(point);
    return others.length === 0 ? (id ?? null) : null;
  };
  const tenures = drafts.tenures.flatMap(({ point, record }): Tenure[] => {
    const point_id = idOf(point);
    return point_id === null ? [] : [{ ...record, point_id }];
  });
  const offerings = new Map<string, Offering>();
  for (const { point, record } of drafts.offerings) {
    const point_id = idOf(point);
    if (point_id === null) continue;
    const offering = { ...record, point_id, service_id: serviceIdOf(record.service_id) };
    if (offerings.has(keyOf(offering)))
      findings.note(issue('duplicate-id', 'note', { row: point.row, found: offering.service_id }));
    offerings.set(keyOf(offering), offering);
  }
  const used = new Set([...offerings.values()].map(({ service_id }) => service_id));
  const held = new Set(tenures.map(({ point_id }) => point_id));
  const services = drafts.services.filter(({ id }) => used.has(id));
  return {
    ...tables,
    service: addServices(tables.service, services),
    tenure: [...tables.tenure.filter(({ point_id }) => !held.has(point_id)), ...tenures],
    offering: [...tables.offering.filter((one) => !offerings.has(keyOf(one))), ...offerings.values()],
  };
}

/** Services with those added that are not there yet; one known by its id alone takes its name from them. */
export function addServices(known: readonly Service[], added: readonly Service[]): Service[] {
  const byId = new Map(known.map((service) => [service.id, service]));
  for (const service of added) {
    const before = byId.get(service.id);
    if (!before || before.name_en === before.id) byId.set(service.id, service);
  }
  return [...byId.values()];
}

const keyOf = ({ point_id, service_id, mode }: Offering) => JSON.stringify([point_id, service_id, mode]);

const unjoined = ({ row, column, text }: PointName, points: number) =>
  issue('unjoined-point', 'error', { row, column, found: text, expected: `${points}` });

/** The project's id of a service: one that the file numbers keeps its own; one it only names is that of the same name. */
function serviceFinder(known: readonly Service[], added: readonly Service[]): (id: string) => string {
  const names = new Map(
    known.flatMap(({ id, name_en, name_fr }) =>
      [name_en, name_fr ?? ''].flatMap((name): [string, string][] =>
        normaliseName(name) === '' ? [] : [[normaliseName(name), id]],
      ),
    ),
  );
  const named = added.filter(({ id, name_en }) => id === slug(name_en));
  const own = new Map(named.map(({ id, name_en }) => [id, normaliseName(name_en)]));
  return (id) => names.get(own.get(id) ?? '') ?? id;
}

/** Whether a cell names exactly one of the points. */
export function namesPoint(points: readonly ServicePoint[]): (cell: string) => boolean {
  const find = pointFinder(points);
  return (cell) => find({ row: 0, column: null, text: cell, organization: null }).length === 1;
}

/** Ids of the points that a name may mean: a whole id, else ids as the points' own files write them, else names. */
export function pointFinder(points: readonly ServicePoint[]): (name: PointName) => readonly string[] {
  const whole = new Map(points.map((point) => [point.id, point]));
  const own = grouped(points, ({ id, organization_id }) => [
    id.startsWith(`${organization_id}-`) ? id.slice(organization_id.length + 1) : id,
  ]);
  const names = grouped(points, ({ name_en, name_fr }) =>
    [name_en, name_fr ?? ''].map(normaliseName).filter((name) => name !== ''),
  );
  return ({ text, organization }) => {
    const exact = whole.get(text);
    const found = exact ? [exact] : (own.get(text) ?? names.get(normaliseName(text)) ?? []);
    const owner = organization === null ? null : slug(organization);
    const theirs = found.filter(({ organization_id }) => organization_id === owner);
    return (found.length > 1 && theirs.length > 0 ? theirs : found).map(({ id }) => id);
  };
}
