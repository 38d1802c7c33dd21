import type { Geometry } from 'geojson';
import { representativePoint } from '../../geo/representative-point.ts';
import type { PlacedBy, RowEdit } from '../../model/decisions.ts';
import type { IssueCode } from '../../model/issues.ts';
import { issue, type Findings } from '../read/findings.ts';
import { isLonLat } from '../read/formats/geojson-geometry.ts';
import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow } from '../read/table.ts';
import { isInCanada } from '../cells/canada.ts';
import { parseDegrees } from '../cells/values.ts';

/** WGS 84 decimal degrees; both null when the row could not be located. */
export interface Location {
  lon: number | null;
  lat: number | null;
}

/** Of a row that could not be located. */
export const nowhere: Location = { lon: null, lat: null };

/**
 * Where a row is: the place it was given, else its geometry's representative point, else its coordinate columns. What cannot be right (not a number,
 * beyond the globe, on 0, 0, latitude and longitude swapped) leaves the row without a location and says so; a place
 * outside Canada is kept with a warning.
 */
export function readLocation(row: RawRow, reader: RowReader, findings: Findings): Location {
  if (row.place) return locatePlaced(row, row.place, findings);
  return row.geometry ? locateGeometry(row, row.geometry, findings) : locateCells(row, reader, findings);
}

function locateCells(row: RawRow, reader: RowReader, findings: Findings): Location {
  const column = reader.column('lat') ?? reader.column('lon');
  const [latText, lonText] = [reader.text(row, 'lat'), reader.text(row, 'lon')];
  const found = `${latText ?? ''}, ${lonText ?? ''}`;
  const warn = warner(row, column, found, findings, () => exchanged(row, reader));
  if (latText === null || lonText === null) return warn('missing-coordinates');
  const [lat, lon] = [parseDegrees(latText), parseDegrees(lonText)];
  return lat === null || lon === null ? warn('not-a-number') : judged(lon, lat, warn);
}

function locatePlaced(row: RawRow, { lon, lat, method, by, label }: PlacedBy, findings: Findings): Location {
  const where = { row: row.number, column: by, found: label, expected: method };
  findings.note(issue('looked-up', method === 'address' ? 'note' : 'warning', where));
  return judged(lon, lat, warner(row, null, label, findings));
}

/** The two cells exchanged; null where one of the columns is not there. */
function exchanged(row: RawRow, reader: RowReader): RowEdit | null {
  const [lat, lon] = [reader.column('lat'), reader.column('lon')];
  if (lat === null || lon === null) return null;
  const cells = { [lat]: reader.text(row, 'lon') ?? '', [lon]: reader.text(row, 'lat') ?? '' };
  return { kind: 'set-cells', row: row.number, cells };
}

function locateGeometry(row: RawRow, geometry: Geometry, findings: Findings): Location {
  const place = representativePoint(geometry);
  const found = place ? `${place[1].toFixed(5)}, ${place[0].toFixed(5)}` : geometry.type;
  const warn = warner(row, 'geometry', found, findings);
  if (!isLonLat(geometry)) return warn('impossible-coordinates', '±90, ±180');
  return place ? judged(place[0], place[1], warn) : warn('missing-coordinates');
}

type Warn = (code: IssueCode, expected?: string | null) => Location;

/** Notes what is wrong with the row's place, and gives no place. `exchange` mends swapped coordinates. */
const warner =
  (
    row: RawRow,
    column: string | null,
    found: string,
    findings: Findings,
    exchange: () => RowEdit | null = () => null,
  ): Warn =>
  (code, expected = null) => {
    const wrong = issue(code, 'warning', { row: row.number, column, found, expected });
    const fix = code === 'swapped-coordinates' ? exchange() : null;
    findings.note(fix ? { ...wrong, fix } : wrong);
    return nowhere;
  };

function judged(lon: number, lat: number, warn: Warn): Location {
  if (lat === 0 && lon === 0) return warn('impossible-coordinates', '≠ 0, 0');
  if (!isInCanada(lon, lat) && isInCanada(lat, lon)) return warn('swapped-coordinates', `${lon}, ${lat}`);
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return warn('impossible-coordinates', '±90, ±180');
  if (!isInCanada(lon, lat)) warn('impossible-coordinates', 'Canada');
  return { lon, lat };
}
