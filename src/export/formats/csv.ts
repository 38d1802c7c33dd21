import {
  runsAsFormula,
  tidyRows,
  type ExportOptions,
  type ExportTable,
  type ExportValue,
} from '../export-table.ts';

/**
 * The same where a program that parts cells at another sign (Excel in French at `;`) would see a cell begin inside: it
 * does not heed quotes that do not open its cell.
 */
const innerFormula = /([;\t\r\n])(?=[\s"]*(?:[=+@＝＋＠]|[-－](?![\d\s.,])))/g;

/** A text as a cell: an apostrophe before it keeps a formula from running. Figures are not texts: see `quoted`. */
export const csvCell = (text: string): string =>
  quoted((runsAsFormula(text) ? `'${text}` : text).replace(innerFormula, "$1'"));

/** A cell quoted as RFC 4180 asks. */
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Figures and truths as they are, since no spreadsheet runs them; a null is an empty cell. */
function cellOf(value: ExportValue): string {
  if (value === null) return '';
  return typeof value === 'string' ? csvCell(value) : quoted(String(value));
}

/** Each line of each note is a line of its own after `#`, quoted where it has a comma, so that columns stay columns. */
const commentsOf = (notes: readonly string[]) =>
  notes.flatMap((note) => note.split(/\r\n|\r|\n/)).map((line) => csvCell(`# ${line}`));

/**
 * A table as CSV (RFC 4180): the notes as comment lines, the labels as header, then raw values, so that figures stay
 * figures. Lines end in CR LF, the last one too. No byte order mark here.
 */
export function csvText(table: ExportTable, { notesInCsv = true }: Partial<ExportOptions> = {}): string {
  const header = table.columns.map(({ label }) => csvCell(label)).join(',');
  const lines = tidyRows(table).map((row) => row.map(cellOf).join(','));
  return [...(notesInCsv ? commentsOf(table.notes) : []), header, ...lines, ''].join('\r\n');
}

const byteOrderMarkBytes = '\ufeff';

/** A table as a CSV file in UTF-8. */
export function writeCsv(table: ExportTable, options: ExportOptions): Uint8Array {
  const text = csvText(table, options);
  return new TextEncoder().encode(options.byteOrderMark ? byteOrderMarkBytes + text : text);
}
