import type { Service } from '../model/tables.ts';
import { issue, type Findings } from './findings.ts';
import type { RowReader } from './row-reader.ts';
import { slug, type RawTable } from './table.ts';

/** Each row of an inventory with a name becomes a service, once; a repeated id or a row without a name is listed. */
export function toServices(table: RawTable, reader: RowReader, findings: Findings): Service[] {
  const services = new Map<string, Service>();
  for (const row of table.rows) {
    const [english, french] = [reader.text(row, 'name_en'), reader.text(row, 'name_fr')];
    const id = reader.text(row, 'id') ?? slug(english ?? french ?? '');
    const where = { row: row.number, column: reader.column('id') };
    if (english === null && french === null) findings.list(issue('missing-id', 'error', where));
    else if (services.has(id)) findings.list(issue('duplicate-id', 'error', { ...where, found: id }));
    else services.set(id, { id, name_en: english ?? '', name_fr: french });
  }
  return [...services.values()];
}
