import type { Source } from './tables.ts';
import { nameOf, type Language } from './text.ts';

/** What tells sources of one title apart, the first where that is enough: a later release may have the same file name and date. */
const telling: readonly ((source: Source) => string | null)[] = [
  ({ file_name }) => file_name,
  ({ reference_date }) => reference_date,
  ({ imported_at }) => imported_at,
  ({ checksum }) => checksum?.slice(0, 8) ?? null,
  ({ id }) => id,
];

/**
 * The titles of sources, in their order, each told from the others: where several are of one title, the file of each is
 * named with it, and where that does not tell them apart, its date, when it was imported, and at last its checksum or id.
 */
export function sourceTitles(sources: readonly Source[], language: Language): string[] {
  const plain = sources.map((source) => titleOf(source, language));
  return telling.reduce((titles, by) => told(titles, sources, by), plain);
}

const titleOf = ({ title_en, title_fr }: Source, language: Language) =>
  nameOf({ name_en: title_en, name_fr: title_fr }, language);

/** The titles that occur more than once, with what tells them apart in brackets. */
function told(
  titles: readonly string[],
  sources: readonly Source[],
  by: (source: Source) => string | null,
): string[] {
  const count = new Map<string, number>();
  for (const title of titles) count.set(title, (count.get(title) ?? 0) + 1);
  return titles.map((title, at) => {
    const source = sources[at];
    const more = source && (count.get(title) ?? 0) > 1 ? by(source) : null;
    return more === null || title === more ? title : `${title} (${more})`;
  });
}
