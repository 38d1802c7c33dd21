import { expect, test } from 'vitest';
import { provenanceNotes } from '../../src/export/notes.ts';
import type { Source } from '../../src/model/tables.ts';

const source: Source = {
  id: 's',
  title_en: 'Population counts',
  title_fr: 'Comptes de population',
  publisher: 'Statistics Canada',
  licence: 'Statistics Canada Open Licence',
  reference_date: '2021',
  imported_at: '2026-11-02',
  file_name: 'counts.csv',
  checksum: 'ab12',
  illustrative: false,
  note_en: null,
  note_fr: null,
};

test('question, notice, caveats and sources, in either language', () => {
  const known = {
    question: 'Who lives within 25 km?',
    notice: { en: 'Invented.', fr: 'Inventé.' },
    caveats: [{ kind: 'no-leases' as const }],
    sources: [source],
  };
  expect(provenanceNotes(known, 'en')).toEqual([
    'Question: Who lives within 25 km?',
    'Invented.',
    'To bear in mind: The data holds no leases: when sites could move is not known.',
    'Source: Population counts; publisher Statistics Canada; licence Statistics Canada Open Licence; reference date 2021; imported 2026-11-02; file counts.csv; SHA-256 ab12',
  ]);
  expect(provenanceNotes({ sources: [source] }, 'fr')[0]).toMatch(
    /^Source\u00a0: Comptes de population; éditeur/,
  );
});

test('what is not known is not said', () => {
  const bare = { ...source, publisher: null, licence: null, reference_date: null, checksum: null };
  expect(provenanceNotes({ sources: [{ ...bare, imported_at: null, file_name: null }] }, 'en')).toEqual([
    'Source: Population counts',
  ]);
});
