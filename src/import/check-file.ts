import { sha256Of } from '../model/checksum.ts';
import type { Decisions, Mapping, Reading, RowEdit } from '../model/decisions.ts';
import type { Issue, RowCount } from '../model/issues.ts';
import type { Source } from '../model/tables.ts';
import { applyEdits } from './read/apply-edits.ts';
import { Findings, issue } from './read/findings.ts';
import { fileRows, type FileRows } from './file-rows.ts';
import type { Parts } from './read/formats/format.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import type { FileFacts } from './rows/file-facts.ts';
import { fields, type Field } from './columns/fields.ts';
import { fileKinds, recogniseFile, type FileKind, type KnownFile } from './columns/known-files.ts';
import { recogniseMapping, type MappingUse } from './columns/mapping.ts';
import {
  fitToKind,
  matchColumns,
  populationYear,
  projectedColumns,
  type ColumnMatch,
  type Said,
} from './columns/match-columns.ts';
import { readFile } from './read-file.ts';
import type { FileBytes, FileContents } from './read/read-table.ts';
import { recogniseKind } from './columns/recognise-kind.ts';
import { createRowReader } from './columns/row-reader.ts';
import type { Encoding } from './read/sniff.ts';
import { referenceDateIn, sourceOf } from './rows/source-of.ts';
import { slug, stemOf } from './cells/names.ts';
import type { RawTable } from './read/table.ts';
import { zeroByteIssues } from './read/zero-bytes.ts';

/** A file to bring in. `kind` overrides what the file would be taken for, when a person says what it is. */
export interface ImportedFile extends FileBytes {
  kind?: 'points' | 'areas';
  /** What a person decided about it. */
  decisions?: Decisions;
}

/**
 * What was understood of a file. This is the public form that `guichet check --json` prints. Rows read = rows kept +
 * rows listed; a listed row has an `error` issue of its own, or the whole file has one (whose row is null).
 */
export interface FileReport {
  file: string;
  kind: FileKind;
  /** `csv`, `tsv`, `geojson`, `json`, `xlsx`, ...; null when unknown. */
  format: string | null;
  /** Sheets or layers, and the one read, for a format that can hold several. */
  parts?: Parts;
  encoding: Encoding | null;
  rows: RowCount;
  columns: ColumnMatch[];
  issues: Issue[];
  /** The kept reading that was used, if one was. */
  mapping?: MappingUse;
}

/** What a file is read by, beside itself. */
export interface ImportFacts {
  /** ISO date and time: the clock is never asked. */
  importedAt: string;
  /** Readings kept from earlier files. */
  mappings?: readonly Mapping[];
  /** Places of Canada; without it no row is located, and none is compared with what it states. */
  gazetteer?: Gazetteer | null;
}

/** A file read and checked by itself, before it meets the project. */
export interface CheckedFile {
  report: Omit<FileReport, 'rows' | 'issues'>;
  read: number;
  /** A person wants the people of smaller areas added up in the file's boundaries. */
  addsUp: boolean;
  findings: Findings;
  rows: FileRows;
  table: RawTable;
  /** The column by which a person joins the rows, which may hold names; null where nobody chose one. */
  joinBy: string | null;
  /** Null when no row was kept. */
  source: Source | null;
}

/** Bytes to checked rows. Never throws for a bad file. */
export async function checkFile(
  file: ImportedFile,
  { importedAt, mappings = [], gazetteer = null }: ImportFacts,
): Promise<CheckedFile> {
  const contents = edited(await readFile(file), file.decisions?.edits ?? []);
  const known = recogniseFile(contents.table);
  const kept = recogniseMapping(contents.table, mappings);
  const reading = { ...kept?.mapping.reading, ...file.decisions };
  const said: Said[] = [
    { by: 'person', fields: knownFields(file.decisions?.fields) },
    { by: 'mapping', fields: knownFields(kept?.mapping.reading.fields) },
  ];
  const proposed = matchColumns(contents.table, known?.fields, said);
  const kind = kindOf(file, reading.kind, contents.table, known, proposed);
  const chosen = joinedBy(reading.joinBy, kind, proposed);
  const by = file.decisions?.joinBy === undefined ? 'mapping' : 'person';
  const columns = fitToKind(
    chosen ? matchColumns(contents.table, known?.fields, [{ by, fields: chosen }, ...said]) : proposed,
    kind,
  );
  const findings = findingsOf(contents, kind, columns);
  notePopulationYear(contents.table, columns, importedAt, findings);
  const table = findings.refused ? { ...contents.table, rows: [] } : contents.table;
  const reader = createRowReader(columns);
  const checksum = await sha256Of(file.bytes);
  const stem = stemOf(file.name);
  const sourceId = `${slug(stem)}-${checksum.slice(0, 8)}`;
  const facts: FileFacts = { stem, known, reading, sourceId, importedAt };
  const rows = fileRows(kind, { table, reader, columns, facts }, gazetteer, findings);
  const date = referenceDateIn(table, reader);
  return {
    report: {
      file: file.name,
      kind,
      format: contents.format,
      encoding: contents.encoding,
      ...(contents.parts ? { parts: contents.parts } : {}),
      columns,
      ...(kept ? { mapping: kept.use } : {}),
    },
    read: contents.table.read,
    addsUp: reading.people === 'added-up' && rows.areas.length > 0,
    findings,
    rows,
    table,
    joinBy: chosen ? (reading.joinBy ?? null) : null,
    source:
      rows.kept > 0 || rows.drafts || rows.journeys.length > 0
        ? sourceOf(file.name, checksum, facts, date, {
            mapping: kept?.mapping ?? null,
            decisions: file.decisions,
          })
        : null,
  };
}

/** The meanings that follow from the column by which a person joins the rows; null where none is said, or the kind joins nothing. */
function joinedBy(
  column: string | undefined,
  kind: FileKind,
  matches: readonly ColumnMatch[],
): Record<string, Field | null> | null {
  const key = keyFields[kind];
  if (column === undefined || !key || !matches.some(({ name }) => name === column)) return null;
  const before = matches.find(({ name, field }) => field === key && name !== column);
  // A code that the rows do not join by is still a name of theirs, and no series of a wide table.
  return { ...(before ? { [before.name]: key === 'code' ? 'id' : null } : {}), [column]: key };
}

/** The meaning of the column that says what a row is about, for the kinds that join others. */
const keyFields: Partial<Record<FileKind, Field>> = {
  counts: 'code',
  areas: 'code',
  boundaries: 'code',
  indicators: 'code',
  leases: 'id',
  offerings: 'id',
};

/** Meanings that this build knows, of those a reading gives. */
function knownFields(said: Reading['fields'] = {}): Record<string, Field | null> {
  const known = ([, field]: [string, string | null]) => field === null || fields.some((one) => one === field);
  return Object.fromEntries(Object.entries(said).filter(known)) as Record<string, Field | null>;
}

/** The contents as a person changed them, and the cells that still have a zero byte. */
function edited(contents: FileContents, edits: readonly RowEdit[]): FileContents {
  const { table, issues } = applyEdits(contents.table, edits);
  const zeros = contents.zeros === undefined ? [] : zeroByteIssues(table);
  return { ...contents, table, issues: [...contents.issues, ...issues, ...zeros] };
}

/** What a person says wins; then a known header; then the evidence. */
function kindOf(
  file: ImportedFile,
  said: string | undefined,
  table: RawTable,
  known: KnownFile | null,
  columns: readonly ColumnMatch[],
): FileKind {
  const person = fileKinds.find((kind) => kind === said);
  if (person) return person;
  const found = known?.kind ?? recogniseKind(table, columns);
  if (file.kind === 'points') return found === 'leases' || table.read === 0 ? found : 'points';
  if (file.kind === 'areas') return found === 'points' || found === 'leases' ? 'areas' : found;
  return found;
}

/** The reader's issues, and the reasons to refuse the whole file that only its meaning shows. */
function findingsOf(
  { table, issues }: FileContents,
  kind: FileKind,
  columns: readonly ColumnMatch[],
): Findings {
  const findings = new Findings();
  for (const found of issues) {
    if (found.severity === 'error') findings.list(found);
    else findings.note(found);
  }
  const projected = projectedColumns(table, columns);
  if (projected.length > 0)
    findings.list(issue('not-wgs84', 'error', { column: projected.join(', '), expected: 'WGS 84' }));
  else if (kind === 'unknown' && !findings.refused) findings.list(issue('unmatched-kind', 'error'));
  return findings;
}

/** Which of several years' populations is taken; a year still to come is a forecast, to be looked at. */
function notePopulationYear(
  table: RawTable,
  columns: readonly ColumnMatch[],
  importedAt: string,
  findings: Findings,
): void {
  const year = populationYear(table, columns);
  if (year === null || findings.refused) return;
  const severity = year > Number(importedAt.slice(0, 4)) ? 'warning' : 'note';
  const column = columns.find(({ field }) => field === 'population')?.name ?? null;
  findings.note(issue('population-year', severity, { column, expected: `${year}` }));
}
