import { counted } from '../format.ts';
import type { Language } from '../text.ts';

/** What a finding quotes, with the space before it; nothing where it quotes nothing. */
export const quoteEn = (text: string | null) => (text ? ` “${text}”` : '');
export const quoteFr = (text: string | null) => (text ? ` «\u00a0${text}\u00a0»` : '');
export const inColumnEn = (column: string | null) => (column ? ` in column “${column}”` : '');
export const inColumnFr = (column: string | null) =>
  column ? ` dans la colonne «\u00a0${column}\u00a0»` : '';

/** A count that an issue carries as text, with its noun where one is given. */
const numberIn =
  (language: Language) =>
  (count: string | null, one = '', other = one) =>
    counted(language, Number(count ?? 0), one, other).trim();
export const numberEn = numberIn('en');
export const numberFr = numberIn('fr');
