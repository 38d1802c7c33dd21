import type { DateOrder } from '../../model/decisions.ts';
import type { Tenure } from '../../model/tables.ts';
import { checkDates, type DateCell } from './check-dates.ts';
import { readCount } from './read-count.ts';
import { dateOrderOf, parseDate } from '../cells/dates.ts';
import type { Field } from '../columns/fields.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { tenureKindOf } from '../cells/tenure-kinds.ts';

const dateFields = ['start_date', 'expiry_date', 'break_date'] as const satisfies readonly Field[];

/** The order in which a file's dates are written: what a person says, else what its cells prove, else none. */
export function dateOrderIn(
  { rows }: RawTable,
  reader: RowReader,
  said: DateOrder | undefined,
  findings: Findings,
): DateOrder | null {
  if (said) return said;
  for (const field of dateFields) {
    const order = dateOrderOf(rows.flatMap((row) => reader.text(row, field) ?? []));
    if (order === 'ambiguous')
      findings.note(issue('ambiguous-dates', 'warning', { column: reader.column(field) }));
    else if (order) return order;
  }
  return null;
}

/** True for a file that says how its points are held. */
export const hasTenures = (reader: RowReader): boolean =>
  reader.column('expiry_date') !== null || reader.column('tenure') !== null;

/** How the row's point is held; null when the row says nothing of it. A date that is none is told and kept as not known. */
export function tenureOf(
  row: RawRow,
  reader: RowReader,
  { pointId, sourceId, order }: { pointId: string; sourceId: string; order: DateOrder | null },
  findings: Findings,
): Tenure | null {
  const cell = (field: Field): DateCell => {
    const text = reader.text(row, field);
    return { column: reader.column(field), text, date: text === null ? null : parseDate(text, order) };
  };
  const [start, expiry, until] = dateFields.map(cell) as [DateCell, DateCell, DateCell];
  const kind = tenureKindOf(reader.text(row, 'tenure') ?? '');
  if (start.text === null && expiry.text === null && kind === null) return null;
  for (const found of checkDates(row.number, start, expiry)) findings.note(found);
  const reversed = start.date !== null && expiry.date !== null && expiry.date < start.date;
  return {
    point_id: pointId,
    kind: kind ?? 'lease',
    start_date: reversed ? null : start.date,
    expiry_date: reversed ? null : expiry.date,
    break_date: until.date,
    extension_months: readCount(row, 'extension_months', reader, findings),
    notice_months: readCount(row, 'notice_months', reader, findings),
    annual_cost: readCount(row, 'annual_cost', reader, findings),
    illustrative: false,
    source_id: sourceId,
  };
}
