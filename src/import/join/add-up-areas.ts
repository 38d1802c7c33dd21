import type { MultiPolygon, Polygon } from 'geojson';
import { PolygonIndex } from '../../geo/polygon-index.ts';
import { grouped } from '../../model/grouped.ts';
import type { Issue } from '../../model/issues.ts';
import { indicatorIds, type Area, type AreaLevel, type Indicator } from '../../model/tables.ts';
import { finenessOf } from '../cells/area-codes.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { IndicatorDraft } from '../rows/indicator-drafts.ts';
import { joinIndicators } from './join-indicators.ts';
import type { AreaDraft } from '../rows/to-areas.ts';

/** A boundary of a file, and the smaller areas whose representative point it holds. */
export interface Held {
  draft: AreaDraft;
  parts: readonly Area[];
}

/** What the boundaries of one file hold. */
export interface Holding {
  held: readonly Held[];
  /** Smaller areas that lie in none of them. */
  outside: readonly Area[];
}

/**
 * Points in polygons: the areas that people are counted in, by the boundaries of a file that hold their representative
 * point. A boundary holds areas of finer levels only. A point on a border that boundaries share, or in an overlap, belongs to
 * the first of them, so that nobody is counted twice.
 */
function heldBy(drafts: readonly AreaDraft[], areas: Iterable<Area>): Holding {
  const polygons = drafts.flatMap((draft) => (draft.polygon ? [{ draft, polygon: draft.polygon }] : []));
  const levels = [...new Set(polygons.map(({ draft }) => draft.area.level))];
  const sources = [...areas].filter(({ demand, lon, lat }) => demand && lon !== null && lat !== null);
  const parts = new Map<AreaDraft, Area[]>(polygons.map(({ draft }) => [draft, []]));
  const inside = new Set<Area>();
  for (const level of levels)
    holdLevel(
      level,
      polygons.filter(({ draft }) => draft.area.level === level),
      sources,
      (draft, area) => {
        parts.get(draft)?.push(area);
        inside.add(area);
      },
    );
  const finer = sources.filter((area) => levels.some((level) => isFiner(area, level)));
  return {
    held: polygons.map(({ draft }) => ({ draft, parts: parts.get(draft) ?? [] })),
    outside: finer.filter((area) => !inside.has(area)),
  };
}

const isFiner = (area: Area, level: AreaLevel) => finenessOf(area.level) > finenessOf(level);

function holdLevel(
  level: AreaLevel,
  polygons: readonly { draft: AreaDraft; polygon: Polygon | MultiPolygon }[],
  sources: readonly Area[],
  hold: (draft: AreaDraft, area: Area) => void,
): void {
  const index = new PolygonIndex(polygons.map(({ polygon }) => polygon));
  for (const area of sources) {
    if (area.lon === null || area.lat === null || !isFiner(area, level)) continue;
    const holder = polygons[index.at(area.lon, area.lat) ?? -1];
    if (holder) hold(holder.draft, area);
  }
}

/** Sum of the known counts, null where none is known. */
const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce((sum, count) => (count === null ? sum : (sum ?? 0) + count), null);

/** An area with the people and households of its parts; one that a file counts keeps its own. */
function addedUp(area: Area, parts: readonly Area[]): Area {
  if (area.population !== null && !area.apportioned) return area;
  return {
    ...area,
    population: sumOf(parts.map(({ population }) => population)),
    households: sumOf(parts.map(({ households }) => households)),
    apportioned: true,
  };
}

/**
 * Shares of an area by those of its parts: for each indicator of ours and year the mean weighted by people, over the parts
 * where both the share and the people are known. Other series are not shares, and a sum or mean of them may mean nothing.
 * A share that another file states of the area itself stays.
 */
function meanShares(
  area: Area,
  parts: readonly Area[],
  valuesOf: ReadonlyMap<string, readonly Indicator[]>,
): Indicator[] {
  const stated = (valuesOf.get(area.code) ?? []).filter(({ source_id }) => source_id !== area.source_id);
  const kept = new Set(stated.map(shareKey));
  const means = new Map<string, { like: Indicator; weighted: number; people: number }>();
  for (const { code, population } of parts)
    for (const one of valuesOf.get(code) ?? []) {
      if (one.value === null || !population || kept.has(shareKey(one))) continue;
      const mean = means.get(shareKey(one)) ?? { like: one, weighted: 0, people: 0 };
      mean.weighted += one.value * population;
      mean.people += population;
      if (one.illustrative) mean.like = one; // a mean of invented shares is itself invented
      means.set(shareKey(one), mean);
    }
  return [...means.values()].map(({ like, weighted, people }) => ({
    ...like,
    area_code: area.code,
    value: weighted / people,
    source_id: area.source_id,
  }));
}

const shareKey = ({ indicator, year }: Indicator) => `${indicator}\n${year}`;

/** Values that are shares of people or households, by their area's code. */
const sharesByArea = (values: readonly Indicator[]): Map<string, Indicator[]> =>
  grouped(
    values.filter(({ indicator }) => indicatorIds.some((id) => id === indicator)),
    ({ area_code }) => [area_code],
  );

/** A file that asks for the people in its boundaries. */
interface Asking {
  rows: { areas: readonly AreaDraft[] };
  findings: Findings;
}

/**
 * Gives the boundaries of files that ask for it the people of the smaller areas in them, in `areas`, by key; gives the values
 * with the boundaries' mean shares among them.
 */
export function addUp(
  files: readonly Asking[],
  areas: Map<string, Area>,
  values: readonly Indicator[],
): Indicator[] {
  if (files.length === 0) return [...values];
  const shares = sharesByArea(values);
  const means: IndicatorDraft[] = [];
  for (const { rows, findings } of files) {
    const holding = heldBy(rows.areas, areas.values());
    addedUpIssues(holding).forEach((found) => findings.note(found));
    for (const { draft, parts } of holding.held) {
      const area = addedUp(areas.get(draft.key) ?? draft.area, parts);
      areas.set(draft.key, area);
      if (!area.apportioned) continue;
      const of = { ...area, key: draft.key, row: draft.row };
      means.push(...meanShares(area, parts, shares).map((indicator) => ({ of, indicator })));
    }
  }
  return joinIndicators(values, means, areas);
}

/** What was added up, what is missing in it, and who is in none of the boundaries. */
function addedUpIssues({ held, outside }: Holding): Issue[] {
  const parts = held.flatMap((one) => one.parts);
  if (parts.length === 0)
    return [issue('nothing-to-add-up', 'warning', { found: held.length === 0 ? 'boundaries' : 'counts' })];
  const people = (areas: readonly Area[]) => `${sumOf(areas.map(({ population }) => population)) ?? 0}`;
  const total = issue('added-up', 'note', { found: `${parts.length}`, expected: people(parts) });
  const left = issue('outside-boundaries', 'note', { found: `${outside.length}`, expected: people(outside) });
  const partly = held.flatMap(({ draft: { row, area }, parts }) => {
    const unknown = parts.filter(({ population }) => population === null).length;
    const where = { row, found: area.name_en, expected: `${unknown}` };
    return unknown > 0 ? [issue('added-up-partly', 'warning', where)] : [];
  });
  return [total, ...(outside.length > 0 ? [left] : []), ...partly];
}
