import type { Issue } from '../model/issues.ts';
import type { Area, Indicator } from '../model/tables.ts';
import { issue } from './findings.ts';
import type { IndicatorDraft } from './to-indicators.ts';

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
  const key = ({ area_code, indicator, year }: Indicator) => JSON.stringify([area_code, indicator, year]);
  const byKey = new Map(known.map((value) => [key(value), value]));
  for (const draft of drafts) {
    const value = { ...draft.indicator, area_code: areas.get(draft.key)?.code ?? draft.indicator.area_code };
    byKey.set(key(value), value);
  }
  return [...byKey.values()];
}

/** One line for the areas of a file of values that the project does not have. */
export function unjoinedIndicators(
  drafts: readonly IndicatorDraft[],
  areas: ReadonlyMap<string, Area>,
): Issue[] {
  const missing = new Set(drafts.filter(({ key }) => !areas.has(key)).map(({ key }) => key));
  return missing.size === 0
    ? []
    : [issue('unjoined-area', 'note', { found: `${missing.size}`, expected: 'area' })];
}
