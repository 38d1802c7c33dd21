import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Project } from '../../src/model/project.ts';
import { importFiles, type ImportedFile } from '../../src/import/import-files.ts';

/** The moment of every import in the tests: no clock is asked. */
export const facts = { importedAt: '2026-11-02T12:00:00Z' };

/** A file of `test/import/fixtures`. */
export const fixture = (name: string): ImportedFile => ({
  name,
  bytes: readFileSync(resolve(import.meta.dirname, 'fixtures', name)),
});

/** A file made of text, in UTF-8. */
export const textFile = (text: string, name = 'test.csv'): ImportedFile => ({
  name,
  bytes: new TextEncoder().encode(text),
});

/** Imports and gives the one report. */
export async function checkOne(file: ImportedFile, into: Project | null = null) {
  const { files, project } = await importFiles([file], into, facts);
  const report = files[0];
  if (!report) throw new Error('no report');
  return { report, project, codes: report.issues.map(({ code }) => code) };
}
