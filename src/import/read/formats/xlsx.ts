import { nameColumns, type RawRow } from '../table.ts';
import { extentOf, isFilled } from './filled-cells.ts';
import type { FileFormat, ReadTable } from './format.ts';
import { footnote, notesFrom } from './footnotes.ts';
import { findHeader, headerlessNote, preambleNote } from './header-rows.ts';
import { otherParts } from './parts.ts';
import { orUnreadable, refused } from './refused.ts';
import { gridCells, largestGridCells } from './xlsx-extent.ts';
import { withLeadingZeros } from './xlsx-zeros.ts';
import { unpack, zipEntries, type ZipEntry } from './zip-entries.ts';

/** Office documents of before 2007 and encrypted ones are of this format (Microsoft, MS-CFB). */
const compoundFile = [0xd0, 0xcf, 0x11, 0xe0];
/** The stream that holds an encrypted workbook (Microsoft, MS-OFFCRYPTO 2.3), as its name is written: UTF-16. */
const encryptedPackage = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/**
 * Excel workbooks (ECMA-376): one sheet of them, with dates as ISO 8601 text whichever of Excel's two calendars they
 * count by. Numbers are as stored, not as displayed; only codes that are shown with leading zeros keep these.
 */
export const xlsx: FileFormat = {
  open({ bytes }) {
    if (compoundFile.every((byte, index) => bytes[index] === byte))
      return includes(bytes, encryptedPackage)
        ? { format: 'xlsx', read: async () => refused('password-protected', 'xlsx') }
        : null;
    const entries = zipEntries(bytes);
    if (!entries?.some(({ path }) => path === 'xl/workbook.xml')) return null;
    return { format: 'xlsx', read: (part = null) => readWorkbook(bytes, entries, part) };
  },
};

function includes(bytes: Uint8Array, wanted: readonly number[]): boolean {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/** Unpacked; the text of a sheet has to fit in one JavaScript string. */
const largestWorkbookBytes = 400 * 1024 * 1024;

interface Sheet {
  sheet: string;
  data: readonly (readonly unknown[])[];
}

async function readWorkbook(bytes: Uint8Array, entries: ZipEntry[], part: string | null): Promise<ReadTable> {
  const unpacked = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
  if (unpacked > largestWorkbookBytes) return refused('too-large', `${unpacked}`, `${largestWorkbookBytes}`);
  if (entries.some(({ encrypted }) => encrypted)) return refused('password-protected', 'xlsx');
  return orUnreadable('xlsx', loadLibraries, async ([{ default: readSheets }, { zipSync }]) => {
    const files = await filesOf(bytes, entries);
    if (!files) return refused('unreadable', 'xlsx');
    const cells = sheetsOf(files).map(gridCells);
    if (cells.includes(null)) return refused('unreadable', 'xlsx');
    const most = Math.max(0, ...cells.map((count) => count ?? 0));
    if (most > largestGridCells) return refused('too-large', `${most}`, `${largestGridCells}`);
    const plain = new Uint8Array(zipSync(withLeadingZeros(files), { level: 0 })).buffer;
    return pickSheet((await readSheets(plain, { trim: false })) as Sheet[], part);
  });
}

const loadLibraries = () => Promise.all([import('read-excel-file/universal'), import('fflate')]);

/**
 * The XML of the workbook, to be handed on in an archive without compression: its sums are checked, and the library,
 * which would unpack whatever an archive holds, has nothing left to unpack.
 */
async function filesOf(
  bytes: Uint8Array,
  entries: readonly ZipEntry[],
): Promise<Record<string, Uint8Array> | null> {
  const files: Record<string, Uint8Array> = {};
  for (const entry of entries.filter(({ path }) => /\.(xml|rels)$/.test(path))) {
    const found = await unpack(bytes, entry, largestWorkbookBytes);
    if (found.kind !== 'bytes') return null;
    files[entry.path] = found.bytes;
  }
  return files;
}

const sheetsOf = (files: Record<string, Uint8Array>) =>
  Object.entries(files).flatMap(([path, bytes]) => (/^xl\/worksheets\//.test(path) ? [bytes] : []));

/** The sheet that was asked for, else the one with the most filled cells, the first among equals. */
function pickSheet(sheets: readonly Sheet[], part: string | null): ReadTable {
  const filled = new Map(sheets.map((one) => [one, filledCells(one)]));
  const countOf = (one: Sheet) => filled.get(one) ?? 0;
  const wanted = sheets.find(({ sheet }) => sheet === part);
  const picked = wanted ?? [...sheets].sort((a, b) => countOf(b) - countOf(a))[0];
  if (!picked) return refused('no-rows');
  const others = sheets.filter((one) => one !== picked && countOf(one) > 0).map(({ sheet }) => sheet);
  const { table, issues } = readGrid(picked.data.map((cells) => cells.map(cellText)));
  return {
    table,
    issues: [...otherParts(picked.sheet, others), ...issues],
    parts: { names: sheets.map(({ sheet }) => sheet), read: picked.sheet },
  };
}

const filledCells = ({ data }: Sheet) =>
  data.reduce((sum, cells) => sum + cells.filter((cell) => cell !== null && cell !== '').length, 0);

/** Lines of cells to a table. Blank lines are no rows; a line of text below the table is listed, as in a CSV file. */
function readGrid(grid: readonly string[][]): ReadTable {
  const lines = grid.filter((cells) => cells.some(isFilled));
  const header = findHeader(lines);
  const body = lines.slice(header.preamble + header.rows);
  const width = lines.reduce((widest, { length }) => Math.max(widest, length), 0);
  const columns = nameColumns(trimmedTo(header.names, body, width));
  const end = notesFrom(body, columns.length, false);
  const rows = body.slice(0, end).map((cells, index): RawRow => ({
    number: index + 1,
    cells: columns.map((_, column) => cells[column] ?? ''),
    geometry: null,
  }));
  const notes = body.slice(end).map((cells, index) => footnote(end + index + 1, cells));
  const issues = [...preambleNote(lines, header.preamble), ...headerlessNote(header, lines), ...notes];
  return { table: { columns, rows, read: body.length, spatial: false }, issues };
}

/** Excel keeps formatted columns that hold nothing: those beyond the last name and the last filled cell are dropped. */
function trimmedTo(names: readonly string[], body: readonly string[][], width: number): string[] {
  const last = body.reduce((most, cells) => Math.max(most, extentOf(cells)), extentOf(names));
  return Array.from({ length: Math.min(width, last) }, (_, column) => names[column] ?? '');
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  return value instanceof Date ? dateText(value) : String(value);
}

const secondsADay = 86_400;
/** Serial number 1 of Excel's older calendar is 1 January 1900: what is earlier is a time of day without a day. */
const dayOfTimes = Date.UTC(1900, 0, 1) / 1000;

/** `2020-02-12`; with a time of day `2020-02-12T08:30:00`; a time alone `08:30` or `08:30:15`. */
function dateText(date: Date): string {
  // Serial numbers are binary fractions of a day: a time falls a hair short of its second.
  const seconds = Math.round(date.getTime() / 1000);
  if (!Number.isFinite(seconds)) return '';
  const iso = new Date(seconds * 1000).toISOString().slice(0, 19);
  if (seconds < dayOfTimes) return iso.slice(11).replace(/:00$/, '');
  return seconds % secondsADay === 0 ? iso.slice(0, 10) : iso;
}
