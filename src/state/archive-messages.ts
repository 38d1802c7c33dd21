import { emptyTables, type Project } from '../model/project.ts';
import { projectTableNames, type ProjectTableName } from '../model/tables.ts';
import { projectSchemas } from '../tables/schema.ts';
import { giveWay } from './give-way.ts';
import type { Original } from './originals.ts';
import type { RefusalReason } from './project-manifest.ts';
import { decodeTable, encodePortions } from './table-snapshot.ts';

/** What the page asks of the archive thread. */
export type ArchiveAsk =
  { kind: 'write'; project: ProjectOnTheWay; originals: readonly Original[] } | { kind: 'read'; file: Blob };

/** Files of the archive that are done, and how many there are. */
export interface ArchiveStep {
  done: number;
  of: number;
}

/** How a request ended; a refusal is an answer. */
export type ArchiveEnd =
  | { kind: 'written'; file: Blob }
  | { kind: 'read'; project: ProjectOnTheWay; originals: readonly Original[] }
  | { kind: 'refused'; reason: RefusalReason; detail: string };

/** A project between the page and a thread: its rows are Arrow streams, which are handed over without a copy. */
export interface ProjectOnTheWay {
  /** Without rows. */
  head: Project;
  tables: Record<ProjectTableName, Uint8Array[]>;
}

/** Turns rows into streams, between which the page stays awake. Rejects with the signal's reason when aborted. */
export async function sendOff(project: Project, signal?: AbortSignal): Promise<ProjectOnTheWay> {
  const tables = {} as ProjectOnTheWay['tables'];
  for (const name of projectTableNames) {
    tables[name] = [];
    for await (const portion of encodePortions(projectSchemas[name], project.tables[name])) {
      signal?.throwIfAborted();
      tables[name].push(portion);
    }
  }
  return { head: { ...project, tables: emptyTables() }, tables };
}

/** The project as it was sent off, taken stream by stream. Rejects with the signal's reason when aborted. */
export async function takeIn({ head, tables }: ProjectOnTheWay, signal?: AbortSignal): Promise<Project> {
  const rows = emptyTables();
  for (const name of projectTableNames) {
    const arrived: object[] = rows[name];
    for (const portion of tables[name]) {
      for (const row of await decodeTable(portion)) arrived.push(row);
      await giveWay();
      signal?.throwIfAborted();
    }
  }
  return { ...head, tables: rows };
}

/** What of it is handed over. */
export const buffersOf = ({ tables }: ProjectOnTheWay): Transferable[] =>
  Object.values(tables).flatMap((portions) => portions.map(({ buffer }) => buffer));
