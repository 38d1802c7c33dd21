import type { RowEdit } from '../model/decisions.ts';
import type { Issue } from '../model/issues.ts';
import { emptyTables, type Project } from '../model/project.ts';
import { sha256Of } from '../model/checksum.ts';
import type { ProjectTables, Source } from '../model/tables.ts';
import { columnsToIPC } from '../tables/connectors/arrow-columns.ts';
import { answerRequests } from '../workers/thread.ts';
import { applyEdits } from './read/apply-edits.ts';
import { cellsTable } from './read/cells-table.ts';
import { importFiles, type FileReport, type ImportedFile, type ImportResult } from './import-files.ts';
import {
  addRows,
  portionsOf,
  rowsInMessage,
  type DroppedFile,
  type FileReview,
  type ImportAsk,
  type ImportReview,
  type ImportStep,
} from './import-messages.ts';
import { fixesOf, groupIssues } from './issue-groups.ts';
import { fittingFields } from './columns/match-values.ts';
import { listedRows } from './listed-rows.ts';
import { readFile } from './read-file.ts';
import type { FileContents } from './read/read-table.ts';
import { createRowReader } from './columns/row-reader.ts';
import type { JoinReport } from './join/join-report.ts';
import { slug } from './cells/names.ts';
import { emptyTable, type RawTable } from './read/table.ts';
import { unplacedRows } from './places/unplaced.ts';
import { unpackArchives } from './read/unpack-archives.ts';

type Step = (step: ImportStep, transfer?: Transferable[]) => void;

const rowsPreviewed = 12;

/** The drop in hand: its files unpacked, and what was read of each, by name and part. */
let drop = { number: -1, files: [] as ImportedFile[], contents: new Map<string, FileContents>() };
let checked: ImportResult | null = null;

/** The rows to check against, told whole, with the number they go by; and those that are being told. */
let ground: { number: number; tables: ProjectTables } | null = null;
let arriving = emptyTables();

answerRequests<ImportAsk, ImportStep, unknown>(async (ask, step) => {
  switch (ask.kind) {
    case 'check':
      return ask.into && ask.into.rows !== ground?.number ? null : check(ask, step);
    case 'ground':
      return takeGround(ask);
    case 'rows':
      ground = { number: ask.number, tables: lastCheck().project.tables };
      return sendRows(lastCheck().project, step);
    case 'originals':
      return sendOriginals(lastCheck().project, step);
    case 'findings':
      return sendFindings(reportOf(ask.file).issues, step);
    case 'fixes':
      return fixesOf(reportOf(ask.file).issues, ask.group);
    case 'listed':
      return listed(ask.file);
    case 'unjoined':
      return unjoined(ask.file);
    case 'cells':
      for (const file of ask.files) await sendCells(await bytesOf(file), step);
      return null;
  }
});

function takeGround({ number, part }: Extract<ImportAsk, { kind: 'ground' }>): null {
  if (part === 'begin') arriving = emptyTables();
  else if (part === 'end') ground = { number, tables: arriving };
  else addRows(arriving, part);
  return null;
}

function lastCheck() {
  if (!checked) throw new Error('rows asked before a check');
  return checked;
}

async function bytesOf({ name, blob, ...rest }: DroppedFile): Promise<ImportedFile> {
  return { ...rest, name, bytes: new Uint8Array(await blob.arrayBuffer()) };
}

async function check(ask: Extract<ImportAsk, { kind: 'check' }>, step: Step): Promise<ImportReview> {
  if (drop.number !== ask.drop) {
    const files: ImportedFile[] = [];
    for (const file of ask.files) files.push(await bytesOf(file));
    drop = { number: ask.drop, files: await unpackArchives(files), contents: new Map() };
  }
  const read: ImportedFile[] = [];
  for (const [index, file] of drop.files.entries()) {
    step({ kind: 'progress', index, of: drop.files.length, file: file.name });
    read.push(await readOnce(file, ask.decisions[file.name], step));
  }
  const into = ask.into && ground && { ...ask.into.project, tables: ground.tables };
  checked = await importFiles(read, into, ask.facts);
  const { joins } = checked;
  const { source } = checked.project.tables;
  return {
    files: checked.files.map((report, index) => reviewOf(report, joins[index] ?? null, read[index], source)),
    usable: checked.files.some(({ rows }) => rows.kept > 0),
  };
}

/** A file with what was read of it, read anew only for another part or encoding of it. Its cells are sent the first time. */
async function readOnce(
  file: ImportedFile,
  decisions: ImportedFile['decisions'],
  step: Step,
): Promise<ImportedFile> {
  const { part, encoding } = decisions ?? {};
  const key = JSON.stringify([file.name, part ?? null, encoding ?? null]);
  const asked = {
    ...file,
    ...(decisions ? { decisions } : {}),
    ...(part === undefined ? {} : { part }),
    ...(encoding === undefined ? {} : { encoding }),
  };
  const known = drop.contents.get(key);
  const contents = known ?? (await readFile(asked));
  drop.contents.set(key, contents);
  if (!known) cells(file.name, contents, step);
  return { ...asked, contents };
}

async function sendCells(file: ImportedFile, step: Step): Promise<void> {
  for (const member of await unpackArchives([file])) cells(member.name, await readFile(member), step);
}

function cells(file: string, { table }: FileContents, step: Step): void {
  const { schema, columns, rows } = cellsTable(`file_${slug(file).replaceAll('-', '_')}`, table);
  if (rows === 0) return;
  const ipc = columnsToIPC(schema, columns);
  step({ kind: 'cells', file, schema, rows, ipc }, [ipc.buffer]);
}

function reviewOf(
  { issues, ...report }: FileReport,
  join: JoinReport | null,
  file: ImportedFile | undefined,
  sources: readonly Source[],
): FileReview {
  const table = file?.contents?.table ?? emptyTable;
  const { columns, rows } = table;
  return {
    ...report,
    findings: groupIssues(issues),
    join: join && withoutRows(join),
    // A file's earlier release may have the same name; what was read last stands last.
    source:
      report.rows.kept > 0 ? (sources.findLast(({ file_name }) => file_name === report.file) ?? null) : null,
    unplaced: report.kind === 'points' ? unplacedIn(report, table, file?.decisions?.edits ?? []) : [],
    preview: rows.slice(0, rowsPreviewed).map((row) => row.cells),
    header: columns.map(({ original }) => original),
    choices: fittingFields(table),
  };
}

/** The rows are handed over when they are asked for. */
function withoutRows(join: JoinReport): FileReview['join'] {
  const { with: what, column, rows, joined, columns } = join;
  return { with: what, column, rows, joined, columns };
}

function unplacedIn({ columns }: Pick<FileReport, 'columns'>, table: RawTable, edits: readonly RowEdit[]) {
  return unplacedRows(applyEdits(table, edits).table, createRowReader(columns));
}

function sendRows(project: Project, step: Step): Project {
  for (const part of portionsOf(project.tables)) step({ kind: 'rows', ...part });
  return { ...project, tables: emptyTables() };
}

/** Blobs, which pass without a copy made in the page. Known by their sums: a file's next release has the same name. */
async function sendOriginals({ tables: { source } }: Project, step: Step): Promise<null> {
  const wanted = new Set(source.map(({ checksum }) => checksum));
  for (const { bytes } of drop.files) {
    const checksum = await sha256Of(bytes);
    if (wanted.has(checksum)) step({ kind: 'original', checksum, blob: new Blob([bytes as BlobPart]) });
  }
  return null;
}

function reportOf(name: string): FileReport {
  const report = lastCheck().files.find(({ file }) => file === name);
  if (!report) throw new Error(`no file ${name} in the last check`);
  return report;
}

function sendFindings(issues: readonly Issue[], step: Step): null {
  for (let from = 0; from < issues.length; from += rowsInMessage)
    step({ kind: 'findings', issues: issues.slice(from, from + rowsInMessage) });
  return null;
}

const listed = (name: string) => listedRows(reportOf(name).issues, tableOf(name));

function unjoined(name: string) {
  const { files, joins } = lastCheck();
  const { unjoined: issues = [] } = joins[files.indexOf(reportOf(name))] ?? {};
  return listedRows(
    issues.map((found) => ({ ...found, severity: 'error' }) as const),
    tableOf(name),
  );
}

/** The file's rows as they are written. */
const tableOf = (name: string) =>
  [...drop.contents].findLast(([key]) => JSON.parse(key)[0] === name)?.[1].table ?? emptyTable;
