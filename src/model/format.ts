import type { Language } from './text.ts';
import type { Cutoff } from './units.ts';

/** Canadian conventions in both languages: `1,234.5 km` and `1 234,5 km`. */
const locales: Record<Language, string> = { en: 'en-CA', fr: 'fr-CA' };

/** Numbers, dates and measures as a reader of the language writes them. `null` is the word for "not known". */
export function createFormat(language: Language) {
  const locale = locales[language];
  const number = (options: Intl.NumberFormatOptions) => {
    const format = new Intl.NumberFormat(locale, options);
    return (value: number) => format.format(value);
  };
  const unit = (name: string, digits: number) =>
    number({ style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits: digits });
  const kilometresFine = unit('kilometer', 1);
  const kilometresCoarse = unit('kilometer', 0);
  const metres = unit('meter', 0);
  const minutesPart = unit('minute', 0);
  const hoursPart = unit('hour', 0);
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const kilometres = (value: number) => (value < 100 ? kilometresFine(value) : kilometresCoarse(value));
  const minutes = (value: number) => {
    const rounded = Math.round(value);
    if (value > 0 && rounded === 0) return `< ${minutesPart(1)}`;
    if (rounded < 60) return minutesPart(rounded);
    const rest = rounded % 60;
    return rest === 0
      ? hoursPart(rounded / 60)
      : `${hoursPart(Math.floor(rounded / 60))} ${minutesPart(rest)}`;
  };
  return {
    integer: number({ maximumFractionDigits: 0 }),
    decimal: number({ maximumFractionDigits: 2 }),
    /** A share of 1 as a percentage, one decimal. */
    percent: number({ style: 'percent', maximumFractionDigits: 1 }),
    dollars: number({ style: 'currency', currency: 'CAD', maximumFractionDigits: 0 }),
    kilometres,
    /** A round length on the ground, given in metres: `500 m`, `2 km`. */
    ground: (length: number) => (length < 1000 ? metres(length) : kilometresCoarse(length / 1000)),
    minutes,
    cutoff: (cutoff: Cutoff) =>
      cutoff.kind === 'kilometres' ? kilometres(cutoff.kilometres) : minutes(cutoff.minutes),
    /** ISO dates, as `Oct 2026` and `1 Oct 2026`; no time zone can move them. */
    month: (iso: string) => month.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    date: (iso: string) => date.format(new Date(`${iso.slice(0, 10)}T00:00:00Z`)),
    list: (items: readonly string[]) => list.format(items),
  };
}
export type Format = ReturnType<typeof createFormat>;

/** `one` or `other` by the language's own rule: French counts 0 and 1.5 as singular. */
export function plural(language: Language, count: number, forms: { one: string; other: string }): string {
  return new Intl.PluralRules(locales[language]).select(count) === 'one' ? forms.one : forms.other;
}

/** A count with its noun, as `1,234 areas` and `1 secteur`. */
export function counted(language: Language, count: number, one: string, other: string): string {
  return `${integers[language].format(count)} ${plural(language, count, { one, other })}`;
}

const integers = {
  en: new Intl.NumberFormat(locales.en, { maximumFractionDigits: 0 }),
  fr: new Intl.NumberFormat(locales.fr, { maximumFractionDigits: 0 }),
};
