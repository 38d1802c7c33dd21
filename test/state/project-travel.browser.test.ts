import { afterEach, expect, test } from 'vitest';
import { sha256Of } from '../../src/model/checksum.ts';
import { emptyTables } from '../../src/model/project.ts';
import { buildGraph } from '../../src/network/build-graph.ts';
import { encodeGraph } from '../../src/network/graph-file.ts';
import { roadsOf } from '../../src/network/roads.ts';
import { KeptMatrices } from '../../src/state/kept-matrices.ts';
import { Originals } from '../../src/state/originals.ts';
import { ProjectTravel } from '../../src/state/project-travel.ts';
import { namesIn } from '../../src/state/storage-folder.ts';
import { area, point } from '../analysis/projects.ts';
import { about } from '../network/networks.ts';

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

const shelf = 'test-journeys';
const shelfFolder = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(shelf, { create: true });
afterEach(async () => {
  await shelfFolder();
  await (await navigator.storage.getDirectory()).removeEntry(shelf, { recursive: true });
});

const minutesOver = (minutes: number) => {
  const nodes = [
    { lon: 0, lat: 0 },
    { lon: 1, lat: 0 },
  ];
  const time = minutes * 600;
  const road = { from: 0, to: 1, forward: time, backward: time, metres: 111_000, kind: 'road' } as const;
  return encodeGraph(buildGraph(roadsOf(nodes, [road]), about));
};

/**
 * Visits by a page that has a road of its own between the places of `tables`, of so many minutes. To the page the roads of all
 * visits are one file: what it answers tells whether it asked them.
 */
async function ownRoad() {
  const sha256 = await sha256Of(minutesOver(60));
  const place = { kind: 'kept', name: 'own.graph', sha256 } as const;
  return (minutes: number) => {
    const originals = new Originals();
    originals.add([{ name: place.name, sha256, blob: new Blob([minutesOver(minutes)]) }]);
    const travel = new ProjectTravel(originals, new KeptMatrices(shelf));
    return { travel, open: { tables, graph: travel.graphOf({ graph: place }), closed: [] } };
  };
}

test("journeys by roads of a person's own are there at the next visit, without the roads being asked", async () => {
  const visit = await ownRoad();
  const first = visit(60);
  const [toPoints, between] = [
    await first.travel.toPoints(first.open, { signal }),
    await first.travel.betweenPoints(first.open, { signal }),
  ];
  expect([...toPoints.matrix.minutes]).toEqual([0, 60]);
  const later = visit(90);
  expect(await later.travel.toPoints(later.open, { signal })).toEqual(toPoints);
  expect(await later.travel.betweenPoints(later.open, { signal })).toEqual(between);
});

test('a place that moved, a closed way and a damaged file are looked for again', async () => {
  const visit = await ownRoad();
  const first = visit(60);
  await first.travel.toPoints(first.open, { signal });
  const later = visit(90);
  const minutes = async (open: Parameters<ProjectTravel['toPoints']>[0]) => [
    ...(await later.travel.toPoints(open, { signal })).matrix.minutes,
  ];
  const moved = { ...tables, service_point: [point('p'), point('q', { lon: 1 }), point('r', { lon: 1 })] };
  expect(await minutes({ ...later.open, tables: moved })).toEqual([0, 90, 90]);
  expect(await minutes({ ...later.open, closed: ['ferry'] as const })).toEqual([0, 90]);

  const folder = await shelfFolder();
  for (const name of await namesIn(folder)) {
    const writable = await (await folder.getFileHandle(name)).createWritable({ keepExistingData: true });
    await writable.write({ type: 'write', position: 400, data: Uint8Array.of(1, 2, 3) });
    await writable.close();
  }
  expect(await minutes(later.open)).toEqual([0, 90]);
});

test('of many questions the latest are kept', async () => {
  const { travel, open } = (await ownRoad())(60);
  for (let at = 0; at < 15; at += 1) {
    const service_point = [point('p', { lon: at / 20 })];
    await travel.toPoints({ ...open, tables: { ...tables, service_point } }, { signal });
  }
  expect(await namesIn(await shelfFolder())).toHaveLength(12);
});
