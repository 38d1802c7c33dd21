import { unzipSync, strFromU8, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectVersion } from '../../src/model/project.ts';
import type { Original } from '../../src/state/originals.ts';
import { isArchive, readArchive, writeArchive } from '../../src/state/project-archive.ts';
import { sha256Of } from '../../src/model/checksum.ts';
import { ProjectRefused } from '../../src/state/project-manifest.ts';
import { anyProject } from './any-project.ts';
import { ownProject, source } from './small-projects.ts';

async function original(name: string, text: string): Promise<Original> {
  return { name, sha256: await sha256Of(strToU8(text)), blob: new Blob([text]) };
}

const archived = (project = ownProject()) => writeArchive(project, []);

/** The archive with one of its files changed as text. */
function changed(archive: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(archive);
  return zipSync({ ...files, [path]: strToU8(change(strFromU8(files[path] ?? new Uint8Array()))) });
}

const reasonOf = (bytes: Uint8Array) =>
  readArchive(bytes).then(
    () => 'opened',
    (cause: unknown) => (cause instanceof ProjectRefused ? cause.reason : String(cause)),
  );

test('an archive holds open formats under plain names', async () => {
  const file = await original('folder/../O’Brien "A".csv', 'id,name\n1,Été\n');
  const files = unzipSync(await writeArchive(ownProject(), [file]));
  expect(Object.keys(files).sort()).toEqual(
    [
      'README.txt',
      `files/${file.sha256}/O’Brien _A_.csv`,
      'project.json',
      ...[
        'area',
        'indicator',
        'journey',
        'offering',
        'organization',
        'service',
        'service_point',
        'source',
        'tenure',
        'waiting',
      ].map((name) => `tables/${name}.parquet`),
    ].sort(),
  );
  expect(strFromU8(files['README.txt'] ?? new Uint8Array())).toMatch(/Guichet project[\s\S]*projet Guichet/);
});

test('project and original files come back as they were', async () => {
  const file = await original('liste.csv', 'id,name\n1,Été\n');
  const project = ownProject();
  const read = await readArchive(await writeArchive(project, [file]));
  expect(read.project).toEqual(project);
  expect(read.originals.map(({ name, sha256 }) => ({ name, sha256 }))).toEqual([
    { name: 'liste.csv', sha256: file.sha256 },
  ]);
  expect(await read.originals[0]?.blob.text()).toBe('id,name\n1,Été\n');
});

test('any project survives the way to a file and back, and gives the same bytes each time', async () => {
  await fc.assert(
    fc.asyncProperty(anyProject, async (project) => {
      const bytes = await archived(project);
      expect((await readArchive(bytes)).project).toEqual(project);
      expect(await archived(project)).toEqual(bytes);
    }),
    { seed: 11, numRuns: 25 },
  );
});

test('an archive is told from other files', async () => {
  const isOne = (bytes: Uint8Array) => isArchive(new Blob([bytes as BlobPart]));
  expect(await isOne(await archived())).toBe(true);
  expect(await isOne(zipSync({ 'a.csv': strToU8('a') }))).toBe(false);
  expect(await isOne(strToU8('id,name'))).toBe(false);
});

describe('what cannot be opened is refused with its reason', () => {
  test('a file that is no zip, and a zip of something else', async () => {
    expect(await reasonOf(strToU8('id,name'))).toBe('foreign');
    expect(await reasonOf(zipSync({ 'a.csv': strToU8('a') }))).toBe('foreign');
    expect(await reasonOf(zipSync({ 'project.json': strToU8('{"format":"other"}') }))).toBe('foreign');
  });

  test('a version that only a newer build knows', async () => {
    const newer = changed(await archived(), 'project.json', (text) =>
      text.replace(`"version": ${projectVersion}`, `"version": ${projectVersion + 1}`),
    );
    expect(await reasonOf(newer)).toBe('newer');
  });

  test.each([
    ['a missing table', (text: string) => text.replace('tables/area.parquet', 'tables/elsewhere.parquet')],
    ['another number of rows', (text: string) => text.replace('"rows": 2', '"rows": 3')],
    ['another sum', (text: string) => text.replace(/"sha256": "\w{8}/, '"sha256": "00000000')],
    [
      'a graph of another site',
      (text: string) =>
        text.replace('"graph": null', '"graph": {"kind": "served", "path": "//example.org/g"}'),
    ],
    [
      'a graph outside the app',
      (text: string) => text.replace('"graph": null', '"graph": {"kind": "served", "path": "../../x"}'),
    ],
    ['a graph of no place', (text: string) => text.replace('"graph": null', '"graph": {"kind": "kept"}')],
    ['a name in no language', (text: string) => text.replace('"en": "North"', '"en": 4')],
    ['a cut manifest', (text: string) => text.slice(0, -9)],
  ])('%s', async (_, change) => {
    expect(await reasonOf(changed(await archived(), 'project.json', change))).toBe('damaged');
  });

  test('a word that the model does not have', async () => {
    const project = ownProject();
    const [point] = project.tables.service_point;
    const tables = { ...project.tables, service_point: [{ ...point, kind: 'kiosk' }] };
    expect(await reasonOf(await archived({ ...project, tables } as never))).toBe('damaged');
  });

  test('a file that unpacks to more than memory holds', async () => {
    const bytes = await archived();
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const directory = view.getUint32(bytes.length - 22 + 16, true);
    view.setUint32(directory + 24, 0xfffffff0, true);
    expect(await reasonOf(bytes)).toBe('too-large');
  });
});

test('an archive that is cut off anywhere is refused', async () => {
  const bytes = await writeArchive(ownProject(), [await original('a.csv', 'id\n1\n')]);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
      expect(await reasonOf(bytes.slice(0, length))).toMatch(/^(foreign|damaged)$/);
    }),
    { seed: 3, numRuns: 100 },
  );
});

test('an archive with changed bytes is refused or is the very project: never a part of it', async () => {
  const project = ownProject({ tables: { ...ownProject().tables, source: [source('s')] } });
  const bytes = await writeArchive(project, [await original('a.csv', 'id\n1\n')]);
  const change = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
      const damaged = bytes.slice();
      for (const { at, byte } of changes) damaged[at] = byte;
      const read = await readArchive(damaged).catch((cause: unknown) => {
        expect(cause).toBeInstanceOf(ProjectRefused);
        return null;
      });
      if (read) expect(read.project).toEqual(project);
      if (read) expect(await read.originals[0]?.blob.text()).toBe('id\n1\n');
    }),
    { seed: 5, numRuns: 500 },
  );
});
