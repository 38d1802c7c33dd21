import Papa from 'papaparse';
import type { Issue } from '../../model/issues.ts';
import { issue } from '../findings.ts';
import { nameColumns, type RawRow } from '../table.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { findHeader, preambleNote } from './header-rows.ts';

/** The delimiters that published files have, and rarer ones, which are tried only where none of these parts the lines. */
const usual = [',', ';', '\t', '|'] as const;
const rare = ['~', '^', '¦', '§', '#', '!', ':', '\u001f', '\u001e'] as const;
export type Delimiter = (typeof usual)[number] | (typeof rare)[number];

/**
 * Delimited text (RFC 4180 and its relatives): the delimiter is found from the content, or said by a first line `sep=;`
 * as Excel writes it. Lines of title above the header are skipped and said.
 */
export const csv: FileFormat = {
  open({ decoded }) {
    if (decoded.kind !== 'text' || /^\s*</.test(decoded.text)) return null;
    // One kind of line end, or the parser settles on the first it meets and joins the lines that end otherwise.
    const lines = decoded.text.replace(/\r\n?/g, '\n');
    const said = /^"?sep=(.)"?\n/.exec(lines);
    const text = said ? lines.slice(said[0].length) : lines;
    const delimiter = [...usual, ...rare].find((one) => one === said?.[1]) ?? findDelimiter(text);
    return { format: delimiter === '\t' ? 'tsv' : 'csv', read: async () => readDelimited(text, delimiter) };
  },
};

const linesSampled = 50;

/** The delimiter that gives most lines the same number of cells; among those, the most cells; a comma if none does. */
export function findDelimiter(text: string): Delimiter {
  return bestOf(usual, text) ?? bestOf(rare, text) ?? ',';
}

/** A rare delimiter is a common letter of text: it has to part nearly every line alike. */
const leastAlike = { usual: 0, rare: 0.9 };

function bestOf<One extends Delimiter>(delimiters: readonly One[], text: string): One | null {
  const least = (delimiters as readonly string[]).includes(',') ? leastAlike.usual : leastAlike.rare;
  const scored = delimiters.map((delimiter) => ({ delimiter, score: scoreOf(text, delimiter, least) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.delimiter : null;
}

/** The share of lines with the usual number of cells, times the logarithm of that number; lines of one cell are no evidence. */
function scoreOf(text: string, delimiter: Delimiter, least: number): number {
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: linesSampled, skipEmptyLines: true });
  const counts = new Map<number, number>();
  for (const { length } of data) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const scores = [...counts].map(([width, count]) => {
    const alike = count / Math.max(data.length, 1);
    return alike > least ? alike * Math.log2(width + 1) : 0;
  });
  return Math.max(0, ...scores);
}

interface TextRecord {
  cells: string[];
  /** The record's quotes broke the rules and were read by `readLoosely`. */
  repaired: boolean;
}

function readDelimited(text: string, delimiter: Delimiter): ReadTable {
  const records = recordsOf(text, delimiter);
  const lines = records.map(({ cells }) => cells);
  const header = findHeader(lines);
  const body = records.slice(header.preamble + header.rows);
  const columns = nameColumns(header.names);
  const named = header.names.findLastIndex((cell) => cell.trim() !== '') + 1;
  const rows: RawRow[] = [];
  const issues: Issue[] = preambleNote(lines, header.preamble);
  body.forEach(({ cells, repaired }, index) => {
    const row = index + 1;
    const found = cells.join(delimiter);
    if (isRagged(cells, named, columns.length)) {
      issues.push(issue('ragged-row', 'error', { row, found, expected: `${columns.length}` }));
      return;
    }
    if (repaired) issues.push(issue('ragged-row', 'note', { row, found, expected: '""' }));
    rows.push({ number: row, cells: padded(cells, columns.length), geometry: null });
  });
  return { table: { columns, rows, read: body.length, spatial: false }, issues };
}

/** Every record that is not blank. One whose quotes are broken is read again line by line, so that it swallows no other. */
function recordsOf(text: string, delimiter: Delimiter): TextRecord[] {
  const records: TextRecord[] = [];
  let start = 0;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      const raw = text.slice(start, meta.cursor);
      start = meta.cursor;
      const broken = errors.some(({ type }) => type === 'Quotes');
      if (!broken) records.push({ cells: data, repaired: false });
      else
        for (const line of raw.split('\n'))
          records.push({ cells: readLoosely(line, delimiter), repaired: true });
    },
  });
  return records.filter(({ cells }) => cells.length > 1 || cells[0]?.trim());
}

/**
 * Reads a line whose quotes are not doubled inside quoted cells, as in `"Peigan Timber Limit "B"",5` in Statistics
 * Canada's tables: a quoted cell ends at the first quote before a delimiter or the end of the line.
 */
export function readLoosely(line: string, delimiter: Delimiter): string[] {
  const cells: string[] = [];
  let start = 0;
  while (start <= line.length) {
    const quoted = line[start] === '"';
    const mark = quoted ? `"${delimiter}` : delimiter;
    const found = line.indexOf(mark, quoted ? start + 1 : start);
    const end = found < 0 ? line.length : found + mark.length - 1;
    cells.push(unquoted(line.slice(start, end)));
    start = end + 1;
  }
  return cells;
}

function unquoted(cell: string): string {
  if (!cell.startsWith('"')) return cell;
  return cell.slice(1, cell.length > 1 && cell.endsWith('"') ? -1 : undefined).replaceAll('""', '"');
}

/**
 * A cell too many or too few means that cells may stand under the wrong names, so such a row is listed. Blank cells
 * beyond the header, and missing ones under blank names at its end, are harmless.
 */
function isRagged(cells: readonly string[], named: number, width: number): boolean {
  const filled = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  return cells.length < named || filled > width;
}

const padded = (cells: readonly string[], width: number) =>
  cells.length >= width ? cells.slice(0, width) : [...cells, ...Array<string>(width - cells.length).fill('')];
