import type { AreaUnit } from '../../model/decisions.ts';
import { readCount } from './read-count.ts';
import { issue, type Findings } from '../read/findings.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';

/** Square metres in a square foot, exactly (international foot of 0.3048 m). */
const squareMetresInSquareFoot = 0.3048 ** 2;

/** Says once that a column of floor areas does not name its unit, when nobody has. */
export function askAreaUnit(reader: RowReader, said: AreaUnit | undefined, findings: Findings): void {
  const column = reader.column('floor_area');
  if (column !== null && !said) findings.note(issue('ambiguous-unit', 'warning', { column }));
}

/** Floor area in square metres. Nothing is 0 m² large: a 0 is not known. A column without a unit waits for one. */
export function floorAreaOf(
  row: RawRow,
  reader: RowReader,
  said: AreaUnit | undefined,
  findings: Findings,
): number | null {
  const metres = readCount(row, 'floor_area_m2', reader, findings);
  const feet = readCount(row, 'floor_area_ft2', reader, findings);
  const plain = said ? readCount(row, 'floor_area', reader, findings) : null;
  const inMetres = metres ?? (said === 'm2' ? plain : null);
  const inFeet = feet ?? (said === 'ft2' ? plain : null);
  const area = inMetres ?? (inFeet === null ? null : inFeet * squareMetresInSquareFoot);
  return area === 0 || area === null ? null : Math.round(area * 10) / 10;
}
