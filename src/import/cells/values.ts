/** Statistics Canada's marks in place of a number, and other publishers': a count that is withheld or not published. */
const suppressed = new Set([
  ...['..', '…', 'x', 'f', 'sp', 'n/d', 'nd', 'n.d.', 's/o', 's.o.', 'n/a', 'n.a.', '*', '**'],
  ...['suppressed', 'supprimé', 'supprimée', 'confidential', 'confidentiel', 'confidentielle'],
]);

/** A count known only to be small, as health and school tables write it. */
const below = /^<\s*\d+$/;

/** Marks that stand beside or instead of a number without meaning that it is withheld: not applicable, revised, use with caution. */
const flags = new Set(['...', 'r', 'e', 'p', 't', '-', 'a', 'b', 'c', 'd']);

/** What a cell that should hold a count says. */
export type Count =
  | { kind: 'number'; value: number }
  | { kind: 'suppressed'; code: string }
  | { kind: 'empty' }
  | { kind: 'not a number' };

/** Reads `36991981`, `36,991,981`, `36 991 981` (any space), `" 1,081 "`, `1 234,5`. A mark is never 0. */
export function parseCount(text: string): Count {
  const trimmed = text.trim();
  if (trimmed === '') return { kind: 'empty' };
  const mark = trimmed.toLowerCase();
  if (suppressed.has(mark) || below.test(mark)) return { kind: 'suppressed', code: trimmed };
  if (flags.has(mark)) return { kind: 'empty' };
  const value = parseNumber(trimmed);
  return value === null ? { kind: 'not a number' } : { kind: 'number', value };
}

/** True for any mark that stands in place of a number, whatever it says. */
export function isMark(text: string): boolean {
  const mark = text.trim().toLowerCase();
  return suppressed.has(mark) || flags.has(mark) || below.test(mark);
}

/** The first mark that says a number is withheld, alone or in a list of marks such as `x,E`. */
export function suppressionIn(symbols: string): string | null {
  const found = symbols.split(/[,;\s]+/).find((mark) => suppressed.has(mark.toLowerCase()));
  return found ?? null;
}

const plain = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const groupedByComma = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const decimalComma = /^[+-]?\d+,\d+$/;

/** A number as English or French writes it, with a dollar sign or without, or null. `1,081` is a thousand; `1,5` is one and a half. */
export function parseNumber(text: string): number | null {
  // What nearly every cell of a large file is.
  if (plain.test(text)) return finite(Number(text));
  const compact = text
    .trim()
    .replace(/^\$\s*|\s*\$$/g, '')
    .replace(/^\u2212/, '-')
    .replace(/(?<=\d)[\s\u00a0\u202f](?=\d{3}(\D|$))/g, '');
  if (plain.test(compact)) return finite(Number(compact));
  if (groupedByComma.test(compact)) return finite(Number(compact.replaceAll(',', '')));
  if (decimalComma.test(compact)) return finite(Number(compact.replace(',', '.')));
  return null;
}

/**
 * Degrees: as a number, but a comma is always the decimal one (`45,123` is no thousand); or with minutes and seconds,
 * where a degree sign or a letter of the compass says so (`45°25'17"N`, `71 12 30 O`). West and south are below zero.
 */
export function parseDegrees(text: string): number | null {
  const trimmed = text.trim();
  const plainly = decimalComma.test(trimmed)
    ? finite(Number(trimmed.replace(',', '.')))
    : parseNumber(trimmed);
  return plainly ?? parseSexagesimal(trimmed);
}

const sexagesimal =
  /^([NSEWO])?\s*([-+\u2212])?(\d{1,3}(?:[.,]\d+)?)(?:\s*([°º])\s*|\s+|$|(?=[NSEWO]$))(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|''|′′|’’)?\s*)?([NSEWO])?$/i;

/** Nobody writes degrees at greater length. */
const longestDegrees = 40;

function parseSexagesimal(text: string): number | null {
  if (text.length > longestDegrees) return null;
  const [, before, sign, degrees, mark, minutes, seconds, after] = sexagesimal.exec(text) ?? [];
  const letter = before ?? after;
  if (degrees === undefined || (mark === undefined && letter === undefined)) return null;
  const [whole, sixtieth, last] = [degrees, minutes, seconds].map((part) =>
    Number((part ?? '0').replace(',', '.')),
  );
  if (whole === undefined || sixtieth === undefined || last === undefined) return null;
  if (sixtieth >= 60 || last >= 60) return null;
  const size = whole + sixtieth / 60 + last / 3600;
  return /[-\u2212]/.test(sign ?? '') || /[SWO]/i.test(letter ?? '') ? -size : size;
}

const finite = (value: number) => (Number.isFinite(value) ? value : null);

/** Yes and no in both languages; null when it is neither. */
export function parseYes(text: string): boolean | null {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'y', '1', 'oui', 'o', 'vrai'].includes(word)) return true;
  return ['false', 'no', 'n', '0', 'non', 'faux'].includes(word) ? false : null;
}

/** `A1A0L9` and `a1a 0l9` are `A1A 0L9`; null when it is no Canadian postal code (Canada Post's letters). */
export function parsePostalCode(text: string): string | null {
  const match = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])[\s-]?(\d[ABCEGHJ-NPRSTV-Z]\d)$/i.exec(text.trim());
  return match ? `${match[1]} ${match[2]}`.toUpperCase() : null;
}

const languageWords: readonly { code: string; words: RegExp }[] = [
  { code: 'en', words: /^(en|eng|english|anglais|a)$/ },
  { code: 'fr', words: /^(fr|fra|fre|french|francais|f)$/ },
];

/** ISO 639 codes joined by `|` from codes or words in either language; a known three-letter code is kept; null when none is found. */
export function parseLanguages(text: string): string | null {
  const plainText = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (/\b(both|bilingual|bilingue|les deux)\b/.test(plainText)) return 'en|fr';
  const words = plainText.split(/[^a-z]+/);
  const codes = languageWords.filter(({ words: known }) => words.some((word) => known.test(word)));
  return codes.length > 0 ? codes.map(({ code }) => code).join('|') : null;
}
