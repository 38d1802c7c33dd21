import { expect, test } from 'vitest';
import {
  parseCount,
  parseDegrees,
  parseLanguages,
  parseNumber,
  parsePostalCode,
  suppressionIn,
} from '../../../src/import/cells/values.ts';
import { provinceOf } from '../../../src/import/cells/provinces.ts';
import { governmentOf, pointKindOf } from '../../../src/import/cells/point-kinds.ts';

test.each([
  ['36991981', 36_991_981],
  ['36,991,981', 36_991_981],
  ['36 991 981', 36_991_981],
  ['36\u00a0991\u202f981', 36_991_981],
  [' 1,081 ', 1081],
  ['1,5', 1.5],
  ['1 234,5', 1234.5],
  ['6.02e23', 6.02e23],
  ['-5', -5],
  ['1,2,3', null],
  ['12 34', null],
  ['0x10', null],
  ['Infinity', null],
  ['12a', null],
])('the number %j is %j', (text, value) => expect(parseNumber(text)).toBe(value));

test('marks of suppression are no numbers and no zeros; other marks are empty', () => {
  for (const mark of ['..', 'x', 'X', 'F', 'SP', 'N/D', 'n.d.', '*', '<5', '< 10', 'supprimé'])
    expect(parseCount(mark).kind).toBe('suppressed');
  for (const mark of ['...', 'r', 'E', '']) expect(parseCount(mark).kind).toBe('empty');
  expect(parseCount('many').kind).toBe('not a number');
  expect(suppressionIn('r,E')).toBeNull();
  expect(suppressionIn('x,E')).toBe('x');
});

test('a comma in degrees is decimal, however many digits follow', () => {
  expect(parseDegrees('45,123')).toBe(45.123);
  expect(parseDegrees('-64.8')).toBe(-64.8);
});

test.each([
  ['45°25\'12"N', 45.42],
  ['75°42′00″ W', -75.7],
  ['71 12 36 O', -71.21],
  ["N 45° 30.6'", 45.51],
  ['45.42N', 45.42],
  ['45,42° N', 45.42],
  ["-75° 42'", -75.7],
  ['45 25 12', null],
  ["45°61'", null],
  ['12 Main St E', null],
  ['E', null],
])('degrees %j are %j', (text, degrees) => {
  const found = parseDegrees(text);
  expect(found === null ? null : Math.round(found * 1e6) / 1e6).toBe(degrees);
});

test.each([
  ['en|fr', 'en|fr'],
  ['Services offered in English and French', 'en|fr'],
  ['français', 'fr'],
  ['bilingue', 'en|fr'],
  ['Anglais', 'en'],
  ['Inuktitut', null],
])('languages %j are %j', (text, codes) => expect(parseLanguages(text)).toBe(codes));

test('postal codes are written one way, and other text is none', () => {
  expect(parsePostalCode('v2t6t6')).toBe('V2T 6T6');
  expect(parsePostalCode('K1A-0B1')).toBe('K1A 0B1');
  expect(parsePostalCode('D1A 0B1')).toBeNull();
});

test.each([
  ['Québec', 'QC'],
  ['N.-B.', 'NB'],
  ['Île-du-Prince-Édouard', 'PE'],
  ['nt', 'NT'],
  ['13', 'NB'],
  ['13.0', 'NB'],
  ['Maine', null],
])('province %j is %j', (text, code) => expect(provinceOf(text)).toBe(code));

test('kinds and orders of government are read from whole cells only', () => {
  expect(pointKindOf('Scheduled Outreach Site')).toBe('scheduled-outreach');
  expect(pointKindOf('passport photo shop')).toBeNull();
  expect(governmentOf('Ville de Gatineau')).toBe('municipal');
  expect(governmentOf('Public Health Agency of Canada')).toBe('federal');
  expect(governmentOf('Canada Street Library')).toBeNull();
});
