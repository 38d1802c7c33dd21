import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { exportOfColumns } from '../../src/export/engine-table.ts';
import { ExportRefused, placesOf, type ExportTable } from '../../src/export/export-table.ts';
import { exportFormat } from '../../src/export/list.ts';
import { provenanceNotes } from '../../src/export/notes.ts';
import { stemOf } from '../../src/import/cells/names.ts';
import { cellsTable } from '../../src/import/read/cells-table.ts';
import { checkFile } from '../../src/import/check-file.ts';
import type { ColumnMatch } from '../../src/import/columns/match-columns.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { readFile } from '../../src/import/read-file.ts';
import type { FileBytes } from '../../src/import/read/read-table.ts';
import type { RawTable } from '../../src/import/read/table.ts';
import { unpackArchives } from '../../src/import/read/unpack-archives.ts';
import { UserError } from '../../src/model/errors.ts';
import { createFormat } from '../../src/model/format.ts';
import { dataMessages } from '../../src/model/messages/data.ts';
import { exportMessages } from '../../src/model/messages/export.ts';
import { issueText } from '../../src/model/messages/issues.ts';
import type { RowCount } from '../../src/model/issues.ts';
import type { ProjectTableName } from '../../src/model/tables.ts';
import type { Language } from '../../src/model/text.ts';
import { columnsOf } from '../../src/tables/load-project.ts';
import { projectSchemas } from '../../src/tables/schema.ts';
import type { ConvertCommand } from './arguments.ts';
import { readGazetteer } from './gazetteer.ts';
import { cliMessages } from './messages.ts';
import { readFiles } from './read-files.ts';
import { writeOutput } from './write-output.ts';
import type { CommandResult } from './run.ts';

/** A table to be written, and what became of the rows of each file read. */
interface Converted {
  table: ExportTable;
  files: { file: string; rows: RowCount }[];
  /** Rows whose shape is written as a point inside it. */
  shapes: number;
}

/** `convert FILE...`: the cells of one file, or a table of the project that files make, written in another format. */
export async function convert(command: ConvertCommand, language: Language): Promise<CommandResult> {
  const { files, to, output } = command;
  const say = cliMessages[language];
  if (files.some((path) => resolve(path) === resolve(output))) throw new UserError(say.sameFile(output));
  const read = await readFiles(files, language);
  const importedAt = new Date().toISOString();
  const { table, shapes, ...converted } = command.table
    ? await tableOf(command.table, read, importedAt, language)
    : await cellsOf(read, importedAt, language);
  const bytes = await written(table, command, importedAt, language);
  await writeOutput(output, bytes, language);
  const withoutPlace = table.place ? placesOf(table).filter((place) => place === null).length : null;
  const rows = { written: table.rows.length, withoutPlace, shapesAsPoints: shapes };
  const columns = table.columns.map(({ name }) => name);
  return {
    json: { output, format: to, table: command.table, rows, columns, files: converted.files },
    text: convertedText({ table, shapes, ...converted }, { output, withoutPlace }, language),
  };
}

/** The one file's own cells, row by row as it has them. */
async function cellsOf(read: FileBytes[], importedAt: string, language: Language): Promise<Converted> {
  const say = cliMessages[language];
  const [file, ...others] = await unpackArchives(read);
  if (!file) throw new UserError(say.noFiles);
  if (others.length > 0)
    throw new UserError(say.oneFile([file, ...others].map(({ name }) => name).join(', ')));
  const contents = await readFile(file);
  const refused = contents.issues.find(({ severity, row }) => severity === 'error' && row === null);
  if (refused) throw new UserError(say.labelled(file.name, issueText(refused, language)));
  const { report, source } = await checkFile({ ...file, contents }, { importedAt });
  const notes = source
    ? provenanceNotes({ sources: [source] }, language)
    : fileNotes(file, exportMessages[language]);
  const { rows, read: count } = contents.table;
  return {
    table: cellsExport(file.name, contents.table, report.columns, notes),
    files: [{ file: file.name, rows: { read: count, kept: rows.length, listed: count - rows.length } }],
    shapes: rows.filter(({ geometry }) => geometry && geometry.type !== 'Point').length,
  };
}

/** What is known of a file that is no source of any row: its name and its sum. */
function fileNotes({ name, bytes }: FileBytes, words: (typeof exportMessages)[Language]): string[] {
  return [`${words.fileName(name)}; ${words.checksum(createHash('sha256').update(bytes).digest('hex'))}`];
}

/** Without the number that `cellsTable` gives a row. A place is the geometry's, else the columns that mean it. */
function cellsExport(
  file: string,
  table: RawTable,
  matches: readonly ColumnMatch[],
  notes: readonly string[],
): ExportTable {
  const stem = stemOf(file);
  const cells = cellsTable(stem, table);
  const schema = { name: stem, columns: cells.schema.columns.slice(1) };
  const placed = table.rows.some(({ geometry }) => geometry);
  const meant = (field: 'lon' | 'lat') => {
    const index = table.columns.findIndex(
      ({ name }) => name === matches.find((match) => match.field === field)?.name,
    );
    return schema.columns[placed ? schema.columns.length - (field === 'lon' ? 2 : 1) : index];
  };
  const [lon, lat] = [meant('lon'), meant('lat')];
  const place =
    lon?.type === 'DOUBLE' && lat?.type === 'DOUBLE' ? { place: { lon: lon.name, lat: lat.name } } : {};
  return exportOfColumns(schema, cells.columns, { notes, ...place });
}

/** A table of the project that the files make when they are dropped together. */
async function tableOf(
  name: ProjectTableName,
  read: FileBytes[],
  importedAt: string,
  language: Language,
): Promise<Converted> {
  const facts = { importedAt, gazetteer: await readGazetteer(language) };
  const { files, project } = await importFiles(read, null, facts);
  const schema = projectSchemas[name];
  const notes = provenanceNotes({ notice: project.notice, sources: project.tables.source }, language);
  return {
    table: exportOfColumns(schema, columnsOf(schema, project.tables[name]), { notes }),
    files: files.map(({ file, rows }) => ({ file, rows })),
    shapes: 0,
  };
}

async function written(
  table: ExportTable,
  { to, notes }: ConvertCommand,
  writtenAt: string,
  language: Language,
): Promise<Uint8Array> {
  const { aboutSheet, refused } = exportMessages[language];
  try {
    return await exportFormat(to).write(table, { writtenAt, notesInCsv: notes, aboutSheet });
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    const words = refused[error.kind];
    const text = typeof words === 'string' ? words : words(createFormat(language).integer(error.limit ?? 0));
    throw new UserError(text, { cause: error });
  }
}

function convertedText(
  { table, files, shapes }: Converted,
  { output, withoutPlace }: { output: string; withoutPlace: number | null },
  language: Language,
): string {
  const say = cliMessages[language];
  const { integer } = createFormat(language);
  const { rowsLine } = dataMessages[language];
  return [
    ...files.map(({ file, rows: { read, kept, listed } }) =>
      say.labelled(file, rowsLine(integer(read), integer(kept), integer(listed))),
    ),
    say.labelled(output, say.written(integer(table.rows.length), integer(table.columns.length))),
    ...(shapes > 0 ? [`  ${say.shapesAsPoints(integer(shapes))}`] : []),
    ...(withoutPlace ? [`  ${say.rowsWithoutPlace(integer(withoutPlace))}`] : []),
    '',
  ].join('\n');
}
