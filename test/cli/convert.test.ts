import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readBack } from '../export/table.ts';
import { fixturePath, guichet, guichetJson } from './guichet.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Answer {
  output: string;
  format: string;
  table: string | null;
  rows: { written: number; withoutPlace: number | null; shapesAsPoints: number };
  columns: string[];
  files: { file: string; rows: { read: number; kept: number; listed: number } }[];
}

/** Figures by what they are worth: `47.0` is 47. */
const value = (cell = '') => (/^-?\d+(\.\d+)?$/.test(cell) ? String(Number(cell)) : cell.trim());

const out = (name: string) => join(folder, name);

test.each(['csv', 'xlsx', 'geojson', 'gpkg', 'parquet'])(
  'the cells of a file are those that are read of it again: %s',
  async (to) => {
    const before = await readBack(readFileSync(fixturePath('offices.csv')));
    const answer = guichetJson<Answer>(
      'convert',
      fixturePath('offices.csv'),
      '--to',
      to,
      '-o',
      out(`o.${to}`),
    );
    expect(answer).toMatchObject({ format: to, table: null, columns: before.names });
    expect(answer.rows.written).toBe(before.cells.length);
    const after = await readBack(readFileSync(out(`o.${to}`)));
    const order = before.names.map((name) => after.names.indexOf(name));
    expect(after.cells.map((row) => order.map((column) => value(row[column])))).toEqual(
      before.cells.map((row) => row.map(value)),
    );
  },
);

test('--table writes the table of the project that files make together', () => {
  const files = ['counts.csv', 'boundaries.geojson'].map(fixturePath);
  const answer = guichetJson<Answer>(
    'convert',
    ...files,
    '--to',
    'csv',
    '-o',
    out('area.csv'),
    '--table',
    'area',
  );
  expect(answer.files.map(({ file }) => file)).toEqual(['counts.csv', 'boundaries.geojson']);
  const lines = readFileSync(out('area.csv'), 'utf8').trimEnd().split('\r\n');
  expect(lines[0]).toMatch(/^code,level,name_en,/);
  expect(lines).toHaveLength(answer.rows.written + 1);
});

test('polygons become points, and that is said; --notes names the source', () => {
  const args = ['convert', fixturePath('boundaries.geojson'), '--to', 'csv', '--notes', '-o', out('b.csv')];
  expect(guichet(args).stdout).toContain('lines and polygons written as a point of theirs: ');
  expect(guichet(args, { LANG: 'fr_CA.UTF-8' }).stdout).toContain('lignes écrites\u00a0: ');
  expect(readFileSync(out('b.csv'), 'utf8')).toMatch(/^# .*boundaries.*SHA-256 [0-9a-f]{64}/);
});

describe('a mistake is told on stderr with exit code 2, and nothing on stdout', () => {
  const offices = fixturePath('offices.csv');
  test.each([
    [['convert'], 'at least one file to convert'],
    [['convert', offices], '--to is required'],
    [
      ['convert', offices, '--to', 'dbf', '-o', 'x'],
      '--to is one of csv, xlsx, geojson, gpkg, parquet, not “dbf”',
    ],
    [['convert', offices, '--to', 'csv'], '-o is required'],
    [['convert', offices, '--to', 'csv', '-o', 'x', '--table', 'town'], '--table is one of'],
    [['convert', offices, '--to', 'csv', '-o', offices], 'is the file to convert'],
    [['convert', offices, offices, '--to', 'csv', '-o', 'x'], 'cells of one file'],
    [['convert', offices, '--to', 'csv', '-o', 'no/such/folder/x.csv'], 'cannot be written'],
    [['convert', 'no-such-file.csv', '--to', 'csv', '-o', 'x'], 'there is no file'],
    [['convert', fixturePath('counts.csv'), '--to', 'geojson', '-o', 'x'], 'no longitude and latitude'],
  ])('%j', (args, words) => {
    const { stdout, stderr, status } = guichet(args);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
    expect(stderr).toContain(words);
  });
});
