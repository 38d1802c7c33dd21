import { sha256Of } from '../model/checksum.ts';
import { UserError } from '../model/errors.ts';
import { isRecord, parseJson } from '../model/json.ts';
import { projectVersion, type Project } from '../model/project.ts';
import type { ProjectTableName } from '../model/tables.ts';
import { migrateProject } from './migrate-project.ts';

/** Why a saved project or an archive is not opened. */
export type RefusalReason = 'foreign' | 'damaged' | 'newer' | 'too-large';

/** A project that cannot be opened. The message is for a report; the page says the reason in the reader's language. */
export class ProjectRefused extends UserError {
  override name = 'ProjectRefused';
  constructor(
    readonly reason: RefusalReason,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`${reason}: ${detail}`, options);
  }
}

/** A file beside the manifest, by which it is found and known to be whole. */
export interface FileEntry {
  /** Path from the manifest. */
  file: string;
  bytes: number;
  /** SHA-256, hexadecimal. */
  sha256: string;
}
/** A table's file, and how many rows it must have. */
export interface TableEntry extends FileEntry {
  rows: number;
}
/** A file that rows came from, under the name it was dropped with. */
export interface OriginalEntry extends FileEntry {
  name: string;
}

/** A saved project but for the rows, and where the rows are. Written in the browser's storage and in archives alike. */
export interface Manifest extends Omit<Project, 'tables'> {
  tables: Readonly<Record<string, TableEntry>>;
  originals: readonly OriginalEntry[];
}

/** The manifest of a project as it is written: JSON, a key a line, so that two of them can be compared. */
export function manifestText(
  project: Project,
  tables: Record<ProjectTableName, TableEntry>,
  originals: readonly OriginalEntry[],
): string {
  const manifest: Manifest = { ...project, tables, originals };
  return JSON.stringify(manifest, null, 1);
}

/**
 * Reads a manifest of this version or an older one, as it was written.
 * @throws ProjectRefused when it is no project, cut off, or of a version that only a newer build knows
 */
export function parseManifest(text: string): Manifest {
  const value = parseJson(text);
  if (value === undefined) throw new ProjectRefused('damaged', 'the manifest is cut off');
  if (!isRecord(value) || value['format'] !== 'guichet-project')
    throw new ProjectRefused('foreign', 'the manifest is not one of a Guichet project');
  const { version, tables, originals, name } = value;
  if (typeof version === 'number' && version > projectVersion)
    throw new ProjectRefused(
      'newer',
      `project version ${version}, this build reads versions up to ${projectVersion}`,
    );
  const whole =
    typeof version === 'number' &&
    isRecord(name) &&
    isRecord(tables) &&
    Object.values(tables).every((entry) => isFileEntry(entry) && Number.isInteger(entry['rows'])) &&
    Array.isArray(originals) &&
    originals.every((entry) => isFileEntry(entry) && typeof entry['name'] === 'string');
  if (!whole) throw new ProjectRefused('damaged', 'the manifest lacks a part');
  return value as unknown as Manifest;
}

const isFileEntry = (value: unknown): value is Record<string, unknown> =>
  isRecord(value) &&
  typeof value['file'] === 'string' &&
  typeof value['sha256'] === 'string' &&
  Number.isInteger(value['bytes']);

/**
 * The project of a manifest in this build's version.
 * @param rowsOf reads the rows of a table's file, which must be whole
 * @throws ProjectRefused when a table is missing, or has other rows than were written
 */
export async function assembleProject(
  manifest: Manifest,
  rowsOf: (entry: TableEntry, table: string) => Promise<readonly object[]>,
): Promise<Project> {
  const tables: Record<string, readonly object[]> = {};
  for (const [name, entry] of Object.entries(manifest.tables)) {
    const rows = await rowsOf(entry, name);
    if (rows.length !== entry.rows)
      throw new ProjectRefused('damaged', `${name}: ${rows.length} rows of ${entry.rows}`);
    tables[name] = rows;
  }
  const saved: Record<string, unknown> = { ...manifest, tables };
  delete saved['originals'];
  const project = migrateProject(saved);
  if (!project) throw new ProjectRefused('damaged', `project version ${String(manifest.version)}`);
  return project;
}

/** Whether bytes are those that were written. */
export async function isWhole(bytes: Uint8Array, { bytes: length, sha256 }: FileEntry): Promise<boolean> {
  return bytes.length === length && (await sha256Of(bytes)) === sha256;
}
