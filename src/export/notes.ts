import type { Caveat } from '../model/caveats.ts';
import { caveatText } from '../model/messages/caveats.ts';
import { exportMessages } from '../model/messages/export.ts';
import type { Source } from '../model/tables.ts';
import { sourceTitles } from '../model/source-titles.ts';
import type { Bilingual, Language } from '../model/text.ts';

/** What is known of where rows come from and what they answer. */
export interface Provenance {
  /** The question as a sentence; absent for a table that answers none. */
  question?: string;
  caveats?: readonly Caveat[];
  /** The project's sentence on what is invented. */
  notice?: Bilingual | null;
  sources?: readonly Source[];
}

/** What travels with an exported table, a line each: the question, the notice, the caveats, the sources. */
export function provenanceNotes(
  { question, caveats = [], notice = null, sources = [] }: Provenance,
  language: Language,
): string[] {
  const words = exportMessages[language];
  const titles = sourceTitles(sources, language);
  return [
    ...(question === undefined ? [] : [words.question(question)]),
    ...(notice ? [notice[language]] : []),
    ...caveats.map((caveat) => words.bearInMind(caveatText(caveat, language))),
    ...sources.map((source, at) => sourceNote(source, titles[at] ?? '', language)),
  ];
}

/** Where data comes from, a line each: title, publisher, licence and date, as a picture has room for. */
export function sourceLines(sources: readonly Source[], language: Language): string[] {
  const titles = sourceTitles(sources, language);
  return sources.map(({ publisher, licence, reference_date }, at) => {
    const known = [publisher, licence, reference_date].filter((part) => part !== null);
    return [exportMessages[language].source(titles[at] ?? ''), ...known].join('; ');
  });
}

/** A source in a line: its title, then whatever else is known of it. */
function sourceNote(source: Source, title: string, language: Language): string {
  const words = exportMessages[language];
  const note = language === 'fr' ? (source.note_fr ?? source.note_en) : (source.note_en ?? source.note_fr);
  const known = (value: string | null, say: (value: string) => string) => (value ? [say(value)] : []);
  return [
    words.source(title),
    ...known(source.publisher, words.publisher),
    ...known(source.licence, words.licence),
    ...known(source.reference_date, words.referenceDate),
    ...known(source.imported_at, words.importedAt),
    ...known(source.file_name, words.fileName),
    ...known(source.checksum, words.checksum),
    ...(source.illustrative ? [words.invented] : []),
    ...known(note, (text) => text),
  ].join('; ');
}
