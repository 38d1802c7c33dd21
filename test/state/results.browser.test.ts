import { Originals } from '../../src/state/originals.ts';
import { flushSync } from 'svelte';
import { toStore } from 'svelte/store';
import { expect, test } from 'vitest';
import { emptyTables, type Project } from '../../src/model/project.ts';
import { Results } from '../../src/state/results.svelte.ts';
import { questionsOf } from '../../src/state/phrases.ts';
import { readPage } from '../../src/state/table-page.ts';
import { defaultView } from '../../src/state/view-url.ts';
import { area, point } from '../analysis/projects.ts';
import { ownProject } from './small-projects.ts';

const areas = (count: number): Project =>
  ownProject({
    tables: {
      ...emptyTables(),
      service_point: [point('p')],
      area: Array.from({ length: count }, (_, row) => area(`00${row}`)),
    },
  });
const never = new AbortController().signal;
const rowsIn = async (results: Results) =>
  (await readPage(await results.start(), 'area', null, 0, 10)).length;

test('a project is held once the engine can be asked for its rows, and not while it is being filled', async () => {
  const results = new Results(() => defaultView, new Originals());
  const [first, second] = [areas(2), areas(3)];
  const loading = results.load(first, [], never);
  expect(results.held).toBeNull();
  await loading;
  expect(results.held).toBe(first);
  expect(await rowsIn(results)).toBe(2);

  const seen: (Project | null)[] = [];
  const stop = toStore(() => results.held).subscribe((held) => seen.push(held));
  flushSync();
  await results.load(second, [], never);
  flushSync();
  stop();
  expect(seen).toEqual([first, null, second]);
  expect(await rowsIn(results)).toBe(3);
});

test('a question asked while the engine is being filled waits for the project: half the rows are no answer', async () => {
  const results = new Results(() => defaultView, new Originals());
  await results.load(areas(2), [], never);
  const questions = questionsOf(defaultView);
  const loading = results.load(areas(3), [], never);
  while (results.held !== null) await new Promise((resolve) => setTimeout(resolve, 0));
  await results.ask('coverage', questions, never);
  expect(results.coverage).toBeNull();
  await loading;
  await results.ask('coverage', questions, never);
  expect(results.coverage?.communities.total).toBe(3);
});
