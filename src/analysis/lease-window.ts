import type { LeaseWindow } from '../model/results.ts';
import type { Tenure } from '../model/tables.ts';

/** What a window needs of a tenure. */
export type TenureTerms = Pick<
  Tenure,
  'kind' | 'expiry_date' | 'break_date' | 'extension_months' | 'notice_months'
>;

/** How far ahead a window counts, months from the project's date. */
const planningHorizonMonths = 60;

/** When a party could move: from its earliest exit to the end of its longest stay. ISO dates; null has no end. */
interface MoveInterval {
  from: string;
  until: string | null;
  noticeMonths: number;
}

/**
 * The time in which both parties can move: the intersection of [earliest exit, with notice and break clause; expiry
 * plus allowed extension]. An owner can move any time. Null when a date that matters is not known.
 *
 * `months` are counted inside the planning horizon, in whole months; a window of one day counts 0.
 */
export function leaseWindow(a: TenureTerms | null, b: TenureTerms | null, asOf: string): LeaseWindow | null {
  const [one, other] = [moveInterval(a, asOf), moveInterval(b, asOf)];
  if (!one || !other) return null;
  const start = one.from > other.from ? one.from : other.from;
  const end = earlier(one.until, other.until);
  const horizon = addMonths(asOf, planningHorizonMonths);
  const lastUsed = end === null || end > horizon ? horizon : end;
  const notice = Math.max(one.noticeMonths, other.noticeMonths);
  return {
    start,
    end,
    months: Math.max(0, monthsBetween(start, lastUsed)),
    gapMonths: end === null ? 0 : Math.max(0, monthsBetween(end, start)),
    decideBy: later(asOf, addMonths(start, -notice)),
  };
}

/** An exit needs notice; with a break clause it may come at the break date, else at expiry. */
function moveInterval(tenure: TenureTerms | null, asOf: string): MoveInterval | null {
  if (!tenure) return null;
  const noticeMonths = tenure.notice_months ?? 0;
  if (tenure.kind === 'owned') return { from: asOf, until: null, noticeMonths: 0 };
  if (tenure.expiry_date === null) return null;
  const exit = earlier(tenure.break_date, tenure.expiry_date) ?? tenure.expiry_date;
  return {
    from: later(exit, later(asOf, addMonths(asOf, noticeMonths))),
    until: addMonths(tenure.expiry_date, tenure.extension_months ?? 0),
    noticeMonths,
  };
}

const later = (a: string, b: string) => (a > b ? a : b);

/** The earlier of two dates; null has no end. */
function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

/** `months` later on the same day, or on the month's last day where it has no such day. ISO dates. */
export function addMonths(iso: string, months: number): string {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

/** Whole months from one ISO date to another; negative when the second is earlier. */
export function monthsBetween(from: string, to: string): number {
  if (to < from) return -monthsBetween(to, from);
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 1] = to.split('-').map(Number);
  const months = (toYear - fromYear) * 12 + (toMonth - fromMonth);
  return addMonths(from, months) > to ? months - 1 : months;
}
