import { UserError } from '../../src/model/errors.ts';
import type { Language } from '../../src/model/text.ts';
import { cliMessages } from './messages.ts';

/** What stands on the command line: values of options by their names, without dashes, and the words that are no option. */
export interface Given {
  values: ReadonlyMap<string, readonly string[]>;
  words: readonly string[];
}

/** The value of an option, the first where it may be repeated; null where it is not given. */
export const valueOf = ({ values }: Given, name: string): string | null => values.get(name)?.[0] ?? null;

const missing = (name: string, language: Language) =>
  new UserError(cliMessages[language].missingOption(name === 'output' ? '-o' : `--${name}`));

/** The value of an option that must be given. @throws UserError */
export function required(given: Given, name: string, language: Language): string {
  const value = valueOf(given, name);
  if (value === null) throw missing(name, language);
  return value;
}

/** The values of an option that must be given, once or more often. @throws UserError */
export function allRequired({ values }: Given, name: string, language: Language): readonly string[] {
  const all = values.get(name);
  if (!all) throw missing(name, language);
  return all;
}

/** Digits with an optional point: `50`, `2.5`; else null. A comma could be a thousand, so it is refused. */
export const decimal = (text: string): number | null =>
  /^\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null;

/** The number above 0 that an option has; null where it is not given. @throws UserError */
export function positive(given: Given, name: string, language: Language): number | null {
  const text = valueOf(given, name);
  if (text === null) return null;
  const value = decimal(text);
  if (value === null || value <= 0) throw new UserError(cliMessages[language].notPositive(`--${name}`, text));
  return value;
}
