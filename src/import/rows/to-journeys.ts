import type { LengthUnit } from '../../model/decisions.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { FileFacts } from './file-facts.ts';
import type { PointName } from './point-drafts.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { parseNumber } from '../cells/values.ts';

/** A journey as a file writes it, before its places are known. */
export interface JourneyDraft {
  origin: PointName;
  destination: PointName;
  minutes: number | null;
  kilometres: number | null;
  sourceId: string;
}

/**
 * Each row of a travel matrix becomes a journey. An empty number stands for no way found; a row that names no origin or
 * destination, or whose number is none or below 0, is listed. Where nothing says the unit of a distance it is asked, and
 * until then only a time counts: a row with no more than such a distance is listed.
 */
export function toJourneys(
  table: RawTable,
  reader: RowReader,
  facts: FileFacts,
  findings: Findings,
): JourneyDraft[] {
  const unit = facts.reading.lengthUnit;
  const unsaid = unit || reader.column('kilometres') !== null ? null : reader.column('distance');
  if (unsaid !== null) findings.note(issue('ambiguous-length', 'warning', { column: unsaid }));
  return table.rows.flatMap(
    (row) => journeyIn(row, reader, { unit, sourceId: facts.sourceId }, findings) ?? [],
  );
}

function journeyIn(
  row: RawRow,
  reader: RowReader,
  { unit, sourceId }: { unit: LengthUnit | undefined; sourceId: string },
  findings: Findings,
): JourneyDraft | null {
  const origin = placeIn(row, reader, 'origin') ?? placeIn(row, reader, 'name_en');
  const destination = placeIn(row, reader, 'destination');
  if (!origin || !destination) {
    const column = reader.column(origin ? 'destination' : 'origin');
    findings.list(issue('missing-id', 'error', { row: row.number, column }));
    return null;
  }
  const minutes = numberIn(row, reader, 'minutes', findings);
  const kilometres = numberIn(row, reader, 'kilometres', findings) ?? lengthIn(row, reader, unit, findings);
  const column = reader.column('distance');
  if (minutes === null && kilometres === null && !unit && reader.text(row, 'distance') !== null)
    findings.list(issue('ambiguous-length', 'error', { row: row.number, column }));
  return findings.isListed(row.number) ? null : { origin, destination, minutes, kilometres, sourceId };
}

function placeIn(
  row: RawRow,
  reader: RowReader,
  field: 'origin' | 'destination' | 'name_en',
): PointName | null {
  const text = reader.text(row, field);
  return text === null ? null : { row: row.number, column: reader.column(field), text, organization: null };
}

function lengthIn(
  row: RawRow,
  reader: RowReader,
  unit: LengthUnit | undefined,
  findings: Findings,
): number | null {
  const length = numberIn(row, reader, 'distance', findings);
  if (length === null || !unit) return null;
  return unit === 'm' ? length / 1000 : length;
}

/** Null for an empty cell; a cell that is no number, or one below 0, lists the row. */
function numberIn(
  row: RawRow,
  reader: RowReader,
  field: 'minutes' | 'kilometres' | 'distance',
  findings: Findings,
): number | null {
  const text = reader.text(row, field);
  if (text === null) return null;
  const value = parseNumber(text);
  const where = { row: row.number, column: reader.column(field), found: text };
  if (value === null) findings.list(issue('not-a-number', 'error', where));
  else if (value < 0) findings.list(issue('negative-number', 'error', { ...where, expected: '≥ 0' }));
  return value;
}
