import type { Service } from '../../model/tables.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { RowReader } from '../columns/row-reader.ts';
import { slug } from '../cells/names.ts';
import type { RawRow, RawTable } from '../read/table.ts';

interface Entry {
  service: Service;
  row: RawRow;
  /** Of the year that the row reports on; an inventory of several years repeats its services. */
  year: string;
}

/**
 * Each row of an inventory with a name becomes a service, once: of a repeated id the latest year's, else the first, is
 * kept and the others are listed, as is a row without a name.
 */
export function toServices(table: RawTable, reader: RowReader, findings: Findings): Service[] {
  const entries = new Map<string, Entry>();
  const repeated = (row: RawRow, id: string) => {
    const column = reader.column('service_id') ?? reader.column('id');
    findings.list(issue('duplicate-id', 'error', { row: row.number, column, found: id }));
  };
  for (const row of table.rows) {
    const service = serviceIn(row, reader);
    if (!service) {
      findings.list(issue('missing-id', 'error', { row: row.number, column: reader.column('service') }));
      continue;
    }
    const year = reader.text(row, 'reference_date') ?? '';
    const before = entries.get(service.id);
    if (before && year <= before.year) repeated(row, service.id);
    else {
      if (before) repeated(before.row, service.id);
      entries.set(service.id, { service, row, year });
    }
  }
  return [...entries.values()].map(({ service }) => service);
}

function serviceIn(row: RawRow, reader: RowReader): Service | null {
  const english = reader.text(row, 'service') ?? reader.text(row, 'name_en');
  const french = reader.text(row, 'name_fr');
  if (english === null && french === null) return null;
  const own = reader.text(row, 'service_id') ?? reader.text(row, 'id');
  return { id: own ?? slug(english ?? french ?? ''), name_en: english ?? '', name_fr: french };
}
