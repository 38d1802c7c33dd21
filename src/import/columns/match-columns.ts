import { readAreaCode } from '../cells/area-codes.ts';
import type { FieldRule } from './field-rule.ts';
import { fieldRules } from './field-rules.ts';
import { areaFields, pointFields, type Field } from './fields.ts';
import type { FileKind } from './known-files.ts';
import { matchValues } from './match-values.ts';
import { normaliseName } from '../cells/names.ts';
import { sampleOf, type RawTable } from '../read/table.ts';
import { parseCount } from '../cells/values.ts';

/** Why a column was given its meaning. `fit` is the share of its filled cells that suit it; null when it is empty. */
export interface ColumnEvidence {
  by: 'person' | 'mapping' | 'known file' | 'name' | 'pattern' | 'values' | 'position' | 'none';
  fit: number | null;
}

/** A proposal: what a column of the file means. `field` null is a column that the tables do not hold. */
export interface ColumnMatch {
  name: string;
  field: Field | null;
  evidence: ColumnEvidence;
  /** 0 to 1. */
  confidence: number;
}

interface Proposal extends ColumnMatch {
  column: number;
}

/** Of a column known by its name alone, because it has no filled cell. */
const confidenceWhenEmpty = 0.5;

/** Meanings that need no evidence, by column name; null sets a column aside. */
export interface Said {
  by: 'person' | 'mapping';
  fields: Readonly<Record<string, Field | null>>;
}

/** Values that speak for themselves are less sure than a name with values that fit. */
const confidenceOfValues = 0.6;

/**
 * Proposes a meaning for each column: its whole name must be one the dictionary knows and its values must fit; a column whose
 * name says nothing is taken for what all but all of its values show. Each field is given once, to the surest column, the first among equals. `known` gives columns of a recognised file outright;
 * what was `said` comes before all else, the first of these before the second.
 */
export function matchColumns(
  table: RawTable,
  known: Readonly<Record<string, Field>> = {},
  said: readonly Said[] = [],
): ColumnMatch[] {
  const proposals = table.columns
    .flatMap(({ name }, column) => saidOf(name, column, said) ?? proposalsFor(table, column, known))
    .concat(shownByValues(table, known, said))
    .sort((a, b) => certainty(b) - certainty(a) || b.confidence - a.confidence || a.column - b.column);
  const chosen = new Map<number, Proposal>();
  const given = new Set<Field>();
  for (const proposal of proposals) {
    if (proposal.field === null || chosen.has(proposal.column) || given.has(proposal.field)) continue;
    chosen.set(proposal.column, proposal);
    given.add(proposal.field);
  }
  const matches = table.columns.map(({ name }, column) => {
    const aside = saidOf(name, column, said)?.find(({ field }) => field === null);
    const { field, evidence, confidence } = chosen.get(column) ?? aside ?? unfit(table, column);
    return { name, field, evidence, confidence };
  });
  return withSymbols(table, withTotal(table, matches));
}

const certainties: Partial<Record<ColumnEvidence['by'], number>> = { person: 3, mapping: 2, 'known file': 1 };
const certainty = ({ evidence }: ColumnMatch) => certainties[evidence.by] ?? 0;

/** The meaning that was said of a column, or null where nothing was. */
function saidOf(name: string, column: number, said: readonly Said[]): Proposal[] | null {
  const first = said.find(({ fields }) => Object.hasOwn(fields, name));
  if (!first) return null;
  const evidence = { by: first.by, fit: null };
  return [{ column, name, field: first.fields[name] ?? null, evidence, confidence: 1 }];
}

const unmatched: Omit<ColumnMatch, 'name'> = {
  field: null,
  evidence: { by: 'none', fit: null },
  confidence: 0,
};

/** A column without a meaning; where its name was known and its values did not fit, that is its evidence. */
function unfit(table: RawTable, column: number): Omit<ColumnMatch, 'name'> {
  const original = table.columns[column]?.original.trim() ?? '';
  const rule = fieldRules.find((one) => nameMatch(one, original) !== null);
  const fit = rule ? fitOf(sampleOf(table, column), rule.fits) : null;
  return rule && fit !== null && fit < rule.minimumFit
    ? { ...unmatched, evidence: { by: 'name', fit } }
    : unmatched;
}

function proposalsFor(table: RawTable, column: number, known: Readonly<Record<string, Field>>): Proposal[] {
  const original = table.columns[column]?.original.trim() ?? '';
  const name = table.columns[column]?.name ?? '';
  // A column may be named `constructor`, which every object has.
  const certain = Object.hasOwn(known, original) ? known[original] : undefined;
  const values = sampleOf(table, column);
  if (certain)
    return [{ column, name, field: certain, evidence: { by: 'known file', fit: null }, confidence: 1 }];
  return fieldRules.flatMap((rule) => {
    const match = nameMatch(rule, original);
    if (!match) return [];
    const fit = fitOf(values, rule.fits);
    if (fit !== null && fit < rule.minimumFit) return [];
    const confidence =
      Math.max(0, match.confidence) * (fit ?? confidenceWhenEmpty) * namingShare(rule, values);
    return [
      { column, name, field: rule.field, evidence: { by: match.by, fit }, confidence: rounded(confidence) },
    ];
  });
}

function shownByValues(
  table: RawTable,
  known: Readonly<Record<string, Field>>,
  said: readonly Said[],
): Proposal[] {
  const isNameless = (column: number) => {
    const { name = '', original = '' } = table.columns[column] ?? {};
    return (
      !known[original.trim()] &&
      !saidOf(name, column, said) &&
      !fieldRules.some((rule) => nameMatch(rule, original.trim()) !== null)
    );
  };
  return matchValues(table, isNameless).map(({ column, field, fit }) => ({
    column,
    name: table.columns[column]?.name ?? '',
    field,
    evidence: { by: 'values', fit: rounded(fit) },
    confidence: rounded(confidenceOfValues * fit),
  }));
}

/** A file of dissemination areas also has their subdivision's code: the column whose codes name the rows repeats less. */
function namingShare({ field }: FieldRule, values: readonly string[]): number {
  if (field !== 'code' || values.length === 0) return 1;
  return 0.5 + (0.5 * new Set(values).size) / values.length;
}

/** The first name of a rule is the surest; a later year of a pattern beats an earlier one by a little. */
function nameMatch(rule: FieldRule, original: string): { by: 'name' | 'pattern'; confidence: number } | null {
  const place = rule.names.indexOf(normaliseName(original));
  if (place >= 0) return { by: 'name', confidence: 1 - place * 0.01 };
  const year = rule.pattern?.exec(original)?.[1];
  return year === undefined ? null : { by: 'pattern', confidence: 0.9 + (Number(year) - 2000) / 1000 };
}

/**
 * The year of the column that gives the population, where others give it for other years; null where it is the only one, or
 * names none.
 */
export function populationYear(table: RawTable, matches: readonly ColumnMatch[]): number | null {
  const rules = fieldRules.filter(({ field }) => field === 'population');
  const years = table.columns.map(({ original }) => {
    const year = rules.map(({ pattern }) => pattern?.exec(original.trim())?.[1]).find((found) => found);
    return year === undefined ? null : Number(year);
  });
  if (years.filter((year) => year !== null).length < 2) return null;
  return years[matches.findIndex(({ field }) => field === 'population')] ?? null;
}

function fitOf(values: readonly string[], fits: (text: string) => boolean): number | null {
  return values.length === 0 ? null : rounded(values.filter(fits).length / values.length);
}

const rounded = (share: number) => Math.round(share * 1000) / 1000;

/** A `Symbols` column speaks of the column before it (Statistics Canada's tables). */
function withSymbols(table: RawTable, matches: readonly ColumnMatch[]): ColumnMatch[] {
  return matches.map((match, column) => {
    const beside = /^symbols?$/i.test(table.columns[column]?.original.trim() ?? '');
    if (!beside || matches[column - 1]?.field !== 'population') return match;
    return { ...match, field: 'population_symbol', evidence: { by: 'position', fit: null }, confidence: 0.9 };
  });
}

/** A name with a word of a total or of people in it. */
const totalWords = /(?:^|[^a-z])(?:total|totaux|pop|population|people|persons|personnes)(?:[^a-z]|$)/i;
const confidenceOfTotal = 0.5;

/**
 * A table of census codes and of nothing else that the dictionary knows, such as a planner's counts of those concerned: the one
 * column of whole numbers that calls itself a total is who is counted there.
 */
function withTotal(table: RawTable, matches: ColumnMatch[]): ColumnMatch[] {
  const [code, ...others] = matches.filter(({ field }) => field !== null);
  if (code?.field !== 'code' || others.length > 0 || table.spatial) return matches;
  const codes = sampleOf(table, matches.indexOf(code));
  if (fitOf(codes, (text) => readAreaCode(text)?.level !== 'community') !== 1) return matches;
  const isTotal = ({ field, evidence }: ColumnMatch, column: number) =>
    field === null &&
    evidence.by === 'none' &&
    totalWords.test(table.columns[column]?.original ?? '') &&
    fitOf(sampleOf(table, column), (text) => parseCount(text).kind !== 'not a number') === 1;
  const totals = matches.filter(isTotal);
  if (totals.length !== 1) return matches;
  const evidence = { by: 'pattern', fit: 1 } as const;
  return matches.map((match) =>
    match === totals[0] ? { ...match, field: 'population', evidence, confidence: confidenceOfTotal } : match,
  );
}

const areaKinds: readonly FileKind[] = ['counts', 'areas', 'boundaries'];
const pointRowKinds: readonly FileKind[] = ['points', 'leases', 'offerings'];

/** Withdraws the meanings that rows of this kind do not have: an office's census code is no code of its own. */
export function fitToKind(matches: readonly ColumnMatch[], kind: FileKind): ColumnMatch[] {
  const foreign = pointRowKinds.includes(kind) ? areaFields : areaKinds.includes(kind) ? pointFields : [];
  return matches.map((match) =>
    match.field !== null && foreign.includes(match.field) ? { ...unmatched, name: match.name } : match,
  );
}

/** Names that stand for coordinates, whose values turned out to be no degrees: the file is projected. */
export function projectedColumns(table: RawTable, matches: readonly ColumnMatch[]): string[] {
  const coordinates = fieldRules.filter(({ field }) => field === 'lat' || field === 'lon');
  return table.columns.flatMap(({ name, original }, column) => {
    if (matches[column]?.field !== null || !coordinates.some((rule) => nameMatch(rule, original))) return [];
    const numbers = sampleOf(table, column).map(Number);
    return numbers.length > 0 && numbers.every((value) => Math.abs(value) > 180) ? [name] : [];
  });
}
