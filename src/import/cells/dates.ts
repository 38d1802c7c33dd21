import { calendarDay } from '../../model/calendar-day.ts';
import type { DateOrder } from '../../model/decisions.ts';

const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const slashed = /^(\d{1,4})[/.\s-](\d{1,2})[/.\s-](\d{1,4})(?:[T ].*)?$/;
const worded = /^(?:(\d{1,2})[\s-]+)?([\p{L}.]{3,})[\s-]+(?:(\d{1,2}),?[\s-]+)?(\d{4})$/u;

/** Months by the first letters of their names in English and French, accents aside. */
const months: readonly RegExp[] = [
  /^ja/,
  /^fe|^fev/,
  /^mar/,
  /^av|^apr/,
  /^mai$|^may$/,
  /^juin|^jun/,
  /^juil|^jul/,
  /^ao|^aug/,
  /^sep/,
  /^oct/,
  /^nov/,
  /^dec/,
];

/** What a column of dates shows about the order of its figures; `ambiguous` when every cell could be read both ways. */
export type OrderEvidence = DateOrder | 'ambiguous' | null;

/** An ISO date, or null when the text is none of the calendar's days. Without an order, `03/04/2025` is none. */
export function parseDate(text: string, order: DateOrder | null): string | null {
  const trimmed = text.trim();
  const named = iso.exec(trimmed) ?? compact.exec(trimmed);
  if (named) return dateOf(named[1], named[2], named[3]);
  const word = worded.exec(trimmed);
  if (word) return dateOf(word[4], String(monthOf(word[2] ?? '')), word[1] ?? word[3] ?? '1');
  const parts = slashed.exec(trimmed);
  if (!parts) return null;
  const [, a = '', b = '', c = ''] = parts;
  if (a.length === 4) return dateOf(a, b, c);
  if (c.length !== 4) return null;
  if (order === 'day-month-year') return dateOf(c, b, a);
  if (order === 'month-day-year') return dateOf(c, a, b);
  return Number(a) > 12
    ? dateOf(c, b, a)
    : Number(b) > 12
      ? dateOf(c, a, b)
      : a === b
        ? dateOf(c, a, b)
        : null;
}

/** True for text with the shape of a date, whatever its order. */
export const looksLikeDate = (text: string): boolean =>
  parseDate(text, 'day-month-year') !== null || parseDate(text, 'month-day-year') !== null;

/** The order that a column's cells prove: one cell with a figure above 12 settles it. Null where none is written so. */
export function dateOrderOf(cells: readonly string[]): OrderEvidence {
  let found: OrderEvidence = null;
  for (const cell of cells) {
    const parts = slashed.exec(cell.trim());
    if (!parts || parts[3]?.length !== 4 || parts[1]?.length === 4) continue;
    if (Number(parts[1]) > 12) return 'day-month-year';
    if (Number(parts[2]) > 12) return 'month-day-year';
    if (parts[1] !== parts[2]) found = 'ambiguous';
  }
  return found;
}

function monthOf(name: string): number {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return months.findIndex((month) => month.test(plain)) + 1;
}

const dateOf = (year = '', month = '', day = '') => calendarDay(Number(year), Number(month), Number(day));
