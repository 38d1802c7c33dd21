import type { Offering, Service } from '../../model/tables.ts';
import { checkedHours } from './check-hours.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import { offeringModeOf } from '../cells/offering-modes.ts';
import { pointNamedIn, type PointDrafts } from './point-drafts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { slug } from '../cells/names.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { dateOrderIn, tenureOf } from './to-tenures.ts';

/** Each row of services by point becomes an offering of the point it names; a row that names none, or no service, is listed. */
export function toOfferings(
  table: RawTable,
  reader: RowReader,
  { sourceId }: FileFacts,
  findings: Findings,
): PointDrafts {
  const drafts: PointDrafts = { services: [], offerings: [], tenures: [] };
  const services = new Map<string, Service>();
  for (const row of table.rows) {
    const point = pointNamedIn(row, reader);
    const offered = servicesIn(row, reader);
    if (!point || offered.length === 0) {
      const column = reader.column(point ? 'service' : 'id');
      findings.list(issue('missing-id', 'error', { row: row.number, column }));
      continue;
    }
    const days = checkedHours(row, reader, findings).daysPerMonth;
    const mode = modeIn(row, reader, findings);
    for (const service of offered) {
      services.set(service.id, service);
      drafts.offerings.push({ point, sourceId, record: offeringOf('', service, mode, days) });
    }
  }
  return { ...drafts, services: [...services.values()] };
}

/** Each row of leases without a place becomes a tenure of the point it names; a row that names none, or no tenure, is listed. */
export function toJoinedTenures(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): PointDrafts {
  const drafts: PointDrafts = { services: [], offerings: [], tenures: [] };
  const order = dateOrderIn(table, reader, facts.reading.dateOrder, findings);
  for (const row of table.rows) {
    const point = pointNamedIn(row, reader);
    const record = tenureOf(row, reader, { pointId: '', sourceId: facts.sourceId, order }, findings);
    if (point && record) drafts.tenures.push({ point, sourceId: facts.sourceId, record });
    else
      findings.list(
        issue('missing-id', 'error', {
          row: row.number,
          column: reader.column(point ? 'expiry_date' : 'id'),
        }),
      );
  }
  return drafts;
}

/** The services that a row speaks of: one in columns of its own, and those of a list. */
export function servicesIn(row: RawRow, reader: RowReader): Service[] {
  const [id, name] = [reader.text(row, 'service_id'), reader.text(row, 'service')];
  const one = id ?? name;
  const named = (reader.text(row, 'services') ?? '')
    .split(/[|;\n]/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  return [
    ...(one === null ? [] : [serviceOf(id ?? slug(one), name ?? one)]),
    ...named.map((text) => serviceOf(slug(text), text)),
  ];
}

const serviceOf = (id: string, name: string): Service => ({ id, name_en: name, name_fr: null });

/** How the row's service is given; in person where the row does not say, or says what we do not know. */
export function modeIn(row: RawRow, reader: RowReader, findings: Findings): Offering['mode'] {
  const text = reader.text(row, 'mode');
  const mode = text === null ? null : offeringModeOf(text);
  if (text !== null && mode === null)
    findings.note(
      issue('unknown-code', 'warning', {
        row: row.number,
        column: reader.column('mode'),
        found: text,
        expected: 'in person',
      }),
    );
  return mode ?? 'in person';
}

/** A service at a point; `daysPerMonth` is null where it is not known. */
export const offeringOf = (
  pointId: string,
  service: Service,
  mode: Offering['mode'],
  daysPerMonth: number | null,
): Offering => ({
  point_id: pointId,
  service_id: service.id,
  mode,
  days_per_month: daysPerMonth,
  illustrative: false,
});
