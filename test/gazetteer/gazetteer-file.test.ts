import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { notPlaces, repairs } from '../../scripts/gazetteer/repairs.ts';
import { townOf } from '../../scripts/gazetteer/sortation-areas.ts';
import { haversineKilometres } from '../../src/geo/distance.ts';
import { gazetteerPath, lookupIn, type Gazetteer } from '../../src/import/places/gazetteer.ts';

const bytes = readFileSync(join(import.meta.dirname, '../../public', gazetteerPath));
const gazetteer = JSON.parse(bytes.toString('utf8')) as Gazetteer;
const lookup = lookupIn(gazetteer);

test('less than 150 kB on the wire', () => expect(gzipSync(bytes).length).toBeLessThan(150_000));

test('every column is as long as its table, and every number is one', () => {
  for (const columns of [gazetteer.fsa, gazetteer.place]) {
    const lengths = Object.values(columns).map((values: readonly unknown[]) => values.length);
    expect(new Set(lengths).size).toBe(1);
    for (const values of [columns.lon, columns.lat]) expect(values.every(Number.isFinite)).toBe(true);
  }
});

describe('sortation areas', () => {
  test('1,619: all of the list but the one for letters to Santa Claus; each once, with the missing mended', () => {
    expect(gazetteer.fsa.code).toHaveLength(1619);
    expect(new Set(gazetteer.fsa.code).size).toBe(1619);
    for (const code of notPlaces) expect(lookup.area(code)).toBeNull();
    for (const [code, { lon }] of Object.entries(repairs)) expect(lookup.area(code)?.lon).toBeCloseTo(lon, 3);
  });

  test('each lies in its province or within 20 km of it; the coast of the Côte-Nord’s is 22 km off', () => {
    const { code, province, lon, lat } = gazetteer.fsa;
    const away = code.filter((_, at) => !lookup.isNear(lon[at] ?? 0, lat[at] ?? 0, 20, province[at] ?? ''));
    expect(away.filter((one) => one !== 'G0G')).toEqual([]);
  });
});

describe('places', () => {
  test.each([
    ['Ottawa', 'ON', -75.7, 45.42],
    ['Montreal', 'QC', -73.59, 45.51],
    ['Quebec City', 'QC', -71.21, 46.81],
    ['St. John’s', 'NL', -52.71, 47.56],
    ['Iqaluit', 'NU', -68.52, 63.75],
    ['Łutselkʼe', 'NT', -110.74, 62.4],
    ['Woodstock', 'NB', -67.58, 46.14],
    ['Woodstock', 'ON', -80.75, 43.13],
  ])('%s, %s', (name, province, lon, lat) => {
    const [place] = lookup.places(name, province);
    expect(place && haversineKilometres(lon, lat, place.lon, place.lat)).toBeLessThan(10);
  });

  test('each lies in its province, or within 20 km of it', () => {
    const { name, province, lon, lat } = gazetteer.place;
    expect(
      name.filter((_, at) => !lookup.isNear(lon[at] ?? 0, lat[at] ?? 0, 20, province[at] ?? '')),
    ).toEqual([]);
  });

  test('a population is a number of people or null, never nobody', () => {
    for (const people of gazetteer.place.population) expect(people === null || people > 0).toBe(true);
  });
});

test('the land of thirteen provinces and territories', () => {
  expect(gazetteer.land.map(({ province }) => province).join(' ')).toBe(
    'AB BC MB NB NL NS NT NU ON PE QC SK YT',
  );
  expect(lookup.provinceAt(-75.69, 45.42)).toBe('ON');
  expect(lookup.provinceAt(-75.75, 45.5)).toBe('QC');
  expect(lookup.provinceAt(-60, 43)).toBeNull();
  expect(lookup.isNear(-81.5, 59.5, 8, null)).toBe(false);
});

test.each([
  ['E7M', 'Woodstock', 'Woodstock'],
  ['B2Y', 'Dartmouth South Central', 'Dartmouth'],
  ['R2K', 'Winnipeg (river East Central)', 'Winnipeg'],
  ['E1W', 'grand-anse', 'Grand-Anse'],
  ['A0G', 'Northeast Newfoundland', null],
  ['M5A', 'Downtown Toronto (regent Park)', null],
])('the area %s, %s, is named for %j', (code, name, town) => {
  expect(townOf({ code, name, province: 'ON', lon: 0, lat: 0 })).toBe(town);
});
