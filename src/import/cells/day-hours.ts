import { daysText, monthly, parseSpan, spansText, type Hours, type Span } from './opening-hours.ts';

/** Hours of a week with a column for each day; `unread` is the first day (0 is Monday) whose cell cannot be read. */
export type DayHours = { kind: 'read'; hours: Hours } | { kind: 'unread'; day: number };

const closedWords = /^(?:-|–|—|0|n\/?a|closed|ferm[ée]e?|none|aucune?)$/i;

/** `9`, `9:00`, `9.00`, `9h`, `9 h 30`, `9:00 a.m.`, as hours and minutes in two digits; null for anything else. */
function timeOf(text: string): string | null {
  const match = /^(\d{1,2})(?:\s*[:.h]\s*([0-5]\d)?)?\s*(?:([ap])\.?m\.?)?$/i.exec(text.trim());
  const [, hour = '', minutes = '00', half] = match ?? [];
  const stated = Number(hour);
  if (!match || stated > 24 || (half !== undefined && (stated > 12 || stated === 0))) return null;
  const of24 = half === undefined ? stated : (stated % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(of24).padStart(2, '0')}:${minutes}`;
}

/** One span of a day: `9:00-17:00`, `8:30 a.m. to 4 p.m.`, `8 h 30 à 16 h`. */
function spanOf(text: string): Span | null {
  const ends = text.split(/\s*[-–—]\s*|\s+(?:to|à|au)\s+/i).map(timeOf);
  return ends.length === 2 && ends[0] && ends[1] ? parseSpan(`${ends[0]}-${ends[1]}`) : null;
}

/** The spans of a day, none where it says that it is closed; null when it cannot be read. */
export function readDay(text: string): Span[] | null {
  if (text.trim() === '' || closedWords.test(text.trim())) return [];
  const spans = text.split(/\s*[,;/&\n]\s*|\s+(?:and|et)\s+/i).map(spanOf);
  return spans.every((span) => span !== null) ? spans : null;
}

/** The week of a point from a cell for each day, Monday first. A blank day is closed; a week of blanks is not known. */
export function readDayHours(cells: readonly (string | null)[], lunch: Span | null): DayHours {
  const unknown: Hours = { openingHours: null, daysPerMonth: null };
  if (cells.every((cell) => cell === null)) return { kind: 'read', hours: unknown };
  const byText = new Map<string, number[]>();
  for (const [day, cell] of cells.entries()) {
    const spans = readDay(cell ?? '');
    if (!spans) return { kind: 'unread', day };
    const text = spans.map((span) => spansText(span, lunch)).join(',');
    if (text !== '') byText.set(text, [...(byText.get(text) ?? []), day]);
  }
  const rules = [...byText].map(([text, days]) => `${daysText(days)} ${text}`);
  const open = [...byText.values()].flat().length;
  return { kind: 'read', hours: { openingHours: rules.join('; ') || null, daysPerMonth: monthly(open) } };
}
