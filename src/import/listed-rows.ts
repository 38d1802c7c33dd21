import { grouped } from '../model/grouped.ts';
import type { Issue } from '../model/issues.ts';
import type { ListedRows } from './import-messages.ts';
import type { RawTable } from './read/table.ts';

/**
 * The rows of a file that were not kept, each with its reasons and its cells as written, in the file's order. A file
 * that was refused as a whole gives all its rows. A row that could not be read at all has no cells.
 */
export function listedRows(issues: readonly Issue[], table: RawTable): ListedRows {
  const errors = issues.filter(({ severity }) => severity === 'error');
  const ofFile = errors.filter(({ row }) => row === null);
  const byRow = grouped(errors, ({ row }) => (row === null ? [] : [row]));
  const cells = new Map(table.rows.map((row) => [row.number, row.cells]));
  const numbers = ofFile.length > 0 ? new Set([...cells.keys(), ...byRow.keys()]) : new Set(byRow.keys());
  return {
    header: table.columns.map(({ name }) => name),
    rows: [...numbers]
      .sort((a, b) => a - b)
      .map((row) => ({
        row,
        reasons: [...ofFile, ...(byRow.get(row) ?? [])],
        cells: cells.get(row) ?? [],
      })),
  };
}
