import type { Issue } from '../../model/issues.ts';
import type { Area } from '../../model/tables.ts';
import { isDguid, readAreaCode } from '../cells/area-codes.ts';
import { issue } from '../read/findings.ts';
import type { AreaDraft } from '../rows/to-areas.ts';

/** The areas of a project by join key. */
export const areasByKey = (areas: readonly Area[]): Map<string, Area> =>
  new Map(areas.map((area) => [keyOf(area), area]));

/** Adds to areas by join key what a file knows of them. Codes are text: nothing is padded or rounded to make two meet. */
export function joinAreas(known: ReadonlyMap<string, Area>, drafts: readonly AreaDraft[]): Map<string, Area> {
  const byKey = new Map(known);
  for (const draft of drafts) {
    const area = byKey.get(draft.key);
    byKey.set(draft.key, area ? joined(area, draft) : draft.area);
  }
  return byKey;
}

/** Counts of an area that another file gave take the place of these: told of each that differs. */
export function replacedCounts(known: ReadonlyMap<string, Area>, drafts: readonly AreaDraft[]): Issue[] {
  return drafts.flatMap(({ key, row, counted, area }) => {
    const before = known.get(key);
    if (!counted || !before || before.source_id === area.source_id) return [];
    if (before.population === null || before.population === area.population) return [];
    const expected = `${before.population}`;
    return [issue('replaced-area', 'warning', { row, found: area.code, expected })];
  });
}

/** The key of an area already in a project. */
export const keyOf = ({ code, level }: Area) =>
  readAreaCode(code, level !== 'community' && level !== 'region')?.key ?? `community:${code}`;

/**
 * A file with counts brings the counts, the name and the source; any file with a place brings the place. What only one
 * of the two knows is kept, so the order in which counts and boundaries arrive does not matter. A DGUID replaces a bare code.
 */
function joined(known: Area, { area: added, counted }: AreaDraft): Area {
  const [first, second] = counted ? [added, known] : [known, added];
  const place = added.lon === null ? known : added;
  const named = first.name_en === first.code && first.name_fr === null ? second : first;
  return {
    ...first,
    level: added.level === 'region' ? 'region' : first.level,
    code: isDguid(first.code) || !isDguid(second.code) ? first.code : second.code,
    name_en: named.name_en === named.code && isDguid(second.code) ? second.code : named.name_en,
    name_fr: named.name_fr ?? (named.name_en === first.name_en ? second.name_fr : null),
    parent_code: first.parent_code ?? second.parent_code,
    province: first.province ?? second.province,
    lon: place.lon,
    lat: place.lat,
    households: first.households ?? second.households,
    access: known.access ?? added.access,
  };
}
