import type { Decisions } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';
import type { Project } from '../model/project.ts';
import {
  projectTableNames,
  type ProjectTableName,
  type ProjectTables,
  type Source,
} from '../model/tables.ts';
import type { TableSchema } from '../tables/schema.ts';
import type { Field } from './columns/fields.ts';
import type { FileReport, ImportFacts } from './import-files.ts';
import type { IssueGroup } from './issue-groups.ts';
import type { JoinReport } from './join/join-report.ts';
import type { UnplacedRow } from './places/unplaced.ts';

/** A file as a person dropped it. The bytes are read where they are needed. */
export interface DroppedFile {
  name: string;
  blob: Blob;
}

/** What the page asks of the import thread. */
export type ImportAsk =
  | {
      kind: 'check';
      /** A number of the drop: the files of one drop are read once, however often they are checked. */
      drop: number;
      files: readonly DroppedFile[];
      /** By the file's name in the report. */
      decisions: Readonly<Record<string, Decisions>>;
      /** The project to check against, its rows told before under this number of them. */
      into: { project: Project; rows: number } | null;
      facts: ImportFacts;
    }
  /** Rows of a project to check against, in order, between a beginning and an end. */
  | { kind: 'ground'; number: number; part: RowsOfTable | 'begin' | 'end' }
  /** The rows of the check before, which the next may be against by this number. */
  | { kind: 'rows'; number: number }
  /** The bytes of the files of the check before that the project has rows of. */
  | { kind: 'originals' }
  /** All that was found in one file of the check before, as steps. */
  | { kind: 'findings'; file: string }
  /** The changes that would mend one group of what was found in it. */
  | { kind: 'fixes'; file: string; group: string }
  /** The rows of one file of the check before that were not kept, with their reasons. */
  | { kind: 'listed'; file: string }
  /** The rows of one file of the check before that joined nothing, with their reasons. */
  | { kind: 'unjoined'; file: string }
  /** The cells of files read long ago, for an engine that has not seen them. */
  | { kind: 'cells'; files: readonly (DroppedFile & { part?: string })[] };

/** What it says on the way. */
export type ImportStep =
  | { kind: 'progress'; index: number; of: number; file: string }
  /** A file's own cells, once for each file and part. */
  | { kind: 'cells'; file: string; schema: TableSchema; rows: number; ipc: Uint8Array }
  | { kind: 'original'; checksum: string; blob: Blob }
  /** Some of what was found, in the order of the rows. */
  | { kind: 'findings'; issues: readonly Issue[] }
  /** Some rows of a table, in order. */
  | ({ kind: 'rows' } & RowsOfTable);

/** Rows of one message, which the page takes in well under a frame. */
export const rowsInMessage = 2000;

/** A message of bounded size, so that the page stays awake. */
export interface RowsOfTable {
  table: ProjectTableName;
  rows: readonly object[];
}

/** A project's rows by table in such portions. */
export function* portionsOf(tables: ProjectTables): Generator<RowsOfTable> {
  for (const table of projectTableNames) {
    const rows = tables[table];
    for (let from = 0; from < rows.length; from += rowsInMessage)
      yield { table, rows: rows.slice(from, from + rowsInMessage) };
  }
}

/** Puts a portion behind the rows that came before it. */
export function addRows(tables: ProjectTables, { table, rows }: RowsOfTable): void {
  const known: object[] = tables[table];
  for (const row of rows) known.push(row);
}

/** What was understood of a file, and a look at it. */
export interface FileReview extends Omit<FileReport, 'issues'> {
  findings: readonly IssueGroup[];
  /** How its rows met the rest of the project; null for a file that joins nothing. */
  join: Omit<JoinReport, 'unjoined'> | null;
  /** What is known of where its rows come from; null when none was kept. */
  source: Pick<Source, 'publisher' | 'licence' | 'reference_date'> | null;
  /** Rows that a geocoder could place better. */
  unplaced: readonly UnplacedRow[];
  /** The first rows as they are written. */
  preview: readonly (readonly string[])[];
  /** Header as written, for a mapping to be kept. */
  header: readonly string[];
  /** By column, the meanings that its values could have; those that any text has are left out. */
  choices: readonly (readonly Field[])[];
}

/** What was understood of the files of a drop. */
export interface ImportReview {
  files: readonly FileReview[];
  /** False when no row of any file was kept. */
  usable: boolean;
}

/** A row that was not kept, or joined nothing: its number, why, and its cells as written. */
export interface ListedRow {
  row: number;
  reasons: readonly FileReport['issues'][number][];
  cells: readonly string[];
}

/** The rows of a file that were not kept, under its header. */
export interface ListedRows {
  header: readonly string[];
  rows: readonly ListedRow[];
}
