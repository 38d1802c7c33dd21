import { expect, test } from 'vitest';
import { matchColumns } from '../../../src/import/columns/match-columns.ts';
import { fittingFields } from '../../../src/import/columns/match-values.ts';
import { nameColumns, type RawTable } from '../../../src/import/read/table.ts';

const table = (header: readonly string[], ...rows: readonly (readonly string[])[]): RawTable => ({
  columns: nameColumns(header),
  rows: rows.map((cells, index) => ({ number: index + 1, cells, geometry: null })),
  read: rows.length,
  spatial: false,
});

const offices = table(
  ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'],
  ['North', '45.9636', '-66.6431', 'E3B 1A1', 'NB', 'Mo-Fr 08:30-16:00'],
  ['South', '45.2733', '-66.0633', 'e2l4l5', 'N.B.', 'Tu 09:00-12:00'],
  ['East', '46.0878', '-64.7782', 'E1C 8R3', 'Nouveau-Brunswick', 'Mo 08:00-12:00'],
);

test('columns whose names say nothing are taken for what their values show, less surely than by name', () => {
  const matches = matchColumns(offices);
  expect(matches.map(({ field }) => field)).toEqual([
    null,
    'lat',
    'lon',
    'postal_code',
    'province',
    'opening_hours',
  ]);
  expect(matches[1]).toMatchObject({ evidence: { by: 'values', fit: 1 }, confidence: 0.6 });
});

test('codes of areas are known by their shape; a name in the dictionary wins', () => {
  const areas = table(
    ['a', 'b', 'postal code'],
    ['2021A00051301001', 'K1A', 'K1A'],
    ['2021A00051301002', 'K1B', 'K1B'],
    ['2021A00051301003', 'K1C', 'K1C'],
  );
  expect(matchColumns(areas).map(({ field, evidence }) => [field, evidence.by])).toEqual([
    [null, 'none'],
    [null, 'none'],
    ['code', 'name'],
  ]);
  expect(matchColumns(table(['a'], ['K1A'], ['K1B'], ['K1C']))[0]).toMatchObject({
    field: 'code',
    evidence: { by: 'values' },
  });
});

test('nothing is made of two cells, of a latitude alone, of two latitudes, or of whole numbers', () => {
  const none = (one: RawTable) => matchColumns(one).every(({ field }) => field === null);
  expect(none(table(['a'], ['K1A 0B1'], ['K1A 0B2']))).toBe(true);
  expect(none(table(['a'], ['45.11'], ['45.12'], ['45.13']))).toBe(true);
  const box = ['45.11', '46.11', '-66.11'];
  expect(none(table(['n', 's', 'w'], box, box, box))).toBe(true);
  const whole = ['45', '-66'];
  expect(none(table(['age', 'change'], whole, whole, whole))).toBe(true);
});

test('one value in twenty may be wrong, not two', () => {
  const codes = Array.from({ length: 20 }, (_, index) => [`K1A 0B${index % 10}`]);
  const spoiled = (wrong: number) =>
    matchColumns(table(['a'], ...codes.slice(wrong), ...Array.from({ length: wrong }, () => ['?'])))[0];
  expect(spoiled(1)).toMatchObject({ field: 'postal_code', evidence: { fit: 0.95 } });
  expect(spoiled(2)?.field).toBe(null);
});

test('what a person set aside stays aside, whatever its values show', () => {
  const said = [{ by: 'person' as const, fields: { c4: null } }];
  expect(matchColumns(offices, {}, said)[3]).toMatchObject({ field: null, evidence: { by: 'person' } });
});

test('choices are the meanings that ask something of a value and get it', () => {
  const [words, dates, numbers, empty] = fittingFields(
    table(['a', 'b', 'c', 'd'], ['North', '2027-03-31', '12', ''], ['South', '31/12/2028', '40.5', '']),
  );
  expect(words).toEqual([]);
  expect(dates).toEqual(['start_date', 'expiry_date', 'break_date']);
  expect(numbers).toEqual(expect.arrayContaining(['population', 'lat', 'minutes']));
  expect(numbers).not.toContain('expiry_date');
  expect(empty).toEqual([]);
});
