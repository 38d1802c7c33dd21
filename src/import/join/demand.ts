import { grouped } from '../../model/grouped.ts';
import type { Area, AreaLevel } from '../../model/tables.ts';
import { finenessOf } from '../cells/area-codes.ts';

/**
 * Marks the areas that people are counted in, so that nobody is counted twice: in each province one level, the finest
 * whose areas have both counts and places; where none has, the finest with counts, else the finest with places. All areas of
 * that level are demand, also those without a place or a count: results tell how many they are.
 */
export function markDemand(areas: readonly Area[]): Area[] {
  const parts = areas.filter(({ level }) => level !== 'country' && level !== 'region');
  const levels = new Map(
    [...grouped(parts, ({ province }) => [province])].map(([province, group]) => [
      province,
      demandLevel(group),
    ]),
  );
  return areas.map((area) => {
    const level = parts.length === 0 ? 'country' : levels.get(area.province);
    return { ...area, demand: area.level === level };
  });
}

function demandLevel(areas: readonly Area[]): AreaLevel | null {
  const counted = ({ population }: Area) => population !== null;
  const located = ({ lon }: Area) => lon !== null;
  return (
    finest(areas, (area) => counted(area) && located(area)) ??
    finest(areas, counted) ??
    finest(areas, located) ??
    finest(areas, () => true)
  );
}

function finest(areas: readonly Area[], among: (area: Area) => boolean): AreaLevel | null {
  let best: AreaLevel | null = null;
  for (const area of areas)
    if (area.level !== best && among(area) && (best === null || finenessOf(area.level) > finenessOf(best)))
      best = area.level;
  return best;
}
