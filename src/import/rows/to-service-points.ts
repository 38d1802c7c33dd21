import { DistinctNames } from '../../model/distinct-names.ts';
import type {
  LocationMethod,
  Offering,
  Organization,
  ProjectTables,
  Service,
  ServicePoint,
} from '../../model/tables.ts';
import { checkedHours } from './check-hours.ts';
import { readCount } from './read-count.ts';
import { nowhere, readLocation, type Location } from './read-location.ts';
import { dayFields, type Field } from '../columns/fields.ts';
import { locationMethodWords } from '../cells/location-words.ts';
import { askAreaUnit, floorAreaOf } from './floor-area.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { organizationOf } from './organization-of.ts';
import { governmentOf, pointKindOf } from '../cells/point-kinds.ts';
import { provinceOf, provinceOfPostalCode } from '../cells/provinces.ts';
import { passportServicesIn } from './passport-services.ts';
import { postalCodeOf } from './postal-codes.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { slug } from '../cells/names.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { modeIn, offeringOf, servicesIn } from './to-offerings.ts';
import { dateOrderIn, hasTenures, tenureOf } from './to-tenures.ts';
import { parseLanguages } from '../cells/values.ts';

/** The tables that a file of points fills, and from which row each point came. */
export interface PointTables extends Pick<
  ProjectTables,
  'organization' | 'service' | 'service_point' | 'tenure' | 'offering'
> {
  rowOf: Map<string, number>;
  /** What the file has a column for; the rest is assumed or unknown. */
  stated: ReadonlySet<keyof ServicePoint>;
  /** Rows that were kept: one for each point, and one for each further tenure of a point. */
  rows: number;
}

/**
 * Each row with a name or an id becomes a point; a row without a usable location is kept without one. Ids begin with
 * the organization's, so that two publishers' numbers cannot meet.
 */
export function toServicePoints(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): PointTables {
  const held = hasTenures(reader);
  const order = held ? dateOrderIn(table, reader, facts.reading.dateOrder, findings) : null;
  askAreaUnit(reader, facts.reading.areaUnit, findings);
  const { kept, organizations, rowOf } = pointsByRow(table, reader, facts, findings);
  if (kept.length > 0) noteAssumptions(reader, findings, organizations);
  const tenures = kept.flatMap(({ row, point: { id: pointId } }) =>
    held ? (tenureOf(row, reader, { pointId, sourceId: facts.sourceId, order }, findings) ?? []) : [],
  );
  return {
    organization: organizations,
    service_point: [...new Set(kept.map(({ point }) => point))],
    tenure: tenures,
    ...offeredAt(kept, reader, findings),
    rowOf,
    stated: statedIn(reader),
    rows: kept.length,
  };
}

/** A row that was kept, and the point that it is, or that an earlier row of the same building is. */
interface KeptRow {
  row: RawRow;
  point: ServicePoint;
}

/** The rows that are points. Where a file tells of tenures or services, a building that comes again stands once. */
function pointsByRow(table: RawTable, reader: RowReader, facts: FileFacts, findings: Findings) {
  const held = hasTenures(reader);
  const serving = reader.column('service') !== null || reader.column('service_id') !== null;
  const organizations = new Map<string, Organization>();
  const ids = new DistinctNames();
  const rowOf = new Map<string, number>();
  const standing = new Map<string, ServicePoint>();
  const kept = table.rows.flatMap((row): KeptRow[] => {
    if (!isUsable(row, reader, findings)) return [];
    const organization = organizationOf(row, reader, facts);
    organizations.set(organization.id, organization);
    const building = held || serving ? buildingOf(row, reader, organization) : null;
    const before = building === null ? undefined : standing.get(building);
    if (before) {
      const further = held ? 'further-tenure' : 'further-offering';
      findings.note(issue(further, 'note', { row: row.number, found: reader.text(row, 'id') }));
      return [{ row, point: before }];
    }
    const id = idOf(row, reader, organization, ids, findings);
    const point = toPoint(row, reader, facts, findings, { id, organization_id: organization.id });
    rowOf.set(id, row.number);
    if (building !== null) standing.set(building, point);
    return [{ row, point }];
  });
  return { kept, organizations: [...organizations.values()], rowOf };
}

/** What is offered at the points, each service in each mode once a point. */
function offeredAt(
  kept: readonly KeptRow[],
  reader: RowReader,
  findings: Findings,
): Pick<PointTables, 'service' | 'offering'> {
  const services = new Map<string, Service>();
  const offerings = new Map<string, Offering>();
  for (const { row, point } of kept) {
    const mode = modeIn(row, reader, findings);
    for (const service of [...passportServicesIn(row, reader), ...servicesIn(row, reader)]) {
      const key = JSON.stringify([point.id, service.id, mode]);
      if (offerings.has(key)) continue;
      offerings.set(key, offeringOf(point.id, service, mode, point.days_per_month));
      if (!services.has(service.id)) services.set(service.id, service);
    }
  }
  return { service: [...services.values()], offering: [...offerings.values()] };
}

/** The columns of a file that each of these is read from. */
const columnsOf: Partial<Record<keyof ServicePoint, readonly Field[]>> = {
  name_en: ['name_en'],
  name_fr: ['name_fr'],
  kind: ['kind'],
  address: ['address'],
  municipality: ['municipality'],
  province: ['province', 'postal_code'],
  postal_code: ['postal_code'],
  opening_hours: ['opening_hours', 'weekly_hours', ...dayFields],
  days_per_month: ['days_per_month', 'dated_visits', 'weekly_hours', 'opening_hours', ...dayFields],
  staff: ['staff'],
  annual_visits: ['annual_visits'],
  languages: ['languages'],
  floor_area_m2: ['floor_area_m2', 'floor_area_ft2', 'floor_area'],
};

function statedIn(reader: RowReader): Set<keyof ServicePoint> {
  const stated = Object.entries(columnsOf).filter(([, fields]) =>
    fields.some((field) => reader.column(field) !== null),
  );
  return new Set(stated.map(([name]) => name as keyof ServicePoint));
}

/** What tells one building of an organization from another; null without an id. */
function buildingOf(row: RawRow, reader: RowReader, { id }: Organization): string | null {
  const own = reader.text(row, 'id');
  const place = reader.text(row, 'address') ?? `${reader.text(row, 'lat')}, ${reader.text(row, 'lon')}`;
  return own === null ? null : [id, own, place].join('\n');
}

/** Lists rows that are no point: neither name nor id, or a line or area for a geometry. */
function isUsable(row: RawRow, reader: RowReader, findings: Findings): boolean {
  const where = { row: row.number };
  const type = row.geometry?.type;
  if (type !== undefined && type !== 'Point' && type !== 'MultiPoint') {
    findings.list(issue('unsupported-geometry', 'error', { ...where, found: type, expected: 'Point' }));
    return false;
  }
  const named = reader.text(row, 'name_en') ?? reader.text(row, 'name_fr') ?? reader.text(row, 'id');
  if (named === null && !reader.text(row, 'address') && type === undefined) {
    findings.list(issue('missing-id', 'error', where));
    return false;
  }
  return true;
}

/** What the file does not say and the tables need: said once, for the whole file. */
function noteAssumptions(
  reader: RowReader,
  findings: Findings,
  organizations: readonly Organization[],
): void {
  if (reader.column('kind') === null)
    findings.note(issue('unknown-code', 'note', { column: 'kind', expected: 'full-service' }));
  const unknown = organizations.filter(
    ({ name_en, government }) => government === 'community' && !governmentOf(name_en),
  );
  if (unknown.length > 0 && reader.column('government') === null)
    findings.note(issue('unknown-code', 'note', { column: 'government', expected: 'community' }));
}

/** Two services at one address both survive: a repeated id is flagged and given a number, never merged. */
function idOf(
  row: RawRow,
  reader: RowReader,
  { id }: Organization,
  ids: DistinctNames,
  findings: Findings,
): string {
  const own = reader.text(row, 'id');
  const wanted = `${id}-${own ?? slug(reader.text(row, 'name_en') ?? reader.text(row, 'name_fr') ?? `row ${row.number}`)}`;
  const unique = ids.take(wanted);
  if (own !== null && unique !== wanted)
    findings.note(
      issue('duplicate-id', 'warning', { row: row.number, column: reader.column('id'), found: own }),
    );
  return unique;
}

function toPoint(
  row: RawRow,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
  ids: Pick<ServicePoint, 'id' | 'organization_id'>,
): ServicePoint {
  const text = (field: Parameters<RowReader['text']>[1]) => reader.text(row, field);
  const location = locationOf(row, reader, findings);
  const hours = checkedHours(row, reader, findings);
  const postalCode = postalCodeOf(row, reader, facts.known?.postalDigits ?? null, findings);
  return {
    ...ids,
    name_en: text('name_en') ?? (text('name_fr') === null ? (text('id') ?? '') : ''),
    name_fr: text('name_fr'),
    kind: kindOf(row, reader, findings),
    address: text('address')?.replace(/\s*\n\s*/g, ', ') ?? null,
    municipality: text('municipality'),
    province: provinceOf(text('province') ?? '') ?? provinceOfPostalCode(postalCode ?? ''),
    postal_code: postalCode,
    ...location,
    location_method: methodOf(row, reader, location, findings),
    location_doubt: false,
    opening_hours: hours.openingHours,
    days_per_month: hours.daysPerMonth,
    staff: readCount(row, 'staff', reader, findings),
    annual_visits: readCount(row, 'annual_visits', reader, findings),
    languages: parseLanguages(text('languages') ?? ''),
    floor_area_m2: floorAreaOf(row, reader, facts.reading.areaUnit, findings),
    illustrative: false,
    source_id: facts.sourceId,
  };
}

/** A file without any coordinates says so once, not at every row. */
function locationOf(row: RawRow, reader: RowReader, findings: Findings): Location {
  const columns = reader.column('lat') !== null && reader.column('lon') !== null;
  if (row.place || row.geometry || columns) return readLocation(row, reader, findings);
  findings.note(issue('missing-coordinates', 'warning', { row: row.number }));
  return nowhere;
}

function kindOf(row: RawRow, reader: RowReader, findings: Findings): ServicePoint['kind'] {
  const text = reader.text(row, 'kind');
  const kind = text === null ? null : pointKindOf(text);
  if (text !== null && kind === null)
    findings.note(
      issue('unknown-code', 'warning', {
        row: row.number,
        column: reader.column('kind'),
        found: text,
        expected: 'full-service',
      }),
    );
  return kind ?? 'full-service';
}

/** A coordinate from a postal code or a municipality is marked approximate: a rural code locates nobody exactly. */
function methodOf(row: RawRow, reader: RowReader, { lon }: Location, findings: Findings): LocationMethod {
  if (row.place) return row.place.method;
  const text = reader.text(row, 'location_method');
  const method = locationMethodWords.get(text?.toLowerCase() ?? '') ?? 'unknown';
  if (lon !== null && (method === 'postal code' || method === 'municipality'))
    findings.note(
      issue('approximate-coordinates', 'warning', {
        row: row.number,
        column: reader.column('location_method'),
        found: text,
        expected: 'address',
      }),
    );
  return method;
}
