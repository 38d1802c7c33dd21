import { withGeometries } from './columns/geometry-column.ts';
import { readTable, type FileBytes, type FileContents } from './read/read-table.ts';

/** `readTable`, with the geometries that a column of the table holds as text. */
export async function readFile(file: FileBytes): Promise<FileContents> {
  if (file.contents) return file.contents;
  const { table: read, issues, ...contents } = await readTable(file);
  const { table, issues: places } = withGeometries(read);
  return { ...contents, table, issues: [...issues, ...places] };
}
