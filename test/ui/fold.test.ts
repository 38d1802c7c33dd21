import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runThrough } from '../../src/model/slices.ts';
import { findSteps, foldAccents } from '../../src/ui/fold.ts';

const findByText = (...asked: Parameters<typeof findSteps<string>>) => runThrough(findSteps(...asked));

test('accents, case and apostrophes do not matter', () => {
  expect(foldAccents('Behchokǫ̀')).toBe('behchoko');
  expect(foldAccents('L’Orignal')).toBe("l'orignal");
  expect(foldAccents('Sacré-Cœur')).toBe('sacre-coeur');
});

test('what begins with the text comes first, then a word that does, then the rest', () => {
  const places = ['Mont-Royal', 'Beaumont', 'Saint-Mont', 'Montréal'];
  expect(findByText(places, String, 'mont', 10)).toEqual([
    'Mont-Royal',
    'Montréal',
    'Saint-Mont',
    'Beaumont',
  ]);
  expect(findByText(places, String, 'montre', 10)).toEqual(['Montréal']);
  expect(findByText(places, String, ' ', 10)).toEqual([]);
  expect(findByText(places, String, 'mont', 2)).toHaveLength(2);
});

test('law: folding twice is folding once', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(foldAccents(foldAccents(text))).toBe(foldAccents(text));
    }),
    { seed: 1 },
  );
});

test('a search looks no further than it must, and gives way in between', () => {
  function* endless() {
    for (let at = 0; ; at += 1) yield at % 1000 === 999 ? `Mont ${at}` : `Lac ${at}`;
  }
  const steps = findSteps(endless(), String, 'mont', 3);
  let given = 0;
  let step = steps.next();
  for (; !step.done; step = steps.next()) given += 1;
  expect(step.value).toEqual(['Mont 999', 'Mont 1999', 'Mont 2999']);
  expect(given).toBe(Math.floor(2999 / 512));
});
