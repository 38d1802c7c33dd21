import { expect, test } from 'vitest';
import { travelMatrix } from '../../src/network/travel-matrix.ts';
import { runInSlices } from '../../src/workers/slices.ts';
import { travelTimeHere } from '../../src/workers/travel-time.ts';
import { largeRequest } from './travel-time-cases.ts';

test('the client gives the matrix that the function gives', async () => {
  const request = largeRequest(20);
  expect(await travelTimeHere().matrix(request)).toEqual(travelMatrix(request));
});

test('the newest request wins, even over one that was done at once', async () => {
  const client = travelTimeHere();
  const [first, second] = await Promise.allSettled([
    client.matrix(largeRequest(1)),
    client.matrix(largeRequest(1)),
  ]);
  expect(first).toMatchObject({ status: 'rejected', reason: { name: 'AbortError' } });
  expect(second.status).toBe('fulfilled');
});

test('an abort rejects with its reason, before and during', async () => {
  const client = travelTimeHere();
  const before = AbortSignal.abort('too late');
  await expect(client.matrix(largeRequest(1), { signal: before })).rejects.toBe('too late');
  const stop = new AbortController();
  const during = client.matrix(largeRequest(4000), {
    signal: stop.signal,
    onProgress: () => stop.abort('enough'),
  });
  await expect(during).rejects.toBe('enough');
});

test('a closed client gives up what is under way', async () => {
  const client = travelTimeHere();
  const open = client.matrix(largeRequest(4000));
  client.close();
  await expect(open).rejects.toMatchObject({ name: 'AbortError' });
});

test('work that is cancelled from outside stops', async () => {
  let steps = 0;
  let cancelled = false;
  function* endless(): Generator<number, never> {
    for (;;) yield (steps += 1);
  }
  setTimeout(() => (cancelled = true), 0); // a message, as far as the thread can tell
  expect(await runInSlices(endless(), { isCancelled: () => cancelled })).toBeNull();
  const atStop = steps;
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(steps).toBe(atStop);
});
