/** The two languages of the interface. English and French are equal; neither is a fallback of the other. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** A text in both languages, for names that data carries (an organization, a service, a sample). */
export interface Bilingual {
  en: string;
  fr: string;
}

/** Pairs the two dictionaries of one panel; French must have exactly the keys and shapes of English. */
export function bilingual<T>(dictionary: { en: T; fr: NoInfer<T> }): Record<Language, T> {
  return dictionary;
}

/**
 * The name of a record in the reader's language.
 * Imported files often name things in one language only: then that name is the record's name in both.
 */
export function nameOf(record: { name_en: string; name_fr: string | null }, language: Language): string {
  return language === 'fr' ? record.name_fr || record.name_en : record.name_en || record.name_fr || '';
}
