import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sourceTitles } from '../../src/model/source-titles.ts';
import type { Source } from '../../src/model/tables.ts';

const source = (more: Partial<Source>): Source => ({
  id: 'x',
  title_en: 'Leases',
  title_fr: 'Baux',
  publisher: null,
  licence: null,
  reference_date: null,
  imported_at: null,
  file_name: null,
  checksum: null,
  illustrative: false,
  note_en: null,
  note_fr: null,
  ...more,
});

test('a title that stands alone stays; of several alike the file is named, then the date', () => {
  const all = [
    source({ title_en: 'Offices', file_name: 'offices.csv' }),
    source({ file_name: 'a.csv' }),
    source({ file_name: 'b.csv', reference_date: '2025' }),
    source({ file_name: 'b.csv', reference_date: '2026' }),
  ];
  expect(sourceTitles(all, 'en')).toEqual([
    'Offices',
    'Leases (a.csv)',
    'Leases (b.csv) (2025)',
    'Leases (b.csv) (2026)',
  ]);
  expect(sourceTitles(all.slice(1, 3), 'fr')).toEqual(['Baux (a.csv)', 'Baux (b.csv)']);
});

test('law: no two lines are alike, whatever of the sources is', () => {
  const few = (...words: string[]) => fc.constantFrom(...words, null);
  const any = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      file_name: few('a.csv', 'b.csv'),
      reference_date: few('2025', '2026'),
      imported_at: few('2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z'),
      checksum: few('aaaaaaaaaa', 'bbbbbbbbbb'),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );
  fc.assert(
    fc.property(any, (sources) => {
      const titles = sourceTitles(sources.map(source), 'en');
      expect(new Set(titles).size).toBe(titles.length);
    }),
    { seed: 5 },
  );
});
