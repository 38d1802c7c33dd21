import { expect, test } from 'vitest';
import { Archiving } from '../../src/state/archiving.svelte.ts';
import { sha256Of } from '../../src/model/checksum.ts';
import { ownProject } from './small-projects.ts';

const text = 'id,name\n1,Été\n';
const original = async () => ({
  name: 'liste.csv',
  sha256: await sha256Of(new TextEncoder().encode(text)),
  blob: new Blob([text]),
});

async function written(archiving: Archiving): Promise<Blob> {
  const file = await archiving.write(ownProject(), [await original()]);
  if (!file) throw new Error('expected a file, the writing was cancelled');
  return file;
}

test('a project goes to a file and comes back in a thread; how far it is is told, and then no more', async () => {
  const archiving = new Archiving();
  const file = await written(archiving);
  expect(archiving.work).toBe(null);
  const reading = archiving.read(file);
  expect(archiving.work).toEqual({ kind: 'read', share: null });
  const read = await reading;
  expect(archiving.work).toBe(null);
  expect(read?.project).toEqual(ownProject());
  expect(read?.originals.map(({ name, sha256 }) => [name, sha256])).toEqual([
    ['liste.csv', (await original()).sha256],
  ]);
  expect(await read?.originals[0]?.blob.text()).toBe(text);
});

test('a damaged file is refused by its reason, and the next one is read', async () => {
  const archiving = new Archiving();
  const file = await written(archiving);
  const cut = archiving.read(file.slice(0, file.size - 100));
  await expect(cut).rejects.toMatchObject({ name: 'ProjectRefused', reason: 'damaged' });
  const foreign = archiving.read(new Blob(['id,name\n']));
  await expect(foreign).rejects.toMatchObject({ name: 'ProjectRefused', reason: 'foreign' });
  expect((await archiving.read(file))?.project).toEqual(ownProject());
});

test('a cancel gives nothing; a newer request takes the place of the one before', async () => {
  const archiving = new Archiving();
  const writing = archiving.write(ownProject(), []);
  archiving.cancel();
  expect(await writing).toBe(null);
  expect(archiving.work).toBe(null);
  const file = await written(archiving);
  const [first, second] = [archiving.read(file), archiving.read(file)];
  expect(await first).toBe(null);
  expect((await second)?.project).toEqual(ownProject());
});
