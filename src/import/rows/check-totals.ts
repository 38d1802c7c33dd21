import type { Issue } from '../../model/issues.ts';
import type { AreaLevel } from '../../model/tables.ts';
import { issue } from '../read/findings.ts';
import type { AreaDraft } from './to-areas.ts';

/** Random rounding to a multiple of 5 moves a count by up to 4 (Statistics Canada, census data quality): 5 for each part and one for the sum. */
const roundingAllowance = 5;

/** Census levels that add up to the one before, coarsest first. */
const ladder: readonly AreaLevel[] = ['country', 'province', 'CD', 'CSD', 'DA', 'block'];

/**
 * Sums that their parts do not make: each area's count against those of the next finer level that the file has within it
 * (subdivisions against their division, provinces against the country), give or take 5 for each count added. Parts that make
 * less are a note, for rows may be missing; parts that make more are a warning. Where a part is withheld, only more is told.
 */
export function checkTotals(drafts: readonly AreaDraft[], column: string | null): Issue[] {
  const counted = drafts.filter(({ counted: has, area }) => has && ladder.includes(area.level));
  // A file of one level has no sums; the largest files are of that kind.
  if (new Set(counted.map(({ area }) => area.level)).size < 2) return [];
  const holders = new Map(counted.map((draft) => [draft.key, { draft, parts: [] as Parts }]));
  for (const draft of counted) for (const key of holdersOf(draft)) holders.get(key)?.parts.push(draft);
  return [...holders.values()].flatMap(({ draft, parts }) =>
    checkTotal(draft, nextLevel(draft.area.level, parts), column),
  );
}

type Parts = AreaDraft[];

/** Digits of a level's codes that the codes of all finer levels begin with. */
const digits: Partial<Record<AreaLevel, number>> = { province: 2, CD: 4 };

/** Join keys of the coarser areas that an area lies in, by its code. A dissemination area's does not name its subdivision. */
function holdersOf({ area, key }: AreaDraft): string[] {
  const code = key.split(':')[1] ?? '';
  const above = ladder.slice(0, ladder.indexOf(area.level));
  return above.flatMap((level) => {
    if (level === 'country') return [level];
    const length = digits[level] ?? (level === 'DA' ? 8 : 0);
    return length > 0 ? [`${level}:${code.slice(0, length)}`] : [];
  });
}

/** Of the areas within one, those of the coarsest level below it. */
function nextLevel(level: AreaLevel, within: Parts): Parts {
  const next = ladder
    .slice(ladder.indexOf(level) + 1)
    .find((one) => within.some(({ area }) => area.level === one));
  return within.filter(({ area }) => area.level === next);
}

function checkTotal({ row, area }: AreaDraft, parts: Parts, column: string | null): Issue[] {
  if (area.population === null || parts.length === 0) return [];
  const known = parts.flatMap(({ area: { population } }) => population ?? []);
  const sum = known.reduce((total, population) => total + population, 0);
  const difference = sum - area.population;
  if (Math.abs(difference) <= roundingAllowance * (parts.length + 1)) return [];
  if (difference < 0 && known.length < parts.length) return [];
  const where = { row, column, found: `${sum}`, expected: `${area.population}` };
  return [issue('unequal-total', difference > 0 ? 'warning' : 'note', where)];
}
