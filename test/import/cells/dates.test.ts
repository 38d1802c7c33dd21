import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOrderOf, looksLikeDate, parseDate } from '../../../src/import/cells/dates.ts';

test.each([
  ['2027-03-31', null, '2027-03-31'],
  ['2027-03-31T00:00:00Z', null, '2027-03-31'],
  ['20270331', null, '2027-03-31'],
  ['31/03/2027', null, '2027-03-31'],
  ['03/31/2027', null, '2027-03-31'],
  ['03/04/2027', null, null],
  ['03/04/2027', 'day-month-year', '2027-04-03'],
  ['03/04/2027', 'month-day-year', '2027-03-04'],
  ['04/04/2027', null, '2027-04-04'],
  ['31 mars 2027', null, '2027-03-31'],
  ['March 31, 2027', null, '2027-03-31'],
  ['août 2027', null, '2027-08-01'],
  ['1-Jun-2027', null, '2027-06-01'],
  ['30/02/2027', null, null],
  ['2027-02-30', null, null],
  ['soon', null, null],
  ['', null, null],
] as const)('%s read as %s is %s', (text, order, date) => {
  expect(parseDate(text, order)).toBe(date);
});

test('one figure above 12 settles the order of a column', () => {
  expect(dateOrderOf(['03/04/2027', '25/04/2027'])).toBe('day-month-year');
  expect(dateOrderOf(['03/04/2027', '04/25/2027'])).toBe('month-day-year');
  expect(dateOrderOf(['03/04/2027', '05/06/2027'])).toBe('ambiguous');
  expect(dateOrderOf(['2027-04-03', ''])).toBe(null);
});

test('law: a day written in any of the orders comes back as that day', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(day, (date) => {
      const iso = date.toISOString().slice(0, 10);
      const [year, month, dayOfMonth] = iso.split('-');
      expect(parseDate(iso, null)).toBe(iso);
      expect(parseDate(`${dayOfMonth}/${month}/${year}`, 'day-month-year')).toBe(iso);
      expect(parseDate(`${month}/${dayOfMonth}/${year}`, 'month-day-year')).toBe(iso);
      expect(looksLikeDate(iso)).toBe(true);
    }),
    { seed: 11 },
  );
});
