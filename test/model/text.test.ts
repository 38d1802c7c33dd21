import { expect, test } from 'vitest';
import { nameOf } from '../../src/model/text.ts';

test('a record named in one language only has that name in both', () => {
  expect(nameOf({ name_en: 'Hay River', name_fr: null }, 'fr')).toBe('Hay River');
  expect(nameOf({ name_en: '', name_fr: 'Grand-Sault' }, 'en')).toBe('Grand-Sault');
});

test('each language gets its own name', () => {
  const record = { name_en: 'Grand Falls', name_fr: 'Grand-Sault' };
  expect(nameOf(record, 'en')).toBe('Grand Falls');
  expect(nameOf(record, 'fr')).toBe('Grand-Sault');
});
