import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonths, leaseWindow, monthsBetween, type TenureTerms } from '../../src/analysis/lease-window.ts';
import { lease } from './projects.ts';

const asOf = '2026-10-01';

describe('lease windows worked by hand', () => {
  test('expiry to expiry plus extension, less the longer notice', () => {
    // A: must stay to 2028-10-01, no extension. B: from 2028-04-01 to 2029-04-01. Both: only 2028-10-01 itself.
    const a = lease('a', '2028-10-01', { notice_months: 6 });
    const b = lease('b', '2028-04-01', { notice_months: 3, extension_months: 12 });
    expect(leaseWindow(a, b, asOf)).toEqual({
      start: '2028-10-01',
      end: '2028-10-01',
      months: 0,
      gapMonths: 0,
      decideBy: '2028-04-01',
    });
  });

  test('a break clause opens the window early', () => {
    const a = lease('a', '2030-01-01', { break_date: '2027-06-01', notice_months: 4 });
    const b = lease('b', '2027-01-01', { extension_months: 24 });
    expect(leaseWindow(a, b, asOf)).toMatchObject({
      start: '2027-06-01',
      end: '2029-01-01',
      months: 19,
      decideBy: '2027-02-01',
    });
  });

  test('a break that is past still needs its notice', () => {
    const a = lease('a', '2030-01-01', { break_date: '2025-06-01', notice_months: 4 });
    expect(leaseWindow(a, lease('b', null, { kind: 'owned' }), asOf)).toMatchObject({
      start: '2027-02-01',
      decideBy: asOf,
    });
  });

  test('leases that miss each other have a gap and no months', () => {
    const window = leaseWindow(lease('a', '2027-01-01'), lease('b', '2028-01-01'), asOf);
    expect(window).toMatchObject({ months: 0, gapMonths: 12 });
  });

  test('owners can move any time, within the horizon of 60 months', () => {
    const owned = lease('a', null, { kind: 'owned' });
    expect(leaseWindow(owned, owned, asOf)).toEqual({
      start: asOf,
      end: null,
      months: 60,
      gapMonths: 0,
      decideBy: asOf,
    });
  });

  test('an unknown expiry or no tenure at all is not known', () => {
    expect(leaseWindow(lease('a', null), lease('b', '2028-01-01'), asOf)).toBeNull();
    expect(leaseWindow(null, lease('b', '2028-01-01'), asOf)).toBeNull();
  });
});

test('months end on the last day where the day does not exist', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(1);
  expect(monthsBetween('2026-01-15', '2026-02-14')).toBe(0);
});

const date = fc
  .tuple(
    fc.integer({ min: 2024, max: 2034 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
const terms: fc.Arbitrary<TenureTerms> = fc.record({
  kind: fc.constantFrom('lease' as const, 'licence' as const, 'owned' as const),
  expiry_date: fc.option(date),
  break_date: fc.option(date),
  extension_months: fc.option(fc.nat(60)),
  notice_months: fc.option(fc.nat(12)),
});

test('laws: the parties can be swapped, and a longer extension never shortens the window', () => {
  fc.assert(
    fc.property(terms, terms, fc.nat(24), (a, b, more) => {
      const window = leaseWindow(a, b, asOf);
      expect(leaseWindow(b, a, asOf)).toEqual(window);
      const longer = leaseWindow({ ...a, extension_months: (a.extension_months ?? 0) + more }, b, asOf);
      if (window && longer) expect(longer.months).toBeGreaterThanOrEqual(window.months);
    }),
    { seed: 13, numRuns: 500 },
  );
});
