import type { Issue, RowCount } from '../model/issues.ts';
import type { Source } from '../model/tables.ts';
import { Findings, issue } from './findings.ts';
import type { Parts } from './formats/format.ts';
import type { FileFacts } from './import-facts.ts';
import { recogniseFile, type FileKind, type KnownFile } from './known-files.ts';
import { fitToKind, matchColumns, projectedColumns, type ColumnMatch } from './match-columns.ts';
import { readTable, type FileBytes, type FileContents } from './read-table.ts';
import { recogniseKind } from './recognise-kind.ts';
import { createRowReader } from './row-reader.ts';
import type { Encoding } from './sniff.ts';
import { slug, type RawTable } from './table.ts';
import { toAreas, type AreaDraft } from './to-areas.ts';
import { toServicePoints, type PointTables } from './to-service-points.ts';

/** A file to bring in. `kind` overrides what the file would be taken for, when a person says what it is. */
export interface ImportedFile extends FileBytes {
  kind?: 'points' | 'areas';
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
}

/** A file read and checked by itself, before it meets the project. */
export interface CheckedFile {
  report: Omit<FileReport, 'rows' | 'issues'>;
  read: number;
  findings: Findings;
  points: PointTables | null;
  areas: AreaDraft[];
  /** Null when no row was kept. */
  source: Source | null;
}

/** Bytes to checked rows. `importedAt` is an ISO date and time. Never throws for a bad file. */
export async function checkFile(file: ImportedFile, importedAt: string): Promise<CheckedFile> {
  const contents = await readTable(file);
  const known = recogniseFile(contents.table);
  const proposed = matchColumns(contents.table, known?.fields);
  const kind = kindOf(file, contents.table, known, proposed);
  const columns = fitToKind(proposed, kind);
  const findings = findingsOf(contents, kind, columns);
  const table = findings.refused ? { ...contents.table, rows: [] } : contents.table;
  const reader = createRowReader(columns);
  const checksum = await sha256(file.bytes);
  const stem = stemOf(file.name);
  const facts: FileFacts = { stem, known, sourceId: `${slug(stem)}-${checksum.slice(0, 8)}` };
  const points = kind === 'points' ? toServicePoints(table, reader, facts, findings) : null;
  const areas = kind === 'points' ? [] : toAreas(table, reader, facts, findings);
  const kept = (points?.service_point.length ?? 0) + areas.length > 0;
  const first = table.rows[0];
  const date = first ? reader.text(first, 'reference_date') : null;
  return {
    report: {
      file: file.name,
      kind,
      format: contents.format,
      encoding: contents.encoding,
      ...(contents.parts ? { parts: contents.parts } : {}),
      columns,
    },
    read: contents.table.read,
    findings,
    points,
    areas,
    source: kept ? sourceOf(file.name, facts, { checksum, importedAt, date }) : null,
  };
}

/** What a person says wins; then a known header; then the evidence. */
function kindOf(
  file: ImportedFile,
  table: RawTable,
  known: KnownFile | null,
  columns: readonly ColumnMatch[],
): FileKind {
  const found = known?.kind ?? recogniseKind(table, columns);
  if (file.kind === 'points') return table.read > 0 ? 'points' : found;
  if (file.kind === 'areas') return found === 'points' ? 'areas' : found;
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

function sourceOf(
  fileName: string,
  { sourceId, stem, known }: FileFacts,
  { checksum, importedAt, date }: { checksum: string; importedAt: string; date: string | null },
): Source {
  return {
    id: sourceId,
    title_en: known?.title.en ?? stem,
    title_fr: known?.title.fr ?? null,
    publisher: known?.publisher ?? null,
    licence: known?.licence ?? null,
    reference_date: date,
    imported_at: importedAt,
    file_name: fileName,
    checksum,
    illustrative: false,
    note_en: null,
    note_fr: null,
  };
}

/** File name without folder and last extension. */
function stemOf(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return base.replace(/\.[^.]+$/, '') || base;
}

/** Hexadecimal SHA-256. */
async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
