import type { Field } from './fields.ts';
import { parseCount, parseNumber } from '../cells/values.ts';

/** By which names and values a column is known to have a meaning. */
export interface FieldRule {
  field: Field;
  /** Whole names in `normaliseName`'s form, the surest first. Never parts of a name. */
  names: readonly string[];
  /** Whole original names, anchored at both ends; a captured year makes a later one win. */
  pattern?: RegExp;
  fits: (text: string) => boolean;
  /** Share of the filled cells that must fit. */
  minimumFit: number;
}

/** For meanings that any text can have. */
export const anything = () => true;
/** For counts, marks of suppression among them. */
export const isCount = (text: string) => parseCount(text).kind !== 'not a number';
/** For numbers as English or French writes them. */
export const isNumber = (text: string) => parseNumber(text) !== null;

/** Names from one line of them. */
export const list = (names: string) => names.split(', ');
