import { issue, type Findings } from '../read/findings.ts';
import {
  parseSpan,
  readDatedVisits,
  readWeeklyHours,
  type Hours,
  type Span,
} from '../cells/opening-hours.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { parseNumber } from '../cells/values.ts';
import { readDayHours } from '../cells/day-hours.ts';
import { dayFields } from '../columns/fields.ts';

const unread: Hours = { openingHours: null, daysPerMonth: null };

/**
 * When a point is open, from weekly hours, else from announced visits, else as the file states it, else from a column for each day. Days a month that
 * the file states win over those computed. Hours that cannot be read are named and left unknown.
 */
export function checkedHours(row: RawRow, reader: RowReader, findings: Findings): Hours {
  const hours = computedHours(row, reader, findings);
  const stated = reader.text(row, 'days_per_month');
  const days = stated === null ? null : parseNumber(stated);
  if (stated !== null && (days === null || days < 0 || days > 31))
    findings.note(
      issue(days === null ? 'not-a-number' : 'unknown-code', 'warning', {
        row: row.number,
        column: reader.column('days_per_month'),
        found: stated,
        expected: '0 – 31',
      }),
    );
  return days !== null && days >= 0 && days <= 31 ? { ...hours, daysPerMonth: days } : hours;
}

function computedHours(row: RawRow, reader: RowReader, findings: Findings): Hours {
  const lunch = parseSpan(reader.text(row, 'lunch') ?? '');
  const weekly = reader.text(row, 'weekly_hours');
  const dated = reader.text(row, 'dated_visits');
  if (weekly !== null) {
    const hours = readWeeklyHours(weekly, lunch);
    if (!hours) findings.note(unreadable(row, reader.column('weekly_hours'), weekly, '1-5 08:30-16:00'));
    return hours ?? unread;
  }
  if (dated !== null) {
    const hours = readDatedVisits(dated, lunch);
    if (!hours)
      findings.note(unreadable(row, reader.column('dated_visits'), dated, '2026-10-13 09:30-15:30'));
    return hours ?? unread;
  }
  const stated = reader.text(row, 'opening_hours');
  if (stated !== null || dayFields.every((field) => reader.column(field) === null))
    return { openingHours: stated, daysPerMonth: null };
  return hoursByDay(row, reader, lunch, findings);
}

function hoursByDay(row: RawRow, reader: RowReader, lunch: Span | null, findings: Findings): Hours {
  const cells = dayFields.map((field) => reader.text(row, field));
  const found = readDayHours(cells, lunch);
  if (found.kind === 'read') return found.hours;
  const column = reader.column(dayFields[found.day] ?? 'hours_monday');
  findings.note(unreadable(row, column, cells[found.day] ?? '', '9:00-17:00'));
  return unread;
}

const unreadable = (row: RawRow, column: string | null, found: string, expected: string) =>
  issue('impossible-date', 'warning', { row: row.number, column, found, expected });
