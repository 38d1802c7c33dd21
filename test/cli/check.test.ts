import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { reportText } from '../../scripts/cli/check.ts';
import type { FileReport } from '../../src/import/import-files.ts';
import { fixturePath, guichet, guichetJson } from './guichet.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test('--json prints the reports and nothing else', () => {
  const expected = resolve(import.meta.dirname, '../import/expected/offices.csv.report.json');
  const { files } = guichetJson<{ files: FileReport[] }>('check', fixturePath('offices.csv'));
  expect(files).toEqual(JSON.parse(readFileSync(expected, 'utf8')));
  expect(Object.keys(files[0] ?? {}).sort()).toEqual([
    'columns',
    'encoding',
    'file',
    'format',
    'issues',
    'kind',
    'rows',
  ]);
});

test('files given together are joined', () => {
  const paths = ['counts.csv', 'boundaries.geojson'].map(fixturePath);
  const { files } = guichetJson<{ files: FileReport[] }>('check', ...paths);
  expect(files.map(({ kind }) => kind)).toEqual(['counts', 'boundaries']);
  expect(files[1]?.issues.map(({ code, row }) => [code, row])).toEqual([
    ['joined-areas', null],
    ['unjoined-area', 4],
    ['missing-coordinates', 5],
  ]);
});

test('a bad file is a finding, not a failure', () => {
  const path = join(folder, 'O\'Brien "A".csv');
  writeFileSync(path, '');
  const { files } = guichetJson<{ files: FileReport[] }>('check', path, fixturePath('places.tsv'));
  expect(files[0]).toMatchObject({
    file: 'O\'Brien "A".csv',
    format: null,
    rows: { read: 0, kept: 0, listed: 0 },
  });
  expect(files[0]?.issues.map(({ code }) => code)).toEqual(['empty-file']);
  expect(files[1]?.rows.kept).toBe(4);
});

test('without --json a person reads the same, in either language', () => {
  const english = guichet(['check', fixturePath('ragged.csv')]);
  expect(english.stdout).toContain('4 rows read = 2 kept + 2 listed');
  expect(english.stdout).toContain('(rows 2, 3)');
  const french = guichet(['check', fixturePath('ragged.csv')], { LANG: 'fr_CA.UTF-8' });
  expect(french.stdout).toContain('4 lignes lues = 2 gardées + 2 écartées');
  expect(guichet(['check', fixturePath('ragged.csv'), '--lang', 'fr']).stdout).toBe(french.stdout);
});

describe('a mistake is told on stderr with exit code 2, and nothing on stdout', () => {
  test.each([
    [[], 'no command'],
    [['covrage'], '“covrage” is not a command'],
    [['check'], 'at least one file'],
    [['check', 'no-such-file.csv'], 'there is no file no-such-file.csv'],
    [['check', 'test'], 'is a folder'],
    [['check', fixturePath('offices.csv'), '--fast'], 'no option --fast'],
    [['check', fixturePath('offices.csv'), '--json=yes'], '--json takes no value'],
    [['check', fixturePath('offices.csv'), '--lang', 'de'], '--lang is en or fr'],
    [['coverage', '--points', 'a.csv', '--cutoff-km', '5'], '--areas is required'],
    [['coverage', '--points', '--areas', 'b.csv'], '--points needs a value'],
    [['coverage', '--points', 'a', '--areas', 'b'], 'one of --cutoff-km and --cutoff-min'],
    [
      ['coverage', '--points', 'a', '--areas', 'b', '--cutoff-km', '5', '--cutoff-min', '5'],
      'one of --cutoff-km',
    ],
    [
      ['coverage', '--points', 'a', '--areas', 'b', '--cutoff-km', '5', '--cutoff-km', '6'],
      '--cutoff-km is given twice',
    ],
    [['coverage', '--points', 'a', '--areas', 'b', '--cutoff-km', '-5'], 'above 0, not “-5”'],
    [['coverage', '--points', 'a', '--areas', 'b', '--cutoff-km', '1,5'], 'above 0, not “1,5”'],
    [['coverage', '--points', 'a', '--areas', 'b', '--cutoff-min', '0'], 'above 0'],
    [['coverage', '--points', 'a', '--areas', 'b', '--cutoff-km', '5', '--detour', '0.5'], '1 or more'],
    [['coverage', 'a', '--points', 'a', '--areas', 'b', '--cutoff-km', '5'], '“a” is not expected'],
    [['rank'], 'colocation or outreach'],
    [['rank', 'outreach'], '--project is required'],
    [['rank', 'outreach', '--project', 'no-such-file.json'], 'there is no file'],
  ])('%j', (args, words) => {
    const { stdout, stderr, status } = guichet(args);
    expect(stderr).toContain(words);
    expect([status, stdout]).toEqual([2, '']);
  });

  test('in French', () => {
    expect(guichet(['check', 'rien.csv', '--lang=fr']).stderr).toContain('le fichier rien.csv n’existe pas');
    expect(guichet([], { LC_ALL: 'fr_CA.UTF-8' }).stderr).toContain('aucune commande');
  });
});

test.each([
  [['--help'], 'en', 'usage: npm run -s guichet -- COMMAND'],
  [['help'], 'en', 'usage: npm run -s guichet -- COMMAND'],
  [['--help', '--lang', 'fr'], 'fr', 'usage\u00a0: npm run -s guichet -- COMMANDE'],
  [['coverage', '--help'], 'en', 'usage: guichet coverage --points FILE'],
  [['help', 'rank', '--lang', 'fr'], 'fr', 'usage\u00a0: guichet rank colocation|outreach'],
])('%j prints help in %s and succeeds', (args, _, words) => {
  const { stdout, stderr, status } = guichet(args);
  expect(stdout).toContain(words);
  expect([status, stderr]).toEqual([0, '']);
});

test('a hundred thousand findings of one kind are one line', () => {
  const found = { code: 'missing-coordinates', severity: 'warning' } as const;
  const issues = Array.from({ length: 100_000 }, (_, index) => ({
    ...found,
    row: index + 1,
    column: null,
    found: null,
    expected: null,
  }));
  const rows = { read: 100_000, kept: 100_000, listed: 0 };
  const report: FileReport = {
    file: 'a.csv',
    kind: 'points',
    format: 'csv',
    encoding: 'utf-8',
    rows,
    columns: [],
    issues,
  };
  expect(reportText(report, 'en').trim().split('\n')).toHaveLength(4);
});
