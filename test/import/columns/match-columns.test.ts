import { expect, test } from 'vitest';
import { matchColumns } from '../../../src/import/columns/match-columns.ts';
import { nameColumns, type RawTable } from '../../../src/import/read/table.ts';

const table = (header: string[], ...rows: string[][]): RawTable => ({
  columns: nameColumns(header),
  rows: rows.map((cells, index) => ({ number: index + 1, cells, geometry: null })),
  read: rows.length,
  spatial: false,
});
const meanings = (...args: Parameters<typeof table>) =>
  matchColumns(table(...args)).map(({ field }) => field);

test('population is no latitude and salon_name no longitude: names match whole, never in part', () => {
  expect(
    meanings(['population', 'salon_name', 'platform', 'longevity', 'flat'], ['46', '-64', '46', '-64', '46']),
  ).toEqual(['population', null, null, null, null]);
});

test('names in either language, any case, accents and separators', () => {
  expect(meanings(['Nom', 'LATITUDE', 'Long', 'Code postal'], ['A', '46', '-64', 'E1A 1A1'])).toEqual([
    'name_fr',
    'lat',
    'lon',
    'postal_code',
  ]);
});

test('a known name whose values do not fit is not taken, and says so', () => {
  const [lat] = matchColumns(table(['lat'], ['north'], ['south'], ['46.1']));
  expect(lat).toMatchObject({ field: null, confidence: 0, evidence: { by: 'name', fit: 0.333 } });
});

test('of several columns with one meaning the surest is taken, the latest year of counts', () => {
  expect(meanings(['Population, 2016', 'Population, 2021', 'y', 'lat'], ['1', '2', '7', '46'])).toEqual([
    null,
    'population',
    null,
    'lat',
  ]);
});

test('the pattern of Statistics Canada’s headers is anchored at both ends', () => {
  const counts = 'Population and dwelling counts (13): Population';
  expect(meanings([`${counts}, 2021 [1]`], ['5'])).toEqual(['population']);
  expect(meanings([`${counts} percentage change, 2016 to 2021 [3]`], ['5'])).toEqual([null]);
  expect(meanings(['Urban population, 2021'], ['5'])).toEqual([null]);
});

test('a Symbols column belongs to the counts before it, and to nothing else', () => {
  expect(meanings(['Population, 2021', 'Symbols', 'Area', 'Symbols'], ['', '..', '3', 'r'])).toEqual([
    'population',
    'population_symbol',
    null,
    null,
  ]);
});

test('an empty column is known by its name alone, with half the confidence', () => {
  expect(matchColumns(table(['lat'], ['']))[0]).toMatchObject({
    field: 'lat',
    confidence: 0.5,
    evidence: { fit: null },
  });
});

test('beside census codes and nothing known, the one column called a total is who is counted', () => {
  const of = (...header: string[]) =>
    meanings(['GEOUID', ...header], ['59150702', '470', '245'], ['59150703', '415', '230']);
  expect(of('DUMMY_TOTAL', 'ACTIVE_STUDENTS')).toEqual(['code', 'population', null]);
  expect(of('totally', 'ACTIVE_STUDENTS')).toEqual(['code', null, null]);
  expect(of('total women', 'total men')).toEqual(['code', null, null]);
  expect(meanings(['code', 'total parking'], ['A-1', '4'])).toEqual(['code', null]);
});
