import { expect, test } from 'vitest';
import { emptyTables } from '../../src/model/project.ts';
import { Originals } from '../../src/state/originals.ts';
import { ProjectTravel } from '../../src/state/project-travel.ts';
import { area, point } from '../analysis/projects.ts';

const tables = { ...emptyTables(), service_point: [point('p'), point('q', { lon: 1 })], area: [area('1')] };
const signal = new AbortController().signal;

test('journeys are found once while places, roads and closed ways are the same, and again when one changes', async () => {
  const travel = new ProjectTravel(new Originals());
  const settings = { signal };
  const open = { tables, graph: null, closed: [] };
  const first = await travel.toPoints(open, settings);
  const closed = await travel.toPoints({ ...open, closed: ['ferry'] }, settings);
  expect(closed).not.toBe(first);
  expect(closed.facts.closed).toEqual(['ferry']);
  // Switched back, and with a service renamed: what was found stands.
  expect(await travel.toPoints({ ...open, tables: { ...tables, service: [] } }, settings)).toBe(first);
  const moved = { ...open, tables: { ...tables, service_point: [point('p', { lon: 2 })] } };
  expect(await travel.toPoints(moved, settings)).not.toBe(first);
});

test('a search that was given up is not kept', async () => {
  const travel = new ProjectTravel(new Originals());
  const stop = new AbortController();
  stop.abort();
  const open = { tables, graph: null, closed: [] };
  await expect(travel.toPoints(open, { signal: stop.signal })).rejects.toThrow();
  expect((await travel.toPoints(open, { signal })).matrix.origin).toHaveLength(2);
});
