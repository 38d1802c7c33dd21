import { expect, test } from 'vitest';
import { DistinctNames } from '../../src/model/distinct-names.ts';

const taking = (names: readonly string[], distinct = new DistinctNames()) =>
  names.map((name) => distinct.take(name));

test('a name that was taken gets a number, and never one that another has', () => {
  expect(taking(['12', '12', '7', '12'])).toEqual(['12', '12 (2)', '7', '12 (3)']);
  expect(taking(['a (2)', 'a', 'a', 'a'])).toEqual(['a (2)', 'a', 'a (3)', 'a (4)']);
  expect(taking(['a', 'a', 'a (2)'])).toEqual(['a', 'a (2)', 'a (2) (2)']);
});

test('in SQL names differ in more than case, also from those of others', () => {
  const keyOf = (name: string) => name.toLowerCase();
  expect(taking(['ID', 'id', 'Id'], new DistinctNames({ keyOf }))).toEqual(['ID', 'id (2)', 'Id (3)']);
  expect(taking(['fid'], new DistinctNames({ keyOf, taken: ['FID'] }))).toEqual(['fid (2)']);
});

test('the ending of a file stays where it is', () => {
  const names = new DistinctNames();
  expect([names.take('towns', '.csv'), names.take('towns', '.csv'), names.take('towns', '.json')]).toEqual([
    'towns.csv',
    'towns (2).csv',
    'towns.json',
  ]);
});

test('one name a hundred thousand times takes no longer than as many names', () => {
  const names = new DistinctNames();
  let last = '';
  for (let count = 0; count < 100_000; count += 1) last = names.take('0');
  expect(last).toBe('0 (100000)');
});
