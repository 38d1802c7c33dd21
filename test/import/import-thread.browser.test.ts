import { afterEach, expect, test } from 'vitest';
import { openImportThread } from '../../src/import/import-thread.ts';
import type { ImportStep } from '../../src/import/import-messages.ts';
import { openDuckDbWasm } from '../../src/tables/connectors/duckdb-wasm.ts';

const threads: ReturnType<typeof openImportThread>[] = [];
function thread() {
  const opened = openImportThread();
  threads.push(opened);
  return opened;
}
afterEach(() => threads.splice(0).forEach((opened) => opened.close()));

const facts = { importedAt: '2026-10-01T00:00:00Z' };
const towns = {
  name: 'towns.csv',
  blob: new Blob(['code,name,population,latitude,longitude\n001,Aville,1200,46.0,-66.0\n']),
};
const ask = { drop: 1, files: [towns], decisions: {}, into: null, facts };

test('files are checked in a thread, their rows and cells arrive, and the cells can be asked in SQL', async () => {
  const importing = thread();
  const steps: ImportStep[] = [];
  const review = await importing.check(ask, { onStep: (step) => steps.push(step) });
  expect(review.files[0]).toMatchObject({ kind: 'areas', rows: { read: 1, kept: 1, listed: 0 } });
  expect(review.files[0]?.preview).toEqual([['001', 'Aville', '1200', '46.0', '-66.0']]);
  const project = await importing.project();
  expect(project.tables.area).toMatchObject([{ code: '001', population: 1200 }]);
  const cells = steps.find((step) => step.kind === 'cells');
  if (cells?.kind !== 'cells') throw new Error('expected cells');
  const engine = await openDuckDbWasm();
  await engine.replaceByArrow(cells.schema.name, cells.ipc);
  const rows = await engine.query({ sql: 'SELECT code, population FROM file_towns_csv', parameters: [] });
  expect(rows).toEqual([{ code: '001', population: 1200 }]);
  await engine.close();
});

test('a decision is heard without the file being sent again as cells', async () => {
  const importing = thread();
  await importing.check(ask, {});
  const steps: ImportStep[] = [];
  const decisions = { 'towns.csv': { fields: { population: null } } };
  const review = await importing.check({ ...ask, decisions }, { onStep: (step) => steps.push(step) });
  expect(review.files[0]?.columns.find(({ name }) => name === 'population')?.field).toBe(null);
  expect(steps.filter(({ kind }) => kind === 'cells')).toEqual([]);
});

test('a cancel stops the thread at once, and the next request starts it anew', async () => {
  const importing = thread();
  const lines = Array.from({ length: 300_000 }, (_, row) => `${row},Town ${row},${row},46.0,-66.0`);
  const large = {
    name: 'large.csv',
    blob: new Blob([`id,name,population,latitude,longitude\n${lines.join('\n')}`]),
  };
  const stop = new AbortController();
  const reading = importing.check({ ...ask, drop: 2, files: [large] }, { signal: stop.signal });
  setTimeout(() => stop.abort(), 50);
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  const review = await importing.check({ ...ask, drop: 3 }, {});
  expect(review.usable).toBe(true);
});

test('the newest request wins', async () => {
  const importing = thread();
  const first = importing.check(ask, {});
  const second = importing.check({ ...ask, drop: 2 }, {});
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect((await second).usable).toBe(true);
});

test('a file is checked against a project that another thread made, and then against its own', async () => {
  const first = thread();
  await first.check(ask, {});
  const into = { ...(await first.project()), id: 'kept', asOf: '2026-01-01' };
  const more = {
    name: 'more.csv',
    blob: new Blob(['code,name,population,latitude,longitude\n002,Bville,800,46.5,-66.5\n']),
  };
  const second = thread();
  for (const importing of [second, first]) {
    const review = await importing.check({ ...ask, drop: 2, files: [more], into }, {});
    expect(review.files[0]?.rows).toEqual({ read: 1, kept: 1, listed: 0 });
    const { id, asOf, tables } = await importing.project();
    expect([id, asOf, tables.area.map(({ code }) => code)]).toEqual(['kept', '2026-01-01', ['001', '002']]);
  }
  // Given up while the rows are told, they are told anew and not twice.
  const third = thread();
  const stop = new AbortController();
  const given = third.check({ ...ask, drop: 3, files: [more], into }, { signal: stop.signal });
  stop.abort();
  await expect(given).rejects.toMatchObject({ name: 'AbortError' });
  await third.check({ ...ask, drop: 4, files: [more], into }, {});
  expect((await third.project()).tables.area.map(({ code }) => code)).toEqual(['001', '002']);
});

test('a next release under the same name hands over its own bytes, not those of the one before', async () => {
  const release = (text: string) => ({ name: 'offices.csv', blob: new Blob([text]) });
  const importing = thread();
  const handed: [string, string][] = [];
  const kept: Promise<void>[] = [];
  const keep = (checksum: string, blob: Blob) =>
    void kept.push(blob.text().then((text) => void handed.push([checksum, text])));
  const [first, second] = ['id,name,lat,lon\n1,A,45.4,-75.7\n', 'id,name,lat,lon\n2,B,45.5,-75.8\n'];
  await importing.check({ ...ask, drop: 10, files: [release(first)] }, {});
  await importing.originals(keep);
  const into = { ...(await importing.project()), id: 'kept' };
  await importing.check({ ...ask, drop: 11, files: [release(second)], into }, {});
  await importing.originals(keep);
  await Promise.all(kept);
  const sums = (await importing.project()).tables.source.map(({ checksum }) => checksum);
  expect(handed).toEqual([
    [sums[0], first],
    [sums[1], second],
  ]);
});
