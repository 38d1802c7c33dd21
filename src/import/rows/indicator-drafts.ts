import type { Area, AreaLevel, Indicator } from '../../model/tables.ts';
import { readAreaCode, type AreaCode } from '../cells/area-codes.ts';
import type { FileFacts } from './file-facts.ts';
import type { AreaDraft } from './to-areas.ts';

/** The area that a row of values speaks of. */
export interface ValuedArea {
  /** Joins the ways of writing one area's code. */
  key: string;
  code: string;
  row: number;
  level: AreaLevel;
  province: string | null;
}

/** A value of an area before it meets the project's areas. */
export interface IndicatorDraft {
  of: ValuedArea;
  indicator: Indicator;
}

/** What a file of values by area gives. */
export interface IndicatorRows {
  drafts: IndicatorDraft[];
  /** Areas whose people the file counts beside its values. */
  areas: AreaDraft[];
  /** Rows that gave at least one value. */
  rows: number;
}

/** The area of a row by its code; text that is no code of an area is a community of that name. */
export function valuedArea(row: number, code: string, read: AreaCode | null): ValuedArea {
  const { key, level, province } = read ?? { key: `community:${code}`, level: 'community', province: null };
  return { key, code, row, level, province };
}

/** The area of a row by its code or, where `bare` codes are none of the census, by its name. */
export const namedArea = (row: number, code: string, bare: boolean): ValuedArea =>
  valuedArea(row, code, readAreaCode(code, bare));

/** A value of an area that the file states; null for one that is withheld or empty. */
export function draftOf(
  of: ValuedArea,
  indicator: string,
  value: number | null,
  year: number | null,
  { sourceId }: FileFacts,
): IndicatorDraft {
  return {
    of,
    indicator: { area_code: of.code, indicator, value, year, illustrative: false, source_id: sourceId },
  };
}

/** An area of which the file knows its people, and not its place. */
export function countedArea(
  { key, code, row, level, province }: ValuedArea,
  area: Pick<Area, 'name_en' | 'name_fr' | 'parent_code' | 'population'>,
  { sourceId }: FileFacts,
): AreaDraft {
  return {
    key,
    row,
    counted: true,
    area: {
      code,
      level,
      province,
      ...area,
      lon: null,
      lat: null,
      households: null,
      access: null,
      demand: false,
      apportioned: false,
      source_id: sourceId,
    },
  };
}
