import { strToU8, zipSync } from 'fflate';
import {
  ExportRefused,
  tidyRows,
  type ExportOptions,
  type ExportTable,
  type ExportValue,
} from '../export-table.ts';
import { headerXml, packageParts, rowXml, sheetXml } from './xlsx-xml.ts';

/** What Excel opens (Microsoft, "Excel specifications and limits"). */
const limits = { rows: 1_048_576, columns: 16_384, letters: 32_767 };

/**
 * A table as an Excel workbook (ECMA-376): figures as numbers, days as dates, text as text even where it looks like a
 * formula; the notes on a second sheet. The same table gives the same bytes.
 * @throws ExportRefused for more rows, columns or letters in a cell than Excel opens
 */
export function writeXlsx(
  table: ExportTable,
  { aboutSheet = 'About' }: Partial<ExportOptions> = {},
): Uint8Array {
  refuseTooMuch(table);
  const kinds = table.columns.map(({ kind }) => kind);
  const data = sheetOf(true, [
    headerXml(table.columns.map(({ label }) => label)),
    ...tidyRows(table).map((row, index) => rowXml(index + 2, row, kinds)),
  ]);
  const about = sheetOf(
    false,
    notesByCell(table.notes).map((note, index) => rowXml(index + 1, [note], ['text'])),
  );
  const sheets = table.notes.length > 0 ? [data, about] : [data];
  const names = sheetNames(table.name, aboutSheet).slice(0, sheets.length);
  const parts = Object.entries(packageParts(names)).map(([path, xml]) => [path, strToU8(xml)] as const);
  const files = sheets.map((bytes, index) => [`xl/worksheets/sheet${index + 1}.xml`, bytes] as const);
  return zipSync(Object.fromEntries([...parts, ...files]), { mtime: new Date(1980, 0, 1) });
}

function refuseTooMuch({ columns, rows }: ExportTable): void {
  // The header is a row too.
  if (rows.length + 1 > limits.rows) throw new ExportRefused('too-many-rows', limits.rows);
  if (columns.length > limits.columns) throw new ExportRefused('too-many-columns', limits.columns);
  const long = (value: ExportValue) => typeof value === 'string' && value.length > limits.letters;
  if (columns.some(({ label }) => long(label)) || rows.some((row) => row.some(long)))
    throw new ExportRefused('cell-too-long', limits.letters);
}

/** A note of more letters than a cell holds goes on in the next one. */
const notesByCell = (notes: readonly string[]) =>
  notes.flatMap((note) =>
    Array.from({ length: Math.max(1, Math.ceil(note.length / limits.letters)) }, (_, part) =>
      note.slice(part * limits.letters, (part + 1) * limits.letters),
    ),
  );

/** One string of a long sheet might be longer than JavaScript allows. */
const rowsInPortion = 20_000;

function sheetOf(frozen: boolean, rows: readonly string[]): Uint8Array {
  const { before, after } = sheetXml(frozen);
  const pieces = [strToU8(before)];
  for (let from = 0; from < rows.length; from += rowsInPortion)
    pieces.push(strToU8(rows.slice(from, from + rowsInPortion).join('')));
  pieces.push(strToU8(after));
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

const longestSheetName = 31;

/** Names as Excel allows them: none of []:*?/\, no apostrophe at an end, 31 letters at most, different in more than case. */
function sheetNames(table: string, about: string): [string, string] {
  const allowed = (name: string, longest = longestSheetName) =>
    name
      .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
      .trim()
      .slice(0, longest)
      .replace(/^'+|'+$/g, '')
      .trim();
  const first = allowed(table) || 'Table';
  const second = allowed(about) || 'About';
  return [first, first.toLowerCase() === second.toLowerCase() ? `${allowed(second, 27)} (2)` : second];
}
