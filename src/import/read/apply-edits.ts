import type { RowEdit } from '../../model/decisions.ts';
import type { Issue } from '../../model/issues.ts';
import { issue } from './findings.ts';
import type { RawRow, RawTable } from './table.ts';

/**
 * A file's rows as a person changed them, before anything is read from them. A row left out is an issue that lists it, so
 * that rows read are still rows kept and rows listed; later edits of a row win. An edit of a row or column that the file does
 * not have is an issue too. Without edits the very table is given back.
 */
export function applyEdits(table: RawTable, edits: readonly RowEdit[]): { table: RawTable; issues: Issue[] } {
  if (edits.length === 0) return { table, issues: [] };
  const columns = new Map(table.columns.map(({ name }, index) => [name, index]));
  const rows = new Map(table.rows.map((row) => [row.number, row]));
  const left = new Set<number>();
  const issues: Issue[] = [];
  for (const edit of edits) {
    const row = rows.get(edit.row);
    if (!row) issues.push(issue('unapplied-edit', 'warning', { row: edit.row }));
    else if (edit.kind === 'leave-out') left.add(edit.row);
    else {
      left.delete(edit.row);
      rows.set(
        edit.row,
        edit.kind === 'place' ? { ...row, place: edit.place } : setCells(row, edit.cells, columns, issues),
      );
    }
  }
  for (const row of left) issues.push(issue('left-out', 'error', { row }));
  const kept = [...rows.values()].filter(({ number }) => !left.has(number));
  return {
    table: { columns: table.columns, rows: kept, read: table.read, spatial: table.spatial },
    issues,
  };
}

function setCells(
  row: RawRow,
  cells: Readonly<Record<string, string>>,
  columns: ReadonlyMap<string, number>,
  issues: Issue[],
): RawRow {
  const changed = [...row.cells];
  for (const [column, text] of Object.entries(cells)) {
    const place = columns.get(column);
    if (place === undefined)
      issues.push(issue('unapplied-edit', 'warning', { row: row.number, column, found: text }));
    else changed[place] = text;
  }
  return { ...row, cells: changed };
}
