import { afterAll, expect, test } from 'vitest';
import { travelTimeHere, travelTimeWorker } from '../../src/workers/travel-time.ts';
import { largeRequest } from './travel-time-cases.ts';

const worker = travelTimeWorker();
afterAll(() => worker.close());

test('the worker computes what this thread computes', async () => {
  const request = largeRequest(20);
  expect(await worker.matrix(request)).toEqual(await travelTimeHere().matrix(request));
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
