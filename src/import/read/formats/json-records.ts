import { isRecord } from '../../../model/json.ts';
import { issue } from '../findings.ts';
import { nameColumns, type RawRow } from '../table.ts';
import { cellText, orBroken } from './features.ts';
import type { OpenedFile, ReadTable } from './format.ts';
import { otherParts } from './parts.ts';
import { refused } from './refused.ts';

/**
 * JSON that is a list of objects, or an object with such lists in it (`{ "offices": [...] }`, also one level deeper, as
 * open-data portals answer): each object is a row, an object inside it gives columns named `a.b`, anything deeper is
 * JSON text in its cell. Of several lists the longest is read unless another is asked for. Other JSON is refused.
 */
export function openJson(parsed: unknown): OpenedFile {
  const lists = listsIn(parsed);
  return { format: 'json', read: async (part = null) => pickList(lists, part) };
}

/** One object a line; what is none comes as undefined, a row that cannot be read. */
export const openJsonLines = (values: readonly unknown[]): OpenedFile => ({
  format: 'jsonl',
  read: async () => readRecords(values),
});

interface RecordList {
  /** `offices`, `result.records`; '' for the file itself. */
  name: string;
  records: readonly unknown[];
}

const deepest = 2;

function listsIn(value: unknown, path: readonly string[] = []): RecordList[] {
  if (Array.isArray(value)) return value.some(isRecord) ? [{ name: path.join('.'), records: value }] : [];
  if (!isRecord(value) || path.length >= deepest) return [];
  return Object.entries(value).flatMap(([key, inner]) => listsIn(inner, [...path, key]));
}

function pickList(lists: readonly RecordList[], part: string | null): ReadTable {
  const longest = [...lists].sort((a, b) => b.records.length - a.records.length)[0];
  const picked = lists.find(({ name }) => name === part) ?? longest;
  if (!picked) return refused('unknown-format', 'json', 'geojson');
  const { table, issues } = readRecords(picked.records);
  if (lists.length === 1) return { table, issues };
  const others = lists.filter((one) => one !== picked).map(({ name }) => name);
  return {
    table,
    issues: [...otherParts(picked.name, others), ...issues],
    parts: { names: lists.map(({ name }) => name), read: picked.name },
  };
}

/** Rows of objects; whatever else stands among them is a row that cannot be read. */
function readRecords(records: readonly unknown[]): ReadTable {
  const issues: ReadTable['issues'] = [];
  const columns = new Map<string, { name: string; index: number }>();
  const read: { number: number; cells: Map<number, string> }[] = [];
  records.forEach((record, index) => {
    const number = index + 1;
    const cells = isRecord(record) ? orBroken(() => cellsOf(record, columns)) : null;
    if (cells) read.push({ number, cells });
    else issues.push(issue('broken-row', 'error', { row: number }));
  });
  const names = [...columns.values()].map(({ name }) => name);
  const rows = read.map(({ number, cells }): RawRow => ({
    number,
    cells: names.map((_, column) => cells.get(column) ?? ''),
    geometry: null,
  }));
  return { table: { columns: nameColumns(names), rows, read: records.length, spatial: false }, issues };
}

/** The cells of an object by column; columns that no earlier object had are added. */
function cellsOf(
  record: Record<string, unknown>,
  columns: Map<string, { name: string; index: number }>,
): Map<number, string> {
  const cells = new Map<number, string>();
  const put = (path: readonly string[], value: unknown) => {
    // A key may itself have a dot: `a.b` is not the `b` of `a`.
    const key = JSON.stringify(path);
    const column = columns.get(key) ?? { name: path.join('.'), index: columns.size };
    columns.set(key, column);
    cells.set(column.index, cellText(value));
  };
  for (const [key, value] of Object.entries(record)) {
    if (isRecord(value)) for (const [inner, deeper] of Object.entries(value)) put([key, inner], deeper);
    else put([key], value);
  }
  return cells;
}
