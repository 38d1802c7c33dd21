import { expect, test } from 'vitest';
import { calendarDay, isCalendarDay } from '../../src/model/calendar-day.ts';

test.each([
  [2026, 11, 2, '2026-11-02'],
  [2024, 2, 29, '2024-02-29'],
  [2026, 2, 29, null],
  [2026, 2, 30, null],
  [2026, 13, 1, null],
  [2026, 0, 1, null],
  [2026, 1, 0, null],
  [26, 1, 1, null],
  [NaN, 1, 1, null],
])('day %j-%j-%j is %j', (year, month, day, expected) =>
  expect(calendarDay(year, month, day)).toBe(expected),
);

test('every day is one, and its text says so; nothing else does', () => {
  for (let time = Date.UTC(1999, 11, 1); time < Date.UTC(2001, 2, 2); time += 86_400_000)
    expect(isCalendarDay(new Date(time).toISOString().slice(0, 10))).toBe(true);
  for (const text of ['', '2026-2-3', '2026-02-30', '2026', ' 2026-11-02', '2026-11-02T00:00', '20226-11-02'])
    expect(isCalendarDay(text)).toBe(false);
});
