import type { LocationMethod, Organization, ProjectTables, Service, ServicePoint } from '../model/tables.ts';
import { checkedHours } from './check-hours.ts';
import { nowhere, readCount, readLocation, uniqueId, type Location } from './check-rows.ts';
import { dayFields, type Field } from './fields.ts';
import { locationMethodWords } from './location-words.ts';
import { askAreaUnit, floorAreaOf } from './floor-area.ts';
import { issue, type Findings } from './findings.ts';
import type { FileFacts } from './import-facts.ts';
import { governmentOf, pointKindOf } from './point-kinds.ts';
import { provinceOf, provinceOfPostalCode } from './provinces.ts';
import { passportServicesIn } from './passport-services.ts';
import { postalCodeOf } from './postal-codes.ts';
import type { RowReader } from './row-reader.ts';
import { slug, type RawRow, type RawTable } from './table.ts';
import { modeIn, offeringOf, servicesIn } from './to-offerings.ts';
import { dateOrderIn, hasTenures, tenureOf } from './to-tenures.ts';
import { parseLanguages } from './values.ts';

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
  const organizations = new Map<string, Organization>();
  const used = new Map<string, Service>();
  const taken = new Set<string>();
  const tables: PointTables = {
    organization: [],
    service: [],
    service_point: [],
    tenure: [],
    offering: [],
    rowOf: new Map(),
    stated: statedIn(reader),
    rows: 0,
  };
  const offered = new Set<string>();
  const standing = new Map<string, ServicePoint>();
  const held = hasTenures(reader);
  const serving = reader.column('service') !== null || reader.column('service_id') !== null;
  const order = held ? dateOrderIn(table, reader, facts.reading.dateOrder, findings) : null;
  askAreaUnit(reader, facts.reading.areaUnit, findings);
  const hold = (row: RawRow, pointId: string) => {
    const tenure = tenureOf(row, reader, { pointId, sourceId: facts.sourceId, order }, findings);
    if (tenure) tables.tenure.push(tenure);
  };
  const offer = (row: RawRow, point: ServicePoint) => {
    const mode = modeIn(row, reader, findings);
    for (const service of [...passportServicesIn(row, reader), ...servicesIn(row, reader)]) {
      const key = JSON.stringify([point.id, service.id, mode]);
      if (offered.has(key)) continue;
      offered.add(key);
      if (!used.has(service.id)) used.set(service.id, service);
      tables.offering.push(offeringOf(point.id, service, mode, point.days_per_month));
    }
  };
  for (const row of table.rows) {
    if (!isUsable(row, reader, findings)) continue;
    tables.rows += 1;
    const organization = organizationOf(row, reader, facts);
    organizations.set(organization.id, organization);
    const building = held || serving ? buildingOf(row, reader, organization) : null;
    let point = building === null ? undefined : standing.get(building);
    if (point) {
      const further = held ? 'further-tenure' : 'further-offering';
      findings.note(issue(further, 'note', { row: row.number, found: reader.text(row, 'id') }));
    } else {
      const id = idOf(row, reader, organization, taken, findings);
      point = toPoint(row, reader, facts, findings, { id, organization_id: organization.id });
      tables.service_point.push(point);
      tables.rowOf.set(id, row.number);
      if (building !== null) standing.set(building, point);
    }
    if (held) hold(row, point.id);
    offer(row, point);
  }
  if (taken.size > 0) noteAssumptions(reader, findings, [...organizations.values()]);
  return { ...tables, organization: [...organizations.values()], service: [...used.values()] };
}

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

/** A year, month or day that stands at an end of a file's name: `offices-2026-09`, `20260930_offices`. */
const dateAtEnd = /^(?:19|20)\d\d(?:[-_.]?\d\d){0,2}[-_. ]+|[-_. ]+(?:19|20)\d\d(?:[-_.]?\d\d){0,2}$/g;

/** The next release of a file brings the same organization, or every point would be there twice. */
function withoutDate(stem: string): string {
  const own = stem.replace(dateAtEnd, '');
  return /\p{L}/u.test(own) ? own : stem;
}

/** The one that the row states, else the file's publisher, else the file itself. */
function organizationOf(row: RawRow, reader: RowReader, facts: FileFacts): Organization {
  const name = reader.text(row, 'organization');
  if (name === null)
    return (
      facts.known?.organization ?? namedOrganization(withoutDate(facts.stem), reader.text(row, 'government'))
    );
  return namedOrganization(name, reader.text(row, 'government'));
}

/** The order is the stated one, else the one the name states, else `community`, which `noteAssumptions` tells. */
function namedOrganization(name: string, government: string | null): Organization {
  const order = governmentOf(government ?? '') ?? governmentOf(name) ?? 'community';
  return { id: slug(name), name_en: name, name_fr: null, government: order, illustrative: false };
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
  taken: Set<string>,
  findings: Findings,
): string {
  const own = reader.text(row, 'id');
  const wanted = `${id}-${own ?? slug(reader.text(row, 'name_en') ?? reader.text(row, 'name_fr') ?? `row ${row.number}`)}`;
  const unique = uniqueId(wanted, taken);
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
