import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importFiles } from '../../src/import/import-files.ts';
import { readGazetteer } from '../../scripts/cli/gazetteer.ts';
import { facts as moment, fixture } from './read.ts';

const facts = { ...moment, gazetteer: await readGazetteer('en') };

const here = (name: string) => resolve(import.meta.dirname, 'expected', name);
const names = readdirSync(resolve(import.meta.dirname, 'fixtures'));

/** Compares with a file to be read and reviewed; `UPDATE_EXPECTED=1` writes it anew. */
function expectAsWritten(name: string, value: unknown) {
  const text = `${JSON.stringify(value, null, 2)}\n`;
  if (process.env.UPDATE_EXPECTED || !existsSync(here(name))) writeFileSync(here(name), text);
  expect(text).toBe(readFileSync(here(name), 'utf8'));
}

describe('each file alone gives its expected report', () => {
  test.each(names)('%s', async (name) => {
    const { files } = await importFiles([fixture(name)], null, facts);
    expectAsWritten(`${name}.report.json`, files);
  });
});

test('offices, counts and boundaries together give the expected tables', async () => {
  const files = ['offices.csv', 'counts.csv', 'boundaries.geojson', 'partner-points.csv'].map(fixture);
  const { project } = await importFiles(files, null, facts);
  expectAsWritten('together.project.json', project);
});
