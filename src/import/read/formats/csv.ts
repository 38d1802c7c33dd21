import { issue } from '../findings.ts';
import { nameColumns, type RawRow } from '../table.ts';
import { mostColumns, recordsOf } from './delimited-text.ts';
import { extentOf } from './filled-cells.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { footnote, notesFrom } from './footnotes.ts';
import { findHeader, headerlessNote, preambleNote } from './header-rows.ts';
import { refused } from './refused.ts';

/** The delimiters that published files have, and rarer ones, which are tried only where none of these parts the lines. */
const usual = [',', ';', '\t', '|'] as const;
const rare = ['~', '^', '¦', '§', '#', '!', ':', '\u001f', '\u001e'] as const;
/** A sign that parts the cells of a line. */
export type Delimiter = (typeof usual)[number] | (typeof rare)[number];

/**
 * Delimited text (RFC 4180 and its relatives): the delimiter is found from the content, or said by a first line `sep=;`
 * as Excel writes it. Lines of title above the header are skipped and said.
 */
export const csv: FileFormat = {
  open({ decoded }) {
    if (decoded.kind !== 'text' || /^\s*</.test(decoded.text)) return null;
    const lines = withOneLineEnd(decoded.text);
    const said = /^"?sep=(.)"?\n/.exec(lines);
    const text = said ? lines.slice(said[0].length) : lines;
    const delimiter = [...usual, ...rare].find((one) => one === said?.[1]) ?? findDelimiter(text);
    return { format: delimiter === '\t' ? 'tsv' : 'csv', read: async () => readDelimited(text, delimiter) };
  },
};

/** Lines that end in two ways in one file end alike. */
const withOneLineEnd = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

const linesSampled = 50;
/** A sample may be cut inside a line: one line in fifty is no evidence. */
const lettersSampled = 1 << 18;

/** The delimiter that gives most lines the same number of cells; among those, the most cells; a comma if none does. */
export function findDelimiter(text: string): Delimiter {
  const sample = text.slice(0, lettersSampled);
  return bestOf(usual, sample) ?? bestOf(rare, sample) ?? ',';
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
  const { records } = recordsOf(text, delimiter, linesSampled);
  const counts = new Map<number, number>();
  for (const { length } of records) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const scores = [...counts].map(([width, count]) => {
    const alike = count / Math.max(records.length, 1);
    return alike > least ? alike * Math.log2(width + 1) : 0;
  });
  return Math.max(0, ...scores);
}

/** What is longer is no name but text in the wrong place; looking for a meaning in it would take minutes. */
const longestName = 1000;

function readDelimited(text: string, delimiter: Delimiter): ReadTable {
  const { records, repaired } = recordsOf(text, delimiter);
  const header = findHeader(records);
  if (header.names.length > mostColumns)
    return refused('too-large', `${header.names.length}`, `${mostColumns}`);
  const first = header.preamble + header.rows;
  const columns = nameColumns(header.names.map((name) => name.slice(0, longestName)));
  const named = header.rows === 0 ? columns.length : extentOf(header.names);
  const rows: RawRow[] = [];
  const issues = [...preambleNote(records, header.preamble), ...headerlessNote(header, records)];
  const end = first + notesFrom(records.slice(first), columns.length, true);
  for (let index = first; index < records.length; index += 1) {
    const cells = records[index] ?? [];
    const number = index - first + 1;
    if (index >= end) {
      issues.push(footnote(number, cells));
      continue;
    }
    if (isRagged(cells, named, columns.length)) {
      issues.push(raggedRow(cells, number, { delimiter, expected: `${columns.length}` }));
      continue;
    }
    if (repaired.has(index))
      issues.push({ ...raggedRow(cells, number, { delimiter, expected: '""' }), severity: 'note' });
    rows.push({ number, cells: padded(cells, columns.length), geometry: null });
  }
  const read = Math.max(0, records.length - first);
  return { table: { columns, rows, read, spatial: false }, issues };
}

/** Enough of a long row to be known by. */
const cellsQuoted = 40;

const raggedRow = (
  cells: readonly string[],
  row: number,
  { delimiter, expected }: { delimiter: string; expected: string },
) => issue('ragged-row', 'error', { row, found: cells.slice(0, cellsQuoted).join(delimiter), expected });

/**
 * A cell too many or too few means that cells may stand under the wrong names, so such a row is listed. Blank cells
 * beyond the header, and missing ones under blank names at its end, are harmless.
 */
function isRagged(cells: readonly string[], named: number, width: number): boolean {
  if (cells.length === width) return false;
  return cells.length < named || extentOf(cells) > width;
}

function padded(cells: readonly string[], width: number): readonly string[] {
  if (cells.length === width) return cells;
  return cells.length > width
    ? cells.slice(0, width)
    : [...cells, ...Array<string>(width - cells.length).fill('')];
}
