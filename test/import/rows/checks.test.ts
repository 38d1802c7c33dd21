import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDates, isRealDate } from '../../../src/import/rows/check-dates.ts';
import { checkNearDuplicates, isSimilar } from '../../../src/import/places/check-near-duplicates.ts';
import { checkTotals } from '../../../src/import/rows/check-totals.ts';
import { normaliseName } from '../../../src/import/cells/names.ts';
import type { AreaDraft } from '../../../src/import/rows/to-areas.ts';
import { readAreaCode } from '../../../src/import/cells/area-codes.ts';
import { checkOne, textFile } from '../read.ts';

const words = (name: string) => new Set(normaliseName(name).split(' '));

test.each([
  ['Kamloops Service Canada Centre', 'Kamloops Service Canada Centre and Passport Services', true],
  ['Kamloops Service Canada Centre', 'Kamloops Service BC Centre', false],
  ['Lodge 1', 'Lodge 2', false],
  ['Lodge', 'Lodge 2', true],
  ['Centre de santé', 'CENTRE DE SANTE', true],
  ['Alpha', 'Beta', false],
])('%s and %s alike: %j', (a, b, alike) => {
  expect(isSimilar(words(a), words(b))).toBe(alike);
  expect(isSimilar(words(b), words(a))).toBe(alike);
});

async function points(rows: readonly string[]) {
  const { project } = await checkOne(textFile(['name,address,city,latitude,longitude', ...rows].join('\n')));
  return project.tables.service_point.map((point, index) => ({ row: index + 1, point }));
}

describe('near-duplicates', () => {
  test('same address written differently, or 100 m apart, with a similar name; the later row is told', async () => {
    const found = checkNearDuplicates(
      await points([
        'Ash office,1 Main St.,Ash,45,-75',
        'Ash office,1 MAIN ST,ash,46,-75',
        // 0.0008 degrees of latitude are 89 m; 0.001 are 111 m.
        'Ash office annex,9 Side St,Ash,45.0008,-75',
        'Ash office,7 Far St,Ash,44.999,-75',
        'Bakery,1 Main St.,Ash,45,-75',
      ]),
    );
    expect(found.map(({ row, expected, fix }) => [row, expected, fix])).toEqual([
      [2, '1', { kind: 'leave-out', row: 2 }],
      [3, '1', { kind: 'leave-out', row: 3 }],
    ]);
  });

  test('a street without a number is no address, and a name alone is no twin', async () => {
    expect(checkNearDuplicates(await points(['Ash,Main St,Ash,45,-75', 'Ash,Main St,Ash,46,-75']))).toEqual(
      [],
    );
  });

  test('law: each point alone has no twin; a second copy of a list is all twins', async () => {
    const once = await points(['Ash,1 Main,Ash,45,-75', 'Birch,2 Main,Ash,46,-75', 'Elm,3 Main,Ash,47,-75']);
    expect(checkNearDuplicates(once)).toEqual([]);
    const twice = [...once, ...once.map(({ row, point }) => ({ row: row + 3, point }))];
    expect(checkNearDuplicates(twice).map(({ row }) => row)).toEqual([4, 5, 6]);
  });
});

describe('dates', () => {
  const cell = (column: string, text: string | null) => ({ column, text, date: text });

  test.each([
    ['2024-02-29', true],
    ['2023-02-29', false],
    ['2024-13-01', false],
    ['1024-01-01', false],
    ['20240101', false],
  ])('%s is a day of the calendar: %j', (iso, real) => expect(isRealDate(iso)).toBe(real));

  test('the end may be the day of the start; before it is reversed, and exchanging the cells mends it', () => {
    expect(checkDates(1, cell('start', '2024-05-01'), cell('end', '2024-05-01'))).toEqual([]);
    const [reversed] = checkDates(1, cell('start', '2024-05-02'), cell('end', '2024-05-01'));
    expect(reversed).toMatchObject({ code: 'reversed-dates', column: 'end' });
    expect(reversed?.fix).toEqual({
      kind: 'set-cells',
      row: 1,
      cells: { start: '2024-05-01', end: '2024-05-02' },
    });
    expect(checkDates(1, cell('start', '2024-05-01'), cell('end', '2024-05-02'))).toEqual([]);
  });

  test('an empty cell is no mistake; an impossible day is, and then the order is not judged', () => {
    expect(checkDates(1, cell('start', null), cell('end', '2024-05-01'))).toEqual([]);
    expect(checkDates(1, cell('start', '2024-02-30'), cell('end', '2020-01-01'))).toMatchObject([
      { code: 'impossible-date', column: 'start', found: '2024-02-30' },
    ]);
  });
});

const draft = (code: string, population: number | null, row = 1): AreaDraft => {
  const read = readAreaCode(code);
  if (!read) throw new Error(code);
  const area: AreaDraft['area'] = {
    ...{ code, level: read.level, name_en: code, name_fr: null, parent_code: null, province: read.province },
    ...{
      lon: null,
      lat: null,
      population,
      households: null,
      access: null,
      demand: false,
      apportioned: false,
    },
    source_id: 's',
  };
  return { key: read.key, row, counted: true, area };
};
const totals = (...counts: [string, number | null][]) =>
  checkTotals(
    counts.map(([code, population], index) => draft(code, population, index + 1)),
    'pop',
  ).map(({ row, severity, found, expected }) => [row, severity, found, expected]);

describe('totals', () => {
  test('subdivisions make their division, give or take 5 each and 5 for the sum', () => {
    expect(totals(['1301', 100], ['1301001', 60], ['1301002', 55])).toEqual([]);
    expect(totals(['1301', 100], ['1301001', 60], ['1301002', 56])).toEqual([[1, 'warning', '116', '100']]);
    expect(totals(['1301', 100], ['1301001', 60], ['1301002', 20])).toEqual([[1, 'note', '80', '100']]);
  });

  test('each level is held against the next that is there', () => {
    expect(totals(['01', 1000], ['13', 500], ['24', 500], ['1301', 500], ['1301001', 500])).toEqual([]);
    expect(totals(['13', 500], ['1301001', 200], ['1302001', 200])).toEqual([[1, 'note', '400', '500']]);
  });

  test('where a part is withheld, less is no finding and more is', () => {
    expect(totals(['1301', 100], ['1301001', 60], ['1301002', null])).toEqual([]);
    expect(totals(['1301', 100], ['1301001', 160], ['1301002', null])).toEqual([
      [1, 'warning', '160', '100'],
    ]);
  });

  test('law: a sum made of its parts is never told, rounded at random or not', () => {
    const part = fc.record({ count: fc.nat(10_000), moved: fc.integer({ min: -4, max: 4 }) });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 99, size: 'max' }), (parts) => {
        const sum = parts.reduce((total, { count }) => total + count, 0);
        const children = parts.map(({ count, moved }, index): [string, number] => [
          `13010${String(index).padStart(2, '0')}`,
          count + moved,
        ]);
        expect(totals(['1301', sum], ...children)).toEqual([]);
      }),
      { seed: 5 },
    );
  });
});
