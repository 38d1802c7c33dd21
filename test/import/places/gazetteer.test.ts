import { expect, test } from 'vitest';
import { lookupIn, placeKey } from '../../../src/import/places/gazetteer.ts';
import { smallGazetteer } from './small-gazetteer.ts';

const lookup = lookupIn(smallGazetteer);

test.each([
  ['Saint John', 'St. John'],
  ['Saint-Jérôme', 'ST JEROME'],
  ['Sainte-Foy', 'Ste. Foy'],
  ['City of Ottawa', 'ottawa'],
  ['Ville de Québec', 'Quebec'],
  ['Łutselkʼe', "Lutselk'e"],
  ['Gamètı̀', 'Gameti'],
  ['Hay River (Town of)', 'Hay River'],
])('%s and %s are one name', (a, b) => expect(placeKey(a)).toBe(placeKey(b)));

test('an area is found by a whole postal code or its first three characters', () => {
  expect(lookup.area('t1a 0b1')).toMatchObject({ code: 'T1A', province: 'AB', rural: false });
  expect(lookup.area('T0C')).toMatchObject({ rural: true });
  expect(lookup.area('X9X')).toBeNull();
});

test('an urban area reaches 40 to 80 km, a rural one 500 km or more', () => {
  // T1A and T1B are 11 km apart; V1A is 545 km from the next.
  expect(lookup.area('T1A')?.reachKilometres).toBe(40);
  expect(lookup.area('V1A')?.reachKilometres).toBe(80);
  expect(lookup.area('T0C')?.reachKilometres).toBeGreaterThanOrEqual(500);
});

test('places by name and province, own names before other names', () => {
  expect(lookup.places('BIRCH', 'BC').map(({ lon }) => lon)).toEqual([6]);
  expect(lookup.places('birch', null)).toHaveLength(2);
  expect(lookup.places('St. Elm', 'AB')).toHaveLength(2);
  expect(lookup.places('old ash', 'AB').map(({ name }) => name)).toEqual(['Ash']);
  expect(lookup.places('Oak', null)).toEqual([]);
});

test('the province of a place, and nearness to one', () => {
  expect(lookup.provinceAt(2, 2)).toBe('AB');
  expect(lookup.provinceAt(9, 2)).toBeNull();
  expect(lookup.isNear(4.03, 2, 5, 'AB')).toBe(true);
  expect(lookup.isNear(4.1, 2, 5, 'AB')).toBe(false);
  expect(lookup.isNear(2, 2, 5, 'ZZ')).toBe(true);
});
