import { afterEach, expect, test } from 'vitest';
import { emptyTables, projectVersion, type Project } from '../../src/model/project.ts';
import type { Original } from '../../src/state/originals.ts';
import { sha256Of } from '../../src/model/checksum.ts';
import { ProjectRefused } from '../../src/state/project-manifest.ts';
import { ProjectStore } from '../../src/state/project-store.ts';
import { namesIn } from '../../src/state/storage-folder.ts';
import { area } from '../analysis/projects.ts';
import { ownProject, source } from './small-projects.ts';

const root = 'test-projects';
const open = () => ProjectStore.open(root);
const folder = async (...path: string[]) => {
  let at = await (await navigator.storage.getDirectory()).getDirectoryHandle(root);
  for (const name of path) at = await at.getDirectoryHandle(name);
  return at;
};
afterEach(async () => {
  await (await navigator.storage.getDirectory()).removeEntry(root, { recursive: true });
});

/** A project whose state can be told from its name, one table and the number of its rows. */
const stateOf = (number: number): Project =>
  ownProject({
    name: { en: `${number}`, fr: `${number}` },
    tables: {
      ...emptyTables(),
      area: Array.from({ length: number }, (_, row) => area(`00${row}`, { name_en: `Été ${number}` })),
    },
  });

async function overwrite(path: string[], pattern: RegExp, text: string) {
  const at = await folder(...path);
  const hits = (await namesIn(at)).filter((name) => pattern.test(name));
  for (const name of hits) {
    const writable = await (await at.getFileHandle(name)).createWritable();
    await writable.write(text);
    await writable.close();
  }
  return hits.length;
}

const readName = async () => (await (await open()).read('own-1'))?.project.name.en;
const refusal = async () =>
  (await open()).read('own-1').then(
    () => 'opened',
    (cause: unknown) => (cause instanceof ProjectRefused ? cause.reason : String(cause)),
  );

test('a project comes back in a later visit as it was saved', async () => {
  const project = ownProject();
  await (await open()).write(project, []);
  const later = await open();
  expect(await later.read('own-1')).toEqual({ project, originals: [], earlier: false, missing: [] });
  expect((await later.list()).map(({ id, name }) => ({ id, name }))).toEqual([
    { id: 'own-1', name: project.name },
  ]);
  expect(await later.read('own-2')).toBe(null);
  expect(await later.read('../own-1')).toBe(null);
});

test('a large table, which is joined in a thread, comes back in its order', async () => {
  const project = stateOf(11_000);
  await (await open()).write(project, []);
  expect((await (await open()).read('own-1'))?.project.tables.area).toEqual(project.tables.area);
});

test('the last two saves are kept, with their tables and nothing else', async () => {
  const store = await open();
  for (const number of [1, 2, 3, 4]) await store.write(stateOf(number), []);
  const manifests = (await namesIn(await folder('own-1'))).map((name) => name.split('-')[1]).sort();
  expect(manifests).toEqual(['3', '4']);
  const tables = await namesIn(await folder('own-1', 'tables'));
  expect(tables.filter((name) => name.startsWith('area'))).toHaveLength(2);
  expect(tables.filter((name) => name.startsWith('service_point'))).toHaveLength(1);
});

test('a table that did not change is not written again', async () => {
  const store = await open();
  const first = stateOf(3);
  await store.write(first, []);
  const written = async () => {
    const tables = await folder('own-1', 'tables');
    const [name = ''] = (await namesIn(tables)).filter((one) => one.startsWith('area'));
    return (await (await tables.getFileHandle(name)).getFile()).lastModified;
  };
  const before = await written();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await store.write({ ...first, name: { en: 'b', fr: 'b' } }, []);
  expect(await written()).toBe(before);
  expect(await readName()).toBe('b');
});

test.each([
  ['manifest', [], /^manifest-2/],
  ['table', ['tables'], /^area-/],
] as const)(
  'where the %s of the last save is damaged, the save before is opened',
  async (_, path, pattern) => {
    const store = await open();
    await store.write(stateOf(1), []);
    const kept = new Set(await namesIn(await folder('own-1', 'tables')));
    await store.write(stateOf(2), []);
    const names = (await namesIn(await folder('own-1', ...path))).filter((name) => !kept.has(name));
    const hit = names.find((name) => pattern.test(name)) ?? '';
    expect(await overwrite(['own-1', ...path], new RegExp(`^${hit}$`), 'damaged')).toBe(1);
    const read = await (await open()).read('own-1');
    expect(read?.earlier).toBe(true);
    expect(read?.project).toEqual(stateOf(1));
  },
);

test('after a damaged save, saving goes on beside the good one', async () => {
  const store = await open();
  await store.write(stateOf(1), []);
  await store.write(stateOf(2), []);
  await overwrite(['own-1'], /^manifest-2/, '{');
  const later = await open();
  await later.read('own-1');
  // The same rows as the damaged save's: their snapshot must not be trusted unread.
  await overwrite(['own-1', 'tables'], /^area-/, 'damaged');
  await later.write(stateOf(2), []);
  const read = await (await open()).read('own-1');
  expect(read?.project).toEqual(stateOf(2));
  expect(read?.earlier).toBe(false);
  const manifests = (await namesIn(await folder('own-1'))).map((name) => name.split('-')[1]).sort();
  expect(manifests).toEqual(['1', '3']);
});

test('where no save is whole, that is said and nothing is deleted', async () => {
  const store = await open();
  await store.write(stateOf(1), []);
  await store.write(stateOf(2), []);
  expect(await overwrite(['own-1', 'tables'], /^area-/, 'x')).toBe(2);
  expect(await refusal()).toBe('damaged');
  expect(await namesIn(await folder('own-1'))).toHaveLength(2);
  expect((await (await open()).list()).map(({ name }) => name?.en)).toEqual(['2']);
});

test('a save of a newer version is refused, not passed over for an older one', async () => {
  const store = await open();
  await store.write(stateOf(1), []);
  await store.write({ ...stateOf(2), version: projectVersion + 1 } as never, []);
  expect(await refusal()).toBe('newer');
});

test('a save of an older version is brought up to this one', async () => {
  const old: Record<string, unknown> = { ...stateOf(2), version: 1 };
  delete old['mappings'];
  delete old['queries'];
  await (await open()).write(old as never, []);
  expect((await (await open()).read('own-1'))?.project).toEqual(stateOf(2));
});

test('original files are kept once, found again, and go when nothing speaks of them', async () => {
  const bytes = new TextEncoder().encode('id\n1\n');
  const original: Original = { name: 'a.csv', sha256: await sha256Of(bytes), blob: new Blob([bytes]) };
  const project = ownProject({
    tables: { ...emptyTables(), source: [source('a', { file_name: 'a.csv', checksum: original.sha256 })] },
  });
  await (await open()).write(project, [original]);
  const later = await open();
  const read = await later.read('own-1');
  expect(await read?.originals[0]?.blob.text()).toBe('id\n1\n');
  const without = { ...project, tables: emptyTables() };
  for (let save = 0; save < 3; save += 1) await later.write({ ...without }, []);
  expect(await namesIn(await folder('own-1', 'files'))).toEqual([]);
});

test('an original file that is gone is named; the rows are there', async () => {
  const bytes = new TextEncoder().encode('id\n1\n');
  const original: Original = { name: 'a.csv', sha256: await sha256Of(bytes), blob: new Blob([bytes]) };
  const project = ownProject({
    tables: { ...emptyTables(), source: [source('a', { file_name: 'a.csv', checksum: original.sha256 })] },
  });
  await (await open()).write(project, [original]);
  await (await folder('own-1', 'files')).removeEntry(original.sha256);
  expect(await (await open()).read('own-1')).toEqual({
    project,
    originals: [],
    earlier: false,
    missing: ['a.csv'],
  });
});

test('a deleted project is gone, and another stays', async () => {
  const store = await open();
  await store.write(stateOf(1), []);
  await store.write({ ...stateOf(2), id: 'own-2' }, []);
  await store.remove('own-1');
  expect((await store.list()).map(({ id }) => id)).toEqual(['own-2']);
});
