import { expect, test } from 'vitest';
import { parseSpan, readDatedVisits, readWeeklyHours } from '../../../src/import/cells/opening-hours.ts';

const lunch = parseSpan('12:00-12:45');

test.each([
  ['1-5 08:30-16:00', null, 'Mo-Fr 08:30-16:00', 21.7],
  ['1-5 08:30-16:00', lunch, 'Mo-Fr 08:30-12:00,12:45-16:00', 21.7],
  ['2 9:30-15:00', null, 'Tu 09:30-15:00', 4.3],
  ['1,3 13:00-15:00', lunch, 'Mo,We 13:00-15:00', 8.7],
  ['1-2 08:00-12:00; 5 08:00-10:00', null, 'Mo,Tu 08:00-12:00; Fr 08:00-10:00', 13],
])('weekly hours %j', (text, closed, openingHours, daysPerMonth) => {
  expect(readWeeklyHours(text, closed)).toEqual({ openingHours, daysPerMonth });
});

test.each(['8-9 08:00-12:00', '1-5', '1-5 16:00-08:00', '5-1 08:00-12:00', 'weekdays'])(
  'weekly hours %j are not guessed at',
  (text) => expect(readWeeklyHours(text, null)).toBeNull(),
);

test('visits every two weeks are 2.2 days a month, counted between the first and the last', () => {
  // 28 days are 0.92 months; two visits after the first in that time.
  expect(
    readDatedVisits('2026-10-06 09:30-15:00; 2026-10-20 09:30-15:00; 2026-11-03 09:30-15:00', null),
  ).toEqual({
    openingHours: '2026 Oct 06 09:30-15:00; 2026 Oct 20 09:30-15:00; 2026 Nov 03 09:30-15:00',
    daysPerMonth: 2.2,
  });
});

test('one visit has no frequency, an impossible date no meaning', () => {
  expect(readDatedVisits('2026-10-06', null)).toEqual({ openingHours: '2026 Oct 06', daysPerMonth: null });
  expect(readDatedVisits('2026-02-30 09:30-15:00', null)).toBeNull();
});
