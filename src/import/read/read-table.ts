import type { Issue } from '../../model/issues.ts';
import { issue } from './findings.ts';
import type { Parts } from './formats/format.ts';
import { formats } from './formats/list.ts';
import type { TextEncoding } from '../../model/decisions.ts';
import { decode, type Encoding } from './sniff.ts';
import { zeroBytesElsewhere } from './zero-bytes.ts';
import { emptyTable, type RawTable } from './table.ts';

/** A file as it is dropped: its name serves the report only. */
export interface FileBytes {
  name: string;
  bytes: Uint8Array;
  /** The sheet or layer to read, when a person picked one. */
  part?: string;
  /** What its text is written in, when a person says so; else its bytes tell. */
  encoding?: TextEncoding;
  /** Why there are no bytes to read: the file could not be taken out of its archive. */
  problem?: Issue;
  /** What was read of it before: taken as it is, so that a new decision does not read the file again. */
  contents?: FileContents;
}

/** What a file's bytes say before their meaning is asked. `format` and `encoding` are null where unknown. */
export interface FileContents {
  format: string | null;
  encoding: Encoding | null;
  table: RawTable;
  issues: Issue[];
  parts?: Parts;
  /** Zero bytes that its text had; left out where it had none. */
  zeros?: number;
}

/** Longer text than this does not fit in one JavaScript string. */
export const largestFileBytes = 400 * 1024 * 1024;

/** Bytes to a table: plain data in and out, so that it can run on another thread. Never throws for a bad file. */
export async function readTable({
  bytes,
  part,
  encoding: said,
  problem,
  contents,
}: FileBytes): Promise<FileContents> {
  if (contents) return contents;
  if (problem) return { format: null, encoding: null, table: emptyTable, issues: [problem] };
  if (bytes.length > largestFileBytes)
    return unreadable('too-large', `${bytes.length}`, `${largestFileBytes}`);
  const decoded = decode(bytes, said);
  if (decoded.kind === 'text' && decoded.text.trim() === '') return unreadable('empty-file', null, null);
  const encoding = decoded.kind === 'text' ? decoded.encoding : null;
  for (const format of formats) {
    const opened = format.open({ bytes, decoded });
    if (!opened) continue;
    const { issues, ...contents } = await opened.read(part ?? null);
    const blamed = issues.some(({ severity }) => severity === 'error');
    const none = contents.table.read === 0 && !blamed ? [issue('no-rows', 'error')] : [];
    const zeros = decoded.kind === 'text' ? decoded.zeros : undefined;
    const read = { format: opened.format, encoding, ...contents, issues: [...issues, ...none] };
    if (zeros === undefined) return read;
    return { ...read, zeros, issues: [...read.issues, ...zeroBytesElsewhere(contents.table, zeros)] };
  }
  if (decoded.kind === 'text')
    return { ...unreadable('unknown-format', 'html, xml', 'csv, geojson'), encoding };
  return decoded.what === null
    ? unreadable('unreadable', null, 'csv, geojson')
    : unreadable('unknown-format', decoded.what, 'csv, geojson');
}

const unreadable = (
  code: 'too-large' | 'empty-file' | 'unknown-format' | 'unreadable',
  found: string | null,
  expected: string | null,
): FileContents => ({
  format: null,
  encoding: null,
  table: emptyTable,
  issues: [issue(code, 'error', { found, expected })],
});
