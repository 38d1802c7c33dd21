import { expect, test } from 'vitest';
import { grouped } from '../../src/model/grouped.ts';

test('records stand under each of their keys, once, in their order', () => {
  const towns = ['Oka', 'Ottawa', 'Gatineau'];
  expect([
    ...grouped(towns, (name) => [...name.toLowerCase()].filter((letter) => 'ot'.includes(letter))),
  ]).toEqual([
    ['o', ['Oka', 'Ottawa']],
    ['t', ['Ottawa', 'Gatineau']],
  ]);
  expect(grouped(towns, () => []).size).toBe(0);
});
