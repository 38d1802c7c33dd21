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
