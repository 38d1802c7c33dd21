import { expect, test } from 'vitest';
import { readDay, readDayHours } from '../../../src/import/cells/day-hours.ts';
import { parseSpan } from '../../../src/import/cells/opening-hours.ts';
import { checkOne, textFile } from '../read.ts';

test.each([
  ['9:00-17:00', ['09:00-17:00']],
  ['8:30 a.m. to 4 p.m.', ['08:30-16:00']],
  ['8 h 30 à 16 h', ['08:30-16:00']],
  ['12:15 PM – 12:30 pm', ['12:15-12:30']],
  ['9:00-12:00, 13:00-16:30', ['09:00-12:00', '13:00-16:30']],
  ['Closed', []],
  ['Fermé', []],
  ['', []],
  ['9-5', null],
  ['by appointment', null],
  ['13:00 p.m.-14:00', null],
  ['25:00-26:00', null],
])('a day %j', (text, spans) =>
  expect(readDay(text)?.map(({ from, to }) => `${from}-${to}`) ?? null).toEqual(spans),
);

test('days of the same hours are told together, with the break at noon; days open are counted', () => {
  const full = '8:30-16:00';
  expect(readDayHours([full, full, full, full, '8:30-12:00', null, null], null)).toEqual({
    kind: 'read',
    hours: { openingHours: 'Mo-Th 08:30-16:00; Fr 08:30-12:00', daysPerMonth: 21.7 },
  });
  expect(readDayHours([full, null, full, null, null, null, null], parseSpan('12:00-12:45'))).toEqual({
    kind: 'read',
    hours: { openingHours: 'Mo,We 08:30-12:00,12:45-16:00', daysPerMonth: 8.7 },
  });
  const never = Array<string>(7).fill('closed');
  expect(readDayHours(never, null)).toEqual({ kind: 'read', hours: { openingHours: null, daysPerMonth: 0 } });
  const blank = Array<null>(7).fill(null);
  expect(readDayHours(blank, null)).toEqual({
    kind: 'read',
    hours: { openingHours: null, daysPerMonth: null },
  });
});

test('an office file with hours by day, languages and a lease feeds point, offering and tenure', async () => {
  const { report, project } = await checkOne(
    textFile(
      [
        'office_id,office_name,lat,lng,languages,Monday,Tuesday,lundi_note,lease_number,lease_start,lease_expiry,lease_area_m2,services',
        '1,North,46.0,-66.0,EN/FR,9:00-17:00,9 a.m. to 5 p.m.,,L-1,2015-01-01,2026-12-31,250,Passport; SIN',
        '2,South,45.5,-66.2,English,9:00-17:00,by appointment,,L-2,2018-01-01,2029-06-30,120,SIN',
      ].join('\n'),
      'offices.csv',
    ),
  );
  expect(report.rows).toEqual({ read: 2, kept: 2, listed: 0 });
  const { service_point, offering, tenure } = project.tables;
  expect(
    service_point.map(({ opening_hours, days_per_month, floor_area_m2 }) => [
      opening_hours,
      days_per_month,
      floor_area_m2,
    ]),
  ).toEqual([
    ['Mo,Tu 09:00-17:00', 8.7, 250],
    [null, null, 120],
  ]);
  expect(report.issues).toContainEqual(
    expect.objectContaining({
      code: 'impossible-date',
      row: 2,
      column: 'Tuesday',
      found: 'by appointment',
    }),
  );
  expect([offering.length, tenure.length]).toEqual([3, 2]);
});
