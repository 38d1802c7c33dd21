import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitFigures, splitSentence } from '../../src/ui/sentence.ts';
import { coverageMessages } from '../../src/model/messages/coverage.ts';

test('a sentence is taken apart at its controls, punctuation stays with the control before it', () => {
  expect(splitSentence('Who lives within {cutoff} of {points}?')).toEqual([
    { kind: 'words', text: 'Who lives within ' },
    { kind: 'control', name: 'cutoff', after: '' },
    { kind: 'words', text: ' of ' },
    { kind: 'control', name: 'points', after: '?' },
  ]);
});

test.each(['en', 'fr'] as const)('the real question loses no word, %s', (language) => {
  const template = coverageMessages[language].question;
  const back = splitSentence(template)
    .map((part) => (part.kind === 'words' ? part.text : `{${part.name}}${part.after}`))
    .join('');
  expect(back).toBe(template);
});

test('figures of an answer are found as both languages write them', () => {
  const figures = (text: string) =>
    splitFigures(text)
      .filter((part) => part.figure)
      .map((part) => part.text);
  expect(figures('1,234,567 people (81.3%) and 31 of 40.')).toEqual(['1,234,567', '81.3%', '31', '40']);
  expect(figures('1\u00a0234\u00a0567 personnes (81,3\u00a0%).')).toEqual([
    '1\u00a0234\u00a0567',
    '81,3\u00a0%',
  ]);
});

test('law: an answer put together again is itself', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(
        splitFigures(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
    { seed: 1 },
  );
});
