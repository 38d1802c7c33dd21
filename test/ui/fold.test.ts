import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findByText, foldAccents } from '../../src/ui/fold.ts';

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
