import { isCalendarDay } from '../../model/calendar-day.ts';
import type { Issue } from '../../model/issues.ts';
import { issue } from '../read/findings.ts';

/** A cell that should hold a date, and the ISO date read from it; null when none could be. */
export interface DateCell {
  column: string | null;
  text: string | null;
  date: string | null;
}

/** Years in which a tenure, a visit or a count can fall; outside them a date is a slip of the pen. */
const possibleYears = { first: 1800, last: 2200 };

/** True for a day that the calendar has, in a year that can be meant: not 30 February, not the year 20226. */
export function isRealDate(iso: string): boolean {
  const year = Number(iso.slice(0, 4));
  return isCalendarDay(iso) && year >= possibleYears.first && year <= possibleYears.last;
}

/**
 * What is wrong with a start and an end: a filled cell that is no day of the calendar, or an end before its start (the
 * same day is in order). The fix of reversed dates exchanges the two cells.
 */
export function checkDates(row: number, start: DateCell, end: DateCell): Issue[] {
  const impossible = [start, end].filter(
    ({ text, date }) => text !== null && (date === null || !isRealDate(date)),
  );
  if (impossible.length > 0)
    return impossible.map(({ column, text }) =>
      issue('impossible-date', 'warning', { row, column, found: text }),
    );
  if (start.date === null || end.date === null || end.date >= start.date) return [];
  const found = `${start.date} – ${end.date}`;
  const reversed = issue('reversed-dates', 'warning', { row, column: end.column, found });
  if (start.column === null || end.column === null) return [reversed];
  const cells = { [start.column]: end.text ?? '', [end.column]: start.text ?? '' };
  return [{ ...reversed, fix: { kind: 'set-cells', row, cells } }];
}
