import { isCalendarDay } from '../../model/calendar-day.ts';

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Weeks in the mean month: 52 weeks over 12 months, as in payrolls and leases. */
const weeksPerMonth = 52 / 12;
/** Days in the mean month of the Gregorian calendar. */
const daysPerMonth = 30.436875;

/** When a point is open, in the two forms the tables hold. Null where it could not be read. */
export interface Hours {
  /** OSM opening_hours syntax. */
  openingHours: string | null;
  daysPerMonth: number | null;
}

/** Both ends as `09:00`, the first before the second. */
export interface Span {
  from: string;
  to: string;
}

/** Days a month of so many days a week. */
export const monthly = (daysPerWeek: number) => oneDecimal(daysPerWeek * weeksPerMonth);

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** `08:30-16:00`, with a break `12:00-12:45` taken out when it lies inside. */
export function spansText(open: Span, lunch: Span | null): string {
  const inside = lunch && lunch.from > open.from && lunch.to < open.to;
  return inside ? `${open.from}-${lunch.from},${lunch.to}-${open.to}` : `${open.from}-${open.to}`;
}

/** `9:00-16:00` with hours in two digits, or null when it is no span or ends before it starts. */
export function parseSpan(text: string): Span | null {
  const match = /^(\d{1,2}:[0-5]\d)-(\d{1,2}:[0-5]\d)$/.exec(text.trim());
  const [, from = '', to = ''] = match ?? [];
  const span = { from: from.padStart(5, '0'), to: to.padStart(5, '0') };
  return match && span.from < span.to && span.to <= '24:00' ? span : null;
}

/** Days of `1-5`, `2`, `1,3,5` (1 is Monday) as 0-based numbers in order, or null. */
function parseDays(text: string): number[] | null {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const match = /^([1-7])(?:-([1-7]))?$/.exec(part.trim());
    if (!match) return null;
    const first = Number(match[1]);
    const last = Number(match[2] ?? match[1]);
    if (last < first) return null;
    for (let day = first; day <= last; day += 1) days.add(day - 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** Days (0 is Monday) in order as `Mo-Fr`, `Tu`, `Mo,We,Fr`. */
export function daysText(days: readonly number[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return '';
  const run = days.length > 2 && last - first === days.length - 1;
  return run ? `${dayNames[first]}-${dayNames[last]}` : days.map((day) => dayNames[day]).join(',');
}

/** Weekly hours as the Service Canada list writes them, `1-5 08:30-16:00`, several joined by `;`. Null when one cannot be read. */
export function readWeeklyHours(text: string, lunch: Span | null): Hours | null {
  const open = new Set<number>();
  const rules: string[] = [];
  for (const part of text.split(';')) {
    const [dayPart = '', spanPart = ''] = part.trim().split(/\s+/);
    const days = parseDays(dayPart);
    const span = parseSpan(spanPart);
    if (!days || !span) return null;
    days.forEach((day) => open.add(day));
    rules.push(`${daysText(days)} ${spansText(span, lunch)}`);
  }
  return { openingHours: rules.join('; '), daysPerMonth: monthly(open.size) };
}

/**
 * Announced visits, `2026-10-13 09:30-15:30; ...`. Days a month is the visits after the first over the months from
 * the first to the last, so that neither end is favoured; one visit alone has no frequency. Null when one cannot be read.
 */
export function readDatedVisits(text: string, lunch: Span | null): Hours | null {
  const times: number[] = [];
  const rules: string[] = [];
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const [, date = '', spanPart] = /^(\S+)(?:\s+(\S+))?$/.exec(part.trim()) ?? [];
    if (!isCalendarDay(date)) return null;
    const [year = '', month = '', day = ''] = date.split('-');
    const span = spanPart === undefined ? null : parseSpan(spanPart);
    if (spanPart !== undefined && !span) return null;
    times.push(Date.parse(date));
    rules.push(`${year} ${monthNames[Number(month) - 1]} ${day}${span ? ` ${spansText(span, lunch)}` : ''}`);
  }
  return { openingHours: rules.join('; ') || null, daysPerMonth: frequency(times) };
}

function frequency(times: readonly number[]): number | null {
  const days = [...new Set(times)].sort((a, b) => a - b);
  const months = ((days.at(-1) ?? 0) - (days[0] ?? 0)) / 86_400_000 / daysPerMonth;
  return days.length < 2 ? null : oneDecimal((days.length - 1) / months);
}
