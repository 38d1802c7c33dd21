import type { RowEdit } from '../../model/decisions.ts';
import type { Issue } from '../../model/issues.ts';
import type { ServicePoint } from '../../model/tables.ts';
import { checkNearDuplicates } from './check-near-duplicates.ts';
import { checkProvinceCode } from '../rows/check-province-code.ts';
import {
  checkDistance,
  checkPostalCode,
  checkProvince,
  checkStated,
  isOutsideLand,
  moveToStated,
} from './check-whereabouts.ts';
import { issue, type Findings } from '../read/findings.ts';
import { lookupIn, type Gazetteer, type PlaceLookup } from './gazetteer.ts';
import { locate, statedPlace, type StatedPlace } from './locate.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import type { AreaDraft } from '../rows/to-areas.ts';
import type { PointTables } from '../rows/to-service-points.ts';

/** The rows that the points were read from, and how to read them. */
export interface ReadRows {
  table: RawTable;
  reader: RowReader;
}

/** More than this share of a file's coordinates beyond Canada's land: it is a file about another country. */
const abroadFrom = 0.5;

/**
 * Checks where each point is against what its row states, and locates those that have no coordinates by postal code or
 * municipality: the tables come back with their places, the findings tell of each. Without a gazetteer only near-duplicates and
 * provinces that are none are told.
 */
export function checkPlaces(
  tables: PointTables,
  { table, reader }: ReadRows,
  gazetteer: Gazetteer | null,
  findings: Findings,
): PointTables {
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  const points = tables.service_point.flatMap((point): Placed[] => {
    const row = rows.get(tables.rowOf.get(point.id) ?? -1);
    return row ? [{ point, row }] : [];
  });
  for (const { row } of points) note(findings, checkProvinceCode(row, reader));
  const known = points.map(({ point, row }) => ({ point, row: row.number }));
  for (const found of checkNearDuplicates(known)) findings.note(found);
  if (!gazetteer) return tables;
  const lookup = lookupIn(gazetteer);
  const outside = outsideLand(points, lookup, findings);
  if (outside === 'most') return tables;
  const changed = new Map<string, ServicePoint>();
  for (const one of points) {
    const stated = statedPlace(one.point, one.row, reader, lookup);
    note(findings, checkPostalCode(one.row.number, stated));
    if (one.point.lon === null) {
      const { point, found } = locate(one.point, one.row.number, stated);
      note(findings, found);
      const far = point && checkStated(one.row.number, stated);
      note(findings, far);
      if (point) changed.set(point.id, far ? { ...point, location_doubt: true } : point);
    } else if (checkOne(one, stated, outside.has(one.row.number), reader, lookup, findings))
      changed.set(one.point.id, { ...one.point, location_doubt: true });
  }
  findings.withdraw('missing-coordinates', rowsOf(changed, tables));
  const service_point = tables.service_point.map((point) => changed.get(point.id) ?? point);
  return { ...tables, service_point };
}

/** Areas whose place lies in another province than their code or cells say. */
export function checkAreaPlaces(
  areas: readonly AreaDraft[],
  gazetteer: Gazetteer | null,
  findings: Findings,
): void {
  if (!gazetteer) return;
  const lookup = lookupIn(gazetteer);
  for (const { row, area } of areas) {
    if (area.lon === null || area.lat === null) continue;
    const place = { row, lon: area.lon, lat: area.lat };
    note(findings, checkProvince(place, area.province, null, lookup));
  }
}

interface Placed {
  point: ServicePoint;
  row: RawRow;
}

function note(findings: Findings, found: Issue | null): void {
  if (found) findings.note(found);
}

const rowsOf = (points: ReadonlyMap<string, ServicePoint>, { rowOf }: PointTables) =>
  new Set([...points.keys()].flatMap((id) => rowOf.get(id) ?? []));

/**
 * Rows whose place is beyond Canada's land; the box around it has been told of before, and is taken back. A file of which
 * most places are is told of once: nothing in it is compared with Canada's places.
 */
function outsideLand(
  points: readonly Placed[],
  lookup: PlaceLookup,
  findings: Findings,
): ReadonlySet<number> | 'most' {
  const located = points.filter(({ point }) => point.lon !== null);
  const outside = new Set(
    located.filter(({ point }) => isOutsideLand(point, lookup)).map(({ row }) => row.number),
  );
  findings.withdraw('impossible-coordinates', outside);
  if (outside.size <= located.length * abroadFrom) return outside;
  findings.note(issue('outside-land', 'note', { found: `${outside.size}`, expected: 'Canada' }));
  return 'most';
}

/** True when something that the row states contradicts its coordinates. */
function checkOne(
  { point, row }: Placed,
  stated: StatedPlace,
  outside: boolean,
  reader: RowReader,
  lookup: PlaceLookup,
  findings: Findings,
): boolean {
  const { lon, lat } = point;
  if (lon === null || lat === null) return false;
  const place = { row: row.number, lon, lat };
  const fix = row.geometry || row.place ? null : moveToStated(row.number, stated, reader, lookup);
  const column = row.geometry ? 'geometry' : reader.column('lat');
  const found = outside
    ? issue('outside-land', 'warning', { row: row.number, column, found: `${lat}, ${lon}` })
    : checkProvince(place, stated.province, reader.column('province'), lookup);
  note(findings, found && fixedBy(fix, found));
  // A postal code alone may be that of a head office: that it disagrees is told, and nothing is moved by it.
  const far = checkDistance(place, stated);
  note(findings, far && fixedBy(stated.places.length > 0 ? fix : null, far));
  return found !== null || far !== null;
}

const fixedBy = (fix: RowEdit | null, found: Issue): Issue => (fix ? { ...found, fix } : found);
