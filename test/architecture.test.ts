import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

/** Folders of `src/` by tier; a folder imports from lower tiers, from itself, and from nothing else. */
const tiers: Record<string, number> = {
  model: 0,
  geo: 1,
  network: 1,
  locate: 1,
  tables: 2,
  workers: 2,
  import: 3,
  export: 3,
  analysis: 3,
  state: 4,
  ui: 5,
  map: 5,
  charts: 5,
  panels: 6,
};

/** Within a tier, routing and location models stand on geometry; it knows nothing of them. */
const besides: Record<string, string[]> = { network: ['geo'], locate: ['geo', 'network'] };

/** Where the tier alone allows too much: drawing knows the words and the shapes, not the engine or the state. */
const narrow: Record<string, string[]> = {
  ui: ['model', 'geo', 'ui'],
  map: ['model', 'geo', 'ui', 'map'],
  charts: ['model', 'geo', 'ui', 'charts'],
};

/** The life of a file, in order: a stage of `import/` imports earlier stages and itself; the files beside the stages, all of them. */
const stages = ['cells', 'read', 'roads', 'columns', 'rows', 'places', 'join'];

const root = resolve(import.meta.dirname, '../src');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(ts|svelte)$/.test(path))
  .map((path) => ({ path, folder: path.split('/')[0] ?? '', text: readFileSync(join(root, path), 'utf8') }));

const specifiers = (text: string) =>
  [
    ...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g),
    ...text.matchAll(/new URL\(\s*'([^']+)'/g),
  ].flatMap((match) => match[1] ?? []);

/** The paths below `src/` that a file imports. */
const pathsOf = (file: (typeof files)[number]) =>
  specifiers(file.text)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(root, resolve(dirname(join(root, file.path)), specifier)));

const importsOf = (file: (typeof files)[number]) => pathsOf(file).map((path) => path.split('/')[0] ?? '');

/** The place of a file of `import/` among the stages; null for a file of another folder. */
function stageOf(path: string): number | null {
  const [folder, stage, file] = path.split('/');
  if (folder !== 'import') return null;
  return file === undefined ? stages.length : stages.indexOf(stage ?? '');
}

function mayImport(from: string, to: string): boolean {
  const allowed = narrow[from];
  if (allowed) return allowed.includes(to);
  const [tierFrom, tierTo] = [tiers[from], tiers[to]];
  if (tierFrom === undefined) return true; // main.ts and App.svelte stand above the tiers
  if (from === to || besides[from]?.includes(to)) return true;
  return tierTo !== undefined && tierTo < tierFrom;
}

test('there is source to check', () => expect(files.length).toBeGreaterThan(20));

describe.each(files.filter(({ folder }) => folder in tiers))('$path', (file) => {
  test('imports go down the tiers', () => {
    expect(importsOf(file).filter((to) => !mayImport(file.folder, to))).toEqual([]);
  });

  test('names what it is about', () => {
    expect(file.path).not.toMatch(/util|helper|manager|misc/i);
  });
});

describe.each(files.filter(({ folder }) => folder === 'import'))('$path', (file) => {
  test('imports earlier stages of the life of a file', () => {
    const stage = stageOf(file.path);
    expect(stage, 'a stage is in the list').not.toBe(-1);
    expect(pathsOf(file).filter((path) => (stageOf(path) ?? -1) > (stage ?? -1))).toEqual([]);
  });
});

test('every folder of src has a tier', () => {
  const folders = new Set(files.filter(({ path }) => path.includes('/')).map(({ folder }) => folder));
  expect([...folders].filter((folder) => !(folder in tiers))).toEqual([]);
});

test('no SQL outside tables', () => {
  const sql = /[`'"]\s*(SELECT|INSERT INTO|CREATE (OR REPLACE )?(TABLE|VIEW)|WITH \w+ AS|DELETE FROM|COPY)\s/;
  expect(
    files.filter(({ folder, text }) => folder !== 'tables' && sql.test(text)).map(({ path }) => path),
  ).toEqual([]);
});

test('no screen library below the state', () => {
  const screen = /^(svelte|maplibre-gl|bits-ui|d3-|@fontsource)/;
  const below = files.filter(({ folder }) => (tiers[folder] ?? 9) < 4);
  const seen = below.filter(({ text }) => specifiers(text).some((specifier) => screen.test(specifier)));
  expect(seen.map(({ path }) => path)).toEqual([]);
});

test('files stay under 350 lines', () => {
  const long = files.filter(({ text }) => text.split('\n').length > 350);
  expect(long.map(({ path }) => path)).toEqual([]);
});
