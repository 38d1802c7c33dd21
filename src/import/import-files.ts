import type { RowCount } from '../model/issues.ts';
import type { Project } from '../model/project.ts';
import type { Bilingual } from '../model/text.ts';
import type { Area, ProjectTables } from '../model/tables.ts';
import { addUp } from './join/add-up-areas.ts';
import { openingBounds } from './join/bounds.ts';
import {
  checkFile,
  type CheckedFile,
  type FileReport,
  type ImportedFile,
  type ImportFacts,
} from './check-file.ts';
import { markDemand } from './join/demand.ts';
import { areasByKey, joinAreas, replacedCounts } from './join/join-areas.ts';
import { joinJourneys } from './join/join-journeys.ts';
import { joinIndicators, unjoinedIndicators } from './join/join-indicators.ts';
import { mergePoints } from './join/merge-points.ts';
import { addServices, joinToPoints, joinWaiting } from './rows/point-drafts.ts';
import { joinByName } from './join/join-by-name.ts';
import type { JoinReport } from './join/join-report.ts';
import { joinOf } from './join-of.ts';
import { newProject } from './join/new-project.ts';
import { joinedIssues, unjoinedIssues } from './join/unjoined.ts';
import { unpackArchives } from './read/unpack-archives.ts';
import { withListed } from './rows/source-of.ts';

export type { FileReport, ImportedFile, ImportFacts } from './check-file.ts';

/** What files became. */
export interface ImportResult {
  /** One report a file, in the order given; each file of an archive has its own. */
  files: FileReport[];
  /** By file, how its rows met those of the project and of the other files; null for one that joins nothing. */
  joins: (JoinReport | null)[];
  /** The project with the files' rows; the very object handed in when no row was kept. */
  project: Project;
}

/** How far the import of several files is. */
export interface ImportProgress {
  /** Index of the file at work, and how many there are. */
  index: number;
  of: number;
  file: string;
}

/** How a caller follows an import, and stops it. */
export interface ImportOptions {
  signal?: AbortSignal;
  onProgress?: (progress: ImportProgress) => void;
}

/**
 * Reads, checks and joins files into a project. A project of a person's own is extended; a sample is replaced; null
 * begins a new one. Counts and boundaries are joined by code in whichever order they come. A bad file is a report
 * with an issue, never an exception. Rejects with the signal's reason when aborted.
 */
export async function importFiles(
  files: readonly ImportedFile[],
  into: Project | null,
  facts: ImportFacts,
  { signal, onProgress }: ImportOptions = {},
): Promise<ImportResult> {
  const checked: CheckedFile[] = [];
  const unpacked = await unpackArchives(files);
  for (const [index, file] of unpacked.entries()) {
    onProgress?.({ index, of: unpacked.length, file: file.name });
    await giveWay(signal);
    checked.push(await checkFile(file, facts));
  }
  await giveWay(signal);
  const own = into?.kind === 'own' ? into : newProject(nameFor(checked), facts.importedAt);
  const { tables, byKey, joined, named } = join(own.tables, checked);
  const joins = named.map((file, index) => joinOf(file, tables, byKey, joined[index] ?? 0));
  const reports = named.map((file, index) => reportOf(file, joins[index] ?? null, byKey, joined[index] ?? 0));
  const kept = reports.some(({ rows }) => rows.kept > 0);
  return {
    files: reports,
    joins,
    project: kept ? { ...own, tables, bounds: openingBounds(tables) } : (into ?? own),
  };
}

/** After the file that gives it the most rows. */
function nameFor(checked: readonly CheckedFile[]): Bilingual {
  const [first] = [...checked].sort((a, b) => b.rows.kept - a.rows.kept);
  const name = first?.source?.title_en ?? 'Guichet';
  return { en: name, fr: first?.source?.title_fr ?? name };
}

/** Lets the screen draw and a cancel arrive between two files. */
async function giveWay(signal: AbortSignal | undefined): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  signal?.throwIfAborted();
}

/**
 * Adds every file's rows to the tables; areas are ordered by code, so that the files' order leaves no trace. Service inventories
 * come first and what joins points last: their files may come in any order. `joined` counts the rows that found their
 * point or wait for it: what waits is kept, since it is in the project and comes into its table by itself.
 */
function join(before: ProjectTables, files: readonly CheckedFile[]) {
  const { checked, areas: joinedAreas } = withAreas(areasByKey(before.area), files);
  const inventories = checked.flatMap(({ rows }) => rows.services);
  let tables = { ...before, service: addServices(before.service, inventories) };
  for (const { rows, findings } of checked)
    if (rows.points) tables = joinWaiting(mergePoints(tables, rows.points, findings), findings);
  const joined = checked.map(() => 0);
  for (const [index, file] of checked.entries()) {
    if (!file.rows.drafts) continue;
    const found = joinToPoints(tables, file.rows.drafts, file.findings);
    tables = found.tables;
    joined[index] = found.joined + found.waiting;
  }
  for (const [index, file] of checked.entries()) {
    if (file.rows.journeys.length === 0) continue;
    const { journeys, rows } = joinJourneys(tables, joinedAreas, file.rows.journeys, file.findings);
    tables = { ...tables, journey: journeys };
    joined[index] = rows;
  }
  const sources = checked.flatMap((file, index) => {
    const rows = countOf(file, joined[index] ?? 0);
    return file.source && rows.kept > 0 ? [withListed(file.source, rows)] : [];
  });
  const entries = [...joinedAreas].sort(([, a], [, b]) => (a.code < b.code ? -1 : 1));
  const marked = markDemand(entries.map(([, one]) => one));
  const byKey = new Map(entries.map(([key, one], index) => [key, marked[index] ?? one]));
  const drafts = checked.flatMap(({ rows }) => rows.indicators);
  const known = joinIndicators(tables.indicator, drafts, byKey);
  const asking = checked.filter(({ addsUp }) => addsUp);
  const indicator = addUp(asking, byKey, known);
  const source = replaceById(tables.source, sources);
  return {
    tables: { ...tables, area: [...byKey.values()], indicator, source },
    byKey,
    joined,
    named: checked,
  };
}

/**
 * Adds every file's areas to those that are known: first by their codes, in the files' order, then those of the files whose
 * rows a person joins by a column that may hold names. Gives the files too, as their rows then are.
 */
function withAreas(known: ReadonlyMap<string, Area>, files: readonly CheckedFile[]) {
  let areas = known;
  const add = ({ rows, findings }: CheckedFile) => {
    replacedCounts(areas, rows.areas).forEach((found) => findings.note(found));
    areas = joinAreas(areas, rows.areas);
  };
  files.filter(({ joinBy }) => joinBy === null).forEach(add);
  const checked = files.map((file) => {
    if (file.joinBy === null) return file;
    const named = { ...file, rows: joinByName(file.rows, areas, file.findings) };
    add(named);
    return named;
  });
  return { checked, areas };
}

/** Rows in their order, those added last; of several with one id the last. */
function replaceById<Row extends { id: string }>(rows: readonly Row[], added: readonly Row[]): Row[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const row of added) {
    byId.delete(row.id);
    byId.set(row.id, row);
  }
  return [...byId.values()];
}

/** Throws when rows read are not rows kept and rows listed: then a row was lost by us. */
function countOf({ report, read, findings, rows }: CheckedFile, joined: number): RowCount {
  const listed = findings.refused ? read : findings.listed;
  const kept = findings.refused ? 0 : rows.kept + joined;
  if (read !== kept + listed)
    throw new Error(`rows of ${report.file}: ${read} read, but ${kept} kept and ${listed} listed`);
  return { read, kept, listed };
}

function reportOf(
  file: CheckedFile,
  join: JoinReport | null,
  byKey: ReadonlyMap<string, Area>,
  joined: number,
): FileReport {
  const { report, findings, rows } = file;
  if (join?.with === 'areas' && rows.areas.length > 0)
    joinedIssues(rows.areas, byKey, join.column).forEach((found) => findings.note(found));
  unjoinedIssues(rows.areas, byKey).forEach((found) => findings.note(found));
  for (const found of unjoinedIndicators(rows.indicators, byKey)) findings.note(found);
  return { ...report, rows: countOf(file, joined), issues: findings.inOrder() };
}
