import { expect, test } from 'vitest';
import type { Issue } from '../../src/model/issues.ts';
import { dictionaries } from '../../src/model/messages/index.ts';
import { issueText } from '../../src/model/messages/issues.ts';

/** Stands for a word, and for the parts of a finding in a file. */
const argument = Object.assign('7', {
  found: '7',
  expected: '7',
  column: '7',
  row: 7,
  code: '7',
  severity: 'note',
});

/** Every text of a dictionary by its path; functions are called with the argument above. */
function texts(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value === 'function')
    return [{ path, text: String(value(...Array(value.length).fill(argument))) }];
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
  return [];
}

const all = Object.entries(dictionaries).map(([name, { en, fr }]) => ({
  name,
  en: texts(en, name),
  fr: texts(fr, name),
}));

test.each(all)('$name has the same keys in both languages', ({ en, fr }) => {
  expect(fr.map(({ path }) => path)).toEqual(en.map(({ path }) => path));
  expect(en.length).toBeGreaterThan(0);
});

test.each(all)('$name has no empty text', ({ en, fr }) => {
  expect([...en, ...fr].filter(({ text }) => text.trim() === '')).toEqual([]);
});

test.each(all)('$name keeps the slots of its sentences in both languages', ({ en, fr }) => {
  const slots = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
  expect(fr.map(({ text }) => slots(text))).toEqual(en.map(({ text }) => slots(text)));
});

test.each(all)('$name follows French typography', ({ fr }) => {
  // A no-break space before a colon and inside guillemets, none before ; ! ? (Canadian usage), curly apostrophes.
  const wrong = / :|« | »| [;!?](\s|$)|\w'\w/;
  expect(fr.filter(({ text }) => wrong.test(text)).map(({ path, text }) => `${path}: ${text}`)).toEqual([]);
});

test('what is assumed of a file is said in words, not in codes of ours', () => {
  const assumed = (column: string, expected: string): Issue => ({
    code: 'unknown-code',
    severity: 'note',
    row: null,
    column,
    found: null,
    expected,
  });
  expect(issueText(assumed('kind', 'full-service'), 'en')).toBe(
    'The file does not say what kind of points its rows are; “Full-service centre” is assumed.',
  );
  expect(issueText(assumed('government', 'community'), 'fr')).toBe(
    'Le fichier ne dit pas de quel ordre de gouvernement relèvent ses lignes; le choix supposé est «\u00a0Partenaire communautaire\u00a0».',
  );
});
