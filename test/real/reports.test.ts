import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readGazetteer } from '../../scripts/cli/gazetteer.ts';
import { importFiles, type FileReport, type ImportedFile } from '../../src/import/import-files.ts';
import type { Project } from '../../src/model/project.ts';
import { projectTableNames } from '../../src/model/tables.ts';
import { listReal, readReal, realData } from './real-data.ts';

/** What a person would be told of a file, one fact a line. Names and counts only: no cell of the file is here. */
function summary({ file, kind, format, encoding, rows, columns, issues }: FileReport): string[] {
  const counts = new Map<string, number>();
  for (const { severity, code } of issues) {
    const key = `${severity} ${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [
    `${file}: ${[kind, format, encoding].filter((part) => part !== null).join(', ')}`,
    `  ${rows.read} rows read = ${rows.kept} kept + ${rows.listed} listed`,
    ...columns.flatMap(({ name, field, evidence }) =>
      field === null ? [] : [`  ${name} -> ${field} (${evidence.by})`],
    ),
    ...[...counts].sort().map(([key, count]) => `  ${key}: ${count}`),
  ];
}

const tablesOf = ({ tables }: Project) =>
  projectTableNames
    .filter((name) => tables[name].length > 0)
    .map((name) => `${name} ${tables[name].length}`)
    .join(', ');

async function reported(...files: ImportedFile[]): Promise<string> {
  const facts = { importedAt: '2026-11-02T12:00:00Z', gazetteer: await readGazetteer('en') };
  const { files: reports, project } = await importFiles(files, null, facts);
  return [...reports.flatMap(summary), `  project: ${tablesOf(project)}`, ''].join('\n');
}

const expected = (path: string) => join(import.meta.dirname, 'expected', `${path.replaceAll('/', '-')}.txt`);

describe.runIf(realData)('every published file, as a person is told of it', () => {
  const files = listReal('csv', 'xlsx', 'json', 'geojson', 'zip').filter(
    (path) => !path.startsWith('facility/pmed'),
  );

  // `vitest -u` writes the expected reports anew; each is then read as a diff.
  test.each(files)('%s', async (path) => {
    await expect(await reported(readReal(path))).toMatchFileSnapshot(expected(path));
  });

  test('counts and boundaries dropped together join', async () => {
    const together = await reported(
      readReal('demography/statcan-98100002-csd-2021.csv'),
      readReal('boundaries/newbrunswick-csd.geojson'),
    );
    await expect(together).toMatchFileSnapshot(expected('joined new brunswick'));
  });

  test('the census subdivisions of table 98-10-0002 add up to Canada', async () => {
    const { project } = await importFiles([readReal('demography/statcan-98100002-csd-2021.csv')], null, {
      importedAt: '2026-11-02T12:00:00Z',
    });
    const people = project.tables.area
      .filter(({ level }) => level === 'CSD')
      .reduce((sum, { population }) => sum + (population ?? 0), 0);
    expect(people).toBe(36_991_981);
  });
});
