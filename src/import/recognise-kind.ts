import { indicatorIds } from '../model/tables.ts';
import type { Field } from './fields.ts';
import type { FileKind } from './known-files.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawTable } from './table.ts';
import { yearColumns } from './year-columns.ts';

/** Columns that only an office has; with one of these, a code per row does not make rows areas. */
const officeFields: readonly Field[] = [
  'id',
  'address',
  'postal_code',
  'weekly_hours',
  'opening_hours',
  'organization',
  'kind',
];

/** What the rows are, from the columns that were matched and the geometries; `unknown` when the evidence is not enough. */
export function recogniseKind(table: RawTable, matches: readonly ColumnMatch[]): FileKind {
  const has = (field: Field) => matches.some((match) => match.field === field);
  const located = (has('lat') && has('lon')) || hasGeometry(table, 'Point', 'MultiPoint');
  const office = officeFields.some(has);
  if (has('origin') && has('destination') && (has('minutes') || has('kilometres'))) return 'travel';
  if (has('characteristic') && has('characteristic_rate') && has('code')) return 'indicators';
  if (hasGeometry(table, 'Polygon', 'MultiPolygon')) return has('population') ? 'areas' : 'boundaries';
  if (has('population') && located) return 'areas';
  const shares = indicatorIds.some(has);
  if ((has('population') || shares) && has('code')) return 'counts';
  if (located && has('code') && !office && isUnique(table, matches)) return 'boundaries';
  if (located) return 'points';
  const named = has('name_en') || has('name_fr');
  if ((named || has('code') || has('municipality')) && yearColumns(table).length > 0) return 'indicators';
  const placed = has('address') || has('postal_code') || has('municipality') || has('kind');
  return named && placed ? 'points' : 'unknown';
}

function hasGeometry({ rows }: RawTable, ...types: readonly string[]): boolean {
  return rows.some(({ geometry }) => geometry !== null && types.includes(geometry.type));
}

/** Locations of areas name each area once; offices repeat the code of the area they stand in. */
function isUnique({ rows }: RawTable, matches: readonly ColumnMatch[]): boolean {
  const column = matches.findIndex(({ field }) => field === 'code');
  return new Set(rows.map(({ cells }) => cells[column])).size === rows.length;
}
