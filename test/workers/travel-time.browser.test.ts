import { afterAll, expect, test } from 'vitest';
import { encodeGraph } from '../../src/network/graph-file.ts';
import type { FromTravelTime, ToTravelTime } from '../../src/workers/messages.ts';
import { travelTimeHere, travelTimeWorker } from '../../src/workers/travel-time.ts';
import { graphRequest, largeRequest } from './travel-time-cases.ts';

const worker = travelTimeWorker();
afterAll(() => worker.close());

test('the worker computes what this thread computes', async () => {
  const request = largeRequest(20);
  expect(await worker.ask('matrix', request)).toEqual(await travelTimeHere().ask('matrix', request));
});

test('a graph goes once and is kept; another, or none, takes its place', async () => {
  const [small, large] = [graphRequest(10), graphRequest(20)];
  for (const request of [small, small, large, { ...small, graph: null }, small])
    expect(await worker.ask('matrix', request)).toEqual(await travelTimeHere().ask('matrix', request));
});

test('a graph in its file is read once; a damaged one is said, and the next request is answered', async () => {
  const request = graphRequest(20);
  let reads = 0;
  const file = {
    read: async () => {
      reads += 1;
      return encodeGraph(request.graph);
    },
  };
  const wanted = await travelTimeHere().ask('matrix', request);
  for (let time = 0; time < 2; time += 1)
    expect(await worker.ask('matrix', { ...request, graph: file })).toEqual(wanted);
  expect(reads).toBe(1);
  expect(await worker.ask('about', { graph: file })).toEqual(request.graph.about);

  const damaged = { read: async () => encodeGraph(request.graph).fill(0, 50) };
  await expect(worker.ask('about', { graph: damaged })).rejects.toMatchObject({ name: 'UserError' });
  const gone = { read: () => Promise.reject(new Error('not there')) };
  await expect(worker.ask('matrix', { ...request, graph: gone })).rejects.toThrow('not there');
  expect(await worker.ask('matrix', { ...request, graph: file })).toEqual(wanted);
});

test('requests of different kinds are answered side by side, each for its own graph', async () => {
  const [small, large] = [graphRequest(10), graphRequest(30)];
  const { graph, origins: places, points } = large;
  const options = { ...large.options, objective: 'time' as const };
  const ask = { graph, places, points, k: 1, direction: 'to point' as const, options };
  const ends = { from: { lon: -75, lat: 45 }, to: { lon: -74.95, lat: 45.04 } };
  const here = travelTimeHere();
  const found = await Promise.all([
    worker.ask('matrix', small),
    worker.ask('nearest', ask),
    worker.ask('route', { graph, ...ends, options }),
  ]);
  expect(found).toEqual([
    await here.ask('matrix', small),
    await here.ask('nearest', ask),
    await here.ask('route', { graph, ...ends, options }),
  ]);
});

test('a signal that was aborted before leaves the request under way alone', async () => {
  const open = worker.ask('matrix', largeRequest(20));
  const late = worker.ask('matrix', largeRequest(1), { signal: AbortSignal.abort() });
  await expect(late).rejects.toMatchObject({ name: 'AbortError' });
  expect(Math.max(...(await open).point)).toBe(19);
});

test('a failure is told with its reason, and the next request is answered', async () => {
  const request = largeRequest(2);
  const broken = {
    ...request,
    origins: { lon: request.origins.lon, lat: null },
  } as unknown as typeof request;
  await expect(worker.ask('matrix', broken)).rejects.toThrow(/null/);
  expect((await worker.ask('matrix', request)).origin.length).toBeGreaterThan(0);
});

test('a closed client rejects what is under way and starts anew when asked again', async () => {
  const client = travelTimeWorker();
  const open = client.ask('matrix', graphRequest(20));
  client.close();
  await expect(open).rejects.toMatchObject({ name: 'AbortError' });
  expect((await client.ask('matrix', graphRequest(10))).method).toBe('road');
  client.close();
});

test('an abort rejects at once and the worker goes on to the next request', async () => {
  const stop = new AbortController();
  const aborted = worker.ask('matrix', largeRequest(4000), { signal: stop.signal });
  stop.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  const { point } = await worker.ask('matrix', largeRequest(5));
  expect(Math.max(...point)).toBe(4);
});

test('the newest request wins, and progress is told', async () => {
  const first = worker.ask('matrix', largeRequest(4000));
  const seen: number[] = [];
  const second = worker.ask('matrix', largeRequest(1000), { onProgress: (done) => seen.push(done) });
  await expect(first).rejects.toMatchObject({ name: 'AbortError' });
  expect((await second).origin.length).toBeGreaterThan(0);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
});

test('the worker itself stops at a cancel: after it, nothing of the request is heard', async () => {
  const url = new URL('../../src/workers/travel-time.worker.ts', import.meta.url);
  const thread = new Worker(url, { type: 'module' });
  const heard: FromTravelTime[] = [];
  const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  try {
    const { origins, points, options } = largeRequest(100_000);
    const ask = { origins, points, options };
    thread.postMessage({ kind: 'ask', request: 1, what: 'matrix', ask } satisfies ToTravelTime);
    await new Promise<void>((resolve) => {
      thread.onmessage = ({ data }: MessageEvent<FromTravelTime>) => {
        heard.push(data);
        resolve();
      };
    });
    thread.postMessage({ kind: 'cancel', request: 1 } satisfies ToTravelTime);
    await wait(200); // the slice under way ends
    heard.length = 0;
    await wait(300); // several slices, were it still at work
    expect(heard).toEqual([]);
  } finally {
    thread.terminate();
  }
});
