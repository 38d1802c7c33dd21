import type { Column } from '../../ui/table-columns.ts';

/** A cell that a spreadsheet would run as a formula is kept as text (OWASP, CSV injection). */
const formula = /^[=+@\t\r]|^-(?![\d\s.,]+$)/;

/** A cell quoted as RFC 4180 asks. */
export function csvCell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * A table as CSV: notes (question, caveats) as comment lines, then headers, then raw values, so that figures stay
 * figures. A mark such as "invented" or "estimate" follows in a column of its own where any row has one.
 */
export function tableAsCsv<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  notes: readonly string[],
): string {
  const marked = columns.filter(({ mark }) => mark && rows.some((row) => mark(row) !== null));
  const header = [...columns.map(({ label }) => label), ...marked.map(({ label }) => `${label} (*)`)];
  const lines = rows.map((row) => [
    ...columns.map(({ value, text }) => {
      const raw = value(row);
      return typeof raw === 'number' ? String(raw) : text(row);
    }),
    ...marked.map(({ mark }) => mark?.(row) ?? ''),
  ]);
  const all = [...notes.map((note) => [`# ${note}`]), header, ...lines];
  return all.map((cells) => cells.map(csvCell).join(',')).join('\r\n');
}

/** Hands a text to the person as a file; UTF-8 with a byte order mark, which spreadsheets need to read accents. */
export function downloadText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob(['\ufeff', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
