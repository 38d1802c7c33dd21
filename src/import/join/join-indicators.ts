import type { Issue } from '../../model/issues.ts';
import type { Area, Indicator } from '../../model/tables.ts';
import { issue } from '../read/findings.ts';
import type { IndicatorDraft, ValuedArea } from '../rows/indicator-drafts.ts';
import { kindOf } from './unjoined.ts';

/**
 * Adds values to those of a project: a value of the same area, indicator and year takes the place of the earlier one.
 * Values of areas that are there bear the area's own code; others keep theirs, and join when their areas come.
 */
export function joinIndicators(
  known: readonly Indicator[],
  drafts: readonly IndicatorDraft[],
  areas: ReadonlyMap<string, Area>,
): Indicator[] {
  if (drafts.length === 0) return [...known];
  const key = ({ area_code, indicator, year }: Indicator) => `${area_code}\n${year}\n${indicator}`;
  const byKey = new Map(known.map((value) => [key(value), value]));
  for (const draft of drafts) {
    const value = {
      ...draft.indicator,
      area_code: areas.get(draft.of.key)?.code ?? draft.indicator.area_code,
    };
    byKey.set(key(value), value);
  }
  return [...byKey.values()];
}

/**
 * Areas of a file of values that the project does not have. Where it has others of the same level and province, each is
 * named at its first row; the rest wait for their file, and one line gives their number.
 */
export function unjoinedIndicators(
  drafts: readonly IndicatorDraft[],
  areas: ReadonlyMap<string, Area>,
): Issue[] {
  const missing = new Map<string, ValuedArea>();
  let last: ValuedArea | null = null;
  for (const { of } of drafts) {
    if (of !== last && !areas.has(of.key) && !missing.has(of.key)) missing.set(of.key, of);
    last = of;
  }
  if (missing.size === 0) return [];
  const there = new Set<string>();
  for (const area of areas.values()) there.add(kindOf(area));
  const named = [...missing.values()].filter((of) => there.has(kindOf(of)));
  const issues = named.map(({ row, code }) =>
    issue('unjoined-area', 'warning', { row, found: code, expected: 'area' }),
  );
  const waiting = missing.size - named.length;
  const note = issue('unjoined-area', 'note', { found: `${waiting}`, expected: 'area' });
  return waiting > 0 ? [note, ...issues] : issues;
}
