import { afterAll, expect, test } from 'vitest';
import type { FromTravelTime, ToTravelTime } from '../../src/workers/messages.ts';
import { travelTimeHere, travelTimeWorker } from '../../src/workers/travel-time.ts';
import { graphRequest, largeRequest } from './travel-time-cases.ts';

const worker = travelTimeWorker();
afterAll(() => worker.close());

test('the worker computes what this thread computes', async () => {
  const request = largeRequest(20);
  expect(await worker.matrix(request)).toEqual(await travelTimeHere().matrix(request));
});

test('a graph goes once and is kept; another, or none, takes its place', async () => {
  const [small, large] = [graphRequest(10), graphRequest(20)];
  for (const request of [small, small, large, { ...small, graph: null }, small])
    expect(await worker.matrix(request)).toEqual(await travelTimeHere().matrix(request));
});

test('a signal that was aborted before leaves the request under way alone', async () => {
  const open = worker.matrix(largeRequest(20));
  const late = worker.matrix(largeRequest(1), { signal: AbortSignal.abort() });
  await expect(late).rejects.toMatchObject({ name: 'AbortError' });
  expect(Math.max(...(await open).point)).toBe(19);
});

test('a failure is told with its reason, and the next request is answered', async () => {
  const request = largeRequest(2);
  const broken = {
    ...request,
    origins: { lon: request.origins.lon, lat: null },
  } as unknown as typeof request;
  await expect(worker.matrix(broken)).rejects.toThrow(/null/);
  expect((await worker.matrix(request)).origin.length).toBeGreaterThan(0);
});

test('a closed client rejects what is under way and starts anew when asked again', async () => {
  const client = travelTimeWorker();
  const open = client.matrix(graphRequest(20));
  client.close();
  await expect(open).rejects.toMatchObject({ name: 'AbortError' });
  expect((await client.matrix(graphRequest(10))).method).toBe('road');
  client.close();
});

test('an abort rejects at once and the worker goes on to the next request', async () => {
  const stop = new AbortController();
  const aborted = worker.matrix(largeRequest(4000), { signal: stop.signal });
  stop.abort();
  await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  const { point } = await worker.matrix(largeRequest(5));
  expect(Math.max(...point)).toBe(4);
});

test('the newest request wins, and progress is told', async () => {
  const first = worker.matrix(largeRequest(4000));
  const seen: number[] = [];
  const second = worker.matrix(largeRequest(1000), { onProgress: (done) => seen.push(done) });
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
    thread.postMessage({ kind: 'matrix', request: 1, ask } satisfies ToTravelTime);
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
