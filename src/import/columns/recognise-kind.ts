import { indicatorIds } from '../../model/tables.ts';
import type { Field } from './fields.ts';
import type { FileKind } from './known-files.ts';
import type { ColumnMatch } from './match-columns.ts';
import type { RawTable } from '../read/table.ts';
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

/** Columns of how a point is held, and until when. */
const leaseFields: readonly Field[] = ['expiry_date', 'start_date', 'tenure'];

/** What the rows are, from the columns that were matched and the geometries; `unknown` when the evidence is not enough. */
export function recogniseKind(table: RawTable, matches: readonly ColumnMatch[]): FileKind {
  const has = (field: Field) => matches.some((match) => match.field === field);
  const located = (has('lat') && has('lon')) || hasGeometry(table, 'Point', 'MultiPoint');
  const office = officeFields.some(has);
  if (has('destination') && (has('minutes') || has('kilometres') || has('distance'))) return 'travel';
  if (has('people_affected')) return 'events';
  if (has('characteristic') && has('characteristic_rate') && has('code')) return 'indicators';
  if (hasGeometry(table, 'Polygon', 'MultiPolygon')) return has('population') ? 'areas' : 'boundaries';
  if (has('population') && located) return 'areas';
  const shares = indicatorIds.some(has);
  if ((has('population') || shares) && has('code')) return 'counts';
  if (has('lease_number') && leaseFields.some(has)) return 'leases';
  if (located && has('code') && !office && isUnique(table, matches)) return 'boundaries';
  if (located) return 'points';
  const named = has('name_en') || has('name_fr');
  const placed = has('address') || has('postal_code') || has('municipality') || has('kind');
  if (!placed && (has('service') || has('service_id')))
    return byPoint(table, matches) ? 'offerings' : 'services';
  if (!placed && !named && has('id') && leaseFields.some(has)) return 'leases';
  if ((named || has('code') || has('municipality')) && yearColumns(table).length > 0) return 'indicators';
  return named && placed ? 'points' : 'unknown';
}

function hasGeometry({ rows }: RawTable, ...types: readonly string[]): boolean {
  return rows.some(({ geometry }) => geometry !== null && types.includes(geometry.type));
}

/** Services by point name a point in each row: by an id beside that of the service, or by one that repeats. */
function byPoint(table: RawTable, matches: readonly ColumnMatch[]): boolean {
  const has = (field: Field) => matches.some((match) => match.field === field);
  if (has('id')) return has('service_id') || !isUnique(table, matches, 'id');
  return has('name_en') && !isUnique(table, matches, 'name_en');
}

/** Locations of areas name each area once; offices repeat the code of the area they stand in. */
function isUnique(
  { rows }: RawTable,
  matches: readonly ColumnMatch[],
  by: 'code' | 'id' | 'name_en' = 'code',
): boolean {
  const column = matches.findIndex(({ field }) => field === by);
  return new Set(rows.map(({ cells }) => cells[column])).size === rows.length;
}
