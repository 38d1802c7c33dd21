import type { RowReader } from '../columns/row-reader.ts';
import type { RawRow, RawTable } from '../read/table.ts';
import { locationMethodWords } from '../cells/location-words.ts';
import { parseDegrees } from '../cells/values.ts';

/** A row that a geocoder could place better than its file does, and what would be asked. */
export interface UnplacedRow {
  row: number;
  /** The address in one line: street, municipality, province, postal code, as far as the row has them. */
  address: string;
}

const addressFields = ['address', 'municipality', 'province', 'postal_code'] as const;

/** Rows with an address that have no coordinates, or those of a postal code or a municipality. */
export function unplacedRows({ rows }: RawTable, reader: RowReader): UnplacedRow[] {
  if (reader.column('address') === null) return [];
  return rows.flatMap((row) => {
    if (row.geometry || row.place || reader.text(row, 'address') === null) return [];
    if (isPlaced(row, reader)) return [];
    const parts = addressFields.flatMap((field) => reader.text(row, field) ?? []);
    return [{ row: row.number, address: parts.join(', ').replace(/\s+/g, ' ') }];
  });
}

/** True for coordinates that are not said to be those of something larger than an address. */
function isPlaced(row: RawRow, reader: RowReader): boolean {
  const known = (['lat', 'lon'] as const).every(
    (field) => parseDegrees(reader.text(row, field) ?? '') !== null,
  );
  const method = locationMethodWords.get(reader.text(row, 'location_method')?.toLowerCase() ?? '');
  return known && method !== 'postal code' && method !== 'municipality';
}
